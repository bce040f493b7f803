// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/senddocument.h"

#include "app/services/keepbooks.h"
#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/secrecyguard.h"
#include "app/services/storepacket.h"

#include <algorithm>

namespace app {

namespace {

/// The draft's names are what was printed, the packet's are what is in force.
Result<QList<OrganRef>> resolve(const OfficeDesk& desk, const DocumentDetail& document,
                                const QList<OrganId>& receivers) {
    QList<OrganId> wanted = receivers;
    if (wanted.isEmpty()) {
        for (const OrganRef& receiver : document.receivers) {
            wanted.append(receiver.id);
        }
    }
    auto resolved = resolveReceivers(desk, wanted);
    if (resolved && resolved->isEmpty()) {
        return fail("no-receiver", document.summary.id.text());
    }
    return resolved;
}

Result<DocumentDetail> sealedDocument(const OfficeDesk& desk, const DocumentId& id) {
    const auto seen = desk.store().documents().detail(id);
    if (!seen) {
        return seen;
    }
    if (auto open = refuseSecret(seen->summary.secrecy); !open) {
        return std::unexpected(open.error());
    }
    const DocumentState state = seen->summary.state;
    if (state == DocumentState::Signed || state == DocumentState::Numbered ||
        state == DocumentState::WaitingForSignature || state == DocumentState::WaitingForInitial) {
        return fail("send-before-seal", stateKey(state));
    }
    if (auto stands = checkNumberStands(desk, id); !stands) {
        return std::unexpected(stands.error());
    }
    return desk.forAction(id, &Actions::canSend);
}

/// The people of the office whose work the answer ends: those who directed, lead or support it.
QStringList followersOf(const OfficeDesk& desk, const std::optional<DocumentId>& answered) {
    QStringList mailboxes;
    if (!answered) {
        return mailboxes;
    }
    const auto document = desk.store().documents().detail(*answered);
    const auto people = desk.store().directory().people();
    if (!document || !people) {
        return mailboxes;
    }
    for (const Person& person : *people) {
        const bool takesPart = std::ranges::any_of(document->work, [&](const WorkLine& line) {
            return line.by == person.mailbox() || (line.role != WorkRole::Inform && isShareOf(line.to, person));
        });
        if (takesPart) {
            mailboxes.append(person.mailbox());
        }
    }
    return mailboxes;
}

} // namespace

SendDocument::SendDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<OrganRef>> resolveReceivers(const OfficeDesk& desk, const QList<OrganId>& receivers) {
    QList<OrganRef> resolved;
    for (const OrganId& id : receivers) {
        const auto agency = desk.store().directory().agency(id);
        if (!agency) {
            return std::unexpected(agency.error());
        }
        if (!*agency || !(*agency)->isOpen(desk.today()) || id == desk.organ()) {
            return fail("receiver-not-possible", id.text());
        }
        const OrganRef found{.id = id, .name = (*agency)->name};
        if (!resolved.contains(found)) {
            resolved.append(found);
        }
    }
    return resolved;
}

Result<SendReceipt> SendDocument::send(const DocumentId& id, const QList<OrganId>& receivers, const PacketSeal* seal) {
    return sendAs(id, receivers, {}, seal);
}

Result<SendReceipt> SendDocument::sendAs(const DocumentId& id, const QList<OrganId>& receivers,
                                         const std::function<void(exchange::DocumentPacket&)>& finish,
                                         const PacketSeal* seal) {
    OfficeStore& store = m_desk.store();
    const auto document = sealedDocument(m_desk, id);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto resolved = resolve(m_desk, *document, receivers);
    if (!resolved) {
        return std::unexpected(resolved.error());
    }
    const auto pdf = store.blobs().path(document->pdfSha256);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    exchange::DocumentPacket composed = documentPacket(*document, *resolved, m_desk.profile(), *pdf, m_desk.now());
    if (finish) {
        finish(composed);
    }
    const auto stored = storeSealedPacket(m_desk, composed, seal);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const QByteArray packet = stored->sha256;
    const std::optional<DocumentId> answers = document->replyTo ? document->replyTo->local : std::nullopt;
    const QStringList followers = followersOf(m_desk, answers);
    const auto recorded = store.together([&]() -> Result<OfficeAct> {
        auto act = store.record({.stream = m_desk.caseOf(id),
                                 .body = acts::Sent{.document = id,
                                                    .packetSha256 = packet,
                                                    .packetDocumentId = packetDocumentId(*document),
                                                    .receivers = *resolved,
                                                    .answers = answers},
                                 .participants = followers,
                                 .cites = {}});
        if (!act) {
            return act;
        }
        if (auto planned = store.outbox().planPacket(packet, QStringLiteral("edoc")); !planned) {
            return std::unexpected(planned.error());
        }
        return act;
    });
    if (!recorded) {
        return std::unexpected(recorded.error());
    }
    const auto path = store.blobs().path(packet);
    if (!path) {
        return std::unexpected(path.error());
    }
    SendReceipt receipt{.packetSha256 = packet, .packetPath = *path, .receivers = {}, .sealing = stored->sealing};
    for (const OrganRef& organ : *resolved) {
        receipt.receivers.append(organ.id);
    }
    return receipt;
}

} // namespace app
