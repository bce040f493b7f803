// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/revocationlist.h"

#include "docsig/trust/certificateaddresses.h"

#include <QStringList>

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace docsig {

namespace {

using IssuingPoint = std::unique_ptr<ISSUING_DIST_POINT, Freeing<ISSUING_DIST_POINT_free>>;

/// Whether the issuer may sign lists at all (RFC 5280, 4.2.1.3).
bool maySignLists(X509* issuer) {
    return (X509_get_extension_flags(issuer) & EXFLAG_KUSAGE) == 0 || (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0;
}

/// Whether the part of the certificates that the list is about surely holds this one.
bool isPartOf(const ISSUING_DIST_POINT& point, X509* certificate) {
    const bool authority = (X509_get_extension_flags(certificate) & EXFLAG_CA) != 0;
    if (point.indirectCRL > 0 || point.onlyattr > 0 || point.onlysomereasons != nullptr ||
        (point.onlyuser > 0 && authority) || (point.onlyCA > 0 && !authority)) {
        return false;
    }
    if (point.distpoint == nullptr) {
        return true;
    }
    const QStringList listed = point.distpoint->type == 0 ? addressesIn(point.distpoint->name.fullname) : QStringList();
    const QStringList own = listAddresses(certificate);
    return std::ranges::any_of(listed, [&own](const QString& one) { return own.contains(one); });
}

/// No extension says that the list is about less than it needs to be.
bool covers(const X509_CRL* list, X509* certificate) {
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        X509_EXTENSION* extension = X509_CRL_get_ext(list, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_issuing_distribution_point) {
            const IssuingPoint point(static_cast<ISSUING_DIST_POINT*>(X509V3_EXT_d2i(extension)));
            if (!point || !isPartOf(*point, certificate)) {
                return false;
            }
        } else if (nid == NID_delta_crl || (X509_EXTENSION_get_critical(extension) != 0 && nid != NID_crl_number)) {
            return false;
        }
    }
    return true;
}

bool isOnHold(X509_REVOKED* entry) {
    const std::unique_ptr<ASN1_ENUMERATED, Freeing<ASN1_ENUMERATED_free>> reason(
        static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
    return reason && ASN1_ENUMERATED_get(reason.get()) == CRL_REASON_CERTIFICATE_HOLD;
}

QDateTime memoryOf(const X509_CRL* list) {
    // OpenSSL has no number for the extension.
    const std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT_free>> expiredCertsOnCrl(OBJ_txt2obj("2.5.29.60", 1));
    const int at = X509_CRL_get_ext_by_OBJ(list, expiredCertsOnCrl.get(), -1);
    if (at < 0) {
        return {};
    }
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_CRL_get_ext(list, at));
    const unsigned char* bytes = ASN1_STRING_get0_data(value);
    const std::unique_ptr<ASN1_GENERALIZEDTIME, Freeing<ASN1_GENERALIZEDTIME_free>> time(
        d2i_ASN1_GENERALIZEDTIME(nullptr, &bytes, ASN1_STRING_length(value)));
    return timeOf(time.get());
}

} // namespace

std::optional<ListStatement> statementAbout(const std::shared_ptr<X509_CRL>& signedList, X509* certificate,
                                            X509* issuer, KnownCertificates& known) {
    X509_CRL* list = signedList.get();
    const bool fits = X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate)) == 0 &&
                      covers(list, certificate) && maySignLists(issuer) && known.isSignedBy(signedList, issuer);
    if (!fits) {
        ERR_clear_error();
        return std::nullopt;
    }
    ListStatement statement;
    X509_REVOKED* entry = nullptr;
    statement.isNamed = X509_CRL_get0_by_cert(list, &entry, certificate) == 1;
    if (statement.isNamed) {
        statement.revokedAt = timeOf(X509_REVOKED_get0_revocationDate(entry));
        statement.onHold = isOnHold(entry);
    }
    statement.thisUpdate = timeOf(X509_CRL_get0_lastUpdate(list));
    statement.nextUpdate = timeOf(X509_CRL_get0_nextUpdate(list));
    statement.remembersSince = memoryOf(list);
    ERR_clear_error();
    return statement;
}

} // namespace docsig
