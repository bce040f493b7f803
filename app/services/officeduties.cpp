// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/officeduties.h"

#include "app/services/leasekeeper.h"
#include "app/services/officedesk.h"
#include "app/services/reminders.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

OfficeDuties::OfficeDuties(OfficeDesk& desk)
    : m_desk(desk) {}

Result<DutyTurn> OfficeDuties::turn(LeaseKind kind, std::stop_token stop) {
    if (m_desk.person().role != Role::Clerk) {
        return DutyTurn();
    }
    LeaseKeeper keeper(m_desk);
    const auto lease = keeper.hold(kind, std::move(stop));
    // Somebody opened the stream without the clerks: reminders, which count once whoever writes them, go out all the
    // same.
    const bool isShutOut = !lease && lease.error().code == u"not-permitted"_s;
    if (!lease && !isShutOut) {
        return std::unexpected(lease.error());
    }
    DutyTurn turn{.lease = isShutOut ? std::nullopt : *lease, .isOurs = isShutOut || keeper.isOurs(*lease)};
    if (turn.isOurs) {
        const auto told = Reminders(m_desk).tell();
        if (!told) {
            return std::unexpected(told.error());
        }
        turn.reminders = *told;
    }
    return turn;
}

Result<DutyTurn> OfficeDuties::look() const {
    const LeaseKeeper keeper(m_desk);
    const auto lease = keeper.held();
    return lease ? Result<DutyTurn>(DutyTurn{.lease = *lease, .isOurs = keeper.isOurs(*lease)})
                 : std::unexpected(lease.error());
}

Result<void> OfficeDuties::leave(std::stop_token stop) {
    return m_desk.person().role == Role::Clerk ? LeaseKeeper(m_desk).leave(std::move(stop)) : Result<void>();
}

} // namespace app
