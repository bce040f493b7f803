// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/issueranswer.h"

#include "docsig/keys/certificate.h"
#include "docsig/keys/opensslpointers.h"
#include "docsig/trust/pathbuilder.h"

#include <openssl/cms.h>
#include <openssl/err.h>

namespace docsig {

namespace {

constexpr qsizetype largestBody = 1024 * 1024;
constexpr qsizetype mostIssuers = 32;

QList<QByteArray> certificatesOfCms(QByteArrayView bytes) {
    const unsigned char* at = bytesOf(bytes);
    const std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo_free>> cms(
        d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
    const bool signedData = cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed;
    const std::unique_ptr<STACK_OF(X509), Freeing<freeCertificateStack>> all(signedData ? CMS_get1_certs(cms.get())
                                                                                        : nullptr);
    QList<QByteArray> found;
    for (int i = 0; all && i < sk_X509_num(all.get()); ++i) {
        found.append(derOf(sk_X509_value(all.get(), i), i2d_X509));
    }
    ERR_clear_error();
    return found;
}

} // namespace

QList<QByteArray> issuersIn(QByteArrayView answer) {
    if (answer.isEmpty() || answer.size() > largestBody) {
        return {};
    }
    QList<QByteArray> found = certificatesIn(answer);
    if (found.isEmpty()) {
        found = certificatesOfCms(answer);
    }
    return found.first(qMin(found.size(), mostIssuers));
}

} // namespace docsig
