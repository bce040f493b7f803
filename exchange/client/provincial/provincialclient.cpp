// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/provincial/provincialclient.h"

#include "exchange/client/axis/axisreply.h"
#include "exchange/client/folder/folderexchange.h"
#include "exchange/client/officecall.h"
#include "exchange/client/packetline.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/servererrors.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kindWord(const QString& kind) {
    return kind == "status"_L1 ? u"status"_s : u"edoc"_s;
}

/// A token must not carry a header of its own into the next calls.
bool isToken(const QByteArray& token) {
    return !token.isEmpty() && token.size() <= 8192 &&
           std::ranges::all_of(token, [](char c) { return c > ' ' && c <= '~'; });
}

Result<QJsonObject> readReply(const HttpAnswer& answer) {
    const Result<QJsonObject> reply = jsonAnswer(answer);
    if (!reply) {
        return reply;
    }
    const QJsonValue success = axisMember(*reply, "success"_L1);
    const QJsonObject data = axisMember(*reply, "data"_L1).toObject();
    const QString number = axisText(data, "errorCode"_L1);
    const bool denied = (success.isBool() && !success.toBool()) || success.toString() == "false"_L1;
    if (denied || (!number.isEmpty() && number != "0"_L1)) {
        const QString said = axisText(data, "errorDesc"_L1);
        return std::unexpected(serverError(number, said.isEmpty() ? axisText(*reply, "message"_L1) : said));
    }
    if (answer.status < 200 || answer.status >= 300) {
        return statusFailed(answer.status);
    }
    return reply;
}

} // namespace

class ProvincialClient::Private {
public:
    Private(ProvincialAccount provincialAccount, ClientLimits limits, std::function<QDateTime()> clock)
        : account(std::move(provincialAccount))
        , line(account.baseUrl, account.caFile, limits, std::move(clock)) {}

    Result<void> login(const CallOptions& options) {
        HttpRequest request;
        request.method = "POST";
        request.pathAndQuery = "/v1/auth/login?allow_anonymous=true";
        request.headers = {"Content-Type: application/json"};
        request.body = QJsonDocument(QJsonObject{{u"username"_s, account.userName},
                                                 {u"password"_s, account.password},
                                                 {u"applicationCode"_s, account.applicationCode},
                                                 {u"otp"_s, QJsonValue::Null},
                                                 {u"twoFactorProvider"_s, QJsonValue::Null},
                                                 {u"typeObjs"_s, QJsonArray{0, 1}}})
                           .toJson(QJsonDocument::Compact);
        const Result<HttpAnswer> answer = line.perform(std::move(request), options);
        if (!answer) {
            return std::unexpected(answer.error());
        }
        if (answer->status == 401 || answer->status == 403) {
            return secretWrong();
        }
        const Result<QJsonObject> reply = readReply(*answer);
        if (!reply) {
            return std::unexpected(reply.error());
        }
        const QByteArray given = axisText(axisMember(*reply, "data"_L1).toObject(), "token"_L1).toLatin1();
        if (!isToken(given)) {
            return garbageAnswer(u"the login gave no token"_s);
        }
        token = given;
        return {};
    }

    static std::unexpected<Error> secretWrong() { return std::unexpected(serverError(u"15"_s, u"HTTP status 401"_s)); }

    /// One call, with one new login where the token has ended meanwhile.
    Result<QJsonObject> call(const std::function<Result<HttpAnswer>(const QList<QByteArray>& headers)>& perform,
                             const CallOptions& options) {
        for (int round = 0; round < 2; ++round) {
            if (token.isEmpty()) {
                if (const Result<void> entered = login(options); !entered) {
                    return std::unexpected(entered.error());
                }
            }
            const Result<HttpAnswer> answer =
                perform({"Authorization: Bearer " + token, "X-SystemId: " + account.systemId,
                         "X-SecretKey: " + account.secretKey});
            if (!answer) {
                return std::unexpected(answer.error());
            }
            if (answer->status != 401) {
                return readReply(*answer);
            }
            token.clear();
        }
        return secretWrong();
    }

    Result<QJsonObject> get(const QByteArray& pathAndQuery, const CallOptions& options, qint64 answerBytes = 0) {
        return call(
            [&](const QList<QByteArray>& headers) {
                HttpRequest request;
                request.pathAndQuery = pathAndQuery;
                request.headers = headers;
                request.answerBytes = answerBytes;
                return line.perform(std::move(request), options);
            },
            options);
    }

    ProvincialAccount account;
    PacketLine line;
    QByteArray token;
};

ProvincialClient::ProvincialClient(ProvincialAccount account, ClientLimits limits, std::function<QDateTime()> clock)
    : d(std::make_unique<Private>(std::move(account), limits, std::move(clock))) {}

ProvincialClient::~ProvincialClient() = default;

Result<void> ProvincialClient::login(const CallOptions& options) {
    return d->token.isEmpty() ? d->login(options) : Result<void>();
}

