// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signdocument.h"

#include "app/services/evidencequeue.h"
#include "app/services/flowfieldnames.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<SignatureTask> taskFor(const OfficeDesk& desk, const DocumentId& id) {
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
    const auto task = taskFor(m_desk, id);
    return task ? showForSignature(m_desk, *task) : std::unexpected(task.error());
}

Result<SigningReceipt> SignDocument::sign(const DocumentId& id, const QByteArray& shownSha256, const KeySource& key,
                                          const docsig::Pin& pin) {
    const auto task = taskFor(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, key, pin));
}

Result<SigningReceipt> SignDocument::sign(const DocumentId& id, const QByteArray& shownSha256,
                                          SigningSession& session) {
    const auto task = taskFor(m_desk, id);
    if (!task) {
        return std::unexpected(task.error());
    }
    return keep(id, signBytes(m_desk, *task, shownSha256, session));
}

Result<SigningReceipt> SignDocument::keep(const DocumentId& id, const Result<SignedBytes>& made) {
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
        // From here on the office's clerks take part: they number and seal.
        const auto act = m_desk.store().record(
            {.stream = m_desk.caseOf(id),
             .body = acts::Signed{.document = id, .pdfSha256 = *stored, .signerName = made->certificate.commonName},
             .participants = {m_desk.organ().mailbox()},
             .cites = {*stored}});
        if (!act) {
            return std::unexpected(act.error());
        }
        const docsig::Level wanted = m_desk.profile().evidence.levelOfSignatures();
        if (auto planned = EvidenceQueue(m_desk).plan(id, wanted); !planned) {
            return std::unexpected(planned.error());
        }
        return SigningReceipt{
            .sha256 = *stored, .certificate = made->certificate, .report = made->report, .wanted = wanted};
    });
}

} // namespace app
