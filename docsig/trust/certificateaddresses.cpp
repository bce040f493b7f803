// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/certificateaddresses.h"

#include <openssl/err.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostAddresses = 8;
constexpr int longestAddress = 2000;

using AccessList = std::unique_ptr<AUTHORITY_INFO_ACCESS, Freeing<AUTHORITY_INFO_ACCESS_free>>;
using Points = std::unique_ptr<CRL_DIST_POINTS, Freeing<CRL_DIST_POINTS_free>>;

void take(QStringList& into, const GENERAL_NAME* name) {
    if (name == nullptr || name->type != GEN_URI) {
        return;
    }
    const ASN1_IA5STRING* text = name->d.uniformResourceIdentifier;
    const int size = ASN1_STRING_length(text);
    const QString address =
        size <= longestAddress ? QString::fromLatin1(QByteArrayView(ASN1_STRING_get0_data(text), size)) : QString();
    const bool web =
        address.startsWith("http://"_L1, Qt::CaseInsensitive) || address.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (web && !into.contains(address) && into.size() < mostAddresses) {
        into.append(address);
    }
}

QStringList accessAddresses(const X509* certificate, int method) {
    const AccessList all(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    QStringList found;
    for (int i = 0; all && i < sk_ACCESS_DESCRIPTION_num(all.get()); ++i) {
        const ACCESS_DESCRIPTION* one = sk_ACCESS_DESCRIPTION_value(all.get(), i);
        if (OBJ_obj2nid(one->method) == method) {
            take(found, one->location);
        }
    }
    ERR_clear_error();
    return found;
}

} // namespace

QStringList responderAddresses(const X509* certificate) {
    return accessAddresses(certificate, NID_ad_OCSP);
}

QStringList issuerAddresses(const X509* certificate) {
    return accessAddresses(certificate, NID_ad_ca_issuers);
}

QStringList listAddresses(const X509* certificate) {
    const Points all(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    QStringList found;
    for (int i = 0; all && i < sk_DIST_POINT_num(all.get()); ++i) {
        const DIST_POINT* point = sk_DIST_POINT_value(all.get(), i);
        const bool plain = point->reasons == nullptr && point->CRLissuer == nullptr && point->distpoint != nullptr &&
                           point->distpoint->type == 0;
        for (int k = 0; plain && k < sk_GENERAL_NAME_num(point->distpoint->name.fullname); ++k) {
            take(found, sk_GENERAL_NAME_value(point->distpoint->name.fullname, k));
        }
    }
    ERR_clear_error();
    return found;
}

QStringList addressesIn(const GENERAL_NAMES* names) {
    QStringList found;
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names); ++i) {
        take(found, sk_GENERAL_NAME_value(names, i));
    }
    return found;
}

} // namespace docsig
