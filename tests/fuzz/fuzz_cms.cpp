// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign signatures, certificates, revocation lists and the worker's answers: whatever the bytes, the readers return.
#include "docsig/cms/cmsreader.h"
#include "docsig/keys/certificate.h"
#include "docsig/report/reportjson.h"
#include "docsig/trust/truststore.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace docsig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    for (const CmsForm form : {CmsForm::Detached, CmsForm::EnvelopedSha1, CmsForm::Cades, CmsForm::TimeStamp}) {
        const CmsReading reading = readCms(bytes, form, {QByteArrayView("hello")});
        if (reading.integrity == Judgement::Valid && reading.signerCertificate.isEmpty()) {
            std::abort(); // nobody signed, and yet it would be good
        }
    }
    TrustStore store;
    store.addRoot(bytes);
    store.addCrl(bytes);
    const PathJudgement judgement = judgePath(bytes, {bytes.toByteArray()}, store, QDateTime::fromSecsSinceEpoch(0));
    if (judgement.trust == Judgement::Valid && !describe(bytes)) {
        std::abort();
    }
    (void)certificatesIn(bytes);
    (void)fromJson(QJsonDocument::fromJson(bytes.toByteArray()).object());
    return 0;
}
