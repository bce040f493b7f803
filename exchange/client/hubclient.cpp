// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/hubclient.h"

#include "exchange/client/contenttransfer.h"
#include "exchange/client/officecall.h"
#include "exchange/protocol/bundle.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/wire.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

class HubClient::Private {
public:
    Private(HubAccount hubAccount, ClientLimits clientLimits)
        : account(std::move(hubAccount))
        , limits(clientLimits)
        , http(account.baseUrl, account.caFile, limits) {}

    Result<OfficeAnswer> call(const QByteArray& method, const QByteArray& pathAndQuery, const QJsonObject& body,
                              const CallOptions& options, int extraSeconds = 0) {
        HttpRequest request;
        request.method = method;
        request.pathAndQuery = pathAndQuery;
        if (!body.isEmpty()) {
            request.body = wire::text(body);
            request.headers.append("Content-Type: application/json");
        }
        request.answerMilliseconds = limits.answerMilliseconds + extraSeconds * 1000LL;
        request.answerBytes = limits.answerBytes;
        request.stop = options.stop;
        return performSigned(http, request, account);
    }

    HubAccount account;
    ClientLimits limits;
    Http http;
};

namespace {

/// Reads a JSON array of an answer, element by element.
template <typename T>
Result<QList<T>> readList(const QJsonObject& object, const char* name, std::optional<T> (*read)(const QJsonObject&)) {
    const QJsonValue value = object.value(QLatin1StringView(name));
    if (!value.isArray()) {
        return garbageAnswer(u"no list of "_s + QLatin1StringView(name));
    }
    QList<T> list;
    for (const QJsonValue& element : value.toArray()) {
        std::optional<T> one = read(element.toObject());
        if (!one) {
            return garbageAnswer(u"a malformed entry of "_s + QLatin1StringView(name));
        }
        list.append(std::move(*one));
    }
    return list;
}

template <typename T>
Result<T> readOne(const Result<OfficeAnswer>& answer, std::optional<T> (*read)(const QJsonObject&)) {
    if (!answer) {
        return std::unexpected(answer.error());
    }
    std::optional<T> one = read(answer->object);
    if (!one) {
        return garbageAnswer(u"the answer lacks a field"_s);
    }
    return std::move(*one);
}

} // namespace

HubClient::HubClient(HubAccount account, ClientLimits limits)
    : d(std::make_unique<Private>(std::move(account), limits)) {}

HubClient::~HubClient() = default;

Result<AppendReceipt> HubClient::append(const Append& append, const CallOptions& options) {
    if (append.payload.size() > maximumPayloadBytes) {
        return tooLarge(u"a payload of %1 bytes"_s.arg(append.payload.size()));
    }
    const Result<MessageHeader> header =
        readOne(d->call("POST", "/office/v1/messages", wire::json(append), options), wire::header);
    if (!header) {
        return std::unexpected(header.error());
    }
    if (header->stream != append.stream || header->messageId != append.messageId ||
        header->payloadSha256 != sha256Hex(append.payload)) {
        return garbageAnswer(u"a receipt for another message"_s);
    }
    return AppendReceipt{*header};
}

Result<QList<FeedEntry>> HubClient::feed(const QString& mailbox, qint64 afterCursor, int limit, int longPollSeconds,
                                         const CallOptions& options) {
    const QByteArray path = "/office/v1/feed?" + parameter("mailbox", mailbox) + '&' + parameter("after", afterCursor) +
                            '&' + parameter("limit", limit) + '&' + parameter("wait", longPollSeconds);
    const Result<OfficeAnswer> answer = d->call("GET", path, {}, options, longPollSeconds);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    Result<QList<FeedEntry>> entries = readList(answer->object, "entries", wire::feedEntry);
    if (entries) {
        qint64 last = afterCursor;
        for (const FeedEntry& entry : *entries) {
            if (entry.cursor <= last || entry.sequence < 1 || entry.stream.isEmpty()) {
                return garbageAnswer(u"a feed that does not go forward"_s);
            }
            last = entry.cursor;
        }
    }
    return entries;
}

Result<QList<Message>> HubClient::messages(const QString& stream, qint64 fromSequence, int limit,
                                           const CallOptions& options) {
    const QByteArray path = "/office/v1/messages?" + parameter("stream", stream) + '&' +
                            parameter("from", fromSequence) + '&' + parameter("limit", limit);
    const Result<OfficeAnswer> answer = d->call("GET", path, {}, options);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    Result<QList<Message>> list = readList(answer->object, "messages", wire::message);
    if (list) {
        qint64 expected = fromSequence;
        for (const Message& message : *list) {
            const MessageHeader& header = message.header;
            if (header.stream != stream || header.sequence != expected || !isWhole(message)) {
                return garbageAnswer(u"a message that is not what its header says"_s);
            }
            ++expected;
        }
    }
    return list;
}

Result<void> HubClient::upload(const QString& path, const QByteArray& sha256, const CallOptions& options) {
    return ContentTransfer(d->http, d->account, d->limits).upload(path, sha256, options);
}

Result<void> HubClient::download(const QByteArray& sha256, const QString& targetPath, const QString& citingStream,
                                 const CallOptions& options) {
    return ContentTransfer(d->http, d->account, d->limits).download(sha256, targetPath, citingStream, options);
}

