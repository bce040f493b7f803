// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/postgressession.h"

namespace hub {

StoreCounts PostgresSession::counts() {
    const PgRows rows = m_connection.run(
        "SELECT (SELECT count(*) FROM agencies), (SELECT count(*) FROM accounts), (SELECT count(*) FROM streams), "
        "(SELECT count(*) FROM messages), (SELECT count(*) FROM contents), "
        "(SELECT coalesce(sum(size), 0)::bigint FROM contents), (SELECT count(*) FROM uploads)");
    return {rows.number(0, 0), rows.number(0, 1), rows.number(0, 2), rows.number(0, 3),
            rows.number(0, 4), rows.number(0, 5), rows.number(0, 6)};
}

QStringList PostgresSession::streamsAfter(const QString& stream, int limit) {
    const PgRows rows = m_connection.run("SELECT stream FROM streams WHERE stream > $1 ORDER BY stream LIMIT $2",
                                         {PgValue::text(stream), PgValue::number(limit)});
    QStringList list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append(rows.text(row, 0));
    }
    return list;
}

QList<StoredContent> PostgresSession::contentsAfter(const QByteArray& sha256, int limit) {
    const PgRows rows = m_connection.run("SELECT sha256, size FROM contents WHERE sha256 > $1 ORDER BY sha256 LIMIT $2",
                                         {PgValue::hash(sha256), PgValue::number(limit)});
    QList<StoredContent> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.hash(row, 0), rows.number(row, 1)});
    }
    return list;
}

QStringList PostgresSession::feedFaults(int most) {
    // Entries that belong there are counted once each, however often they stand; all entries are counted, too. A
    // cursor is counted in the mailbox, so its last one is the number of entries.
    const PgRows rows = m_connection.run(
        "WITH expected AS (SELECT p.mailbox, sum(greatest(s.sequence - p.since + 1, 0)) AS number "
        "FROM participants p JOIN streams s USING (stream) GROUP BY p.mailbox), "
        "proper AS (SELECT f.mailbox, count(DISTINCT (f.stream, f.sequence)) AS number FROM feed f "
        "JOIN participants p ON p.stream = f.stream AND p.mailbox = f.mailbox "
        "JOIN messages m ON m.stream = f.stream AND m.sequence = f.sequence "
        "WHERE f.sequence >= p.since GROUP BY f.mailbox), "
        "entries AS (SELECT mailbox, count(*) AS number, max(cursor) AS last FROM feed GROUP BY mailbox), "
        "boxes AS (SELECT mailbox FROM expected UNION SELECT mailbox FROM entries UNION "
        "SELECT mailbox FROM mailboxes WHERE last_cursor > 0) "
        "SELECT boxes.mailbox FROM boxes LEFT JOIN expected USING (mailbox) LEFT JOIN proper USING (mailbox) "
        "LEFT JOIN entries USING (mailbox) LEFT JOIN mailboxes USING (mailbox) "
        "WHERE coalesce(expected.number, 0) <> coalesce(proper.number, 0) "
        "OR coalesce(proper.number, 0) <> coalesce(entries.number, 0) "
        "OR coalesce(entries.last, 0) > coalesce(mailboxes.last_cursor, -1) ORDER BY boxes.mailbox LIMIT $1",
        {PgValue::number(most)});
    QStringList list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append(rows.text(row, 0));
    }
    return list;
}

void PostgresSession::leap(qint64 cursors, qint64 versions) {
    m_connection.run("UPDATE mailboxes SET last_cursor = last_cursor + $1", {PgValue::number(cursors)});
    m_connection.run("UPDATE directory_counter SET version = version + $1", {PgValue::number(versions)});
}

} // namespace hub
