// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "tests/docsig/handmadepdf.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <memory>

/// A small file with one signature, for tests that need one to look at.
namespace samples {

[[nodiscard]] inline std::unique_ptr<docsig::SigningKey> opened(const docsig::DemoKey& key) {
    const QTemporaryDir folder;
    const docsig::Pin pin = docsig::Pin::fromString(QStringLiteral("mã thử"));
    const QString path = folder.filePath(QStringLiteral("khóa.p12"));
    return key.writePkcs12(path, pin) ? docsig::openPkcs12(path, pin).value() : nullptr;
}

/// One page, certified by the key.
[[nodiscard]] inline QByteArray signedPdf(docsig::SigningKey& key, const QByteArray& plain = handmade::pdfWithTable()) {
    docsig::SignRequest request;
    request.fieldName = QStringLiteral("LeaderSignature");
    request.place = docsig::PagePlace{0, QRectF(330, 200, 113, 45)};
    request.appearancePdf = handmade::appearance(113, 45);
    request.docMdpPermission = 2;
    request.claimedTime = QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600);
    return docsig::PadesSigner().sign(plain, request, key).value();
}

} // namespace samples