Result<PullAnswer> HubClient::pull(const PullRequest& request, const CallOptions& options) {
    HttpRequest call;
    call.method = "POST";
    call.pathAndQuery = "/office/v1/pull";
    call.body = writePullRequest(request);
    call.headers.append("Content-Type: application/json");
    call.answerMilliseconds = d->limits.answerMilliseconds + request.waitSeconds * 1000LL;
    call.answerBytes = d->limits.answerBytes;
    call.stop = options.stop;
    const Result<HttpAnswer> raw = performRaw(d->http, call, d->account);
    if (!raw && raw.error().code == "path-unknown"_L1) {
        return ExchangeServer::pull(request, options);
    }
    if (!raw) {
        return std::unexpected(raw.error());
    }
    std::optional<PullAnswer> answer = readBundle(raw->body);
    if (!answer) {
        return garbageAnswer(u"a bundle that is malformed"_s);
    }
    QHash<QString, qint64> after;
    for (const FeedCursor& cursor : request.cursors) {
        after.insert(cursor.mailbox, cursor.cursor);
    }
    for (const PulledEntry& entry : std::as_const(answer->entries)) {
        if (entry.cursor <= after.value(entry.mailbox) || !answer->status.mailboxes.contains(entry.mailbox)) {
            return garbageAnswer(u"news of a feed that were not asked for"_s);
        }
    }
    if (answer->more && answer->entries.isEmpty()) {
        return garbageAnswer(u"more news and none of them"_s);
    }
    return std::move(*answer);
}

Result<PacketReceipt> HubClient::sendPacket(const QString& path, const QString& kind, const QByteArray& sha256,
                                            const CallOptions& options) {
    QFile file(path);
    // The hops of a relay travel in the body of the call that follows an upload.
    const bool whole =
        options.hops.isEmpty() && file.open(QIODevice::ReadOnly) && file.size() <= d->limits.wholePacketBytes;
    const QByteArray packet = whole ? file.readAll() : QByteArray();
    // What can't be read, or is no longer what it was, fails by the upload's own words.
    if (!whole || sha256Hex(packet) != sha256) {
        return sendInParts(path, kind, sha256, options);
    }
    HttpRequest request;
    request.method = "POST";
    request.pathAndQuery =
        "/office/v1/packets?" + parameter("sha256", QString::fromLatin1(sha256)) + '&' + parameter("kind", kind);
    request.body = packet;
    request.headers.append("Content-Type: application/octet-stream");
    request.answerMilliseconds = d->limits.answerMilliseconds;
    request.answerBytes = d->limits.answerBytes;
    request.stop = options.stop;
    request.progress = options.progress;
    Result<PacketReceipt> receipt = readOne(performSigned(d->http, request, d->account), wire::packetReceipt);
    if (receipt && receipt->sha256 != sha256) {
        return garbageAnswer(u"a receipt for another packet"_s);
    }
    return receipt;
}

Result<PacketReceipt> HubClient::sendInParts(const QString& path, const QString& kind, const QByteArray& sha256,
                                             const CallOptions& options) {
    if (const Result<void> uploaded = upload(path, sha256, options); !uploaded) {
        return std::unexpected(uploaded.error());
    }
    QJsonObject body{{u"kind"_s, kind}, {u"sha256"_s, QString::fromLatin1(sha256)}};
    if (!options.hops.isEmpty()) {
        body.insert(u"hops"_s, QJsonArray::fromStringList(options.hops));
    }
    Result<PacketReceipt> receipt = readOne(d->call("POST", "/office/v1/packets", body, options), wire::packetReceipt);
    if (receipt && receipt->sha256 != sha256) {
        return garbageAnswer(u"a receipt for another packet"_s);
    }
    return receipt;
}

Result<SentAnswer> HubClient::findSent(const QByteArray& sha256, const CallOptions& options) {
    const Result<OfficeAnswer> answer = d->call("GET", "/office/v1/packets/" + sha256, {}, options);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (!answer->object.value("found"_L1).toBool()) {
        return SentAnswer{.known = SentAnswer::Known::HasNot};
    }
    const std::optional<PacketReceipt> receipt = wire::packetReceipt(answer->object.value("receipt"_L1).toObject());
    if (!receipt || receipt->sha256 != sha256) {
        return garbageAnswer(u"a receipt for another packet"_s);
    }
    return SentAnswer{.known = SentAnswer::Known::Has, .receipt = receipt};
}

Result<Directory> HubClient::directory(qint64 sinceVersion, const CallOptions& options) {
    return readOne(d->call("GET", "/office/v1/directory?" + parameter("since", sinceVersion), {}, options),
                   wire::directory);
}

Result<ServerStatus> HubClient::status(const CallOptions& options) {
    return readOne(d->call("GET", "/office/v1/status", {}, options), wire::serverStatus);
}

std::optional<qint64> HubClient::clockOffsetSeconds() const {
    return d->http.clockOffsetSeconds();
}

qint64 HubClient::retryAfterSeconds() const {
    return d->http.retryAfterSeconds();
}

} // namespace exchange
