// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/hubpacketserver.h"

#include "exchange/protocol/packetnotice.h"

namespace hub {

using exchange::CallOptions;
using exchange::FeedEntry;
using exchange::Known;
using exchange::ListedPacket;
using exchange::PacketIdentity;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int windowSize = 200; // entries of one feed that are looked at together

/// "<cursor> <mailbox> <sha256> <stream>"
QString docIdOf(qint64 cursor, const QString& mailbox, const exchange::PacketNotice& notice, const QString& stream) {
    return QString::number(cursor) + u' ' + mailbox + u' ' + QString::fromLatin1(notice.sha256) + u' ' + stream;
}

} // namespace

HubPacketServer::HubPacketServer(std::unique_ptr<exchange::ExchangeServer> server, RelayMarks& marks)
    : m_server(std::move(server))
    , m_marks(marks) {}

HubPacketServer::~HubPacketServer() = default;

Result<void> HubPacketServer::login(const CallOptions& options) {
    const Result<exchange::ServerStatus> status = m_server->status(options);
    if (!status) {
        return std::unexpected(status.error());
    }
    m_mailboxes = status->mailboxes;
    return {};
}

Result<exchange::Directory> HubPacketServer::agencies(qint64 sinceVersion, const CallOptions& options) {
    return m_server->directory(sinceVersion, options);
}

Result<HubPacketServer::Entry> HubPacketServer::entryOf(const QString& mailbox, const FeedEntry& entry,
                                                        const CallOptions& options) {
    const auto messages = m_server->messages(entry.stream, entry.sequence, 1, options);
    if (!messages) {
        return std::unexpected(messages.error());
    }
    Entry seen;
    seen.done = true;
    const exchange::Message message = messages->value(0);
    const bool isPacket = message.header.kind == "edoc"_L1 || message.header.kind == "status"_L1;
    const auto notice = exchange::readPacketNotice(message.payload);
    if (!isPacket || !notice || (m_mailboxes.contains(notice->from) && notice->reporter.isEmpty())) {
        return seen;
    }
    seen.packet = {docIdOf(entry.cursor, mailbox, *notice, entry.stream),
                   notice->kind,
                   notice->from,
                   notice->to,
                   message.header.time,
                   notice->hops};
    const Result<bool> done = m_marks.isDone(seen.packet.docId);
    if (!done) {
        return std::unexpected(done.error());
    }
    seen.done = *done;
    return seen;
}

Result<void> HubPacketServer::lookInto(const QString& mailbox, const CallOptions& options) {
    const Result<qint64> cursor = m_marks.cursor(mailbox);
    if (!cursor) {
        return std::unexpected(cursor.error());
    }
    const auto feed = m_server->feed(mailbox, *cursor, windowSize, 0, options);
    if (!feed) {
        return std::unexpected(feed.error());
    }
    Window& window = m_windows[mailbox];
    for (const FeedEntry& entry : *feed) {
        if (window.contains(entry.cursor)) {
            continue;
        }
        Result<Entry> seen = entryOf(mailbox, entry, options);
        if (!seen) {
            return std::unexpected(seen.error());
        }
        window.insert(entry.cursor, std::move(*seen));
    }
    return moveMark(mailbox);
}

Result<void> HubPacketServer::look(const CallOptions& options) {
    m_listed.clear();
    for (const QString& mailbox : m_mailboxes) {
        if (const Result<void> looked = lookInto(mailbox, options); !looked) {
            return looked;
        }
    }
    return {};
}

Result<void> HubPacketServer::moveMark(const QString& mailbox) {
    Window& window = m_windows[mailbox];
    qint64 mark = 0;
    while (!window.isEmpty() && window.first().done) {
        mark = window.firstKey();
        window.erase(window.begin());
    }
    return mark == 0 ? Result<void>() : m_marks.setCursor(mailbox, mark);
}

Result<QList<ListedPacket>> HubPacketServer::listReceived(const QString& kind, const QDateTime& /*from*/,
                                                          const QDateTime& /*to*/, const CallOptions& options) {
    if (m_listed.isEmpty() || m_listed.contains(kind)) {
        if (const Result<void> looked = look(options); !looked) {
            return std::unexpected(looked.error());
        }
    }
    m_listed.append(kind);
    QList<ListedPacket> listed;
    for (const QString& mailbox : m_mailboxes) {
        for (const Entry& entry : m_windows.value(mailbox)) {
            if (!entry.done && entry.packet.kind == kind) {
                listed.append(entry.packet);
            }
        }
    }
    return listed;
}

Result<void> HubPacketServer::fetch(const QString& docId, const QString& targetPath, const CallOptions& options) {
    return m_server->download(docId.section(u' ', 2, 2).toLatin1(), targetPath, docId.section(u' ', 3), options);
}

Result<void> HubPacketServer::acknowledge(const QString& docId, Taken taken, const CallOptions& /*options*/) {
    if (taken == Taken::Processing) {
        return {};
    }
    const QString mailbox = docId.section(u' ', 1, 1);
    Window& window = m_windows[mailbox];
    const auto found = window.find(docId.section(u' ', 0, 0).toLongLong());
    if (found != window.end()) {
        found->done = true; // otherwise the next look finds it in the journal
    }
    return moveMark(mailbox);
}

Result<QString> HubPacketServer::send(const QString& path, const PacketIdentity& packet, const CallOptions& options) {
    const auto receipt = m_server->sendPacket(path, packet.kind, packet.sha256, options);
    return receipt ? Result<QString>(receipt->stream) : std::unexpected(receipt.error());
}

Result<Known> HubPacketServer::hasSent(const PacketIdentity& packet, const CallOptions& options) {
    const auto found = m_server->findSent(packet.sha256, options);
    if (!found) {
        return std::unexpected(found.error());
    }
    using exchange::SentAnswer;
    return found->known == SentAnswer::Known::Has      ? Known::Yes
           : found->known == SentAnswer::Known::HasNot ? Known::No
                                                       : Known::CannotTell;
}

std::optional<qint64> HubPacketServer::clockOffsetSeconds() const {
    return std::nullopt;
}

qint64 HubPacketServer::retryAfterSeconds() const {
    return m_server->retryAfterSeconds();
}

} // namespace hub
