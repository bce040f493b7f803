// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgquestions.h"
#include "exchange/hub/store_postgres/postgressession.h"

#include <QTimeZone>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int hashBytes = 32;

/// The columns of a message from `first` on, in the order of every SELECT below.
exchange::Message readMessage(const PgRows& rows, int row, int first) {
    exchange::Message message;
    exchange::MessageHeader& header = message.header;
    header.stream = rows.text(row, first);
    header.sequence = rows.number(row, first + 1);
    header.kind = rows.text(row, first + 2);
    header.messageId = rows.text(row, first + 3);
    header.author = rows.text(row, first + 4);
    header.authorAgency = rows.text(row, first + 5);
    header.time = QDateTime::fromMSecsSinceEpoch(rows.number(row, first + 6), QTimeZone::utc());
    header.payloadSha256 = rows.hash(row, first + 7);
    header.attachedSha256 = rows.hash(row, first + 8);
    header.previousHeaderSha256 = rows.hash(row, first + 9);
    message.payload = rows.bytes(row, first + 10);
    message.participants = rows.text(row, first + 11).split(u' ', Qt::SkipEmptyParts);
    message.erased = rows.number(row, first + 13) != 0;
    header.authorRole = rows.text(row, first + 14);
    const QByteArray cites = rows.bytes(row, first + 12);
    for (qsizetype at = 0; at + hashBytes <= cites.size(); at += hashBytes) {
        message.cites.append(cites.mid(at, hashBytes).toHex());
    }
    return message;
}

/// Rows of a cursor and a message.
QList<FeedMessage> feedOf(const PgRows& rows) {
    QList<FeedMessage> list;
    for (int row = 0; row < rows.count(); ++row) {
        exchange::Message message = readMessage(rows, row, 1);
        const exchange::FeedEntry entry{rows.number(row, 0), message.header.stream, message.header.sequence};
        list.append({entry, std::move(message)});
    }
    return list;
}

std::optional<exchange::PacketReceipt> readPacket(const PgRows& rows) {
    if (rows.count() == 0) {
        return std::nullopt;
    }
    return exchange::PacketReceipt{rows.hash(0, 0), rows.text(0, 1), rows.text(0, 2),
                                   QDateTime::fromMSecsSinceEpoch(rows.number(0, 3), QTimeZone::utc()),
                                   rows.text(0, 4).split(u' ', Qt::SkipEmptyParts)};
}

std::optional<UploadRecord> readUpload(const PgRows& rows) {
    if (rows.count() == 0) {
        return std::nullopt;
    }
    return UploadRecord{rows.text(0, 0).toLatin1(), rows.text(0, 1), rows.hash(0, 2), rows.number(0, 3),
                        rows.number(0, 4)};
}

} // namespace

void PostgresSession::finish(bool answersFor) {
    if (answersFor && !m_wrote) {
        // A commit that wrote nothing does not wait for the standby. But what it read and answers for ("that is here
        // already") may be a commit that itself still waits, or was cancelled while it did.
        m_connection.send("SELECT pg_logical_emit_message(true, 'congvan', '')");
    }
    if (m_version) {
        m_connection.send("UPDATE directory_counter SET version = $1", {PgValue::number(*m_version)});
    }
    if (!m_pointedStreams.isEmpty()) {
        m_connection.sendKeeping("SELECT congvan_point($1, $2)",
                                 {PgValue::texts(m_pointedStreams), PgValue::numbers(m_pointedSequences)});
    }
}

QStringList PostgresSession::news() const {
    QStringList mailboxes = m_deposited;
    if (!m_pointedStreams.isEmpty()) {
        for (int row = 0; row < m_connection.kept().count(); ++row) {
            mailboxes.append(m_connection.kept().text(row, 0));
        }
    }
    mailboxes.removeDuplicates();
    return mailboxes;
}

