// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/arrivaljobs.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/packetrows.h"
#include "app/store/projection.h"
#include "app/store/recallprojector.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString nowText() {
    return isoTime(QDateTime::currentDateTimeUtc());
}

void planUnpacking(Transaction& transaction, const QByteArray& packetSha256) {
    transaction.change(u"INSERT OR IGNORE INTO unpack_job (packet_sha256, planned_at) VALUES (?, ?)"_s,
                       {QString::fromLatin1(packetSha256), nowText()});
}

void planVerdict(Transaction& transaction, const QByteArray& packetSha256) {
    // A packet that only speaks of another document is none itself.
    const QString document = documentOfPacket(packetSha256).text();
    transaction.change(u"INSERT OR IGNORE INTO verdict_job (document_id, planned_at)"
                       " SELECT ?, ? WHERE EXISTS (SELECT 1 FROM document WHERE id = ?)"_s,
                       {document, nowText(), document});
}

} // namespace

ArrivalJobs::ArrivalJobs(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<QList<QByteArray>> ArrivalJobs::pending(int limit) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<QByteArray>> {
        QList<QByteArray> packets;
        Rows rows = transaction.query(u"SELECT packet_sha256 FROM unpack_job"
                                      " ORDER BY attempts, planned_at, packet_sha256 LIMIT ?"_s,
                                      {limit});
        while (rows.next()) {
            packets.append(rows.word(0));
        }
        return packets;
    });
}

Result<int> ArrivalJobs::count() const {
    return m_database.read([](Transaction& transaction) -> Result<int> {
        return transaction.value(u"SELECT COUNT(*) FROM unpack_job"_s).toInt();
    });
}

Result<void> ArrivalJobs::keep(const QList<PacketFacts>& facts) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        Projection projection(transaction, m_owner);
        for (const PacketFacts& one : facts) {
            const std::optional<PacketFacts> before = packetFacts(transaction, one.sha256);
            keepPacketFacts(transaction, one);
            transaction.change(u"DELETE FROM unpack_job WHERE packet_sha256 = ?"_s, {QString::fromLatin1(one.sha256)});
            projection.packetUnpacked(one.sha256);
            if (!before || before->kind != one.kind) {
                oweAfterReading(transaction, one.sha256, m_owner); // nothing was known of it when its message came
            }
            if (one.kind == PacketFacts::Kind::Document) {
                planVerdict(transaction, one.sha256);
            }
        }
        return {};
    });
}

Result<void> ArrivalJobs::noteFailure(const QByteArray& packetSha256, const Error& error) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"UPDATE unpack_job SET attempts = attempts + 1, error_code = ?, error_detail = ?"
                           " WHERE packet_sha256 = ?"_s,
                           {error.code, error.detail, QString::fromLatin1(packetSha256)});
        return {};
    });
}

Result<QList<exchange::WaitingContent>> ArrivalJobs::waitingContents() const {
    return m_database.read([](Transaction& transaction) -> Result<QList<exchange::WaitingContent>> {
        QList<exchange::WaitingContent> contents;
        Rows rows = transaction.query(u"SELECT sha256, stream FROM content_wanted ORDER BY added_at, sha256"_s);
        while (rows.next()) {
            contents.append({.sha256 = rows.word(0), .stream = rows.text(1)});
        }
        return contents;
    });
}

void planArrival(Transaction& transaction, const PacketFacts& facts) {
    if (!facts.unpacked) {
        planUnpacking(transaction, facts.sha256);
    } else if (facts.kind == PacketFacts::Kind::Document) {
        // Owed in the same transaction as the document: a kill between the two loses no verdict.
        planVerdict(transaction, facts.sha256);
    }
}

void endWaiting(Transaction& transaction, const QByteArray& sha256) {
    const QString content = QString::fromLatin1(sha256);
    const bool waited = transaction.change(u"DELETE FROM content_wanted WHERE sha256 = ?"_s, {content}) > 0;
    if (waited && packetFacts(transaction, sha256)) {
        planUnpacking(transaction, sha256);
    }
}

void beginWaiting(Transaction& transaction, const QByteArray& sha256, const QString& stream) {
    transaction.change(u"INSERT OR IGNORE INTO content_wanted (sha256, stream, added_at) VALUES (?, ?, ?)"_s,
                       {QString::fromLatin1(sha256), stream, nowText()});
}

} // namespace app
