// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/reminder.h"

#include "app/domain/keyedvalue.h"
#include "app/domain/work.h"
#include "app/domain/workdays.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView reminderStageKeys[] = {"before"_L1, "after"_L1, "escalated"_L1};

std::optional<QList<int>> daysIn(const QJsonValue& value, int least) {
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > mostRemindersOfAStage) {
        return std::nullopt;
    }
    QList<int> days;
    for (const QJsonValue& one : array) {
        const int day = one.toInt(-1);
        if (!one.isDouble() || one.toDouble() != day || day < least || day > mostReminderDays) {
            return std::nullopt;
        }
        if (!days.contains(day)) {
            days.append(day);
        }
    }
    std::ranges::sort(days);
    return days;
}

std::optional<QList<QDate>> holidaysIn(const QJsonValue& value) {
    const QJsonArray array = value.toArray();
    if (!(value.isArray() || value.isUndefined()) || array.size() > mostOfficeHolidays) {
        return std::nullopt;
    }
    QList<QDate> days;
    for (const QJsonValue& one : array) {
        const QDate day = QDate::fromString(one.toString(), Qt::ISODate);
        if (!day.isValid()) {
            return std::nullopt;
        }
        if (!days.contains(day)) {
            days.append(day);
        }
    }
    std::ranges::sort(days);
    return days;
}

QJsonArray arrayOf(const QList<int>& days) {
    QJsonArray array;
    for (const int day : days) {
        array.append(day);
    }
    return array;
}

/// The last of these days that has come `late` days after the last one.
std::optional<int> lastPassed(const QList<int>& days, qint64 late) {
    const auto behind = std::ranges::upper_bound(days, late);
    return behind == days.begin() ? std::nullopt : std::optional(*std::prev(behind));
}

QString unitOf(const QString& holder, const QList<Person>& people) {
    for (const Person& person : people) {
        if (person.mailbox() == holder) {
            return person.unit;
        }
        if (!person.unit.isEmpty() && unitMailbox(person.organ, person.unit) == holder) {
            return person.unit;
        }
    }
    return {};
}

QStringList leadersOf(const QString& unit, const QString& without, const QList<Person>& people) {
    QStringList leaders;
    for (const Person& person : people) {
        if (person.role == Role::Leader && person.unit == unit && person.mailbox() != without) {
            leaders.append(person.mailbox());
        }
    }
    return leaders;
}

} // namespace

QString reminderStageKey(ReminderStage stage) {
    return reminderStageKeys[static_cast<size_t>(stage)];
}

std::optional<ReminderStage> reminderStageFromKey(QStringView key) {
    return valueOf<ReminderStage>(reminderStageKeys, key);
}

std::optional<ReminderDays> readReminderDays(const QByteArray& json) {
    const QJsonObject table = QJsonDocument::fromJson(json).object();
    const auto before = daysIn(table.value("before"_L1), 0);
    const auto after = daysIn(table.value("after"_L1), 1);
    const auto escalate = daysIn(table.value("escalate"_L1), 1);
    const auto holidays = holidaysIn(table.value("holidays"_L1));
    if (!before || !after || !escalate || !holidays) {
        return std::nullopt;
    }
    return ReminderDays{.before = *before, .after = *after, .escalate = *escalate, .holidays = *holidays};
}

QByteArray writeReminderDays(const ReminderDays& days) {
    QJsonObject table{{u"before"_s, arrayOf(days.before)},
                      {u"after"_s, arrayOf(days.after)},
                      {u"escalate"_s, arrayOf(days.escalate)}};
    QJsonArray holidays;
    for (const QDate& day : days.holidays) {
        holidays.append(day.toString(Qt::ISODate));
    }
    if (!holidays.isEmpty()) {
        table.insert(u"holidays"_s, holidays);
    }
    return QJsonDocument(table).toJson(QJsonDocument::Compact);
}

const ReminderDays& usualReminderDays() {
    static const ReminderDays days = [] {
        QFile file(u":/congvan/office/reminders.json"_s);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        return readReminderDays(isOpen ? file.readAll() : QByteArray()).value_or(ReminderDays());
    }();
    return days;
}

QDate furthestDue(const ReminderDays& days, const QDate& today) {
    return days.before.isEmpty() ? today : lastWithin(today, days.before.last(), days.holidays);
}

QList<ReminderStep> reminderSteps(const ReminderDays& days, const QDate& due, const QDate& today) {
    if (!due.isValid()) {
        return {};
    }
    QList<ReminderStep> steps;
    const qint64 late = due.daysTo(today);
    if (late <= 0) {
        const auto near = std::ranges::lower_bound(days.before, workdaysLeft(today, due, days.holidays));
        if (near != days.before.end()) {
            steps.append({.stage = ReminderStage::Before, .days = *near});
        }
        return steps;
    }
    if (const auto passed = lastPassed(days.after, late)) {
        steps.append({.stage = ReminderStage::After, .days = *passed});
    }
    if (const auto passed = lastPassed(days.escalate, late)) {
        steps.append({.stage = ReminderStage::Escalated, .days = *passed});
    }
    return steps;
}

QStringList headsOf(const QString& holder, const QString& giver, const QList<Person>& people) {
    const QString unit = unitOf(holder, people);
    const QStringList ofUnit = unit.isEmpty() ? QStringList() : leadersOf(unit, holder, people);
    if (!ofUnit.isEmpty()) {
        return ofUnit;
    }
    const bool gaveIt = giver != holder && std::ranges::any_of(people, [&](const Person& person) {
                            return person.mailbox() == giver && person.role == Role::Leader;
                        });
    return gaveIt ? QStringList{giver} : leadersOf({}, holder, people);
}

} // namespace app
