// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/revocation.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace docsig {

namespace {

/// Whether the issuer may sign lists at all (RFC 5280, 4.2.1.3).
bool maySignLists(X509* issuer) {
    return (X509_get_extension_flags(issuer) & EXFLAG_KUSAGE) == 0 || (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0;
}

/// No critical extension says that the list is about less than all certificates of the issuer.
bool isCompleteAndDirect(const X509_CRL* list) {
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        const X509_EXTENSION* extension = X509_CRL_get_ext(list, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(const_cast<X509_EXTENSION*>(extension)));
        const bool narrows = nid == NID_delta_crl || nid == NID_issuing_distribution_point;
        if (narrows || (X509_EXTENSION_get_critical(extension) != 0 && nid != NID_crl_number)) {
            return false;
        }
    }
    return true;
}

bool isFitting(X509* certificate, X509* issuer, X509_CRL* list) {
    return X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate)) == 0 &&
           isCompleteAndDirect(list) && maySignLists(issuer) && X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1 &&
           timeOf(X509_CRL_get0_lastUpdate(list)) <= timeOf(X509_get0_notAfter(certificate));
}

/// One list's answer. A list issued after the time counts: it still names what was revoked before.
RevocationAnswer answerOf(X509* certificate, X509_CRL* list, const QDateTime& at) {
    X509_REVOKED* entry = nullptr;
    if (X509_CRL_get0_by_cert(list, &entry, certificate) == 1) {
        const QDateTime when = timeOf(X509_REVOKED_get0_revocationDate(entry));
        const bool before = !when.isValid() || when <= at;
        return {before ? Revocation::Revoked : Revocation::RevokedLater, when};
    }
    const QDateTime ends = timeOf(X509_CRL_get0_nextUpdate(list));
    return {ends.isValid() && ends >= at ? Revocation::Good : Revocation::Stale, ends};
}

} // namespace

RevocationAnswer revocationOf(X509* certificate, X509* issuer, const std::vector<SharedList>& lists,
                              const QDateTime& at) {
    // From the worst that can be said to the best that one list says: revoked beats all, fresh beats stale.
    RevocationAnswer answer;
    for (const SharedList& list : lists) {
        if (!isFitting(certificate, issuer, list.get())) {
            continue;
        }
        const RevocationAnswer one = answerOf(certificate, list.get(), at);
        if (one.state == Revocation::Revoked) {
            ERR_clear_error();
            return one;
        }
        const bool better = answer.state == Revocation::Unknown || one.state == Revocation::RevokedLater ||
                            (answer.state == Revocation::Stale && one.state == Revocation::Good);
        if (better) {
            answer = one;
        }
    }
    ERR_clear_error();
    return answer;
}

} // namespace docsig
