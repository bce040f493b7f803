// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/reminder.h"

#include <QList>

#include <optional>

namespace app {

class OfficeDesk;
struct DueShare;

/// Reminders before and after the last day of work, and telling heads of what is late, for the whole office. Written
/// down before they are told, each once, whoever tells it. Blocking; any thread but the GUI's.
class Reminders {
public:
    explicit Reminders(OfficeDesk& desk);

    /// Writes down what is to be told today and was not; gives how many. Of a great pile a part: the rest follows with
    /// the next call.
    [[nodiscard]] Result<int> tell();

    /// What this person was told and what still waits, the longest late first.
    [[nodiscard]] Result<QList<ReminderView>> mine() const;
    /// Those of them that came since this was asked last; noted before they are given.
    [[nodiscard]] Result<QList<ReminderView>> takeNew();

    /// The days of the table that the office goes by, as far as is known here.
    [[nodiscard]] Result<ReminderDays> days() const;
    /// Others for the whole office; nothing: those that come with the program again. A clerk's deed, at the server
    /// directly. `reminder-days-wrong` (see readReminderDays()), `reminder-days-not-yours` (no clerk),
    /// `reminder-days-busy`; the errors of the line.
    [[nodiscard]] Result<void> setDays(const std::optional<ReminderDays>& days);

    static constexpr int mostAtOnce = 200;

private:
    /// Whom to tell of this work today who was not told.
    [[nodiscard]] Result<QList<Reminder>> missing(const DueShare& share, const ReminderDays& days) const;
    [[nodiscard]] Result<void> record(const Reminder& reminder);

    OfficeDesk& m_desk;
};

} // namespace app