std::optional<StreamEnd> PostgresSession::streamEnd(const QString& stream) {
    if (m_writing) {
        // By name, so that a stream which is not there yet is locked too.
        m_connection.send("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", {PgValue::text(stream)});
    }
    const PgRows rows =
        m_connection.run("SELECT agency, sequence, head FROM streams WHERE stream = $1", {PgValue::text(stream)});
    return rows.count() > 0 ? std::optional(StreamEnd{rows.text(0, 0), rows.number(0, 1), rows.hash(0, 2)})
                            : std::nullopt;
}

void PostgresSession::createStream(const QString& stream, const QString& agency) {
    m_connection.send("INSERT INTO streams (stream, agency, sequence, head) VALUES ($1, $2, 0, '')",
                      {PgValue::text(stream), PgValue::text(agency)});
}

QStringList PostgresSession::participants(const QString& stream) {
    const PgRows rows = m_connection.run("SELECT mailbox FROM participants WHERE stream = $1 ORDER BY mailbox",
                                         {PgValue::text(stream)});
    QStringList list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append(rows.text(row, 0));
    }
    return list;
}

void PostgresSession::addParticipant(const QString& stream, const QString& mailbox, qint64 since) {
    m_connection.send("INSERT INTO participants (stream, mailbox, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                      {PgValue::text(stream), PgValue::text(mailbox), PgValue::number(since)});
}

void PostgresSession::addMessage(const exchange::Message& message) {
    const exchange::MessageHeader& header = message.header;
    m_connection.send("INSERT INTO messages (stream, sequence, kind, message_id, author, author_agency, time, "
                      "payload_sha256, attached_sha256, previous, payload, joined, author_role) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                      {PgValue::text(header.stream), PgValue::number(header.sequence), PgValue::text(header.kind),
                       PgValue::text(header.messageId), PgValue::text(header.author),
                       PgValue::text(header.authorAgency), PgValue::number(header.time.toMSecsSinceEpoch()),
                       PgValue::hash(header.payloadSha256), PgValue::hash(header.attachedSha256),
                       PgValue::hash(header.previousHeaderSha256), PgValue::bytes(message.payload),
                       PgValue::text(message.participants.join(u' ')), PgValue::text(header.authorRole)});
    qint64 place = 0;
    for (const QByteArray& cite : message.cites) {
        m_connection.send("INSERT INTO cites (stream, sequence, place, sha256) VALUES ($1, $2, $3, $4)",
                          {PgValue::text(header.stream), PgValue::number(header.sequence), PgValue::number(place++),
                           PgValue::hash(cite)});
    }
    m_connection.send(
        "UPDATE streams SET sequence = $2, head = $3 WHERE stream = $1",
        {PgValue::text(header.stream), PgValue::number(header.sequence), PgValue::hash(exchange::headerHash(header))});
    m_pointedStreams.append(header.stream);
    m_pointedSequences.append(header.sequence);
}

std::optional<exchange::Message> PostgresSession::messageById(const QString& stream, const QString& messageId) {
    const PgRows rows = m_connection.run(
        "SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256, "
        "previous, payload, joined, (SELECT string_agg(c.sha256, ''::bytea ORDER BY c.place) FROM cites c "
        "WHERE c.stream = m.stream AND c.sequence = m.sequence), erased, author_role FROM messages m WHERE stream = $1 "
        "AND "
        "message_id = $2",
        {PgValue::text(stream), PgValue::text(messageId)});
    return rows.count() > 0 ? std::optional(readMessage(rows, 0, 0)) : std::nullopt;
}

