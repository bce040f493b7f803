// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/blobstore.h"
#include "app/store/database.h"
#include "app/store/outboxrows.h"
#include "app/store/textjobs.h"
#include "app/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using exchange::OutboxItem;

constexpr QLatin1StringView reaches[] = {"unknown"_L1, "online"_L1, "offline"_L1};

} // namespace

OutboxRepository::OutboxRepository(Database& database, const BlobStore& blobs, Writer writer)
    : m_database(database)
    , m_blobs(blobs)
    , m_writer(std::move(writer)) {}

Result<void> OutboxRepository::planUpload(const QByteArray& sha256) {
    if (Result<void> here = m_blobs.mustHave(sha256); !here) {
        return here;
    }
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        planUploadOnce(transaction, sha256);
        return {};
    });
}

Result<void> OutboxRepository::planPacket(const QByteArray& sha256, const QString& kind) {
    if (Result<void> here = m_blobs.mustHave(sha256); !here) {
        return here;
    }
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        const bool isPlanned =
            transaction
                .value(u"SELECT COUNT(*) FROM outbox WHERE sha256 = ? AND kind = 'packet' AND packet_kind = ?"_s,
                       {QString::fromLatin1(sha256), kind})
                .toInt() > 0;
        if (!isPlanned) {
            OutboxItem item;
            item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            item.kind = OutboxItem::Kind::Send;
            item.sha256 = sha256;
            item.packetKind = kind;
            insertOutboxItem(transaction, item);
        }
        return {};
    });
}

Result<QList<OutboxItem>> OutboxRepository::open() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<OutboxItem>> {
        return outboxItems(transaction, m_blobs, u"state <> 'done' AND state <> 'failed'"_s);
    });
}

Result<QList<OutboxItem>> OutboxRepository::failed() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<OutboxItem>> {
        return outboxItems(transaction, m_blobs, u"state = 'failed'"_s);
    });
}

Result<void> OutboxRepository::change(const QString& itemId, const std::function<void(OutboxItem&)>& work) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        QList<OutboxItem> items = outboxItems(transaction, m_blobs, u"id = ?"_s, {itemId});
        if (items.isEmpty()) {
            return fail("outbox-item-unknown", itemId);
        }
        work(items.first());
        m_writer(transaction, items.first());
        return {};
    });
}

Result<void> OutboxRepository::retry(const QString& itemId) {
    return change(itemId, [](OutboxItem& item) {
        // A packet that may be there already is asked for first, whoever wants it tried again; a server that can't be
        // asked is not asked once more: the person decided.
        const bool canBeAsked = item.error.code != exchange::cannotTellCode;
        const bool mayBeThere = item.kind == OutboxItem::Kind::Send && item.attempts > 0 && canBeAsked;
        // Its pauses begin anew; that it may have come to the server is not forgotten.
        const bool wasTried = item.kind == OutboxItem::Kind::Append && item.attempts > 0;
        item.attempts = mayBeThere || wasTried ? 1 : 0;
        item.state = mayBeThere ? OutboxItem::State::Uncertain : OutboxItem::State::Planned;
        item.nextAttempt = {};
        item.error = {};
    });
}

Result<bool> OutboxRepository::takeOut(const QByteArray& sha256) {
    return m_database.write([&](Transaction& transaction) -> Result<bool> {
        return transaction.change(u"DELETE FROM outbox WHERE kind = 'packet' AND sha256 = ? AND state = 'planned'"
                                  " AND attempts = 0"_s,
                                  {QString::fromLatin1(sha256)}) > 0;
    });
}

Result<QList<OwedStatus>> OutboxRepository::owed() const {
    return m_database.read([](Transaction& transaction) -> Result<QList<OwedStatus>> {
        QList<OwedStatus> list;
        Rows rows = transaction.query(
            u"SELECT packet_sha256, code, source, at FROM owed_status ORDER BY at, code, packet_sha256, source"_s);
        while (rows.next()) {
            list.append({.packetSha256 = rows.word(0),
                         .code = rows.text(1),
                         .source = rows.text(2),
                         .at = parseIsoTime(rows.text(3))});
        }
        return list;
    });
}

Result<void> OutboxRepository::forgetOwed(const OwedStatus& status) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"DELETE FROM owed_status WHERE packet_sha256 = ? AND code = ? AND source = ?"_s,
                           {QString::fromLatin1(status.packetSha256), status.code, status.source});
        return {};
    });
}

Result<void> OutboxRepository::settle(const QString& itemId) {
    return change(itemId, [](OutboxItem& item) {
        if (item.kind == OutboxItem::Kind::Send) {
            item.state = OutboxItem::State::Done;
            item.error = {};
        }
    });
}

Result<SyncState> OutboxRepository::state() const {
    return m_database.read([](Transaction& transaction) -> Result<SyncState> {
        SyncState state;
        Rows rows = transaction.query(u"SELECT state, COUNT(*) FROM outbox WHERE state <> 'done' GROUP BY state"_s);
        while (rows.next()) {
            const int number = static_cast<int>(rows.number(1));
            if (rows.text(0) == u"failed"_s) {
                state.failed = number;
            } else if (rows.text(0) == u"uncertain"_s) {
                state.uncertain = number;
            } else {
                state.queued += number;
            }
        }
        state.toJudge = transaction.value(u"SELECT COUNT(*) FROM verdict_job"_s).toInt();
        state.toRead =
            transaction.value(u"SELECT COUNT(*) FROM text_job WHERE attempts < ?"_s, {TextJobs::mostAttempts}).toInt();
        state.waiting = transaction.value(u"SELECT COUNT(*) FROM content_wanted"_s).toInt();
        state.network = exchange::networkFromWord(
                            transaction.value(u"SELECT value FROM setting WHERE key = 'network'"_s).toString())
                            .value_or(exchange::NetworkPolicy::Online);
        const QJsonObject last =
            QJsonDocument::fromJson(
                transaction.value(u"SELECT value FROM setting WHERE key = 'last-sync'"_s).toString().toUtf8())
                .object();
        for (size_t index = 0; index < std::size(reaches); ++index) {
            if (last[u"reach"_s].toString() == reaches[index]) {
                state.reach = static_cast<SyncState::Reach>(index);
            }
        }
        state.lastSync = parseIsoTime(last[u"at"_s].toString());
        state.lastError = Error(last[u"error"_s].toString(), last[u"detail"_s].toString());
        return state;
    });
}

Result<void> OutboxRepository::noteSync(SyncState::Reach reach, const QDateTime& at, const Error& error) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        QDateTime lastSync = at;
        if (reach != SyncState::Reach::Online) {
            const Result<SyncState> before = state();
            lastSync = before ? before->lastSync : QDateTime();
        }
        const QJsonObject object{{u"reach"_s, QString(reaches[static_cast<size_t>(reach)])},
                                 {u"at"_s, isoTime(lastSync)},
                                 {u"error"_s, error.code},
                                 {u"detail"_s, error.detail}};
        transaction.change(u"INSERT INTO setting (key, value) VALUES ('last-sync', ?)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                           {QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))});
        return {};
    });
}

} // namespace app
