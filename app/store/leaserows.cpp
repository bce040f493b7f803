// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/leaserows.h"

#include "app/domain/person.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/clerkrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView leftWord("left");

void writeLeaseLine(Transaction& transaction, const StoredAct& stored, const QString& desk, const QString& kind,
                    int seconds) {
    transaction.change(u"INSERT OR IGNORE INTO lease_line (sequence, by, desk, kind, seconds, at, role)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {stored.sequence, stored.act.by, desk, kind, seconds, isoTime(stored.time), stored.role});
}

} // namespace

void noteLease(Transaction& transaction, const StoredAct& stored, const OrganId& office) {
    if (stored.sequence == 0 || stored.stream != leaseStream(office)) {
        return;
    }
    if (const auto* taken = std::get_if<acts::LeaseTaken>(&stored.act.body)) {
        writeLeaseLine(transaction, stored, taken->desk, leaseKindKey(taken->kind), taken->seconds);
    } else if (const auto* left = std::get_if<acts::LeaseLeft>(&stored.act.body)) {
        writeLeaseLine(transaction, stored, left->desk, leftWord, 0);
    } else if (const auto* set = std::get_if<acts::ReminderDaysSet>(&stored.act.body)) {
        transaction.change(
            u"INSERT OR IGNORE INTO reminder_table (sequence, by, role, days) VALUES (?, ?, ?, ?)"_s,
            {stored.sequence, stored.act.by, stored.role, QString::fromUtf8(writeReminderDays(set->days))});
    }
}

std::optional<ReminderDays> readReminderTable(Transaction& transaction) {
    Rows rows = transaction.query(u"SELECT by, role, days FROM reminder_table ORDER BY sequence DESC"_s);
    while (rows.next()) {
        if (isOrWasClerk(transaction, rows.text(0), rows.text(1))) {
            return readReminderDays(rows.text(2).toUtf8());
        }
    }
    return std::nullopt;
}

std::optional<Lease> readLease(Transaction& transaction, const QDateTime& moment) {
    LeaseFold fold;
    QHash<QString, bool> clerks; ///< now, by the directory that is here
    Rows rows = transaction.query(u"SELECT by, desk, kind, seconds, at, role FROM lease_line ORDER BY sequence"_s);
    while (rows.next()) {
        const QString by = rows.text(0);
        const QString role = rows.text(5);
        if (!clerks.contains(by)) {
            clerks.insert(by, isClerk(transaction, by));
        }
        const QDateTime at = parseIsoTime(rows.text(4));
        const auto kind = leaseKindFromKey(rows.text(2));
        // Who was none when they took it holds nothing, nor who is none any more: others take it. Leaving needs no
        // role.
        const bool isClerks = clerks.value(by) && (role.isEmpty() || role == roleKey(Role::Clerk));
        if (kind && isClerks) {
            std::ignore =
                fold.take({.mailbox = by, .desk = rows.text(1), .kind = *kind}, static_cast<int>(rows.number(3)), at);
        } else if (!kind) {
            std::ignore = fold.leave(by, rows.text(1), at);
        }
    }
    return fold.at(moment);
}

} // namespace app