QList<exchange::Message> PostgresSession::messages(const QString& stream, qint64 from, int limit, qint64 bytes) {
    const PgRows rows = m_connection.run(
        "SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256, "
        "previous, payload, joined, (SELECT string_agg(c.sha256, ''::bytea ORDER BY c.place) FROM cites c "
        "WHERE c.stream = m.stream AND c.sequence = m.sequence), erased, author_role "
        "FROM (SELECT page.*, row_number() OVER w AS nth, sum(octet_length(payload)) OVER w AS taken "
        "FROM (SELECT * FROM messages WHERE stream = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3) page "
        "WINDOW w AS (ORDER BY sequence)) m WHERE nth = 1 OR taken <= $4 ORDER BY sequence",
        {PgValue::text(stream), PgValue::number(from), PgValue::number(limit), PgValue::number(bytes)});
    QList<exchange::Message> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append(readMessage(rows, row, 0));
    }
    return list;
}

void PostgresSession::noteIfEmpty(bool empty, const QString& mailbox) {
    if (!m_writing && empty) {
        // In the same snapshot: who waits now waits for what comes behind this.
        m_notes.feedWasRead(
            mailbox, m_connection.run("SELECT last_cursor FROM mailboxes WHERE mailbox = $1", {PgValue::text(mailbox)})
                         .number(0, 0));
    }
}

QList<exchange::FeedEntry> PostgresSession::feed(const QString& mailbox, qint64 after, int limit) {
    const PgRows rows = m_connection.run(
        "SELECT cursor, stream, sequence FROM feed WHERE mailbox = $1 AND cursor > $2 ORDER BY cursor LIMIT $3",
        {PgValue::text(mailbox), PgValue::number(after), PgValue::number(limit)});
    QList<exchange::FeedEntry> list;
    for (int row = 0; row < rows.count(); ++row) {
        list.append({rows.number(row, 0), rows.text(row, 1), rows.number(row, 2)});
    }
    noteIfEmpty(list.isEmpty(), mailbox);
    return list;
}

QList<FeedMessage> PostgresSession::feedMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes) {
    const PgRows rows = m_connection.run(
        "SELECT cursor, stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, "
        "attached_sha256, previous, payload, joined, (SELECT string_agg(c.sha256, ''::bytea ORDER BY c.place) "
        "FROM cites c WHERE c.stream = m.stream AND c.sequence = m.sequence), erased, author_role "
        "FROM (SELECT page.*, row_number() OVER w AS nth, sum(octet_length(payload)) OVER w AS taken "
        "FROM (SELECT f.cursor, e.* FROM (SELECT * FROM feed WHERE mailbox = $1 AND cursor > $2 "
        "ORDER BY cursor LIMIT $3) f JOIN messages e ON e.stream = f.stream AND e.sequence = f.sequence) page "
        "WINDOW w AS (ORDER BY cursor)) m WHERE nth = 1 OR taken <= $4 ORDER BY cursor",
        {PgValue::text(mailbox), PgValue::number(after), PgValue::number(limit), PgValue::number(bytes)});
    const QList<FeedMessage> list = feedOf(rows);
    noteIfEmpty(list.isEmpty(), mailbox);
    return list;
}

