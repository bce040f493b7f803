// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisclient.h"

#include "exchange/client/axis/axisreply.h"
#include "exchange/client/packetline.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/message.h"

#include <QJsonDocument>
#include <QSet>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 noticedOffsetSeconds = 60;

QByteArray kindWord(const QString& kind) {
    return kind == "status"_L1 ? "status" : "edoc";
}

/// What of a call is not its parameters.
struct AxisCallForm {
    QByteArray method = "POST";
    QByteArray path;
    QByteArray contentType = "application/json";
    QByteArray body = "{}"; ///< calls without a body send an empty object
    QString file;           ///< sent as a form instead of the body
    QString target;         ///< the answer is a file for this path
};

} // namespace

class AxisClient::Private {
public:
    Private(AxisAccount axisAccount, ClientLimits clientLimits, std::function<QDateTime()> clock)
        : account(std::move(axisAccount))
        , limits(clientLimits)
        , line(account.baseUrl, account.caFile, limits, std::move(clock)) {}

    Result<HttpAnswer> once(const AxisCallForm& form, const axis::Fields& parameters, const CallOptions& options) {
        // Two calls that differ in nothing but the stamp must differ in it, or the second is a replay.
        QDateTime stamp = line.atServer(line.now());
        if (lastStamp.isValid() && stamp <= lastStamp && stamp.msecsTo(lastStamp) < noticedOffsetSeconds * 1000) {
            stamp = lastStamp.addMSecs(1);
        }
        lastStamp = stamp;
        axis::Fields fields{
            {"systemid", account.systemId.toUtf8()},
            {"timestamp", axis::timestamp(stamp, account.switches.zoneMinutes)},
            {"Content-Type", form.contentType},
        };
        fields += parameters;
        const Result<QList<QByteArray>> headers = axis::headersOf(fields, account.secret);
        if (!headers) {
            return std::unexpected(headers.error());
        }
        HttpRequest request;
        request.method = form.method;
        request.pathAndQuery = form.path;
        request.headers = *headers;
        if (!form.file.isEmpty()) {
            if (!account.switches.multipartContentType) {
                request.headers.append("Content-Type: " + form.contentType);
            }
            return line.sendFile(std::move(request), form.file, "file_doc", {}, options);
        }
        request.headers.append("Content-Type: " + form.contentType);
        if (form.method != "GET") {
            request.body = form.body;
        }
        return form.target.isEmpty() ? line.perform(std::move(request), options)
                                     : line.download(std::move(request), form.target, options);
    }

    static Result<QJsonObject> read(const Result<HttpAnswer>& answer, const AxisCallForm& form) {
        if (!answer) {
            return std::unexpected(answer.error());
        }
        const bool isFile = !form.target.isEmpty() && answer->status == 200 && answer->body.isEmpty();
        return isFile ? Result<QJsonObject>(QJsonObject()) : readAxisReply(*answer);
    }

    Result<QJsonObject> call(const AxisCallForm& form, const axis::Fields& parameters, const CallOptions& options) {
        const qint64 before = line.clockOffsetSeconds().value_or(0);
        Result<HttpAnswer> answer = once(form, parameters, options);
        Result<QJsonObject> reply = read(answer, form);
        // Refused for its stamp, and the answer shows that the stamp was wrong: nothing was done, and the right one is
        // known now. A fault of the server's own says nothing about what was done, so it is not answered by a
        // repetition.
        const qint64 after = line.clockOffsetSeconds().value_or(0);
        const bool clockWasOff = std::abs(after - before) > noticedOffsetSeconds;
        // libcurl repeats a request by itself where a kept connection turned out to be dead; a server that had seen it
        // takes the repetition for a replay.
        const bool refused = answer && !reply && answer->status < 500 &&
                             reply.error().code != "axis-server-failed"_L1 &&
                             reply.error().code != "axis-processing-failed"_L1;
        if (refused && (clockWasOff || reply.error().code == "nonce-replayed"_L1)) {
            answer = once(form, parameters, options);
            reply = read(answer, form);
        }
        return reply;
    }

