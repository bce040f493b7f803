// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of time-stamp authorities, and foreign signatures that a stamp is to be put into.
#include "docsig/cms/cmsreader.h"
#include "docsig/cms/timestamprequest.h"

#include <QCryptographicHash>

#include <cstdint>
#include <cstdlib>

using namespace docsig;

namespace {

/// The request that the seeds answer.
const TimeStampRequest& fixedRequest() {
    static const TimeStampRequest request{{},
                                          QCryptographicHash::hash("hello", QCryptographicHash::Sha256),
                                          Digest::Sha256,
                                          QByteArray("\x42morethan", 8)};
    return request;
}

void stampInto(QByteArrayView bytes, QByteArrayView token) {
    const auto stamped = withSignatureTimeStamp(bytes, token);
    if (!stamped) {
        return;
    }
    const CmsReading before = readCms(bytes, CmsForm::Detached, {QByteArrayView("hello")});
    const CmsReading after = readCms(*stamped, CmsForm::Detached, {QByteArrayView("hello")});
    if (before.signatureValue != after.signatureValue || before.messageDigest != after.messageDigest ||
        before.integrity != after.integrity) {
        std::abort(); // what is signed was touched
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto token = tokenFromAnswer(bytes, fixedRequest())) {
        if (readCms(*token, CmsForm::TimeStamp, {QByteArrayView("hello")}).integrity != Judgement::Valid) {
            std::abort(); // a stamp that no verifier will take
        }
    }
    stampInto(bytes, QByteArrayView("\x30\x00", 2));
    stampInto(bytes, bytes);
    return 0;
}
