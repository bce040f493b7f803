// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/boundvalue.h"
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

#include <QTimeZone>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

exchange::PacketReceipt readPacket(const QSqlQuery& query) {
    exchange::PacketReceipt receipt;
    receipt.sha256 = query.value(0).toString().toLatin1();
    receipt.stream = query.value(1).toString();
    receipt.kind = query.value(2).toString();
    receipt.time = QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), QTimeZone::utc());
    receipt.receivers = query.value(4).toString().split(u' ', Qt::SkipEmptyParts);
    return receipt;
}

UploadRecord readUpload(const QSqlQuery& query) {
    return {query.value(0).toString().toLatin1(), query.value(1).toString(), query.value(2).toString().toLatin1(),
            query.value(3).toLongLong(), query.value(4).toLongLong()};
}

} // namespace

std::optional<StreamEnd> SqliteSession::streamEnd(const QString& stream) {
    QSqlQuery& query = m_database.run("SELECT agency, sequence, head FROM streams WHERE stream = ?", {text(stream)});
    if (!m_database.next(query)) {
        return std::nullopt;
    }
    return StreamEnd{query.value(0).toString(), query.value(1).toLongLong(), query.value(2).toString().toLatin1()};
}

void SqliteSession::createStream(const QString& stream, const QString& agency) {
    m_database.run("INSERT INTO streams (stream, agency, sequence, head) VALUES (?, ?, 0, '')",
                   {text(stream), text(agency)});
}

QStringList SqliteSession::participants(const QString& stream) {
    QStringList list;
    QSqlQuery& query =
        m_database.run("SELECT mailbox FROM participants WHERE stream = ? ORDER BY mailbox", {text(stream)});
    while (m_database.next(query)) {
        list.append(query.value(0).toString());
    }
    return list;
}

void SqliteSession::addParticipant(const QString& stream, const QString& mailbox, qint64 since) {
    m_database.run("INSERT OR IGNORE INTO participants (stream, mailbox, since) VALUES (?, ?, ?)",
                   {text(stream), text(mailbox), since});
}

void SqliteSession::addMessage(const exchange::Message& message) {
    const exchange::MessageHeader& header = message.header;
    m_database.run("INSERT INTO messages (stream, sequence, kind, message_id, author, author_agency, time, "
                   "payload_sha256, attached_sha256, previous, payload, joined, author_role) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   {header.stream, header.sequence, header.kind, header.messageId, header.author, header.authorAgency,
                    header.time.toMSecsSinceEpoch(), latin(header.payloadSha256), latin(header.attachedSha256),
                    latin(header.previousHeaderSha256), blob(message.payload), text(message.participants.join(u' ')),
                    text(header.authorRole)});
    int place = 0;
    for (const QByteArray& cite : message.cites) {
        m_database.run("INSERT INTO cites (sha256, stream, sequence, place) VALUES (?, ?, ?, ?)",
                       {latin(cite), header.stream, header.sequence, place++});
    }
    m_database.run("UPDATE streams SET sequence = ?, head = ? WHERE stream = ?",
                   {header.sequence, latin(exchange::headerHash(header)), header.stream});
    m_database.run("INSERT INTO feed (mailbox, stream, sequence) SELECT mailbox, stream, ? FROM participants "
                   "WHERE stream = ? ORDER BY mailbox",
                   {header.sequence, header.stream});
}

exchange::Message SqliteSession::readMessage(const QSqlQuery& query) {
    exchange::Message message;
    exchange::MessageHeader& header = message.header;
    header.stream = query.value(0).toString();
    header.sequence = query.value(1).toLongLong();
    header.kind = query.value(2).toString();
    header.messageId = query.value(3).toString();
    header.author = query.value(4).toString();
    header.authorAgency = query.value(5).toString();
    header.time = QDateTime::fromMSecsSinceEpoch(query.value(6).toLongLong(), QTimeZone::utc());
    header.payloadSha256 = query.value(7).toString().toLatin1();
    header.attachedSha256 = query.value(8).toString().toLatin1();
    header.previousHeaderSha256 = query.value(9).toString().toLatin1();
    message.payload = query.value(10).toByteArray();
    message.participants = query.value(11).toString().split(u' ', Qt::SkipEmptyParts);
    message.erased = query.value(12).toLongLong() != 0;
    header.authorRole = query.value(13).toString();
    return message;
}

void SqliteSession::readCites(exchange::Message& message) {
    QSqlQuery& query = m_database.run("SELECT sha256 FROM cites WHERE stream = ? AND sequence = ? ORDER BY place",
                                      {message.header.stream, message.header.sequence});
    while (m_database.next(query)) {
        message.cites.append(query.value(0).toString().toLatin1());
    }
}