    Result<void> listWindow(const QString& kind, const QDateTime& from, const QDateTime& to,
                            QList<ListedPacket>& packets, const CallOptions& options) {
        axis::Fields parameters{{"servicetype", "eDoc"}, {"messagetype", kindWord(kind)}};
        if (account.switches.datesInList) {
            parameters.emplaceBack("fromDate", axis::listTime(line.atServer(from), account.switches.zoneMinutes));
            parameters.emplaceBack("toDate", axis::listTime(line.atServer(to), account.switches.zoneMinutes));
        }
        AxisCallForm form;
        form.path = "/getReceivedEdocList";
        const Result<QJsonObject> reply = call(form, parameters, options);
        if (!reply) {
            return std::unexpected(reply.error());
        }
        for (const QJsonObject& row : axisRows(*reply)) {
            std::optional<ListedPacket> packet = listedPacket(row, account.switches.zoneMinutes);
            if (!packet || (!packet->kind.isEmpty() && packet->kind != kind)) {
                continue;
            }
            packet->kind = kind;
            packets.append(*packet);
        }
        return {};
    }

    AxisAccount account;
    ClientLimits limits;
    PacketLine line;
    QDateTime lastStamp;
};

AxisClient::AxisClient(AxisAccount account, ClientLimits limits, std::function<QDateTime()> clock)
    : d(std::make_unique<Private>(std::move(account), limits, std::move(clock))) {}

AxisClient::~AxisClient() = default;

Result<void> AxisClient::login(const CallOptions&) {
    return {}; // each call is signed by itself
}

