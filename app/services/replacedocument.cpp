// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/replacedocument.h"

#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/reasons.h"

namespace app {

namespace {

/// Its own receivers, and whoever has one of the earlier documents.
QList<OrganId> everybody(const DocumentDetail& document, const QList<DocumentDetail>& earlier) {
    QList<OrganId> receivers;
    const auto add = [&receivers](const OrganId& organ) {
        if (!receivers.contains(organ)) {
            receivers.append(organ);
        }
    };
    for (const OrganRef& receiver : document.receivers) {
        add(receiver.id);
    }
    for (const DocumentDetail& one : earlier) {
        for (const TrailLine& line : one.trail) {
            const bool isGone = isTakenBack(line) || line.lastCode == QStringLiteral("cancelled");
            if (!isGone) {
                add(line.receiver.id);
            }
        }
    }
    return receivers;
}

} // namespace

ReplaceDocument::ReplaceDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<SendReceipt> ReplaceDocument::replace(const QList<DocumentId>& earlier, const DocumentId& by,
                                             const QString& reason, const PacketSeal* seal) {
    OfficeStore& store = m_desk.store();
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    if (earlier.isEmpty()) {
        return fail("replaces-nothing", by.text());
    }
    QList<DocumentDetail> replaced;
    for (const DocumentId& id : earlier) {
        auto document = store.documents().detail(id);
        if (!document) {
            return std::unexpected(document.error());
        }
        if (document->summary.incoming || document->summary.state != DocumentState::Sent || id == by) {
            return fail("replaced-not-sent", id.text());
        }
        replaced.append(std::move(*document));
    }
    const auto document = store.documents().detail(by);
    if (!document) {
        return std::unexpected(document.error());
    }
    return store.together([&]() -> Result<SendReceipt> {
        const auto sent = SendDocument(m_desk).sendAs(
            by, everybody(*document, replaced),
            [&](exchange::DocumentPacket& packet) { markReplacement(packet, *words, replaced); }, seal);
        if (!sent) {
            return sent;
        }
        for (const DocumentId& id : earlier) {
            const auto act = store.record({.stream = m_desk.caseOf(id),
                                           .body = acts::Superseded{.document = id, .by = by, .reason = *words},
                                           .participants = {},
                                           .cites = {}});
            if (!act) {
                return std::unexpected(act.error());
            }
        }
        return sent;
    });
}

} // namespace app
