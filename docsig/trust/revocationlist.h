// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/trust/knowncertificates.h"

#include <QDateTime>

#include <optional>

namespace docsig {

/// What a list says about one certificate. Private to docsig/trust.
struct ListStatement {
    bool isNamed = false;
    bool onHold = false;
    QDateTime revokedAt; ///< invalid where the entry's time is none
    QDateTime thisUpdate;
    QDateTime nextUpdate;     ///< invalid: not stated
    QDateTime remembersSince; ///< expiredCertsOnCRL (X.509 §9.5.2.8): since when ended ones stay named; or invalid
};

/// The list's statement about that certificate, where the issuer itself signed it and it is for all of the issuer's
/// certificates, or for a part that this one surely belongs to: the distribution point that the certificate names
/// itself (RFC 5280 §6.3.3). Delta lists, indirect ones and ones for some reasons alone do not count.
[[nodiscard]] std::optional<ListStatement> statementAbout(const std::shared_ptr<X509_CRL>& signedList,
                                                          X509* certificate, X509* issuer, KnownCertificates& known);

} // namespace docsig