std::optional<exchange::Message> SqliteSession::messageById(const QString& stream, const QString& messageId) {
    QSqlQuery& query = m_database.run(
        "SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256, "
        "previous, payload, joined, erased, author_role FROM messages WHERE stream = ? AND message_id = ?",
        {text(stream), text(messageId)});
    if (!m_database.next(query)) {
        return std::nullopt;
    }
    exchange::Message message = readMessage(query);
    readCites(message);
    return message;
}

QList<exchange::Message> SqliteSession::messages(const QString& stream, qint64 from, int limit, qint64 bytes) {
    QList<exchange::Message> list;
    QSqlQuery& query = m_database.run(
        "SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256, "
        "previous, payload, joined, erased, author_role FROM messages WHERE stream = ? AND sequence >= ? ORDER BY "
        "sequence LIMIT ?",
        {text(stream), from, limit});
    qint64 taken = 0;
    while (m_database.next(query)) {
        exchange::Message message = readMessage(query);
        taken += message.payload.size();
        if (!list.isEmpty() && taken > bytes) {
            break;
        }
        list.append(std::move(message));
    }
    for (exchange::Message& message : list) {
        readCites(message);
    }
    return list;
}

QList<exchange::FeedEntry> SqliteSession::feedPage(const char* sql, const QString& mailbox, qint64 after, int limit) {
    QList<exchange::FeedEntry> list;
    QSqlQuery& query = m_database.run(sql, {text(mailbox), after, limit});
    while (m_database.next(query)) {
        list.append({query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toLongLong()});
    }
    return list;
}

QList<FeedMessage> SqliteSession::withMessages(const QList<exchange::FeedEntry>& entries, qint64 bytes) {
    QList<FeedMessage> list;
    qint64 taken = 0;
    for (const exchange::FeedEntry& entry : entries) {
        QSqlQuery& query = m_database.run(
            "SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256, "
            "previous, payload, joined, erased, author_role FROM messages WHERE stream = ? AND sequence = ?",
            {text(entry.stream), entry.sequence});
        if (!m_database.next(query)) {
            break;
        }
        exchange::Message message = readMessage(query);
        taken += message.payload.size();
        if (!list.isEmpty() && taken > bytes) {
            break;
        }
        readCites(message);
        list.append({entry, std::move(message)});
    }
    return list;
}

QList<exchange::FeedEntry> SqliteSession::feed(const QString& mailbox, qint64 after, int limit) {
    return feedPage(
        "SELECT cursor, stream, sequence FROM feed WHERE mailbox = ? AND cursor > ? ORDER BY cursor LIMIT ?", mailbox,
        after, limit);
}

QList<FeedMessage> SqliteSession::feedMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes) {
    return withMessages(feed(mailbox, after, limit), bytes);
}

QList<FeedMessage> SqliteSession::packetMessages(const QString& mailbox, qint64 after, int limit, qint64 bytes,
                                                 bool openOnly) {
    // The words of the index, so that it is used; without it the statement fails.
    const char* const every = "SELECT cursor, stream, sequence FROM feed INDEXED BY feed_packets WHERE mailbox = ? "
                              "AND cursor > ? AND stream >= 'packet/' AND stream < 'packet0' ORDER BY cursor LIMIT ?";
    const char* const open =
        "SELECT cursor, stream, sequence FROM feed INDEXED BY feed_packets WHERE mailbox = ? AND cursor > ? "
        "AND stream >= 'packet/' AND stream < 'packet0' AND NOT EXISTS (SELECT 1 FROM taken_packets "
        "WHERE taken_packets.mailbox = feed.mailbox AND taken_packets.stream = feed.stream) ORDER BY cursor LIMIT ?";
    return withMessages(feedPage(openOnly ? open : every, mailbox, after, limit), bytes);
}

qint64 SqliteSession::feedCount(const QString& mailbox, qint64 after, qint64 most) {
    QSqlQuery& query =
        m_database.run("SELECT count(*) FROM (SELECT 1 FROM feed WHERE mailbox = ? AND cursor > ? LIMIT ?)",
                       {text(mailbox), after, most});
    return m_database.next(query) ? query.value(0).toLongLong() : 0;
}

std::optional<qint64> SqliteSession::contentSize(const QByteArray& sha256) {
    QSqlQuery& query = m_database.run("SELECT size FROM contents WHERE sha256 = ?", {latin(sha256)});
    return m_database.next(query) ? std::optional(query.value(0).toLongLong()) : std::nullopt;
}

void SqliteSession::addContent(const QByteArray& sha256, qint64 size) {
    m_database.run("INSERT OR IGNORE INTO contents (sha256, size) VALUES (?, ?)", {latin(sha256), size});
}

