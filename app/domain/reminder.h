// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/person.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What a reminder says (Nghị định 30/2020 art. 24: somebody is charged with following up what is due).
enum class ReminderStage {
    Before,    ///< sắp đến hạn: to whoever has the work
    After,     ///< quá hạn: to whoever has the work
    Escalated, ///< báo cáo quá hạn: to the head of the unit
};
/// "before", "after", "escalated".
[[nodiscard]] QString reminderStageKey(ReminderStage stage);
[[nodiscard]] std::optional<ReminderStage> reminderStageFromKey(QStringView key);

/// One of the days on which something is told, counted from the last day of the work.
struct ReminderStep {
    ReminderStage stage = ReminderStage::Before;
    int days = 0;

    friend bool operator==(const ReminderStep&, const ReminderStep&) = default;
};

/// On which days before and after the last one reminders go out, and after how many days the head of the unit is told:
/// the table resources/office/reminders.json, or what the office set instead. Before the last day workdays are counted,
/// after it all days.
struct ReminderDays {
    QList<int> before{};
    QList<int> after{};
    QList<int> escalate{};
    QList<QDate> holidays{}; ///< on which the office does not work, besides those of each year

    friend bool operator==(const ReminderDays&, const ReminderDays&) = default;
};

inline constexpr int mostReminderDays = 365;
inline constexpr int mostRemindersOfAStage = 10;
inline constexpr int mostOfficeHolidays = 400; ///< of several years

/// The table that comes with the program.
[[nodiscard]] const ReminderDays& usualReminderDays();
/// {"before": [3, 1, 0], "after": [1, 5], "escalate": [2, 7]}: whole numbers up to 365, "before" from 0, the others
/// from 1, at most ten of each, which need not stand in any order; with "holidays": ["2027-02-08"] where there are any.
/// Nothing where it is anything else.
[[nodiscard]] std::optional<ReminderDays> readReminderDays(const QByteArray& json);
[[nodiscard]] QByteArray writeReminderDays(const ReminderDays& days);

/// The last day of work of which something is to be told before its end, seen from today; today where nothing is.
[[nodiscard]] QDate furthestDue(const ReminderDays& days, const QDate& today);

/// What is to be told today of work whose last day is `due`: of the days that have come the nearest one alone, so that
/// who was off for a week does not hear everything at once; escalation beside it.
[[nodiscard]] QList<ReminderStep> reminderSteps(const ReminderDays& days, const QDate& due, const QDate& today);

/// One reminder. Who is told what of whose work is its identity: told once, whoever told it and how often.
struct Reminder {
    DocumentId document;
    QString to{};     ///< mailbox of a person or unit
    QString holder{}; ///< whose work it is: a mailbox, or the name of a unit that has none
    QDate due{};
    ReminderStep step{};
    QString by{};   ///< mailbox of the desk that told it
    QDateTime at{}; ///< UTC, of the server; of that desk while it waits

    [[nodiscard]] bool isSame(const Reminder& other) const {
        return document == other.document && to == other.to && holder == other.holder && due == other.due &&
               step == other.step;
    }
    friend bool operator==(const Reminder&, const Reminder&) = default;
};

/// A reminder as it is shown.
struct ReminderView {
    Reminder reminder;
    QString number{}; ///< of the document, as displayed
    QString subject{};
    QString holderName{}; ///< the mailbox where the directory has no name

    friend bool operator==(const ReminderView&, const ReminderView&) = default;
};

/// Who hears that `holder` is late with work that `giver` gave: the leaders of their unit; where it has none, whoever
/// gave it, if that is a leader; else the leaders who belong to no unit. Never the holder.
[[nodiscard]] QStringList headsOf(const QString& holder, const QString& giver, const QList<Person>& people);

/// "còn 2 ngày", "quá hạn 5 ngày" are made by whoever shows it; this is the day alone: days from `today` to the last
/// one, negative when late.
[[nodiscard]] inline qint64 daysLeft(const Reminder& reminder, const QDate& today) {
    return today.daysTo(reminder.due);
}

} // namespace app
