// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/bundle.h"

#include "exchange/protocol/wire.h"
#include "exchange/protocol/wirefields.h"

#include <QHash>
#include <QSet>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

using Place = std::pair<QString, qint64>; // of a message: stream and sequence

constexpr qsizetype mostMailboxes = 1'000;

QJsonObject json(const PulledEntry& entry) {
    return {{u"mailbox"_s, entry.mailbox},
            {u"cursor"_s, entry.cursor},
            {u"stream"_s, entry.stream},
            {u"sequence"_s, entry.sequence}};
}

std::optional<PulledEntry> entryOf(const QJsonObject& object) {
    wire::FieldReader fields(object);
    PulledEntry entry;
    entry.mailbox = fields.string("mailbox");
    entry.cursor = fields.number("cursor");
    entry.stream = fields.string("stream");
    entry.sequence = fields.number("sequence");
    return entry.cursor < 1 || entry.sequence < 1 ? std::nullopt : fields.result(entry);
}

/// The line of JSON; its messages are checked, and what they cite is kept in `cited`.
bool readHead(const QByteArray& line, const BundleLimits& limits, PullAnswer& answer, QSet<QByteArray>& cited) {
    const std::optional<QJsonObject> object = wire::object(line);
    if (!object) {
        return false;
    }
    wire::FieldReader fields(*object);
    const auto status = wire::serverStatus(fields.object("status"));
    answer.directoryVersion = fields.number("directoryVersion");
    answer.more = fields.boolean("more");
    answer.remaining = fields.number("remaining");
    const QJsonArray messages = fields.array("messages");
    const QJsonArray entries = fields.array("entries");
    if (!fields.isGood() || !status || messages.size() > limits.entries || entries.size() > limits.entries) {
        return false;
    }
    answer.status = *status;
    QSet<Place> places;
    for (const QJsonValue& value : messages) {
        std::optional<Message> message = wire::message(value.toObject());
        const Place place = message ? Place(message->header.stream, message->header.sequence) : Place();
        if (!message || places.contains(place) || !isWhole(*message)) {
            return false;
        }
        places.insert(place);
        cited.unite(QSet<QByteArray>(message->cites.cbegin(), message->cites.cend()));
        answer.messages.append(std::move(*message));
    }
    QHash<QString, qint64> last;
    for (const QJsonValue& value : entries) {
        std::optional<PulledEntry> entry = entryOf(value.toObject());
        if (!entry || entry->cursor <= last.value(entry->mailbox) ||
            !places.contains({entry->stream, entry->sequence})) {
            return false;
        }
        last.insert(entry->mailbox, entry->cursor);
        answer.entries.append(std::move(*entry));
    }
    return true;
}

/// One content from `place` on, which moves behind it.
std::optional<PulledContent> readContent(const QByteArray& bytes, qsizetype& place, const BundleLimits& limits) {
    constexpr qsizetype hashDigits = 64;
    constexpr qsizetype mostSizeDigits = 10;
    const qsizetype end = bytes.indexOf('\n', place);
    if (end < 0 || end - place < hashDigits + 2 || end - place > hashDigits + 1 + mostSizeDigits ||
        bytes.at(place + hashDigits) != ' ') {
        return std::nullopt;
    }
    PulledContent content;
    content.sha256 = bytes.mid(place, hashDigits);
    const QByteArray digits = bytes.mid(place + hashDigits + 1, end - place - hashDigits - 1);
    const bool plain = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const qint64 size = plain ? digits.toLongLong() : -1;
    if (size < 0 || QByteArray::number(size) != digits || size > limits.contentBytes || size > bytes.size() - end - 1) {
        return std::nullopt;
    }
    content.bytes = bytes.mid(end + 1, size);
    place = end + 1 + size;
    return sha256Hex(content.bytes) == content.sha256 ? std::optional(std::move(content)) : std::nullopt;
}

} // namespace

bool isWhole(const Message& message) {
    const MessageHeader& header = message.header;
    return header.attachedSha256 == attachedHash(message.cites, message.participants) &&
           ((message.erased && message.payload.isEmpty()) || header.payloadSha256 == sha256Hex(message.payload));
}

QByteArray writeBundle(const PullAnswer& answer) {
    QJsonArray entries;
    for (const PulledEntry& entry : answer.entries) {
        entries.append(json(entry));
    }
    QJsonArray messages;
    for (const Message& message : answer.messages) {
        messages.append(wire::json(message));
    }
    QByteArray bytes = wire::text({{u"status"_s, wire::json(answer.status)},
                                   {u"directoryVersion"_s, answer.directoryVersion},
                                   {u"more"_s, answer.more},
                                   {u"remaining"_s, answer.remaining},
                                   {u"entries"_s, entries},
                                   {u"messages"_s, messages}});
    bytes += '\n';
    for (const PulledContent& content : answer.contents) {
        bytes += content.sha256 + ' ' + QByteArray::number(content.bytes.size()) + '\n' + content.bytes;
    }
    return bytes;
}

std::optional<PullAnswer> readBundle(const QByteArray& bytes, const BundleLimits& limits) {
    const qsizetype lineEnd = bytes.indexOf('\n');
    PullAnswer answer;
    QSet<QByteArray> cited;
    if (lineEnd < 0 || lineEnd > limits.headBytes || !readHead(bytes.left(lineEnd), limits, answer, cited)) {
        return std::nullopt;
    }
    for (qsizetype place = lineEnd + 1; place < bytes.size();) {
        std::optional<PulledContent> content = readContent(bytes, place, limits);
        if (!content || !cited.remove(content->sha256) || answer.contents.size() >= limits.contents) {
            return std::nullopt;
        }
        answer.contents.append(std::move(*content));
    }
    return answer;
}

QByteArray writePullRequest(const PullRequest& request) {
    QJsonArray cursors;
    for (const FeedCursor& cursor : request.cursors) {
        cursors.append(QJsonObject{{u"mailbox"_s, cursor.mailbox}, {u"cursor"_s, cursor.cursor}});
    }
    return wire::text({{u"cursors"_s, cursors},
                       {u"directoryVersion"_s, request.directoryVersion},
                       {u"limit"_s, request.limit},
                       {u"inlineBytes"_s, request.inlineBytes},
                       {u"largestInline"_s, request.largestInline},
                       {u"wait"_s, request.waitSeconds},
                       {u"counts"_s, request.counts}});
}

std::optional<PullRequest> readPullRequest(const QByteArray& body) {
    const std::optional<QJsonObject> object = wire::object(body);
    if (!object) {
        return std::nullopt;
    }
    constexpr qint64 mostOfAnything = 1 << 30;
    wire::FieldReader fields(*object);
    PullRequest request;
    const QJsonArray cursors = fields.array("cursors");
    request.directoryVersion = fields.number("directoryVersion");
    request.limit = static_cast<int>(std::min(fields.number("limit"), mostOfAnything));
    request.inlineBytes = fields.number("inlineBytes");
    request.largestInline = fields.number("largestInline");
    request.waitSeconds = static_cast<int>(std::min(fields.number("wait"), mostOfAnything));
    request.counts = fields.boolean("counts");
    if (cursors.size() > mostMailboxes) {
        return std::nullopt;
    }
    for (const QJsonValue& value : cursors) {
        const QJsonObject one = value.toObject();
        wire::FieldReader cursor(one);
        const FeedCursor read{cursor.string("mailbox"), cursor.number("cursor")};
        if (!cursor.isGood()) {
            return std::nullopt;
        }
        request.cursors.append(read);
    }
    return fields.result(request);
}

} // namespace exchange