Result<Directory> AxisClient::agencies(qint64 sinceVersion, const CallOptions& options) {
    AxisCallForm form;
    form.path = d->account.switches.getsDirectoryByVersion ? "/getSynchronizeUnit" : "/getAgenciesList";
    const Result<QJsonObject> reply = d->call(form, {}, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    return axisDirectory(axisRows(*reply), sinceVersion);
}

Result<QList<ListedPacket>> AxisClient::listReceived(const QString& kind, const QDateTime& from, const QDateTime& to,
                                                     const CallOptions& options) {
    QList<ListedPacket> all;
    const int days = d->account.switches.datesInList ? d->account.switches.pageDays : 0;
    QDateTime begin = from;
    while (begin < to) {
        const QDateTime end = days > 0 ? std::min(to, begin.addDays(days)) : to;
        if (const Result<void> listed = d->listWindow(kind, begin, end, all, options); !listed) {
            return std::unexpected(listed.error());
        }
        begin = end;
    }
    // Both ends of a window belong to it, and a server may list a packet once for each receiver.
    QSet<QString> seen;
    all.removeIf([&seen](const ListedPacket& packet) {
        const bool again = seen.contains(packet.docId);
        seen.insert(packet.docId);
        return again;
    });
    return all;
}

Result<void> AxisClient::fetch(const QString& docId, const QString& targetPath, const CallOptions& options) {
    AxisCallForm form;
    const axis::Fields parameters{{"docId", docId.toUtf8()}};
    if (d->account.switches.streams) {
        form.method = "GET";
        form.path = "/downloadEdoc";
        form.target = targetPath;
        const Result<QJsonObject> reply = d->call(form, parameters, options);
        return reply ? Result<void>() : std::unexpected(reply.error());
    }
    form.path = "/getEdoc";
    const Result<QJsonObject> reply = d->call(form, parameters, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    QByteArray text = axisText(*reply, "data"_L1).toLatin1();
    text.replace("\r", "").replace("\n", "");
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.isEmpty()) {
        return garbageAnswer(u"no packet in base64"_s);
    }
    return placeFile(bytes.decoded, targetPath);
}

Result<void> AxisClient::acknowledge(const QString& docId, Taken taken, const CallOptions& options) {
    AxisCallForm form;
    form.path = "/updateStatus";
    const QByteArray word = taken == Taken::Done ? "done" : taken == Taken::Failed ? "fail" : "processing";
    const Result<QJsonObject> reply = d->call(form, {{"docid", docId.toUtf8()}, {"status", word}}, options);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

Result<QString> AxisClient::send(const QString& path, const PacketIdentity& packet, const CallOptions& options) {
    AxisCallForm form;
    form.path = "/sendEdoc";
    form.contentType = "application/octet-stream";
    form.file = path;
    axis::Fields parameters{{"from", packet.from.toUtf8()}};
    if (!packet.to.isEmpty()) {
        parameters.emplaceBack("to",
                               QJsonDocument(QJsonArray::fromStringList(packet.to)).toJson(QJsonDocument::Compact));
    }
    parameters.emplaceBack("servicetype", "eDoc");
    parameters.emplaceBack("messagetype", kindWord(packet.kind));
    parameters.emplaceBack("hash-file", axis::fileHash(packet.sha256, d->account.switches.sdkHash));
    const Result<QJsonObject> reply = d->call(form, parameters, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    const QString id = axisText(*reply, "DocId"_L1);
    return id.isEmpty() ? axisText(axisMember(*reply, "data"_L1).toObject(), "DocId"_L1) : id;
}

Result<Known> AxisClient::hasSent(const PacketIdentity& packet, const CallOptions& options) {
    if (!d->account.switches.asksSent) {
        return Known::CannotTell;
    }
    AxisCallForm form;
    form.path = "/getSentEdocList";
    const Result<QJsonObject> reply = d->call(form, {}, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    if (d->account.switches.idsAreHashes) {
        const bool there = std::ranges::any_of(axisRows(*reply), [&packet](const QJsonObject& row) {
            return axisText(row, "senderDocId"_L1) == QString::fromLatin1(packet.sha256);
        });
        return there ? Known::Yes : Known::No;
    }
    const bool complete = packet.kind != "status"_L1 || d->account.switches.sentListHasStatuses;
    PacketIdentity asked = packet;
    if (asked.triedSince.isValid()) {
        asked.triedSince = d->line.atServer(asked.triedSince);
    }
    return sentListKnows(axisRows(*reply), asked, d->account.switches.zoneMinutes, complete);
}

std::optional<qint64> AxisClient::clockOffsetSeconds() const {
    return d->line.clockOffsetSeconds();
}

qint64 AxisClient::retryAfterSeconds() const {
    return d->line.retryAfterSeconds();
}

Result<qint64> AxisClient::countReceived(const QString& kind, const CallOptions& options) {
    AxisCallForm form;
    form.method = "GET";
    form.path = kind == "status"_L1 ? "/countReceiveStatus" : "/countReceiveEdoc";
    const Result<QJsonObject> reply = d->call(form, {}, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    bool numeric = false;
    const QString data = axisText(*reply, "data"_L1);
    const qint64 count = (data.isEmpty() ? axisText(*reply, "count"_L1) : data).toLongLong(&numeric);
    if (!numeric || count < 0) {
        return garbageAnswer(u"no count"_s);
    }
    return count;
}

Result<void> AxisClient::registerAgency(const AgencyEntry& agency, const QString& parent, const QString& mail,
                                        const CallOptions& options) {
    AxisCallForm form;
    form.path = "/registerAgency";
    form.body =
        QJsonDocument(
            QJsonObject{{u"code"_s, agency.organId}, {u"pcode"_s, parent}, {u"name"_s, agency.name}, {u"mail"_s, mail}})
            .toJson(QJsonDocument::Compact);
    const Result<QJsonObject> reply = d->call(form, {}, options);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

Result<void> AxisClient::deleteAgency(const QString& organId, const CallOptions& options) {
    AxisCallForm form;
    form.path = "/deleteAgency";
    const Result<QJsonObject> reply = d->call(form, {{"AgencyCode", organId.toUtf8()}}, options);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

} // namespace exchange
