// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/initialdocument.h"

#include "app/domain/signingpurpose.h"
#include "app/services/flowfieldnames.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"

namespace app {

namespace {

Result<SignatureTask> initialTask(const OfficeDesk& desk, const DocumentId& id) {
    auto document = desk.forAction(id, &Actions::canInitial);
    if (!document) {
        return std::unexpected(document.error());
    }
    const PageBox place = document->places.initial;
    return SignatureTask{.document = std::move(*document),
                         .field = flow::initialField,
                         .place = place,
                         .picturePath = desk.profile().signaturePicture,
                         .lockFields = false,
                         .reason = factsOf(SigningPurpose::Initial).reason};
}

} // namespace

InitialDocument::InitialDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<SigningView> InitialDocument::open(const DocumentId& id) const {
    const auto task = initialTask(m_desk, id);
    return task ? showForSignature(m_desk, *task) : std::unexpected(task.error());
}

Result<SigningReceipt> InitialDocument::initial(const DocumentId& id, const QByteArray& shownSha256,
                                                const KeySource& key, const docsig::Pin& pin) {
    const auto task = initialTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, task->document.signer.mailbox, signBytes(m_desk, *task, shownSha256, key, pin));
}

Result<SigningReceipt> InitialDocument::initial(const DocumentId& id, const QByteArray& shownSha256,
                                                SigningSession& session) {
    const auto task = initialTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, task->document.signer.mailbox, signBytes(m_desk, *task, shownSha256, session));
}

Result<SigningReceipt> InitialDocument::keep(const DocumentId& id, const QString& signer,
                                             const Result<SignedBytes>& made) {
    if (!made) {
        return std::unexpected(made.error());
    }
    // From here on the leader takes part. The evidence is planned with the leader's own signature.
    return storeSigned(
        m_desk, id, *made,
        [&](const QByteArray& sha256) {
            return acts::Initialled{.document = id, .pdfSha256 = sha256, .signerName = made->certificate.commonName};
        },
        {signer}, docsig::Level::BB);
}

} // namespace app
