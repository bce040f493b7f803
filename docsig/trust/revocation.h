// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/trust/trustcontents.h"

#include <QDateTime>

namespace docsig {

/// What the lists say about one certificate at a time. Private to docsig/trust.
enum class Revocation {
    Good,         ///< a fitting list that is fresh enough does not name it, or names it later than the time
    RevokedLater, ///< Good, and to be told
    Revoked,      ///< named at or before the time
    Stale,        ///< the newest fitting list had ended before the time
    Unknown,      ///< no list fits
};

struct RevocationAnswer {
    Revocation state = Revocation::Unknown;
    QDateTime when; ///< of the revocation, or the end of the newest list
};

/// Looks into the complete direct lists that the issuer signed itself (RFC 5280, 6.3). Delta lists, indirect ones, ones
/// for a part of the certificates, and ones issued after the certificate had ended (they may have dropped it) do not
/// count.
[[nodiscard]] RevocationAnswer revocationOf(X509* certificate, X509* issuer, const std::vector<SharedList>& lists,
                                            const QDateTime& at);

} // namespace docsig
