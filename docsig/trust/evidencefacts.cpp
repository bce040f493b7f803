// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/evidencefacts.h"

#include "docsig/trust/trustcontents.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

using AccessPlaces = std::unique_ptr<AUTHORITY_INFO_ACCESS, Freeing<AUTHORITY_INFO_ACCESS_free>>;
using ListPlaces = std::unique_ptr<CRL_DIST_POINTS, Freeing<CRL_DIST_POINTS_free>>;
using Response = std::unique_ptr<OCSP_RESPONSE, Freeing<OCSP_RESPONSE_free>>;
using BasicResponse = std::unique_ptr<OCSP_BASICRESP, Freeing<OCSP_BASICRESP_free>>;

void addAddress(const GENERAL_NAME* name, QStringList& addresses) {
    if (name == nullptr || name->type != GEN_URI) {
        return;
    }
    const ASN1_IA5STRING* text = name->d.uniformResourceIdentifier;
    const QString address =
        QString::fromLatin1(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
    if (address.startsWith("http://"_L1, Qt::CaseInsensitive) ||
        address.startsWith("https://"_L1, Qt::CaseInsensitive)) {
        addresses.append(address);
    }
}

void addAddressesOf(const X509* certificate, QStringList& addresses) {
    const AccessPlaces access(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int index = 0; access && index < sk_ACCESS_DESCRIPTION_num(access.get()); ++index) {
        addAddress(sk_ACCESS_DESCRIPTION_value(access.get(), index)->location, addresses);
    }
    const ListPlaces lists(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int index = 0; lists && index < sk_DIST_POINT_num(lists.get()); ++index) {
        const DIST_POINT_NAME* point = sk_DIST_POINT_value(lists.get(), index)->distpoint;
        if (point == nullptr || point->type != 0) {
            continue;
        }
        for (int name = 0; name < sk_GENERAL_NAME_num(point->name.fullname); ++name) {
            addAddress(sk_GENERAL_NAME_value(point->name.fullname, name), addresses);
        }
    }
}

QDateTime listEnds(QByteArrayView der) {
    const X509List list = parseRevocationList(der);
    const ASN1_TIME* next = list ? X509_CRL_get0_nextUpdate(list.get()) : nullptr;
    return next != nullptr ? timeOf(next) : QDateTime();
}

QDateTime responseEnds(QByteArrayView der) {
    const unsigned char* at = bytesOf(der);
    const Response response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
    if (!response || at != bytesOf(der) + der.size() ||
        OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) {
        return {};
    }
    const BasicResponse basic(OCSP_response_get1_basic(response.get()));
    QDateTime earliest;
    for (int index = 0; basic && index < OCSP_resp_count(basic.get()); ++index) {
        ASN1_GENERALIZEDTIME* next = nullptr;
        OCSP_single_get0_status(OCSP_resp_get0(basic.get(), index), nullptr, nullptr, nullptr, &next);
        const QDateTime ends = next != nullptr ? timeOf(next) : QDateTime();
        if (!ends.isValid()) {
            return {}; // one of them is good for this moment alone
        }
        earliest = earliest.isValid() ? qMin(earliest, ends) : ends;
    }
    return earliest;
}

} // namespace

QStringList namedAddresses(const TrustStore& store) {
    QStringList addresses;
    for (const SharedCertificate& certificate : store.contents().roots) {
        addAddressesOf(certificate.get(), addresses);
    }
    for (const SharedCertificate& certificate : store.contents().intermediates) {
        addAddressesOf(certificate.get(), addresses);
    }
    addresses.sort();
    addresses.removeDuplicates();
    ERR_clear_error();
    return addresses;
}

QDateTime answerEnds(EvidenceQuery::Kind kind, QByteArrayView answer) {
    QDateTime ends;
    if (kind == EvidenceQuery::Kind::Crl) {
        ends = listEnds(answer);
    } else if (kind == EvidenceQuery::Kind::Ocsp) {
        ends = responseEnds(answer);
    }
    ERR_clear_error();
    return ends;
}

} // namespace docsig
