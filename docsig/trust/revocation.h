// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/trust/trustcontents.h"
#include "docsig/trust/trustpolicy.h"

#include <QDateTime>

namespace docsig {

/// What lists and OCSP responses say about one certificate at a time. Private to docsig/trust.
enum class Revocation {
    Good,         ///< fitting data that is fresh enough does not name it, or names it later than the time
    RevokedLater, ///< Good, and to be told
    Revoked,      ///< named at or before the time
    Stale,        ///< the newest fitting data had ended before the time
    Unknown,      ///< nothing fits
};

struct RevocationAnswer {
    Revocation state = Revocation::Unknown;
    QDateTime when;              ///< of the revocation, or the end of the newest data
    SharedList list;             ///< what said so: a list,
    SharedResponse response;     ///< or a response,
    SharedCertificate responder; ///< with its delegate
    SharedList respondersList;   ///< and what clears the delegate
    SharedCertificate unchecked; ///< a delegate whose answer would count if its own revocation were known

    /// Nothing more needs to be asked.
    [[nodiscard]] bool isSettled() const { return state != Revocation::Stale && state != Revocation::Unknown; }
};

/// Judges by all data that fits (RFC 5280 §6.3, RFC 6960 §3.2): revoked beats all, a suspension that newer data had
/// lifted before the time does not count, fresh beats stale. Data from after the certificate's end may have dropped it:
/// it counts as good only where it says how far back it remembers.
[[nodiscard]] RevocationAnswer revocationOf(X509* certificate, X509* issuer, const TrustStore::Private& store,
                                            const QDateTime& at, const TrustPolicy& policy);

} // namespace docsig
