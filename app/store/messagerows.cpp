// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/messagerows.h"

#include "app/domain/vietnamtime.h"
#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

QString messageRowName(const QString& stream, qint64 sequence) {
    return u"message %1 %2"_s.arg(stream).arg(sequence);
}

const QString& messageSelect() {
    static const QString select =
        u"SELECT stream, sequence, kind, message_id, author, author_agency, time, payload_sha256, attached_sha256,"
        " previous_sha256, payload, cites, participants, packed, author_role FROM message "_s;
    return select;
}

exchange::Message readMessageRow(Transaction& transaction, const Rows& rows) {
    const KeptPayload kept{.bytes = rows.bytes(10), .isPacked = rows.flag(13)};
    return {.header = {.stream = rows.text(0),
                       .sequence = rows.number(1),
                       .kind = rows.text(2),
                       .messageId = rows.text(3),
                       .author = rows.text(4),
                       .authorAgency = rows.text(5),
                       .time = parseIsoTime(rows.text(6)),
                       .payloadSha256 = rows.word(7),
                       .attachedSha256 = rows.word(8),
                       .previousHeaderSha256 = rows.word(9),
                       .authorRole = rows.text(14)},
            .payload = readKeptPayload(transaction, kept, rows.word(7), messageRowName(rows.text(0), rows.number(1))),
            .cites = splitWords(rows.text(11)),
            .participants = rows.text(12).split(u'\n', Qt::SkipEmptyParts)};
}

std::optional<qint64> insertMessage(Transaction& transaction, const exchange::Message& message) {
    const exchange::MessageHeader& header = message.header;
    const KeptPayload kept = keptPayload(message.payload);
    const qint64 inserted = transaction.change(
        u"INSERT OR IGNORE INTO message (stream, sequence, kind, message_id, author, author_agency, time,"
        " payload_sha256, attached_sha256, previous_sha256, header_hash, payload, cites, participants,"
        " packed, author_role) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {header.stream, header.sequence, header.kind, header.messageId, header.author, header.authorAgency,
         isoTime(header.time), QString::fromLatin1(header.payloadSha256), QString::fromLatin1(header.attachedSha256),
         QString::fromLatin1(header.previousHeaderSha256), QString::fromLatin1(exchange::headerHash(header)),
         kept.bytes, joined(message.cites), message.participants.join(u'\n'), kept.isPacked ? 1 : 0,
         header.authorRole});
    return inserted == 1 ? std::optional(transaction.lastRow()) : std::nullopt;
}

exchange::StreamHead streamHeadOf(Transaction& transaction, const QString& stream) {
    Rows rows = transaction.query(
        u"SELECT sequence, header_hash FROM message WHERE stream = ? ORDER BY sequence DESC LIMIT 1"_s, {stream});
    if (!rows.next()) {
        return {};
    }
    return {.sequence = rows.number(0), .hash = rows.word(1)};
}

QString joined(const QList<QByteArray>& words) {
    return QString::fromLatin1(words.join(' '));
}

QList<QByteArray> splitWords(const QString& text) {
    QList<QByteArray> words;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        words.append(word.toLatin1());
    }
    return words;
}

} // namespace app
