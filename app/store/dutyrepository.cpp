// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dutyrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/leaserows.h"
#include "app/store/transaction.h"
#include "app/store/unitrows.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString reminderColumns = u"SELECT r.document_id, r.recipient, r.holder, r.due, r.stage, r.days, r.by, r.at"_s;
const QString reminderTable = u" FROM reminder r "_s;
/// The work is open still, and its last day is the one that was told.
const QString shareWaits =
    u"EXISTS (SELECT 1 FROM work_share s WHERE s.document_id = r.document_id AND s.holder = r.holder"
    " AND s.role <> 'inform' AND s.state IN ('open', 'working') AND (s.due = '' OR s.due = r.due))"_s;

std::optional<Reminder> readReminder(const Rows& rows) {
    const auto document = DocumentId::parse(rows.text(0));
    const auto stage = reminderStageFromKey(rows.text(4));
    if (!document || !stage) {
        return std::nullopt;
    }
    return Reminder{.document = *document,
                    .to = rows.text(1),
                    .holder = rows.text(2),
                    .due = QDate::fromString(rows.text(3), Qt::ISODate),
                    .step = {.stage = *stage, .days = static_cast<int>(rows.number(5))},
                    .by = rows.text(6),
                    .at = parseIsoTime(rows.text(7))};
}

} // namespace

DutyRepository::DutyRepository(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<std::optional<Lease>> DutyRepository::lease(const QDateTime& moment) const {
    return m_database.read(
        [&](Transaction& transaction) -> Result<std::optional<Lease>> { return readLease(transaction, moment); });
}

Result<std::optional<ReminderDays>> DutyRepository::officeDays() const {
    return m_database.read(
        [](Transaction& transaction) -> Result<std::optional<ReminderDays>> { return readReminderTable(transaction); });
}

Result<QDateTime> DutyRepository::newestLease() const {
    return m_database.read([](Transaction& transaction) -> Result<QDateTime> {
        return parseIsoTime(transaction.value(u"SELECT MAX(at) FROM lease_line"_s).toString());
    });
}

Result<QList<DueShare>> DutyRepository::dueShares(const QDate& by) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DueShare>> {
        QList<DueShare> found;
        Rows rows = transaction.query(
            u"SELECT s.document_id, s.holder, s.role, CASE WHEN s.due <> '' THEN s.due ELSE d.due_date END AS last_day"
            " FROM document d JOIN work_share s ON s.document_id = d.id"
            " WHERE d.folder IN ('to-direct', 'to-handle', 'following') AND d.state = 'registered'"
            " AND s.role <> 'inform' AND s.state IN ('open', 'working') AND last_day <> '' AND last_day <= ?"
            " ORDER BY last_day, s.document_id, s.position"_s,
            {by.toString(Qt::ISODate)});
        while (rows.next()) {
            const auto document = DocumentId::parse(rows.text(0));
            const auto role = workRoleFromKey(rows.text(2));
            if (document && role) {
                found.append({.document = *document,
                              .holder = rows.text(1),
                              .role = *role,
                              .due = QDate::fromString(rows.text(3), Qt::ISODate)});
            }
        }
        return found;
    });
}

Result<QList<Reminder>> DutyRepository::told(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<Reminder>> {
        QList<Reminder> found;
        Rows rows = transaction.query(reminderColumns + reminderTable + u"WHERE r.document_id = ? ORDER BY r.at"_s,
                                      {document.text()});
        while (rows.next()) {
            if (const auto one = readReminder(rows)) {
                found.append(*one);
            }
        }
        return found;
    });
}

Result<QList<ReminderView>> DutyRepository::forOwner() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<ReminderView>> {
        constexpr qsizetype most = 200;
        QList<ReminderView> found;
        const QString units = unitMailbox(m_owner.organ, {});
        const QHash<QString, QString> names = readUnitNames(transaction);
        const QString unit = m_owner.unit.isEmpty() ? m_owner.mailbox() : unitMailbox(m_owner.organ, m_owner.unit);
        Rows rows = transaction.query(
            reminderColumns + u", d.number_display, d.subject, COALESCE(p.name, r.holder)"_s + reminderTable +
                u"JOIN document d ON d.id = r.document_id LEFT JOIN person p ON p.mailbox = r.holder"
                " WHERE r.recipient IN (?, ?) AND d.state = 'registered' AND "_s +
                shareWaits + u" ORDER BY r.due, r.document_id, r.holder, r.at DESC LIMIT 1000"_s,
            {m_owner.mailbox(), unit});
        while (rows.next() && found.size() < most) {
            const auto one = readReminder(rows);
            const bool isOlder = one && !found.isEmpty() && found.last().reminder.document == one->document &&
                                 found.last().reminder.holder == one->holder;
            if (one && !isOlder) {
                const QString holder = rows.text(10);
                found.append(
                    {.reminder = *one,
                     .number = rows.text(8),
                     .subject = rows.text(9),
                     .holderName = holder.startsWith(units) ? names.value(holder.mid(units.size()), holder) : holder});
            }
        }
        return found;
    });
}

} // namespace app