void SqliteSession::addSmallContent(const QByteArray& sha256, const QByteArray& bytes) {
    if (contentSize(sha256)) {
        return; // kept already, here or in a file
    }
    addContent(sha256, bytes.size());
    m_database.run("INSERT INTO small_contents (sha256, bytes) VALUES (?, ?)", {latin(sha256), blob(bytes)});
}

std::optional<QByteArray> SqliteSession::smallContent(const QByteArray& sha256) {
    QSqlQuery& query = m_database.run("SELECT bytes FROM small_contents WHERE sha256 = ?", {latin(sha256)});
    return m_database.next(query) ? std::optional(query.value(0).toByteArray()) : std::nullopt;
}

void SqliteSession::addUploader(const QByteArray& sha256, const QString& account) {
    m_database.run("INSERT OR IGNORE INTO uploaders (sha256, account) VALUES (?, ?)", {latin(sha256), text(account)});
}

bool SqliteSession::uploadedBy(const QByteArray& sha256, const QString& account) {
    QSqlQuery& query =
        m_database.run("SELECT 1 FROM uploaders WHERE sha256 = ? AND account = ?", {latin(sha256), text(account)});
    return m_database.next(query);
}

bool SqliteSession::citedFor(const QByteArray& sha256, const QStringList& mailboxes) {
    for (const QString& mailbox : mailboxes) {
        QSqlQuery& query = m_database.run("SELECT 1 FROM cites JOIN participants ON participants.stream = cites.stream "
                                          "WHERE cites.sha256 = ? AND participants.mailbox = ? LIMIT 1",
                                          {latin(sha256), mailbox});
        if (m_database.next(query)) {
            return true;
        }
    }
    return false;
}

bool SqliteSession::citedIn(const QByteArray& sha256, const QString& stream) {
    QSqlQuery& query =
        m_database.run("SELECT 1 FROM cites WHERE sha256 = ? AND stream = ? LIMIT 1", {latin(sha256), text(stream)});
    return m_database.next(query);
}

std::optional<UploadRecord> SqliteSession::upload(const QByteArray& id) {
    QSqlQuery& query =
        m_database.run("SELECT id, account, sha256, length, offset FROM uploads WHERE id = ?", {latin(id)});
    return m_database.next(query) ? std::optional(readUpload(query)) : std::nullopt;
}

std::optional<UploadRecord> SqliteSession::uploadOf(const QString& account, const QByteArray& sha256) {
    QSqlQuery& query = m_database.run("SELECT id, account, sha256, length, offset FROM uploads "
                                      "WHERE account = ? AND sha256 = ?",
                                      {text(account), latin(sha256)});
    return m_database.next(query) ? std::optional(readUpload(query)) : std::nullopt;
}

void SqliteSession::putUpload(const UploadRecord& upload) {
    m_database.run("INSERT INTO uploads (id, account, sha256, length, offset) VALUES (?, ?, ?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET offset = excluded.offset",
                   {latin(upload.id), text(upload.account), latin(upload.sha256), upload.length, upload.offset});
}

void SqliteSession::removeUpload(const QByteArray& id) {
    m_database.run("DELETE FROM uploads WHERE id = ?", {latin(id)});
}

std::optional<exchange::PacketReceipt> SqliteSession::packet(const QByteArray& sha256, const QString& agency) {
    QSqlQuery& query = m_database.run("SELECT sha256, stream, kind, time, receivers FROM packets "
                                      "WHERE sha256 = ? AND agency = ?",
                                      {latin(sha256), text(agency)});
    return m_database.next(query) ? std::optional(readPacket(query)) : std::nullopt;
}

void SqliteSession::addPacket(const exchange::PacketReceipt& receipt, const QString& agency, const QString& account) {
    m_database.run("INSERT INTO packets (sha256, agency, account, stream, kind, time, receivers) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)",
                   {latin(receipt.sha256), text(agency), text(account), receipt.stream, receipt.kind,
                    receipt.time.toMSecsSinceEpoch(), text(receipt.receivers.join(u' '))});
}

std::optional<exchange::PacketReceipt> SqliteSession::deposit(const PacketDeposit& deposit) {
    const exchange::PacketReceipt& receipt = deposit.receipt;
    if (const auto earlier = packet(receipt.sha256, deposit.agency)) {
        return earlier;
    }
    if (!deposit.content.isNull()) {
        countUpload(deposit.message.header.authorAgency, deposit.account, {receipt.sha256, deposit.content.size()});
        addSmallContent(receipt.sha256, deposit.content);
        addUploader(receipt.sha256, deposit.account);
    }
    createStream(receipt.stream, deposit.agency);
    for (const QString& mailbox : deposit.message.participants) {
        addParticipant(receipt.stream, mailbox, 1);
    }
    addMessage(deposit.message);
    addPacket(receipt, deposit.agency, deposit.account);
    return std::nullopt;
}

} // namespace hub
