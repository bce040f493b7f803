// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signdocument.h"

#include "app/services/flowfieldnames.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<SignatureTask> signingTask(const OfficeDesk& desk, const DocumentId& id) {
    auto document = desk.forAction(id, &Actions::canSign);
    if (!document) {
        return std::unexpected(document.error());
    }
    const PageBox place = document->places.leaderSignature;
    const bool initialled = !document->places.initial.rect.isEmpty();
    return SignatureTask{.document = std::move(*document),
                         .field = flow::leaderField,
                         .place = place,
                         .picturePath = desk.profile().signaturePicture,
                         .lockFields = initialled, // the initials beside it
                         .reason = u"Ký ban hành"_s};
}

} // namespace

SignDocument::SignDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<SigningView> SignDocument::open(const DocumentId& id) const {
    const auto task = signingTask(m_desk, id);
    return task ? showForSignature(m_desk, *task) : std::unexpected(task.error());
}

Result<SigningReceipt> SignDocument::sign(const DocumentId& id, const QByteArray& shownSha256, const KeySource& key,
                                          const docsig::Pin& pin) {
    const auto task = signingTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, key, pin));
}

Result<SigningReceipt> SignDocument::sign(const DocumentId& id, const QByteArray& shownSha256,
                                          SigningSession& session) {
    const auto task = signingTask(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, session));
}

Result<SigningReceipt> SignDocument::keep(const DocumentId& id, const Result<SignedBytes>& made) {
    if (!made) {
        return std::unexpected(made.error());
    }
    // From here on the office's clerks take part: they number and seal.
    return storeSigned(
        m_desk, id, *made,
        [&](const QByteArray& sha256) {
            return acts::Signed{.document = id, .pdfSha256 = sha256, .signerName = made->certificate.commonName};
        },
        {m_desk.organ().mailbox()}, m_desk.profile().evidence.levelOfSignatures());
}

} // namespace app
