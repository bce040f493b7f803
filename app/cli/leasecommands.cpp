// SPDX-License-Identifier: GPL-3.0-or-later
// Who does what the office owes when nobody looks (lease show, lease leave), and on which days (lease days).
#include "app/cli/commands.h"
#include "app/cli/reminderoutput.h"
#include "app/cli/steps.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<int> showLease(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto turn = session.officeDuties().look();
        if (!turn) {
            return std::unexpected(turn.error());
        }
        const Terminal& terminal = invocation.terminal();
        if (turn->lease) {
            terminal.line(leaseLine(*turn->lease, terminal.language()));
        } else {
            terminal.line(u"nobody"_s, u"chưa máy nào đảm nhận"_s);
        }
        terminal.object(
            {{u"lease"_s, turn->lease ? QJsonValue(toJson(*turn->lease)) : QJsonValue()}, {u"ours"_s, turn->isOurs}});
        return 0;
    });
}

Result<int> leaveLease(Invocation& invocation) {
    return onSession(invocation, [](OfficeSession& session) { return ended(session.officeDuties().leave()); });
}

/// "3,1,0"; what stood there before where the option is not given. What is no number makes the table wrong.
QList<int> daysOption(const Arguments& arguments, const QString& name, const QList<int>& before) {
    if (!arguments.has(name)) {
        return before;
    }
    QList<int> days;
    for (const QString& word : arguments.value(name).split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int day = word.trimmed().toInt(&isNumber);
        days.append(isNumber ? day : -1);
    }
    return days;
}

QString daysText(const QList<int>& days) {
    QStringList words;
    for (const int day : days) {
        words << QString::number(day);
    }
    return words.isEmpty() ? u"–"_s : words.join(u", "_s);
}

/// Days that the office adds to its holidays or takes out of them; one that is none makes the table wrong.
QList<QDate> holidaysOption(const Arguments& arguments, QList<QDate> holidays) {
    for (const QString& text : arguments.values(u"holiday"_s)) {
        holidays.append(QDate::fromString(text, Qt::ISODate));
    }
    for (const QString& text : arguments.values(u"no-holiday"_s)) {
        holidays.removeAll(QDate::fromString(text, Qt::ISODate));
    }
    return holidays;
}

QString holidaysText(const QList<QDate>& holidays) {
    QStringList words;
    for (const QDate& day : holidays) {
        words << day.toString(u"dd/MM/yyyy"_s);
    }
    return words.isEmpty() ? u"–"_s : words.join(u", "_s);
}

Result<int> reminderDays(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        auto known = session.reminders().days();
        if (!known) {
            return std::unexpected(known.error());
        }
        const QStringList options{u"before"_s, u"after"_s, u"escalate"_s, u"holiday"_s, u"no-holiday"_s};
        const bool changes = std::ranges::any_of(options, [&](const QString& option) { return arguments.has(option); });
        if (changes || arguments.has(u"usual"_s)) {
            const ReminderDays wanted{.before = daysOption(arguments, u"before"_s, known->before),
                                      .after = daysOption(arguments, u"after"_s, known->after),
                                      .escalate = daysOption(arguments, u"escalate"_s, known->escalate),
                                      .holidays = holidaysOption(arguments, known->holidays)};
            if (auto set = session.reminders().setDays(changes ? std::optional(wanted) : std::nullopt); !set) {
                return std::unexpected(set.error());
            }
            known = session.reminders().days();
        }
        const Terminal& terminal = invocation.terminal();
        terminal.line(
            u"workdays before the last day: %1; days after it: %2; to the head of the unit: %3"_s.arg(
                daysText(known->before), daysText(known->after), daysText(known->escalate)),
            u"nhắc trước hạn: %1 ngày làm việc; nhắc sau hạn: %2 ngày; báo cáo phụ trách đơn vị: %3 ngày"_s.arg(
                daysText(known->before), daysText(known->after), daysText(known->escalate)));
        terminal.line(u"holidays of the office: %1"_s.arg(holidaysText(known->holidays)),
                      u"ngày nghỉ của cơ quan: %1"_s.arg(holidaysText(known->holidays)));
        terminal.object(QJsonDocument::fromJson(writeReminderDays(*known)).object());
        return 0;
    });
}

} // namespace

QList<Command> leaseCommands() {
    return {
        {u"lease show"_s,
         u"who of the office reminds those who have work that is due, and tells heads of what is late"_s,
         {},
         {},
         {},
         Needs::Core,
         showLease},
        {u"lease leave"_s,
         u"gives the lease up, where this profile holds it, so that another desk takes it at once"_s,
         {},
         {},
         {},
         Needs::Core,
         leaveLease},
        {u"lease days"_s,
         u"on which days the office reminds; with an option a clerk sets them for all desks"_s,
         {},
         {{u"before"_s, u"DAYS"_s, u"workdays before the last day, as 3,1,0"_s},
          {u"after"_s, u"DAYS"_s, u"days after it, as 1,5"_s},
          {u"escalate"_s, u"DAYS"_s, u"days after it on which the head of the unit is told, as 2,7"_s},
          {u"holiday"_s, u"YYYY-MM-DD"_s, u"a day on which the office does not work (Tết, Giỗ Tổ, a day in lieu)"_s,
           true},
          {u"no-holiday"_s, u"YYYY-MM-DD"_s, u"takes such a day out again"_s, true},
          {u"usual"_s, {}, u"those that come with the program again"_s}},
         {},
         Needs::Core,
         reminderDays},
    };
}

} // namespace app::cli
