// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/hubcore.h"

#include "exchange/hub/core/names.h"
#include "exchange/hub/core/quota.h"
#include "exchange/hub/core/rules.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/requestsigning.h"

#include <QBuffer>
#include <QUuid>

namespace hub {

using exchange::fail;
using exchange::Message;
using exchange::MessageHeader;
using exchange::tooLarge;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 directoryPage = 5000; // changes in one answer: about a megabyte

std::unexpected<Error> conflict(const StreamEnd& end) {
    return fail("append-conflict", QString::number(end.sequence) + u' ' + QString::fromLatin1(end.headHash));
}

bool takesPart(const QStringList& participants, const Caller& caller) {
    return std::ranges::any_of(participants, [&](const QString& mailbox) { return caller.reads(mailbox); });
}

/// Makes the stream of a first message, by who may open which.
Result<void> openStream(StoreSession& session, const Caller& caller, const exchange::Append& append,
                        const QString& role) {
    if (!mayOpen(append.stream, caller, role)) {
        return notPermitted(append.stream);
    }
    session.createStream(append.stream, caller.agency);
    // Whoever opens a stream takes part in it, named or not.
    if (!caller.mailboxes.isEmpty() && !takesPart(append.participants, caller)) {
        session.addParticipant(append.stream, caller.mailboxes.first(), 1);
    }
    // So does the office where the stream is the office's: whoever came first shuts nobody out.
    if (isOfOffice(append.stream) && session.mailboxExists(caller.agency)) {
        session.addParticipant(append.stream, caller.agency, 1);
    }
    return {};
}

/// The caller may read a stream, or the reason why not.
Result<void> mayRead(StoreSession& session, const Caller& caller, const QString& stream) {
    if (takesPart(session.participants(stream), caller)) {
        return {};
    }
    // Only for names of the own agency is it told whether the stream exists.
    if (agencyOfStream(stream) == caller.agency && !session.streamEnd(stream)) {
        return fail("stream-unknown", stream);
    }
    return notPermitted(stream);
}

} // namespace

std::unexpected<Error> malformedRequest(const QString& what) {
    return fail("request-malformed", what);
}

HubCore::HubCore(Store& store, Contents& contents, HubLimits limits, Clock clock,
                 std::function<void(const QStringList&)> onNews)
    : m_store(store)
    , m_contents(contents)
    , m_lists(store, clock)
    , m_limits(limits)
    , m_clock(std::move(clock))
    , m_onNews(std::move(onNews))
    , m_post(store, m_clock, m_onNews) {}

Result<void> HubCore::checkAppend(const Caller& caller, const exchange::Append& append) const {
    if (append.payload.size() > m_limits.payloadBytes || append.cites.size() > m_limits.cites ||
        append.participants.size() > m_limits.participants) {
        return tooLarge(u"a message of %1 bytes"_s.arg(append.payload.size()));
    }
    if (!isStreamName(append.stream) || append.expectedSequence < 1 || append.kind != "office"_L1 ||
        QUuid::fromString(append.messageId).isNull() || !std::ranges::all_of(append.cites, &exchange::isSha256Hex) ||
        !(append.lastSeenHead.isEmpty() || exchange::isSha256Hex(append.lastSeenHead))) {
        return malformedRequest(u"a field of the message"_s);
    }
    if (agencyOfStream(append.stream) != caller.agency || caller.isRelay()) {
        return notPermitted(append.stream);
    }
    return {};
}