QList<FeedMessage> PostgresSession::packetMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes,
                                                   bool openOnly) {
    // The words of the index feed_packets, so that it is used.
    const char* const every =
        "SELECT cursor, stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, "
        "attached_sha256, previous, payload, joined, (SELECT string_agg(c.sha256, ''::bytea ORDER BY c.place) "
        "FROM cites c WHERE c.stream = m.stream AND c.sequence = m.sequence), erased, author_role "
        "FROM (SELECT page.*, row_number() OVER w AS nth, sum(octet_length(payload)) OVER w AS taken "
        "FROM (SELECT f.cursor, e.* FROM (SELECT * FROM feed WHERE mailbox = $1 AND cursor > $2 "
        "AND stream >= 'packet/' AND stream < 'packet0' ORDER BY cursor LIMIT $3) f "
        "JOIN messages e ON e.stream = f.stream AND e.sequence = f.sequence) page "
        "WINDOW w AS (ORDER BY cursor)) m WHERE nth = 1 OR taken <= $4 ORDER BY cursor";
    const char* const open =
        "SELECT cursor, stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, "
        "attached_sha256, previous, payload, joined, (SELECT string_agg(c.sha256, ''::bytea ORDER BY c.place) "
        "FROM cites c WHERE c.stream = m.stream AND c.sequence = m.sequence), erased, author_role "
        "FROM (SELECT page.*, row_number() OVER w AS nth, sum(octet_length(payload)) OVER w AS taken "
        "FROM (SELECT f.cursor, e.* FROM (SELECT * FROM feed o WHERE mailbox = $1 AND cursor > $2 "
        "AND stream >= 'packet/' AND stream < 'packet0' AND NOT EXISTS (SELECT 1 FROM taken_packets t "
        "WHERE t.mailbox = o.mailbox AND t.stream = o.stream) ORDER BY cursor LIMIT $3) f "
        "JOIN messages e ON e.stream = f.stream AND e.sequence = f.sequence) page "
        "WINDOW w AS (ORDER BY cursor)) m WHERE nth = 1 OR taken <= $4 ORDER BY cursor";
    return feedOf(m_connection.run(openOnly ? open : every, {PgValue::text(mailbox), PgValue::number(after),
                                                             PgValue::number(limit), PgValue::number(bytes)}));
}

qint64 PostgresSession::feedCount(const QString& mailbox, qint64 after, qint64 most) {
    return m_connection
        .run("SELECT count(*) FROM (SELECT 1 FROM feed WHERE mailbox = $1 AND cursor > $2 LIMIT $3) counted",
             {PgValue::text(mailbox), PgValue::number(after), PgValue::number(most)})
        .number(0, 0);
}

std::optional<qint64> PostgresSession::contentSize(const QByteArray& sha256) {
    // Whoever is about to cite it keeps retention from forgetting it until then; see forgetContent().
    const PgRows rows =
        m_writing
            ? m_connection.run("SELECT size FROM contents WHERE sha256 = $1 FOR KEY SHARE", {PgValue::hash(sha256)})
            : m_connection.run("SELECT size FROM contents WHERE sha256 = $1", {PgValue::hash(sha256)});
    return rows.count() > 0 ? std::optional(rows.number(0, 0)) : std::nullopt;
}

