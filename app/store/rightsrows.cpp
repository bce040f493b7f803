// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rightsrows.h"

#include "app/domain/vietnamtime.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString wholeDirectory = u"rights-known"_s; // a setting

bool isWholeDirectory(Transaction& transaction) {
    return transaction.value(u"SELECT 1 FROM setting WHERE key = ?"_s, {wholeDirectory}).isValid();
}

PersonRights rightsNow(Transaction& transaction, const QString& mailbox) {
    Rows rows = transaction.query(u"SELECT role, unit FROM person WHERE mailbox = ?"_s, {mailbox});
    return rows.next() ? PersonRights{.role = rows.text(0), .unit = rows.text(1)} : PersonRights();
}

QList<RightsConfirmation> confirmations(Transaction& transaction) {
    QList<RightsConfirmation> all;
    Rows rows = transaction.query(u"SELECT by, mailbox, role, unit, version, at, by_role FROM rights_confirmation c"
                                  " WHERE version <= (SELECT CAST(value AS INTEGER) FROM setting"
                                  " WHERE key = 'directory-version') ORDER BY position"_s);
    while (rows.next()) {
        all.append({.by = rows.text(0),
                    .mailbox = rows.text(1),
                    .rights = {.role = rows.text(2), .unit = rows.text(3)},
                    .version = rows.number(4),
                    .at = parseIsoTime(rows.text(5)),
                    .role = rows.text(6)});
    }
    return all;
}

int openWorkOf(Transaction& transaction, const QString& mailbox) {
    return transaction
        .value(u"SELECT COUNT(DISTINCT document_id) FROM work_share WHERE holder = ? AND role <> 'inform'"
               " AND state IN ('open', 'working')"_s,
               {mailbox})
        .toInt();
}

/// Two who were given their rights together do not confirm each other: whose own is not confirmed yet has no say.
bool isNewInPower(const QList<RightsChange>& changes, const RightsConfirmation& confirmation) {
    return std::ranges::any_of(changes, [&](const RightsChange& change) {
        return change.isOpen() && change.mailbox == confirmation.by && change.version <= confirmation.version &&
               answersForRights(change.now.role) && !answersForRights(change.before.role);
    });
}

} // namespace

// What they confirmed then stays confirmed.
bool isResponsible(Transaction& transaction, const QString& mailbox, const QString& role) {
    if (!role.isEmpty()) {
        return answersForRights(role);
    }
    Rows rows = transaction.query(u"SELECT role FROM person WHERE mailbox = ?"
                                  " UNION SELECT before_role FROM rights_change WHERE mailbox = ?"_s,
                                  {mailbox, mailbox});
    bool is = false;
    while (rows.next()) {
        is = is || answersForRights(rows.text(0));
    }
    return is;
}

void noteRights(Transaction& transaction, const exchange::Directory& changes, const OrganId& office,
                const QDateTime& at) {
    if (!isWholeDirectory(transaction)) {
        return;
    }
    const qint64 since = transaction.value(u"SELECT value FROM setting WHERE key = 'directory-version'"_s).toLongLong();
    for (const exchange::PersonEntry& entry : changes.people) {
        const bool isKnownRole = roleFromKey(entry.role) || entry.role == roleLeft;
        if (!entry.mailbox.startsWith(office.text() + u'/') || !isKnownRole) {
            continue;
        }
        const PersonRights before = rightsNow(transaction, entry.mailbox);
        const bool isGone = entry.role == roleLeft;
        const PersonRights now{.role = entry.role, .unit = isGone ? QString() : entry.unit};
        if (before == now || (isGone && before.role.isEmpty())) {
            continue; // another title, or somebody who never was here
        }
        transaction.change(u"INSERT INTO rights_change (mailbox, name, before_role, before_unit, role, unit, since,"
                           " version, noticed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {entry.mailbox, entry.name, before.role, before.unit, now.role, now.unit, since,
                            changes.version, isoTime(at)});
    }
}

void endFirstDirectory(Transaction& transaction) {
    transaction.change(u"INSERT OR IGNORE INTO setting (key, value) VALUES (?, '1')"_s, {wholeDirectory});
}

void deriveRights(Transaction& transaction) {
    transaction.change(u"DELETE FROM rights_confirmation"_s);
    int position = 0;
    for (const StoredAct& stored : actsOf(transaction, standingKey())) {
        if (const auto* act = std::get_if<acts::RightsConfirmed>(&stored.act.body)) {
            transaction.change(u"INSERT INTO rights_confirmation (position, by, mailbox, role, unit, version, at,"
                               " by_role) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                               {position++, stored.act.by, act->mailbox, act->rights.role, act->rights.unit,
                                act->version, isoTime(stored.time), stored.role});
        }
    }
}

QList<RightsChange> readRights(Transaction& transaction) {
    const QList<RightsConfirmation> confirmed = confirmations(transaction);
    QList<RightsChange> changes;
    Rows rows = transaction.query(u"SELECT mailbox, name, before_role, before_unit, role, unit, since, version,"
                                  " noticed FROM rights_change ORDER BY position"_s);
    while (rows.next()) {
        changes.append({.mailbox = rows.text(0),
                        .name = rows.text(1),
                        .before = {.role = rows.text(2), .unit = rows.text(3)},
                        .now = {.role = rows.text(4), .unit = rows.text(5)},
                        .since = rows.number(6),
                        .version = rows.number(7),
                        .noticed = parseIsoTime(rows.text(8))});
    }
    for (RightsChange& change : changes) {
        change.openWork = change.now.role == roleLeft ? openWorkOf(transaction, change.mailbox) : 0;
    }
    // Whoever was confirmed confirms others, and so on. A role that the directory here never saw was held for a moment
    // between two of its versions: nobody who was in power before looked at it.
    for (bool hasMoved = true; hasMoved;) {
        hasMoved = false;
        for (RightsChange& change : changes) {
            for (const RightsConfirmation& one : confirmed) {
                const bool counts = change.isOpen() && settles(one, change) &&
                                    isResponsible(transaction, one.by, one.role) &&
                                    isResponsible(transaction, one.by, {}) && !isNewInPower(changes, one);
                if (counts) {
                    change.confirmedBy = one.by;
                    change.confirmed = one.at;
                    hasMoved = true;
                }
            }
        }
    }
    return changes;
}

} // namespace app
