// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does with the server, and for the whole office.
#include "app/runtime/officesession.h"
#include "ui/presentation/sessionoffice.h"

#include <chrono>
#include <future>
#include <thread>

namespace ui {

namespace {

constexpr std::chrono::seconds longestLeaving(3);

} // namespace

app::Result<app::SyncSummary> SessionOffice::sync(const app::ProgressCallback& progress, std::stop_token stop) {
    auto summary = m_session.syncOffice().sync(progress, stop);
    if (!summary || !summary->asked || m_isLeaving || stop.stop_requested()) {
        return summary;
    }
    // What the office owes when nobody looks, where it is this desk's turn; what was written goes out at once.
    const auto turn = m_session.officeDuties().turn(app::LeaseKind::Window, stop);
    if (!turn) {
        summary->problems.append(turn.error());
    } else if (turn->reminders > 0) {
        return m_session.syncOffice().sync(progress, stop);
    }
    return summary;
}

app::Result<app::DutyTurn> SessionOffice::duties() {
    return m_session.officeDuties().look();
}

app::Result<app::ReminderDays> SessionOffice::reminderDays() {
    return m_session.reminders().days();
}

app::Result<void> SessionOffice::leaveDuties() {
    m_isLeaving = true;
    // Without a line nobody waits for it: the lease ends by itself.
    std::stop_source stop;
    std::promise<void> ended;
    std::jthread clock([stop, left = ended.get_future()]() mutable {
        if (left.wait_for(longestLeaving) == std::future_status::timeout) {
            stop.request_stop();
        }
    });
    const auto left = m_session.officeDuties().leave(stop.get_token());
    ended.set_value();
    return left;
}

app::Result<QList<app::ReminderView>> SessionOffice::takeReminders() {
    return m_session.reminders().takeNew();
}

} // namespace ui
