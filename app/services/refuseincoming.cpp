// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/refuseincoming.h"

#include "app/services/officedesk.h"
#include "app/services/owedstatuses.h"
#include "app/services/packetcomposer.h"
#include "app/services/reasons.h"
#include "app/services/storepacket.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

RefuseIncoming::RefuseIncoming(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> RefuseIncoming::refuse(const DocumentId& id, const QString& reason) {
    OfficeStore& store = m_desk.store();
    const auto words = checkedReason(reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    const auto document = m_desk.forAction(id, &Actions::canRefuse);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto facts = store.documents().packetOf(id);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    const auto packet = storePacket(
        m_desk, statusPacket(*facts, exchange::StatusCode::Refused, *words, m_desk.profile(), m_desk.now()));
    if (!packet) {
        return std::unexpected(packet.error());
    }
    return store.together([&]() -> Result<void> {
        const auto act =
            store.record({.stream = m_desk.caseOf(id),
                          .body = acts::Refused{.document = id, .packetSha256 = facts->sha256, .reason = *words},
                          .participants = {m_desk.organ().mailbox()},
                          .cites = {}});
        if (!act) {
            return std::unexpected(act.error());
        }
        // An acceptance that was begun and drew no number is not to follow the refusal.
        if (auto forgotten = OwedStatuses(m_desk).forget(id); !forgotten) {
            return forgotten;
        }
        return store.outbox().planPacket(*packet, u"status"_s);
    });
}

} // namespace app
