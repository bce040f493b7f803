// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/calls.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/http/byterange.h"
#include "exchange/hub/http/pullcall.h"
#include "exchange/protocol/wire.h"

#include <QJsonArray>

namespace hub {

namespace wire = exchange::wire;
using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pullBytes = 64 * 1024; // a question names mailboxes and little else

using RequestHeader = std::function<QByteArray(const char* name)>;

struct Route {
    const char* method;
    const char* path; ///< ending in '/': one more part follows
    Call call;
};

constexpr Route routes[] = {
    {"POST", "/office/v1/enrol", Call::Enrol},
    {"POST", "/office/v1/messages", Call::Append},
    {"GET", "/office/v1/messages", Call::Messages},
    {"GET", "/office/v1/feed", Call::Feed},
    {"OPTIONS", "/office/v1/uploads", Call::UploadOptions},
    {"OPTIONS", "/office/v1/uploads/", Call::UploadOptions},
    {"POST", "/office/v1/secret", Call::OfferSecret},
    {"DELETE", "/office/v1/uploads/", Call::EndUpload},
    {"POST", "/office/v1/uploads", Call::BeginUpload},
    {"HEAD", "/office/v1/uploads/", Call::UploadPlace},
    {"PATCH", "/office/v1/uploads/", Call::UploadPart},
    {"GET", "/office/v1/content/", Call::Content},
    {"POST", "/office/v1/packets", Call::PostPacket},
    {"GET", "/office/v1/packets/", Call::FindPacket},
    {"GET", "/office/v1/directory", Call::Directory},
    {"GET", "/office/v1/status", Call::Status},
    {"POST", "/office/v1/pull", Call::Pull},
};

QString text(const QUrlQuery& query, const QString& name) {
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

template <typename T>
QJsonArray array(const QList<T>& list) {
    QJsonArray all;
    for (const T& element : list) {
        all.append(wire::json(element));
    }
    return all;
}

/// The answer to a value that a call gave, or to its error.
template <typename T>
Answer answerOf(const Result<T>& result, QJsonObject (*json)(const T&), int status = 200) {
    return result ? Answer{.status = status, .object = json(*result)} : errorAnswer(result.error());
}

Answer answerAppend(HubCore& core, const Caller& caller, const QByteArray& body) {
    const auto object = wire::object(body);
    const auto append = object ? wire::append(*object) : std::nullopt;
    if (!append) {
        return errorAnswer(malformedRequest(u"the body is no message"_s).error());
    }
    return answerOf(core.append(caller, *append), &wire::json, 201);
}

Answer answerPacket(HubCore& core, const Caller& caller, const RequestLine& line, const QByteArray& body) {
    if (line.query.hasQueryItem(u"sha256"_s)) {
        return answerWholePacket(core, caller, text(line.query, u"sha256"_s).toLatin1(), text(line.query, u"kind"_s),
                                 body);
    }
    const QJsonObject object = wire::object(body).value_or(QJsonObject());
    return answerOf(core.postPacket(caller, object.value("sha256"_L1).toString().toLatin1(),
                                    object.value("kind"_L1).toString(), wire::texts(object, "hops")),
                    &wire::json, 201);
}

Answer answerFound(HubCore& core, const Caller& caller, const QByteArray& sha256) {
    const auto found = core.findPacket(caller, sha256);
    if (!found) {
        return errorAnswer(found.error());
    }
    Answer answer;
    answer.object.insert(u"found"_s, found->has_value());
    if (*found) {
        answer.object.insert(u"receipt"_s, wire::json(**found));
    }
    return answer;
}

Answer answerContent(HubCore& core, const Caller& caller, const RequestLine& line, const RequestHeader& header) {
    const Result<ReadableContent> content = core.content(caller, line.argument, text(line.query, u"stream"_s));
    if (!content) {
        return errorAnswer(content.error());
    }
    // A content never changes: its hash is the strongest tag there is.
    const QByteArray tag = '"' + line.argument + '"';
    const QByteArray size = QByteArray::number(content->size);
    const bool counts = rangeMayCount(header("If-Range"), tag);
    const ByteRange range = counts ? parseRange(header("Range"), content->size) : ByteRange();
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        Answer refused = errorAnswer(fail("range-wrong", QString::fromLatin1(size)).error());
        refused.headers.emplaceBack("Content-Range", "bytes */" + size);
        return refused;
    }
    Answer answer;
    answer.filePath = content->path;
    answer.device = content->device;
    answer.fileLength = content->size;
    answer.headers = {{"Content-Type", "application/octet-stream"}, {"Accept-Ranges", "bytes"}, {"ETag", tag}};
    if (range.kind == ByteRange::Kind::Part) {
        answer.status = 206;
        answer.fileOffset = range.offset;
        answer.fileLength = range.length;
        answer.headers.emplaceBack("Content-Range", "bytes " + QByteArray::number(range.offset) + '-' +
                                                        QByteArray::number(range.offset + range.length - 1) + '/' +
                                                        size);
    }
    return answer;
}

} // namespace

