// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/watchrights.h"

#include "app/domain/streams.h"
#include "app/services/delegations.h"
#include "app/services/officedesk.h"

#include <algorithm>

namespace app {

namespace {

bool isWatched(const OfficeDesk& desk) {
    return answersForRights(roleKey(desk.person().role));
}

} // namespace

WatchRights::WatchRights(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<RightsChange>> WatchRights::open() const {
    if (!isWatched(m_desk)) {
        return QList<RightsChange>();
    }
    auto changes = m_desk.store().directory().rightsChanges();
    if (changes) {
        changes->removeIf([](const RightsChange& change) { return !change.isOpen(); });
    }
    return changes;
}

Result<QList<RightsChange>> WatchRights::all() const {
    return isWatched(m_desk) ? m_desk.store().directory().rightsChanges() : fail("rights-not-yours");
}

Result<void> WatchRights::confirm(const QString& whom) {
    const auto changes = all();
    if (!changes) {
        return std::unexpected(changes.error());
    }
    const QString mailbox = whom.contains(u'/') ? whom.trimmed() : m_desk.organ().text() + u'/' + whom.trimmed();
    if (mailbox == m_desk.person().mailbox()) {
        return fail("rights-own");
    }
    const auto newest = std::ranges::find_if(changes->crbegin(), changes->crend(), [&](const RightsChange& change) {
        return change.mailbox == mailbox && change.isOpen();
    });
    if (newest == changes->crend()) {
        return fail("rights-nothing-waits", whom);
    }
    const auto participants = peopleToTell(m_desk);
    if (!participants) {
        return std::unexpected(participants.error());
    }
    const auto act = m_desk.store().record(
        {.stream = standingStream(m_desk.organ()),
         .body = acts::RightsConfirmed{.mailbox = mailbox, .rights = newest->now, .version = newest->version},
         .participants = *participants,
         .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace app
