// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

namespace hub {

StoreCounts SqliteSession::counts() {
    StoreCounts counts;
    QSqlQuery& query = m_database.run(
        "SELECT (SELECT count(*) FROM agencies), (SELECT count(*) FROM accounts), (SELECT count(*) FROM streams), "
        "(SELECT count(*) FROM messages), (SELECT count(*) FROM contents), "
        "(SELECT coalesce(sum(size), 0) FROM contents), (SELECT count(*) FROM uploads)");
    if (m_database.next(query)) {
        counts = {query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(),
                  query.value(3).toLongLong(), query.value(4).toLongLong(), query.value(5).toLongLong(),
                  query.value(6).toLongLong()};
    }
    return counts;
}

QStringList SqliteSession::streamsAfter(const QString& stream, int limit) {
    QStringList list;
    QSqlQuery& query = m_database.run("SELECT stream FROM streams WHERE stream > ? ORDER BY stream LIMIT ?",
                                      {stream.isNull() ? QLatin1String("") : stream, limit});
    while (m_database.next(query)) {
        list.append(query.value(0).toString());
    }
    return list;
}

QList<StoredContent> SqliteSession::contentsAfter(const QByteArray& sha256, int limit) {
    QList<StoredContent> list;
    QSqlQuery& query = m_database.run("SELECT sha256, size FROM contents WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                                      {QLatin1String(sha256), limit});
    while (m_database.next(query)) {
        list.append({query.value(0).toString().toLatin1(), query.value(1).toLongLong()});
    }
    return list;
}

QStringList SqliteSession::feedFaults(int most) {
    QStringList list;
    // Entries that belong there are counted once each, however often they stand; all entries are counted, too.
    QSqlQuery& query = m_database.run(
        "WITH expected AS (SELECT participants.mailbox AS mailbox, "
        "sum(max(streams.sequence - participants.since + 1, 0)) AS number FROM participants "
        "JOIN streams ON streams.stream = participants.stream GROUP BY participants.mailbox), "
        "proper AS (SELECT feed.mailbox AS mailbox, count(DISTINCT feed.stream || ' ' || feed.sequence) AS number "
        "FROM feed JOIN participants ON participants.stream = feed.stream AND participants.mailbox = feed.mailbox "
        "JOIN messages ON messages.stream = feed.stream AND messages.sequence = feed.sequence "
        "WHERE feed.sequence >= participants.since GROUP BY feed.mailbox), "
        "entries AS (SELECT mailbox, count(*) AS number FROM feed GROUP BY mailbox), "
        "boxes AS (SELECT mailbox FROM expected UNION SELECT mailbox FROM entries) "
        "SELECT boxes.mailbox FROM boxes LEFT JOIN expected ON expected.mailbox = boxes.mailbox "
        "LEFT JOIN proper ON proper.mailbox = boxes.mailbox LEFT JOIN entries ON entries.mailbox = boxes.mailbox "
        "WHERE coalesce(expected.number, 0) <> coalesce(proper.number, 0) "
        "OR coalesce(proper.number, 0) <> coalesce(entries.number, 0) ORDER BY boxes.mailbox LIMIT ?",
        {most});
    while (m_database.next(query)) {
        list.append(query.value(0).toString());
    }
    return list;
}

} // namespace hub