QByteArray nameOf(Call call) {
    switch (call) {
    case Call::Enrol:
        return "enrol";
    case Call::OfferSecret:
        return "offer-secret";
    case Call::Append:
        return "append";
    case Call::Messages:
        return "messages";
    case Call::Feed:
        return "feed";
    case Call::Pull:
        return "pull";
    case Call::UploadOptions:
        return "upload-options";
    case Call::BeginUpload:
        return "begin-upload";
    case Call::UploadPlace:
        return "upload-place";
    case Call::UploadPart:
        return "upload-part";
    case Call::EndUpload:
        return "end-upload";
    case Call::Content:
        return "content";
    case Call::PostPacket:
        return "post-packet";
    case Call::FindPacket:
        return "find-packet";
    case Call::Directory:
        return "directory";
    case Call::Status:
        return "status";
    }
    return "unknown";
}

Result<RequestLine> parseRequestLine(const QByteArray& method, const QByteArray& rawUri) {
    const qsizetype mark = rawUri.indexOf('?');
    const QByteArray path = mark < 0 ? rawUri : rawUri.left(mark);
    for (const Route& route : routes) {
        const QByteArray known(route.path);
        const bool takesArgument = known.endsWith('/');
        const bool same = takesArgument ? path.startsWith(known) && path.size() > known.size() : path == known;
        if (method == route.method && same) {
            RequestLine line;
            line.call = route.call;
            line.argument = takesArgument ? path.mid(known.size()) : QByteArray();
            line.query = QUrlQuery(mark < 0 ? QString() : QString::fromUtf8(rawUri.mid(mark + 1)));
            return line;
        }
    }
    return fail("path-unknown", QString::fromUtf8(path.left(200)));
}

qint64 bodyLimit(Call call, const HubLimits& limits) {
    switch (call) {
    case Call::Enrol:
    case Call::OfferSecret:
        return 4096;
    case Call::Pull:
        return pullBytes;
    case Call::Append:
    case Call::PostPacket:
        return limits.requestBytes;
    case Call::UploadPart:
        return limits.partBytes;
    default:
        return 0;
    }
}

qint64 numberOf(const QUrlQuery& query, const QString& name, qint64 missing) {
    if (!query.hasQueryItem(name)) {
        return missing;
    }
    bool numeric = false;
    const qint64 number = text(query, name).toLongLong(&numeric);
    return numeric && number >= 0 ? number : -1;
}

bool isUploadCall(Call call) {
    return call == Call::UploadOptions || call == Call::BeginUpload || call == Call::UploadPlace ||
           call == Call::UploadPart || call == Call::EndUpload;
}

Answer answerEnrol(Authenticator& authenticator, const QByteArray& body, const QString& address) {
    const QJsonObject object = wire::object(body).value_or(QJsonObject());
    const Result<QString> account = authenticator.enrol(object.value("code"_L1).toString(),
                                                        object.value("secret"_L1).toString().toLatin1(), address);
    if (!account) {
        return errorAnswer(account.error());
    }
    Answer answer;
    answer.status = 201;
    answer.object.insert(u"account"_s, *account);
    return answer;
}

Answer answerSecret(Authenticator& authenticator, const Caller& caller, const QByteArray& body) {
    const QJsonObject object = wire::object(body).value_or(QJsonObject());
    const Result<void> offered = authenticator.offerSecret(caller, object.value("secret"_L1).toString().toLatin1());
    if (!offered) {
        return errorAnswer(offered.error());
    }
    Answer answer;
    answer.object.insert(u"account"_s, caller.account);
    return answer;
}

Answer answerCall(HubCore& core, const Caller& caller, const RequestLine& line, const QByteArray& body,
                  const RequestHeader& header) {
    const auto number = [&line](const QString& name, qint64 missing) { return numberOf(line.query, name, missing); };
    const auto limit = [&] { return static_cast<int>(std::clamp<qint64>(number(u"limit"_s, 100), 1, 10'000)); };
    Answer answer;
    switch (line.call) {
    case Call::Append:
        return answerAppend(core, caller, body);
    case Call::Messages: {
        const auto list = core.messages(caller, text(line.query, u"stream"_s), number(u"from"_s, 1), limit());
        if (!list) {
            return errorAnswer(list.error());
        }
        answer.object.insert(u"messages"_s, array(*list));
        return answer;
    }
    case Call::Feed: {
        const auto list = core.feed(caller, text(line.query, u"mailbox"_s), number(u"after"_s, 0), limit());
        if (!list) {
            return errorAnswer(list.error());
        }
        answer.object.insert(u"entries"_s, array(*list));
        answer.quiet = list->isEmpty();
        return answer;
    }
    case Call::Pull:
        return answerPull(core, caller, body);
    case Call::Content:
        return answerContent(core, caller, line, header);
    case Call::PostPacket:
        return answerPacket(core, caller, line, body);
    case Call::FindPacket:
        return answerFound(core, caller, line.argument);
    case Call::Directory:
        return answerOf(core.directory(caller, std::max<qint64>(number(u"since"_s, 0), 0)), &wire::json);
    case Call::Status:
        return answerOf(core.status(caller), &wire::json);
    case Call::Enrol:
    case Call::OfferSecret:
    case Call::UploadOptions:
    case Call::BeginUpload:
    case Call::UploadPlace:
    case Call::UploadPart:
    case Call::EndUpload:
        break; // answered where their heads are read
    }
    return errorAnswer(malformedRequest(u"the call"_s).error());
}

} // namespace hub
