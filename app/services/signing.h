// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/draft.h"
#include "app/services/signdocument.h"

namespace app {

/// What signing and sealing share: showing the bytes, and writing one signature into one field.
struct SignatureTask {
    DocumentDetail document;
    QLatin1StringView field;
    PageBox place;
    QString picturePath;     ///< may be empty: then the field is drawn empty
    bool lockFields = false; ///< FieldMDP from the field's lock
    QString reason;
};

/// The bytes, the worker's report on them and the picture. `content-missing` while the PDF has not come yet.
[[nodiscard]] Result<SigningView> showForSignature(const OfficeDesk& desk, const SignatureTask& task);

/// The fresh bytes and what they are; nothing is stored. `shownSha256` is that of the bytes the person saw.
struct SignedBytes {
    QByteArray pdf;
    docsig::CertificateFacts certificate;
    docsig::SignatureReport report;
};

[[nodiscard]] Result<SignedBytes> signBytes(const OfficeDesk& desk, const SignatureTask& task,
                                            const QByteArray& shownSha256, const KeySource& key,
                                            const docsig::Pin& pin);

} // namespace app
