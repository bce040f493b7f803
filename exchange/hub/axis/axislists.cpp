// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/axis/axislists.h"

#include "exchange/envelope/packetreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace hub {

using namespace Qt::Literals::StringLiterals;
namespace axis = exchange::axis;

namespace {

constexpr int mostReceived = 2000; // what is acknowledged makes room for the rest
constexpr int mostSent = 500;      // their envelopes are read for title and number
constexpr int defaultDays = 30;    // of what was sent; what is not acknowledged stays listed without an end

QString timeText(const QDateTime& time) {
    return time.isValid() ? QString::fromLatin1(axis::listTime(time)) : QString();
}

/// One code, or several as the text of a JSON array.
QString codesText(const QStringList& codes) {
    return codes.size() == 1
               ? codes.first()
               : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(codes)).toJson(QJsonDocument::Compact));
}

Result<PacketQuery> queryOf(const axis::SignedCall& parameters) {
    PacketQuery query;
    const Result<QDateTime> from = axisTime(parameters, "fromDate");
    const Result<QDateTime> to = axisTime(parameters, "toDate");
    if (!from || !to) {
        return std::unexpected(!from ? from.error() : to.error());
    }
    query.from = *from;
    // The stamp of a list has whole seconds.
    query.to = to->isValid() ? to->addMSecs(999) : QDateTime();
    return query;
}

struct Words {
    QString title;
    QString notation;
};

/// What a packet's own envelope says; empty where it cannot be read any more.
Words wordsOf(HubCore& core, const Caller& caller, const QByteArray& sha256) {
    const auto content = core.content(caller, sha256, u"packet/"_s + QString::fromLatin1(sha256));
    if (!content) {
        return {};
    }
    QFile file(content->path);
    QIODevice* device = content->device ? content->device.get() : &file;
    if (!device->isOpen() && !device->open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto read = exchange::PacketReader().readEnvelope(*device);
    const auto* document = read ? std::get_if<exchange::DocumentPacket>(&read->packet) : nullptr;
    if (!document) {
        return {};
    }
    return {document->subject, document->code.number + u'/' + document->code.notation};
}

} // namespace

Answer answerReceivedList(HubCore& core, const Caller& caller, const axis::SignedCall& parameters) {
    Result<PacketQuery> query = queryOf(parameters);
    if (!query) {
        return axisError(query.error());
    }
    query->kind = QString::fromUtf8(parameters.value("messagetype"));
    query->openOnly = true;
    query->limit = mostReceived;
    const auto packets = core.lists().packets(caller, *query);
    if (!packets) {
        return axisError(packets.error());
    }
    QJsonArray rows;
    for (const PacketEntry& packet : *packets) {
        QString word;
        for (const QString& said : packet.taken) {
            word = word.isEmpty() ? said : word;
        }
        rows.append(QJsonObject{{u"docId"_s, QString::fromLatin1(packet.notice.sha256)},
                                {u"serviceType"_s, u"eDoc"_s},
                                {u"messageType"_s, packet.notice.kind},
                                {u"created_time"_s, timeText(packet.time)},
                                {u"updated_time"_s, timeText(packet.takenTime)},
                                {u"from"_s, packet.notice.from},
                                {u"to"_s, codesText(packet.notice.to)},
                                {u"status"_s, word.isEmpty() ? u"initial"_s : word},
                                {u"status_desc"_s, QString()}});
    }
    return axisAnswer({{u"data"_s, rows}});
}

Answer answerCount(HubCore& core, const Caller& caller, const QString& kind) {
    PacketQuery query;
    query.kind = kind;
    query.openOnly = true;
    query.limit = mostReceived;
    const auto packets = core.lists().packets(caller, query);
    return packets ? axisAnswer({{u"data"_s, QString::number(packets->size())}}) : axisError(packets.error());
}

Answer answerSentList(HubCore& core, const Caller& caller, const axis::SignedCall& parameters) {
    Result<PacketQuery> query = queryOf(parameters);
    if (!query) {
        return axisError(query.error());
    }
    query->sent = true;
    query->from = query->from.isValid() ? query->from : core.now().addDays(-defaultDays);
    // The newest: that is what a client asks for that lost an answer.
    query->limit = mostSent;
    query->newest = true;
    const auto packets = core.lists().packets(caller, *query);
    if (!packets) {
        return axisError(packets.error());
    }
    QJsonArray rows;
    for (const PacketEntry& packet : *packets) {
        const Words words = wordsOf(core, caller, packet.notice.sha256);
        for (qsizetype place = 0; place < packet.notice.to.size(); ++place) {
            const QString taken = packet.taken.value(place);
            rows.append(QJsonObject{{u"senderDocId"_s, QString::fromLatin1(packet.notice.sha256)},
                                    {u"receiverDocId"_s, QString::fromLatin1(packet.notice.sha256)},
                                    {u"fromCode"_s, packet.notice.from},
                                    {u"toCode"_s, packet.notice.to.at(place)},
                                    {u"title"_s, words.title},
                                    {u"notation"_s, words.notation},
                                    {u"sentTime"_s, timeText(packet.time)},
                                    {u"sendStatus"_s, u"done"_s},
                                    {u"sendStatusDesc"_s, QString()},
                                    {u"receivedTime"_s, taken.isEmpty() ? QString() : timeText(packet.takenTime)},
                                    {u"receiveStatus"_s, taken.isEmpty() ? u"initial"_s : taken},
                                    {u"receiveStatusDesc"_s, QString()}});
        }
    }
    return axisAnswer({{u"data"_s, rows}});
}

} // namespace hub
