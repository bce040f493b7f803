// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <QTimeZone>
#include <QUuid>

/// Values for the contract of the hub's stores.
namespace storesamples {

using namespace Qt::Literals::StringLiterals;

inline QDateTime moment(int second = 0) {
    return {QDate(2026, 3, 4), QTime(5, 6, second, 789), QTimeZone::utc()};
}

inline QByteArray hashOf(const QByteArray& bytes) {
    return exchange::sha256Hex(bytes);
}

/// The message that comes after `end` in its stream.
inline exchange::Message nextMessage(const QString& stream, const std::optional<hub::StreamEnd>& end,
                                     const QByteArray& payload = "<act/>", const QList<QByteArray>& cites = {},
                                     const QStringList& joining = {}) {
    exchange::Message message;
    message.header.stream = stream;
    message.header.sequence = end ? end->sequence + 1 : 1;
    message.header.kind = u"office"_s;
    message.header.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    message.header.author = u"H99.01/lan"_s;
    message.header.authorAgency = u"H99.01"_s;
    message.header.time = moment();
    message.header.payloadSha256 = hashOf(payload);
    message.header.attachedSha256 = exchange::attachedHash(cites, joining);
    message.header.previousHeaderSha256 = end ? end->headHash : QByteArray();
    message.payload = payload;
    message.cites = cites;
    message.participants = joining;
    return message;
}

/// A packet's deposit, whose content comes with it.
inline hub::PacketDeposit depositOf(const QByteArray& content,
                                    const QStringList& mailboxes = {u"H99.01"_s, u"H99.02"_s}) {
    hub::PacketDeposit deposit;
    const QByteArray sha256 = hashOf(content);
    deposit.receipt = {sha256, u"packet/"_s + QString::fromLatin1(sha256), u"edoc"_s, moment(), mailboxes.mid(1)};
    deposit.agency = mailboxes.first();
    deposit.account = u"H99.01/lan"_s;
    deposit.message = nextMessage(deposit.receipt.stream, std::nullopt, "<notice/>", {sha256}, mailboxes);
    deposit.message.header.kind = u"edoc"_s;
    deposit.content = content;
    return deposit;
}

/// All headers of a stream form one chain, numbered from 1.
inline bool isWholeChain(const QList<exchange::Message>& messages) {
    QByteArray head;
    qint64 sequence = 0;
    for (const exchange::Message& message : messages) {
        if (message.header.sequence != ++sequence || message.header.previousHeaderSha256 != head) {
            return false;
        }
        head = exchange::headerHash(message.header);
    }
    return true;
}

} // namespace storesamples
