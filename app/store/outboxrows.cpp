// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxrows.h"

#include "app/domain/vietnamtime.h"
#include "app/store/blobstore.h"
#include "app/store/messagerows.h"
#include "app/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using exchange::OutboxItem;

constexpr QLatin1StringView kinds[] = {"upload"_L1, "append"_L1, "packet"_L1};
constexpr QLatin1StringView states[] = {"planned"_L1, "started"_L1, "done"_L1, "uncertain"_L1, "failed"_L1};

template <typename Value, size_t size>
Value valueOf(const QLatin1StringView (&words)[size], const QString& word, Value otherwise) {
    const auto found = std::find(std::begin(words), std::end(words), word);
    return found == std::end(words) ? otherwise : static_cast<Value>(found - std::begin(words));
}

QString kindWord(OutboxItem::Kind kind) {
    return kinds[static_cast<size_t>(kind)];
}
QString stateWord(OutboxItem::State state) {
    return states[static_cast<size_t>(state)];
}

QString receiptText(const std::optional<exchange::AppendReceipt>& receipt) {
    if (!receipt) {
        return {};
    }
    const exchange::MessageHeader& header = receipt->header;
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"stream"_s, header.stream},
                                  {u"sequence"_s, header.sequence},
                                  {u"kind"_s, header.kind},
                                  {u"messageId"_s, header.messageId},
                                  {u"author"_s, header.author},
                                  {u"authorAgency"_s, header.authorAgency},
                                  {u"time"_s, isoTime(header.time)},
                                  {u"payload"_s, QString::fromLatin1(header.payloadSha256)},
                                  {u"attached"_s, QString::fromLatin1(header.attachedSha256)},
                                  {u"previous"_s, QString::fromLatin1(header.previousHeaderSha256)},
                                  {u"authorRole"_s, header.authorRole}})
            .toJson(QJsonDocument::Compact));
}

std::optional<exchange::AppendReceipt> receiptFrom(const QString& text) {
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return exchange::AppendReceipt{.header = {.stream = object[u"stream"_s].toString(),
                                              .sequence = object[u"sequence"_s].toInteger(),
                                              .kind = object[u"kind"_s].toString(),
                                              .messageId = object[u"messageId"_s].toString(),
                                              .author = object[u"author"_s].toString(),
                                              .authorAgency = object[u"authorAgency"_s].toString(),
                                              .time = parseIsoTime(object[u"time"_s].toString()),
                                              .payloadSha256 = object[u"payload"_s].toString().toLatin1(),
                                              .attachedSha256 = object[u"attached"_s].toString().toLatin1(),
                                              .previousHeaderSha256 = object[u"previous"_s].toString().toLatin1(),
                                              .authorRole = object[u"authorRole"_s].toString()}};
}

} // namespace

QList<OutboxItem> outboxItems(Transaction& transaction, const BlobStore& blobs, const QString& condition,
                              const QVariantList& values) {
    QList<OutboxItem> items;
    Rows rows = transaction.query(u"SELECT id, kind, state, attempts, next_attempt, error_code, error_detail, sha256,"
                                  " packet_kind, stream, expected_sequence, message_kind, message_id, payload, cites,"
                                  " participants, last_seen_head, receipt FROM outbox WHERE "_s +
                                      condition + u" ORDER BY position"_s,
                                  values);
    while (rows.next()) {
        OutboxItem item;
        item.id = rows.text(0);
        item.kind = valueOf(kinds, rows.text(1), OutboxItem::Kind::Upload);
        item.state = valueOf(states, rows.text(2), OutboxItem::State::Failed);
        item.attempts = static_cast<int>(rows.number(3));
        item.nextAttempt = parseIsoTime(rows.text(4));
        item.error = {.code = rows.text(5), .detail = rows.text(6)};
        item.sha256 = rows.word(7);
        item.packetKind = rows.text(8);
        item.append = {.stream = rows.text(9),
                       .expectedSequence = rows.number(10),
                       .kind = rows.text(11),
                       .messageId = rows.text(12),
                       .payload = rows.bytes(13),
                       .cites = splitWords(rows.text(14)),
                       .participants = rows.text(15).split(u'\n', Qt::SkipEmptyParts),
                       .lastSeenHead = rows.word(16)};
        item.receipt = receiptFrom(rows.text(17));
        if (const Result<QString> path = blobs.path(item.sha256)) {
            item.path = *path;
        }
        items.append(std::move(item));
    }
    return items;
}

qint64 insertOutboxItem(Transaction& transaction, const OutboxItem& item) {
    transaction.change(
        u"INSERT INTO outbox (id, kind, state, sha256, packet_kind, stream, expected_sequence, message_kind,"
        " message_id, payload, cites, participants, last_seen_head, planned_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {item.id, kindWord(item.kind), stateWord(item.state), QString::fromLatin1(item.sha256), item.packetKind,
         item.append.stream, item.append.expectedSequence, item.append.kind, item.append.messageId,
         item.append.payload.isNull() ? QByteArray("") : item.append.payload, joined(item.append.cites),
         item.append.participants.join(u'\n'), QString::fromLatin1(item.append.lastSeenHead),
         isoTime(QDateTime::currentDateTimeUtc())});
    return transaction.lastRow();
}

std::optional<qint64> updateOutboxItem(Transaction& transaction, const OutboxItem& item) {
    const QVariant position = transaction.value(u"SELECT position FROM outbox WHERE id = ?"_s, {item.id});
    if (!position.isValid()) {
        return std::nullopt;
    }
    transaction.change(u"UPDATE outbox SET state = ?, attempts = ?, next_attempt = ?, error_code = ?, error_detail = ?,"
                       " expected_sequence = ?, payload = ?, cites = ?, participants = ?, last_seen_head = ?,"
                       " receipt = ? WHERE position = ?"_s,
                       {stateWord(item.state), item.attempts, isoTime(item.nextAttempt), item.error.code,
                        item.error.detail, item.append.expectedSequence,
                        item.append.payload.isNull() ? QByteArray("") : item.append.payload, joined(item.append.cites),
                        item.append.participants.join(u'\n'), QString::fromLatin1(item.append.lastSeenHead),
                        receiptText(item.receipt), position});
    return position.toLongLong();
}

void planUploadOnce(Transaction& transaction, const QByteArray& sha256) {
    const QString hash = QString::fromLatin1(sha256);
    const bool isNeedless =
        transaction
            .value(u"SELECT (SELECT COUNT(*) FROM outbox WHERE sha256 = ? AND kind = 'upload' AND state <> 'failed')"
                   " + (SELECT COUNT(*) FROM server_content WHERE sha256 = ?)"_s,
                   {hash, hash})
            .toInt() > 0;
    if (!isNeedless) {
        exchange::OutboxItem item;
        item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        item.kind = OutboxItem::Kind::Upload;
        item.sha256 = sha256;
        insertOutboxItem(transaction, item);
    }
}

bool isInOutbox(Transaction& transaction, const QString& itemId) {
    return transaction.value(u"SELECT 1 FROM outbox WHERE id = ?"_s, {itemId}).isValid();
}

} // namespace app
