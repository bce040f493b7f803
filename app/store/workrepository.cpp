// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workrepository.h"

#include "app/store/database.h"
#include "app/store/registerrows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// By what rows are sorted, and how that is shown: SQL over registered_work w (work_share s) and person p.
struct KeyColumns {
    QString key;
    QString name;
};

/// `holder`: the column with a mailbox or the name of a unit. Bound: "<OrganId>/unit:" three times.
KeyColumns unitColumns(const QString& holder) {
    const QString isUnit = u"substr("_s + holder + u", 1, length(?)) = ?"_s;
    return {u"CASE WHEN "_s + isUnit + u" THEN substr("_s + holder + u", length(?) + 1)"_s +
                u" ELSE COALESCE(NULLIF(p.unit, ''), "_s + holder + u") END"_s,
            u"CASE WHEN p.unit = '' THEN p.name ELSE '' END"_s};
}

KeyColumns columnsOf(Breakdown by, const QString& holder) {
    switch (by) {
    case Breakdown::Unit:
        return unitColumns(holder);
    case Breakdown::Person:
        return {holder, u"COALESCE(p.name, '')"_s};
    case Breakdown::Sender:
        return {u"w.sender_id"_s, u"w.sender_name"_s};
    case Breakdown::Kind:
        return {u"w.kind_name"_s, u"w.kind_name"_s};
    case Breakdown::Month:
        return {u"substr(w.registered, 1, 7)"_s, u"''"_s};
    }
    return {u"''"_s, u"''"_s};
}

QVariantList unitBound(Breakdown by, const OrganId& organ) {
    const QString unit = organ.text() + u"/unit:"_s;
    return by == Breakdown::Unit ? QVariantList{unit, unit, unit} : QVariantList{};
}

/// A period is one piece of the table.
const QString countedRows = u" WHERE w.registered BETWEEN ? AND ? AND w.subject = ?"_s;

QVariantList rowsBound(const WorkScope& scope) {
    return {scope.period.from.toString(Qt::ISODate), scope.period.to.toString(Qt::ISODate),
            workSubjectKey(scope.subject)};
}

/// The course as it was at the end of a day, which is bound twice: what was done or dropped later was open then. Where
/// no day is known it counts from the beginning.
const QString courseThen =
    u"CASE WHEN w.course = 'dropped' AND w.dropped <= ? THEN 'dropped'"
    " WHEN w.course = 'open' OR w.ended > ? OR (w.course = 'dropped' AND w.ended = '') THEN 'open'"
    " WHEN w.due <> '' AND w.ended > w.due THEN 'done-late' ELSE 'done-in-time' END"_s;

} // namespace

WorkRepository::WorkRepository(Database& database)
    : m_database(database) {}

Result<QList<WorkCount>> WorkRepository::counts(const OrganId& organ, const WorkScope& scope) const {
    const KeyColumns columns = columnsOf(scope.by, u"w.lead"_s);
    const bool needsPeople = scope.by == Breakdown::Unit || scope.by == Breakdown::Person;
    const QString sql = u"SELECT "_s + columns.key + u" AS grouped, MIN("_s + columns.name + u"), "_s + courseThen +
                        u" AS course_then, CASE WHEN "_s + courseThen +
                        u" = 'open' THEN w.due ELSE '' END AS last_day, COUNT(*) FROM registered_work w"_s +
                        (needsPeople ? u" LEFT JOIN person p ON p.mailbox = w.lead"_s : QString()) + countedRows +
                        u" GROUP BY grouped, course_then, last_day"_s;
    const QString asOf = scope.asOf.toString(Qt::ISODate);
    return m_database.read([&](Transaction& transaction) -> Result<QList<WorkCount>> {
        QList<WorkCount> counts;
        Rows rows = transaction.query(sql, unitBound(scope.by, organ) + QVariantList{asOf, asOf, asOf, asOf} +
                                               rowsBound(scope));
        while (rows.next()) {
            counts.append({.key = rows.text(0),
                           .name = rows.text(1),
                           .course = courseFromKey(rows.text(2)).value_or(WorkCourse::Open),
                           .due = QDate::fromString(rows.text(3), Qt::ISODate),
                           .count = rows.number(4)});
        }
        return counts;
    });
}

Result<QHash<QString, qint64>> WorkRepository::supporting(const OrganId& organ, const WorkScope& scope) const {
    if (scope.by != Breakdown::Unit && scope.by != Breakdown::Person) {
        return QHash<QString, qint64>();
    }
    const QString sql = u"SELECT "_s + columnsOf(scope.by, u"s.holder"_s).key +
                        u" AS grouped, COUNT(DISTINCT s.document_id) FROM registered_work w"
                        " JOIN work_share s ON s.document_id = w.document_id"
                        " LEFT JOIN person p ON p.mailbox = s.holder"_s +
                        countedRows + u" AND s.role = 'support' AND s.stays = 1 GROUP BY grouped"_s;
    return m_database.read([&](Transaction& transaction) -> Result<QHash<QString, qint64>> {
        QHash<QString, qint64> counts;
        Rows rows = transaction.query(sql, unitBound(scope.by, organ) + rowsBound(scope));
        while (rows.next()) {
            counts.insert(rows.text(0), rows.number(1));
        }
        return counts;
    });
}

Result<QList<RegisterLine>> WorkRepository::incoming(const OrganId& organ, int year, const Period& days) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<RegisterLine>> {
        return incomingLines(transaction, organ, year, days);
    });
}

Result<QList<RegisterLine>> WorkRepository::outgoing(const OrganId& organ, int year, const Period& days) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<RegisterLine>> {
        return outgoingLines(transaction, organ, year, days);
    });
}

} // namespace app
