// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"

namespace exchange {

namespace {

/// Length first, so that no two different lists of fields give the same bytes.
void put(Sha256& hash, const QByteArray& field) {
    hash.addData(QByteArray::number(field.size()));
    hash.addData(QByteArrayLiteral(":"));
    hash.addData(field);
    hash.addData(QByteArrayLiteral("\n"));
}

} // namespace

QByteArray headerHash(const MessageHeader& header) {
    Sha256 hash;
    put(hash, QByteArrayLiteral("congvan-header-1"));
    put(hash, header.stream.toUtf8());
    put(hash, QByteArray::number(header.sequence));
    put(hash, header.kind.toUtf8());
    put(hash, header.messageId.toUtf8());
    put(hash, header.author.toUtf8());
    put(hash, header.authorAgency.toUtf8());
    put(hash, QByteArray::number(header.time.toMSecsSinceEpoch()));
    put(hash, header.payloadSha256);
    put(hash, header.attachedSha256);
    put(hash, header.previousHeaderSha256);
    if (!header.authorRole.isEmpty()) {
        put(hash, header.authorRole.toUtf8());
    }
    return hash.result().toHex();
}

QByteArray attachedHash(const QList<QByteArray>& cites, const QStringList& participants) {
    Sha256 hash;
    put(hash, QByteArray::number(cites.size()));
    for (const QByteArray& cite : cites) {
        put(hash, cite);
    }
    for (const QString& participant : participants) {
        put(hash, participant.toUtf8());
    }
    return hash.result().toHex();
}

QByteArray sha256Hex(const QByteArray& bytes) {
    return Sha256::hash(bytes).toHex();
}

bool isSha256Hex(const QByteArray& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

} // namespace exchange
