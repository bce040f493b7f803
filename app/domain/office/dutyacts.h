// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/lease.h"
#include "app/domain/reminder.h"

#include <QDate>
#include <QString>

namespace app::acts {

/// A desk takes the office's lease, or goes on with it, for so many seconds of the server's clock (in the stream of
/// leases): LeaseFold.
struct LeaseTaken {
    QString desk{};
    LeaseKind kind = LeaseKind::Window;
    int seconds = 0;

    friend bool operator==(const LeaseTaken&, const LeaseTaken&) = default;
};

/// The holder gives it up before its end.
struct LeaseLeft {
    QString desk{};

    friend bool operator==(const LeaseLeft&, const LeaseLeft&) = default;
};

/// A clerk sets on which days the office reminds (in the stream of leases), the whole table each time: the last one
/// counts, at all desks alike.
struct ReminderDaysSet {
    ReminderDays days{};

    friend bool operator==(const ReminderDaysSet&, const ReminderDaysSet&) = default;
};

} // namespace app::acts