Result<Directory> ProvincialClient::agencies(qint64, const CallOptions&) {
    return directoryNotOffered();
}

Result<QList<ListedPacket>> ProvincialClient::listReceived(const QString& kind, const QDateTime& from,
                                                           const QDateTime& to, const CallOptions& options) {
    const auto day = [this](const QDateTime& time) {
        return d->line.atServer(time).toOffsetFromUtc(d->account.zoneMinutes * 60).date().toString(u"yyyy/MM/dd"_s);
    };
    const QByteArray query = parameter("messageType", kindWord(kind)) + '&' + parameter("fromDate", day(from)) + '&' +
                             parameter("toDate", day(to));
    const Result<QJsonObject> reply = d->get("/v1/syncReceivedEdocList?" + query, options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    QList<ListedPacket> packets;
    for (const QJsonObject& row : axisRows(*reply)) {
        if (std::optional<ListedPacket> packet = listedPacket(row, d->account.zoneMinutes)) {
            packet->kind = kind;
            packets.append(*packet);
        }
    }
    return packets;
}

Result<void> ProvincialClient::fetch(const QString& docId, const QString& targetPath, const CallOptions& options) {
    // Base64 in JSON makes a packet a third larger, and attachments may be there twice.
    const Result<QJsonObject> reply =
        d->get("/v1/getEdoc?" + parameter("docId", docId), options, 3 * d->account.largestPacketBytes);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    const QJsonObject nested = axisMember(*reply, "data"_L1).toObject();
    const QJsonObject& object = nested.isEmpty() ? *reply : nested;
    QByteArray packet = axisText(object, "edxml"_L1).toUtf8();
    if (!packet.trimmed().startsWith('<') && !packet.startsWith("\xEF\xBB\xBF")) {
        packet.replace("\r", "").replace("\n", "");
        const auto decoded = QByteArray::fromBase64Encoding(packet, QByteArray::AbortOnBase64DecodingErrors);
        packet = decoded ? decoded.decoded : QByteArray();
    }
    if (packet.isEmpty()) {
        return garbageAnswer(u"no packet"_s);
    }
    if (!axisMember(object, "attachments"_L1).toArray().isEmpty() && !packet.contains("AttachmentEncoded")) {
        return fail("packet-attachments-apart", docId);
    }
    return placeFile(packet, targetPath);
}

Result<void> ProvincialClient::acknowledge(const QString& docId, Taken taken, const CallOptions& options) {
    const QString word = taken == Taken::Done ? u"done"_s : taken == Taken::Failed ? u"fail"_s : u"processing"_s;
    const Result<QJsonObject> reply = d->call(
        [&](const QList<QByteArray>& headers) {
            HttpRequest request;
            request.method = "POST";
            request.pathAndQuery = "/v1/updateStatus";
            request.headers = headers + QList<QByteArray>{"Content-Type: application/json"};
            request.body =
                QJsonDocument(QJsonObject{{u"docId"_s, docId}, {u"status"_s, word}}).toJson(QJsonDocument::Compact);
            return d->line.perform(std::move(request), options);
        },
        options);
    return reply ? Result<void>() : std::unexpected(reply.error());
}

Result<QString> ProvincialClient::send(const QString& path, const PacketIdentity& packet, const CallOptions& options) {
    const qint64 size = QFileInfo(path).size();
    if (size > d->account.largestPacketBytes) {
        return tooLarge(u"a packet of %1 bytes; the server takes %2"_s.arg(size).arg(d->account.largestPacketBytes));
    }
    const Result<QJsonObject> reply = d->call(
        [&](const QList<QByteArray>& headers) {
            HttpRequest request;
            request.method = "POST";
            request.pathAndQuery = "/v1/sendEdoc";
            request.headers = headers;
            return d->line.sendFile(std::move(request), path, "edocFile",
                                    {{"messageType", kindWord(packet.kind).toLatin1()}}, options);
        },
        options);
    if (!reply) {
        return std::unexpected(reply.error());
    }
    const QString own = axisText(*reply, "docId"_L1);
    const QString id = own.isEmpty() ? axisText(axisMember(*reply, "data"_L1).toObject(), "docId"_L1) : own;
    const QJsonValue success = axisMember(*reply, "success"_L1);
    if (id.isEmpty() && !success.toBool() && success.toString() != "true"_L1) {
        return garbageAnswer(u"the answer does not say that the packet was taken"_s);
    }
    return id;
}

Result<Known> ProvincialClient::hasSent(const PacketIdentity&, const CallOptions&) {
    return Known::CannotTell;
}

std::optional<qint64> ProvincialClient::clockOffsetSeconds() const {
    return d->line.clockOffsetSeconds();
}

qint64 ProvincialClient::retryAfterSeconds() const {
    return d->line.retryAfterSeconds();
}

} // namespace exchange
