// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reminderoutput.h"

#include "app/cli/documentoutput.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString daysWords(qint64 left, Language language) {
    const bool isVietnamese = language == Language::Vietnamese;
    if (left == 0) {
        return isVietnamese ? u"đến hạn hôm nay"_s : u"due today"_s;
    }
    if (left > 0) {
        return (isVietnamese ? u"còn %1 ngày"_s : u"%1 day(s) left"_s).arg(left);
    }
    return (isVietnamese ? u"quá hạn %1 ngày"_s : u"%1 day(s) late"_s).arg(-left);
}

QString reminderLine(const ReminderView& view, const QDate& today, Language language) {
    const Reminder& reminder = view.reminder;
    QString words = daysWords(daysLeft(reminder, today), language);
    if (reminder.step.stage == ReminderStage::Escalated) {
        words = (language == Language::Vietnamese ? u"%1 %2"_s : u"%1 is %2"_s).arg(view.holderName, words);
    }
    return u"%1  %2: %3 %4"_s.arg(reminder.due.toString(u"dd/MM/yyyy"_s), words, view.number, view.subject).trimmed();
}

} // namespace

void printReminders(const Terminal& terminal, const QList<ReminderView>& reminders, const QDate& today) {
    if (!reminders.isEmpty()) {
        terminal.line(u"Reminders: %1"_s.arg(reminders.size()), u"Nhắc việc: %1"_s.arg(reminders.size()));
    }
    for (const ReminderView& view : reminders) {
        terminal.line(u"  "_s + reminderLine(view, today, terminal.language()));
    }
}

QJsonArray toJson(const QList<ReminderView>& reminders, const QDate& today) {
    QJsonArray rows;
    for (const ReminderView& view : reminders) {
        const Reminder& reminder = view.reminder;
        rows << QJsonObject{{u"document"_s, reminder.document.text()},
                            {u"number"_s, view.number},
                            {u"subject"_s, view.subject},
                            {u"to"_s, reminder.to},
                            {u"holder"_s, reminder.holder},
                            {u"due"_s, reminder.due.toString(Qt::ISODate)},
                            {u"stage"_s, reminderStageKey(reminder.step.stage)},
                            {u"days"_s, reminder.step.days},
                            {u"left"_s, daysLeft(reminder, today)},
                            {u"at"_s, timeOrNull(reminder.at)}};
    }
    return rows;
}

QString leaseLine(const Lease& lease, Language language) {
    const bool isAgent = lease.holder.kind == LeaseKind::Agent;
    const QString words = language == Language::Vietnamese
                              ? (isAgent ? u"%1 (chương trình nền), đến %2"_s : u"%1 (cửa sổ đang mở), đến %2"_s)
                              : (isAgent ? u"%1 (agent), until %2"_s : u"%1 (an open window), until %2"_s);
    return words.arg(lease.holder.mailbox, displayTime(lease.until));
}

QJsonObject toJson(const Lease& lease) {
    return {{u"holder"_s, lease.holder.mailbox},
            {u"desk"_s, lease.holder.desk},
            {u"kind"_s, leaseKindKey(lease.holder.kind)},
            {u"since"_s, timeOrNull(lease.since)},
            {u"until"_s, timeOrNull(lease.until)}};
}

} // namespace app::cli
