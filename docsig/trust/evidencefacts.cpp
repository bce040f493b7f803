// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/evidencefacts.h"

#include "docsig/trust/certificateaddresses.h"
#include "docsig/trust/trustcontents.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>

namespace docsig {

namespace {

using Response = std::unique_ptr<OCSP_RESPONSE, Freeing<OCSP_RESPONSE_free>>;
using BasicResponse = std::unique_ptr<OCSP_BASICRESP, Freeing<OCSP_BASICRESP_free>>;

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
    for (const auto* certificates : {&store.contents().roots, &store.contents().intermediates}) {
        for (const SharedCertificate& certificate : *certificates) {
            addresses += responderAddresses(certificate.get()) + issuerAddresses(certificate.get()) +
                         listAddresses(certificate.get());
        }
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
