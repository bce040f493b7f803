// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/recalldocument.h"

#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/reasons.h"
#include "app/services/storepacket.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Those that are meant, as the trail names them.
Result<QList<OrganRef>> meant(const DocumentDetail& document, const QList<OrganId>& from) {
    QList<OrganRef> receivers;
    for (const TrailLine& line : document.trail) {
        if (isRecallable(line) && (from.isEmpty() || from.contains(line.receiver.id))) {
            receivers.append(line.receiver);
        }
    }
    for (const OrganId& wanted : from) {
        if (std::ranges::none_of(receivers, [&](const OrganRef& one) { return one.id == wanted; })) {
            return fail("receiver-not-recallable", wanted.text());
        }
    }
    if (receivers.isEmpty()) {
        return fail("nobody-to-recall-from", document.summary.number);
    }
    return receivers;
}

QList<OrganRef> others(const DocumentDetail& document, const QList<OrganRef>& receivers) {
    QList<OrganRef> rest;
    for (const TrailLine& line : document.trail) {
        const bool isMeant =
            std::ranges::any_of(receivers, [&](const OrganRef& one) { return one.id == line.receiver.id; });
        if (!isMeant && line.lastCode != u"cancelled"_s) {
            rest.append(line.receiver);
        }
    }
    return rest;
}

} // namespace

RecallDocument::RecallDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<RecallReceipt> RecallDocument::recall(const DocumentId& id, const QString& reason, const QList<OrganId>& from,
                                             const PacketSeal* seal) {
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    OfficeStore& store = m_desk.store();
    return store.together([&]() -> Result<RecallReceipt> {
        const auto document = m_desk.forAction(id, &Actions::canRecall);
        if (!document) {
            return std::unexpected(document.error());
        }
        const auto receivers = meant(*document, from);
        if (!receivers) {
            return std::unexpected(receivers.error());
        }
        const auto isOut = store.outbox().takeOut(document->packetSha256);
        if (!isOut) {
            return std::unexpected(isOut.error());
        }
        return *isOut ? takeBack(*document, *receivers, *words, seal) : ask(*document, *receivers, *words, seal);
    });
}

Result<RecallReceipt> RecallDocument::takeBack(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                               const QString& reason, const PacketSeal* seal) {
    OfficeStore& store = m_desk.store();
    const DocumentId id = document.summary.id;
    const QList<OrganRef> rest = others(document, receivers);
    const std::optional<DocumentId> answers = document.replyTo ? document.replyTo->local : std::nullopt;
    const auto act = store.record({.stream = m_desk.caseOf(id),
                                   .body = acts::RecallAsked{.document = id,
                                                             .packetSha256 = {},
                                                             .receivers = receivers,
                                                             .reason = reason,
                                                             .answers = rest.isEmpty() ? answers : std::nullopt},
                                   .participants = {},
                                   .cites = {}});
    if (!act) {
        return std::unexpected(act.error());
    }
    RecallReceipt receipt{.asked = {}, .notSent = receivers, .sentAgain = rest};
    if (rest.isEmpty()) {
        return receipt;
    }
    const auto pdf = store.blobs().path(document.pdfSha256);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    const auto packet =
        storeSealedPacket(m_desk, documentPacket(document, rest, m_desk.profile(), *pdf, m_desk.now()), seal);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    const auto sent = store.record({.stream = m_desk.caseOf(id),
                                    .body = acts::Sent{.document = id,
                                                       .packetSha256 = packet->sha256,
                                                       .packetDocumentId = document.packetDocumentId,
                                                       .receivers = rest,
                                                       .answers = answers},
                                    .participants = {},
                                    .cites = {}});
    if (!sent) {
        return std::unexpected(sent.error());
    }
    if (auto planned = store.outbox().planPacket(packet->sha256, u"edoc"_s); !planned) {
        return std::unexpected(planned.error());
    }
    receipt.sealing = packet->sealing;
    return receipt;
}

Result<RecallReceipt> RecallDocument::ask(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                          const QString& reason, const PacketSeal* seal) {
    const Profile profile = m_desk.profile();
    RecallReceipt receipt{.asked = receivers, .notSent = {}, .sentAgain = {}};
    if (profile.recallBy != RecallBy::Status) {
        const auto packet =
            storeSealedPacket(m_desk, withdrawalPacket(document, receivers, reason, profile, m_desk.now()), seal);
        if (!packet) {
            return std::unexpected(packet.error());
        }
        receipt.sealing = packet->sealing;
        const auto queued = queue(document, receivers, reason, packet->sha256, u"edoc"_s);
        return queued ? Result<RecallReceipt>(receipt) : std::unexpected(queued.error());
    }
    for (const OrganRef& receiver : receivers) {
        const auto queued = queue(
            document, {receiver}, reason,
            storePacket(m_desk, withdrawalStatus(document, receiver, reason, profile, m_desk.now())), u"status"_s);
        if (!queued) {
            return std::unexpected(queued.error());
        }
    }
    return receipt;
}

Result<void> RecallDocument::queue(const DocumentDetail& document, const QList<OrganRef>& receivers,
                                   const QString& reason, const Result<QByteArray>& packet, const QString& kind) {
    OfficeStore& store = m_desk.store();
    if (!packet) {
        return std::unexpected(packet.error());
    }
    const DocumentId id = document.summary.id;
    const auto act = store.record({.stream = m_desk.caseOf(id),
                                   .body = acts::RecallAsked{.document = id,
                                                             .packetSha256 = *packet,
                                                             .receivers = receivers,
                                                             .reason = reason,
                                                             .answers = std::nullopt},
                                   .participants = {},
                                   .cites = {}});
    return act ? store.outbox().planPacket(*packet, kind) : std::unexpected(act.error());
}

} // namespace app
