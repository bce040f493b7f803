// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/hubcore.h"

#include "exchange/hub/core/names.h"
#include "exchange/protocol/errorkind.h"

#include <QHash>
#include <QIODevice>
#include <QSet>

namespace hub {

using exchange::FeedEntry;
using exchange::Message;
using exchange::PullAnswer;
using exchange::PullRequest;

namespace {

constexpr qint64 largestInline = 1024 * 1024; // above it a content is better fetched in parts
constexpr qint64 mostCounted = 10'000;

/// Gathers one answer inside a reading transaction. The files are read afterwards.
class Gathering {
public:
    Gathering(StoreSession& session, const Caller& caller, const PullRequest& request, const HubLimits& limits)
        : m_session(session)
        , m_caller(caller)
        , m_entriesLeft(std::clamp(request.limit, 1, limits.page))
        , m_payloadLeft(limits.answerPayloadBytes)
        , m_contentLeft(std::clamp<qint64>(request.inlineBytes, 0, limits.answerContentBytes))
        , m_largestInline(std::min(request.largestInline, largestInline))
        , m_counts(request.counts) {
        for (const exchange::FeedCursor& cursor : request.cursors) {
            m_after.insert(cursor.mailbox, cursor.cursor);
        }
    }

    void run(PullAnswer& answer) {
        for (const QString& mailbox : m_caller.mailboxes) {
            qint64 after = m_after.value(mailbox);
            if (!answer.more && m_entriesLeft > 0) {
                for (const FeedMessage& next :
                     m_session.feedMessages(mailbox, after, m_entriesLeft, std::max<qint64>(m_payloadLeft, 0))) {
                    if (!take(mailbox, next, answer)) {
                        break;
                    }
                    after = next.entry.cursor;
                    --m_entriesLeft;
                }
            }
            answer.more = answer.more || m_session.feedCount(mailbox, after, 1) > 0;
            if (m_counts && answer.more) {
                answer.remaining += m_session.feedCount(mailbox, after, mostCounted);
            }
        }
    }

    /// Contents that come with the answer, with their sizes.
    [[nodiscard]] const QList<std::pair<QByteArray, qint64>>& contents() const { return m_contents; }

private:
    /// False where the entry has to wait for the next answer.
    bool take(const QString& mailbox, const FeedMessage& next, PullAnswer& answer) {
        const FeedEntry& entry = next.entry;
        const std::pair place(entry.stream, entry.sequence);
        if (!m_taken.contains(place)) {
            const bool first = answer.entries.isEmpty();
            const auto small = smallContents(next.message);
            qint64 bytes = 0;
            for (const auto& [sha256, size] : small) {
                bytes += size;
            }
            if (!first && (bytes > m_contentLeft || next.message.payload.size() > m_payloadLeft)) {
                return false;
            }
            for (const auto& [sha256, size] : small) {
                if (size <= m_contentLeft) { // the first message's may be too many: the rest is fetched one by one
                    m_contentLeft -= size;
                    m_contents.append({sha256, size});
                    m_takenContents.insert(sha256);
                }
            }
            m_payloadLeft -= next.message.payload.size();
            m_taken.insert(place);
            answer.messages.append(next.message);
        }
        answer.entries.append({mailbox, entry.cursor, entry.stream, entry.sequence});
        return true;
    }

    /// What a message cites that is small, not in the answer yet and not the caller's own upload.
    QList<std::pair<QByteArray, qint64>> smallContents(const Message& message) {
        QList<std::pair<QByteArray, qint64>> small;
        for (const QByteArray& cite : message.cites) {
            const auto size = m_session.contentSize(cite);
            if (size && *size <= m_largestInline && !m_takenContents.contains(cite) &&
                !small.contains(std::pair(cite, *size)) && !m_session.uploadedBy(cite, m_caller.account)) {
                small.append({cite, *size});
            }
        }
        return small;
    }

    StoreSession& m_session;
    const Caller& m_caller;
    int m_entriesLeft;
    qint64 m_payloadLeft;
    qint64 m_contentLeft;
    qint64 m_largestInline;
    bool m_counts;
    QHash<QString, qint64> m_after;
    QSet<std::pair<QString, qint64>> m_taken;
    QSet<QByteArray> m_takenContents;
    QList<std::pair<QByteArray, qint64>> m_contents;
};

} // namespace

Result<PullAnswer> HubCore::pull(const Caller& caller, const PullRequest& request) {
    PullAnswer answer;
    const Result<exchange::ServerStatus> own = status(caller);
    if (!own) {
        return std::unexpected(own.error());
    }
    for (const exchange::FeedCursor& cursor : request.cursors) {
        if (caller.reads(cursor.mailbox)) {
            m_readers.note(caller.account, cursor.mailbox, cursor.cursor);
        }
    }
    QList<std::pair<QByteArray, qint64>> contents;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        answer = PullAnswer();
        answer.directoryVersion = session.directory(caller.agency, request.directoryVersion, 1).version;
        Gathering gathering(session, caller, request, m_limits);
        gathering.run(answer);
        contents.clear();
        for (const auto& [sha256, size] : gathering.contents()) {
            if (auto small = session.smallContent(sha256)) {
                answer.contents.append({sha256, std::move(*small)});
            } else {
                contents.append({sha256, size});
            }
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    answer.status = *own;
    for (const auto& [sha256, size] : std::as_const(contents)) {
        const auto device = m_contents.open(sha256);
        const QByteArray bytes = device ? (*device)->read(size) : QByteArray();
        // One that can't be read is left out: who wants it asks for it and is told why it does not come.
        if (bytes.size() == size) {
            answer.contents.append({sha256, bytes});
        }
    }
    return answer;
}

} // namespace hub
