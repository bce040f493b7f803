// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/standingrows.h"

#include "app/domain/vietnamtime.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString delegationSelect =
    u"SELECT id, by, delegate, from_day, until_day, words, written, ended, pending FROM delegation "_s;
constexpr auto standsForKey = "stands-for"_L1;

Delegation readDelegation(const Rows& rows) {
    return {.id = rows.text(0),
            .by = rows.text(1),
            .to = rows.text(2),
            .from = QDate::fromString(rows.text(3), Qt::ISODate),
            .until = QDate::fromString(rows.text(4), Qt::ISODate),
            .words = rows.text(5),
            .written = parseIsoTime(rows.text(6)),
            .ended = parseIsoTime(rows.text(7)),
            .isPending = rows.flag(8)};
}

QList<Delegation> foldStanding(Transaction& transaction, const OrganId& office) {
    StandingFold fold(office);
    for (const StoredAct& stored : actsOf(transaction, standingKey())) {
        if (const auto* act = std::get_if<acts::Delegated>(&stored.act.body)) {
            std::ignore = fold.delegate({.id = stored.act.id,
                                         .by = stored.act.by,
                                         .to = act->to,
                                         .from = act->from,
                                         .until = act->until,
                                         .words = act->words,
                                         .written = stored.time,
                                         .ended = {},
                                         .isPending = stored.pending});
        } else if (const auto* over = std::get_if<acts::DelegationEnded>(&stored.act.body)) {
            std::ignore = fold.end(over->delegation, stored.act.by, stored.time);
        }
    }
    return fold.lines();
}

void writeStanding(Transaction& transaction, const QList<Delegation>& delegations) {
    transaction.change(u"DELETE FROM delegation"_s);
    int position = 0;
    for (const Delegation& known : delegations) {
        transaction.change(u"INSERT INTO delegation (position, id, by, delegate, from_day, until_day, words, written,"
                           " ended, pending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {position++, known.id, known.by, known.to, known.from.toString(Qt::ISODate),
                            known.until.toString(Qt::ISODate), known.words, isoTime(known.written),
                            isoTime(known.ended), known.isPending ? 1 : 0});
    }
}

} // namespace

QStringList deriveStanding(Transaction& transaction, const OrganId& office) {
    const QList<Delegation> before = readStanding(transaction);
    const QList<Delegation> now = foldStanding(transaction, office);
    writeStanding(transaction, now);
    QStringList changed;
    const auto compare = [&changed](const QList<Delegation>& some, const QList<Delegation>& others) {
        for (const Delegation& one : some) {
            if (!others.contains(one) && !changed.contains(one.by)) {
                changed.append(one.by);
            }
        }
    };
    compare(before, now);
    compare(now, before);
    return changed;
}

QList<Delegation> readStanding(Transaction& transaction) {
    QList<Delegation> delegations;
    for (Rows rows = transaction.query(delegationSelect + u"ORDER BY position"_s); rows.next();) {
        delegations.append(readDelegation(rows));
    }
    return delegations;
}

bool stoodIn(Transaction& transaction, const QString& by, const QString& to, const QDateTime& moment) {
    Rows rows = transaction.query(delegationSelect + u"WHERE by = ? AND delegate = ?"_s, {by, to});
    bool holds = false;
    while (rows.next()) {
        holds = holds || readDelegation(rows).holdsAt(moment);
    }
    return holds;
}

QStringList standsForOn(Transaction& transaction, const QString& mailbox, const QDate& day) {
    QStringList absent;
    for (const Delegation& known : readStanding(transaction)) {
        if (known.to == mailbox && known.holdsOn(day)) {
            absent.append(known.by);
        }
    }
    return absent;
}

QStringList standsForNow(Transaction& transaction) {
    return transaction.value(u"SELECT value FROM setting WHERE key = ?"_s, {QString(standsForKey)})
        .toString()
        .split(u' ', Qt::SkipEmptyParts);
}

void setStandsFor(Transaction& transaction, const QStringList& mailboxes) {
    transaction.change(u"INSERT INTO setting (key, value) VALUES (?, ?)"
                       " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                       {QString(standsForKey), mailboxes.join(u' ')});
}

} // namespace app