Result<MessageHeader> HubCore::append(const Caller& caller, const exchange::Append& append) {
    if (const Result<void> checked = checkAppend(caller, append); !checked) {
        return std::unexpected(checked.error());
    }
    Message message;
    message.header.stream = append.stream;
    message.header.kind = append.kind;
    message.header.messageId = append.messageId;
    message.payload = append.payload;
    message.cites = append.cites;
    message.participants = append.participants;

    QStringList news;
    const Result<void> written = m_store.write([&](StoreSession& session) -> Result<void> {
        news.clear();
        const std::optional<StreamEnd> found = session.streamEnd(append.stream);
        if (found && !takesPart(session.participants(append.stream), caller)) {
            return notPermitted(append.stream);
        }
        const StreamEnd end = found.value_or(StreamEnd{caller.agency, 0, {}});
        if (const auto earlier = session.messageById(append.stream, append.messageId)) {
            if (earlier->header.author != caller.account ||
                earlier->header.payloadSha256 != exchange::sha256Hex(append.payload) ||
                earlier->cites != append.cites || earlier->participants != append.participants) {
                return fail("message-id-reused", append.messageId);
            }
            message.header = earlier->header; // sent again: the first receipt
            return {};
        }
        if (append.expectedSequence != end.sequence + 1) {
            return conflict(end);
        }
        if (!append.lastSeenHead.isEmpty() && append.lastSeenHead != end.headHash) {
            return fail("stream-forked", QString::fromLatin1(end.headHash));
        }
        for (const QByteArray& cite : append.cites) {
            if (!session.contentSize(cite) ||
                (!session.uploadedBy(cite, caller.account) && !session.citedFor(cite, caller.mailboxes))) {
                return contentUnknown(cite);
            }
        }
        for (const QString& mailbox : append.participants) {
            if (agencyOfMailbox(mailbox) != caller.agency || !session.mailboxExists(mailbox)) {
                return fail("mailbox-unknown", mailbox);
            }
        }
        if (const Result<void> today = countDay(session, caller.account, m_clock(), append.payload.size(), 1); !today) {
            return today;
        }
        message.header = nextHeader(caller, end, message, m_clock());
        message.header.authorRole = session.roleOf(caller.account);
        if (!found) {
            if (const Result<void> opened = openStream(session, caller, append, message.header.authorRole); !opened) {
                return opened;
            }
        }
        for (const QString& mailbox : append.participants) {
            session.addParticipant(append.stream, mailbox, message.header.sequence);
        }
        session.addMessage(message);
        news = session.participants(append.stream);
        return {};
    });
    if (!written) {
        return std::unexpected(written.error());
    }
    m_onNews(news);
    return message.header;
}

Result<QList<exchange::FeedEntry>> HubCore::feed(const Caller& caller, const QString& mailbox, qint64 after,
                                                 int limit) {
    if (!caller.reads(mailbox)) {
        return notPermitted(mailbox);
    }
    m_readers.note(caller.account, mailbox, after);
    QList<exchange::FeedEntry> entries;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        entries = session.feed(mailbox, after, std::clamp(limit, 1, m_limits.page));
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return entries;
}

Result<QList<Message>> HubCore::messages(const Caller& caller, const QString& stream, qint64 from, int limit) {
    QList<Message> list;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        if (const Result<void> allowed = mayRead(session, caller, stream); !allowed) {
            return allowed;
        }
        list = session.messages(stream, std::max<qint64>(from, 1), std::clamp(limit, 1, m_limits.page),
                                m_limits.answerPayloadBytes);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return list;
}

Result<ReadableContent> HubCore::content(const Caller& caller, const QByteArray& sha256, const QString& stream) {
    if (!exchange::isSha256Hex(sha256)) {
        return malformedRequest(u"no SHA-256"_s);
    }
    ReadableContent content;
    std::optional<QByteArray> small;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        const std::optional<qint64> size = session.contentSize(sha256);
        // One answer for all three, so that nobody learns which bytes are here.
        if (!size || !takesPart(session.participants(stream), caller) || !session.citedIn(sha256, stream)) {
            return contentUnknown(sha256);
        }
        content.size = *size;
        small = session.smallContent(sha256);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    content.path = small ? QString() : m_contents.filePath(sha256);
    if (content.path.isEmpty()) {
        Result<std::unique_ptr<QIODevice>> device = openContent(sha256, small);
        if (!device) {
            return std::unexpected(device.error());
        }
        content.device = std::move(*device);
    }
    return content;
}

Result<std::unique_ptr<QIODevice>> HubCore::openContent(const QByteArray& sha256,
                                                        const std::optional<QByteArray>& small) {
    if (!small) {
        return m_contents.open(sha256);
    }
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(*small);
    if (!buffer->open(QIODevice::ReadOnly)) {
        return filesFailed(buffer->errorString());
    }
    return buffer;
}

Result<exchange::Directory> HubCore::directory(const Caller& caller, qint64 since) {
    exchange::Directory directory;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        // A hub below is told of offices, never of the people in one.
        directory = session.directory(caller.isRelay() ? QString() : caller.agency, since, directoryPage);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return directory;
}

Result<exchange::ServerStatus> HubCore::status(const Caller& caller) {
    return exchange::ServerStatus{u"1"_s,        m_clock(),        caller.account,
                                  caller.agency, caller.mailboxes, m_limits.contentBytes};
}

} // namespace hub
