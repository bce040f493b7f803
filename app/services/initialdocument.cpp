// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/initialdocument.h"

#include "app/domain/signingpurpose.h"
#include "app/services/flowfieldnames.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"

namespace app {

namespace {

Result<SignatureTask> taskFor(const OfficeDesk& desk, const DocumentId& id) {
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
    const auto task = taskFor(m_desk, id);
    return task ? showForSignature(m_desk, *task) : std::unexpected(task.error());
}

Result<SigningReceipt> InitialDocument::initial(const DocumentId& id, const QByteArray& shownSha256,
                                                const KeySource& key, const docsig::Pin& pin) {
    const auto task = taskFor(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, task->document.signer.mailbox, signBytes(m_desk, *task, shownSha256, key, pin));
}

Result<SigningReceipt> InitialDocument::initial(const DocumentId& id, const QByteArray& shownSha256,
                                                SigningSession& session) {
    const auto task = taskFor(m_desk, id);
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
    return m_desk.store().together([&]() -> Result<SigningReceipt> {
        if (auto same = stillWhereItWas(m_desk, id, *made); !same) {
            return std::unexpected(same.error());
        }
        const auto stored = m_desk.store().putContent(made->pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        // From here on the leader takes part.
        const auto act = m_desk.store().record(
            {.stream = m_desk.caseOf(id),
             .body = acts::Initialled{.document = id, .pdfSha256 = *stored, .signerName = made->certificate.commonName},
             .participants = {signer},
             .cites = {*stored}});
        if (!act) {
            return std::unexpected(act.error());
        }
        return SigningReceipt{.sha256 = *stored, .certificate = made->certificate, .report = made->report};
    });
}

} // namespace app