void PostgresSession::addContent(const QByteArray& sha256, qint64 size) {
    m_connection.send("INSERT INTO contents (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                      {PgValue::hash(sha256), PgValue::number(size)});
}

void PostgresSession::addSmallContent(const QByteArray& sha256, const QByteArray& bytes) {
    m_connection.send(
        "WITH made AS (INSERT INTO contents (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING "
        "RETURNING sha256) INSERT INTO content_parts (owner, start, bytes) SELECT sha256, 0, $3 FROM made",
        {PgValue::hash(sha256), PgValue::number(bytes.size()), PgValue::bytes(bytes)});
}

std::optional<QByteArray> PostgresSession::smallContent(const QByteArray& sha256) {
    const PgRows rows =
        m_connection.run("SELECT p.bytes FROM contents c JOIN content_parts p ON p.owner = c.sha256 AND "
                         "p.start = 0 WHERE c.sha256 = $1 AND octet_length(p.bytes) = c.size",
                         {PgValue::hash(sha256)});
    return rows.count() > 0 ? std::optional(rows.bytes(0, 0)) : std::nullopt;
}

void PostgresSession::addUploader(const QByteArray& sha256, const QString& account) {
    m_connection.send("INSERT INTO uploaders (sha256, account) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                      {PgValue::hash(sha256), PgValue::text(account)});
}

bool PostgresSession::uploadedBy(const QByteArray& sha256, const QString& account) {
    return m_connection
               .run("SELECT 1 FROM uploaders WHERE sha256 = $1 AND account = $2",
                    {PgValue::hash(sha256), PgValue::text(account)})
               .count() > 0;
}

bool PostgresSession::citedFor(const QByteArray& sha256, const QStringList& mailboxes) {
    return m_connection
               .run("SELECT 1 FROM cites JOIN participants USING (stream) WHERE sha256 = $1 AND mailbox = ANY ($2) "
                    "LIMIT 1",
                    {PgValue::hash(sha256), PgValue::texts(mailboxes)})
               .count() > 0;
}

bool PostgresSession::citedIn(const QByteArray& sha256, const QString& stream) {
    return m_connection
               .run("SELECT 1 FROM cites WHERE sha256 = $1 AND stream = $2 LIMIT 1",
                    {PgValue::hash(sha256), PgValue::text(stream)})
               .count() > 0;
}

std::optional<UploadRecord> PostgresSession::upload(const QByteArray& id) {
    const PgValue value = PgValue::text(QString::fromLatin1(id));
    return readUpload(
        m_writing ? m_connection.run("SELECT id, account, sha256, length, place FROM uploads WHERE id = $1 FOR UPDATE",
                                     {value})
                  : m_connection.run("SELECT id, account, sha256, length, place FROM uploads WHERE id = $1", {value}));
}

std::optional<UploadRecord> PostgresSession::uploadOf(const QString& account, const QByteArray& sha256) {
    return readUpload(m_connection.run("SELECT id, account, sha256, length, place FROM uploads WHERE account = $1 AND "
                                       "sha256 = $2",
                                       {PgValue::text(account), PgValue::hash(sha256)}));
}

void PostgresSession::putUpload(const UploadRecord& upload) {
    m_connection.send("INSERT INTO uploads (id, account, sha256, length, place) VALUES ($1, $2, $3, $4, $5) "
                      "ON CONFLICT (id) DO UPDATE SET place = excluded.place",
                      {PgValue::text(QString::fromLatin1(upload.id)), PgValue::text(upload.account),
                       PgValue::hash(upload.sha256), PgValue::number(upload.length), PgValue::number(upload.offset)});
}

void PostgresSession::removeUpload(const QByteArray& id) {
    m_connection.send("DELETE FROM uploads WHERE id = $1", {PgValue::text(QString::fromLatin1(id))});
}

std::optional<exchange::PacketReceipt> PostgresSession::packet(const QByteArray& sha256, const QString& agency) {
    return readPacket(m_connection.run(pg::packetOf, {PgValue::hash(sha256), PgValue::text(agency)}));
}

std::optional<exchange::PacketReceipt> PostgresSession::deposit(const PacketDeposit& deposit) {
    const exchange::PacketReceipt& receipt = deposit.receipt;
    const exchange::Message& message = deposit.message;
    const exchange::MessageHeader& header = message.header;
    const auto earlier = readPacket(m_connection.run(
        "WITH counted AS (INSERT INTO agency_usage (agency, shard, bytes) "
        "SELECT $9, pg_backend_pid() % 64, octet_length($15) WHERE $15 IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM uploaders WHERE sha256 = $1 AND account = $3) "
        "ON CONFLICT (agency, shard) DO UPDATE SET bytes = agency_usage.bytes + excluded.bytes) "
        "SELECT * FROM congvan_deposit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        {PgValue::hash(receipt.sha256), PgValue::text(deposit.agency), PgValue::text(deposit.account),
         PgValue::text(receipt.stream), PgValue::text(receipt.kind), PgValue::number(receipt.time.toMSecsSinceEpoch()),
         PgValue::text(receipt.receivers.join(u' ')), PgValue::text(header.messageId),
         PgValue::text(header.authorAgency), PgValue::hash(header.payloadSha256), PgValue::hash(header.attachedSha256),
         PgValue::bytes(message.payload), PgValue::texts(message.participants),
         PgValue::hash(exchange::headerHash(header)), PgValue::bytesOrNull(deposit.content)}));
    if (!earlier) {
        m_wrote = true;
        m_deposited += message.participants;
    }
    return earlier;
}

} // namespace hub
