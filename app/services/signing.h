// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/draft.h"
#include "app/domain/office/officeact.h"
#include "app/services/signdocument.h"
#include "app/services/signingsession.h"

#include <functional>

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
    QByteArray base{};     ///< the PDF that was signed
    DocumentState state{}; ///< of the document when it was opened
};

[[nodiscard]] Result<SignedBytes> signBytes(const OfficeDesk& desk, const SignatureTask& task,
                                            const QByteArray& shownSha256, const KeySource& key,
                                            const docsig::Pin& pin);
/// The same with a key that openForSigning() opened; what the key answers is for the caller to tell the session.
[[nodiscard]] Result<SignedBytes> signBytes(const OfficeDesk& desk, const SignatureTask& task,
                                            const QByteArray& shownSha256, SigningSession& session);

/// Stores the signed bytes, the act that tells of them (made with their hash) and the evidence that is wanted for them,
/// in one transaction, and only where the document is still the one that was signed: a token may take minutes, and
/// another desk's act may have come meanwhile. `participants` take part from here on. Codes: document-moved-on, those
/// of the store.
[[nodiscard]] Result<SigningReceipt> storeSigned(OfficeDesk& desk, const DocumentId& id, const SignedBytes& made,
                                                 const std::function<ActBody(const QByteArray& sha256)>& act,
                                                 const QStringList& participants, docsig::Level wanted);

/// The key for signatures in that field, opened with one PIN. A certificate that must not sign now is refused: before
/// the PIN is used where it is the profile's and known, else when the key tells it. `certificate-not-usable` and the
/// codes of the keys.
[[nodiscard]] Result<SigningSession> openForSigning(const OfficeDesk& desk, QLatin1StringView field,
                                                    const KeySource& key, const docsig::Pin& pin);

} // namespace app
