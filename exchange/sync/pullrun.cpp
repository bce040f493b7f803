// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a run that asks for news and stores them, page by page.
#include "exchange/sync/syncrun.h"

#include "exchange/protocol/errorkind.h"

#include <algorithm>
#include <future>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

StepResult SyncRun::pull(const SyncStep& step, bool onePage) {
    const Result<void> done = pullPages(onePage);
    m_result.clockOffsetSeconds = m_server.clockOffsetSeconds();
    if (done) {
        return {step, Outcome::Done, {}};
    }
    const bool later = m_stop.stop_requested() || mayRetry(done.error());
    if (later && !m_stop.stop_requested()) {
        noteDue(nextAttempt(m_options.earlierPullFailures + 1));
    }
    return {step, later ? Outcome::Again : Outcome::Failed, done.error()};
}

Result<PullRequest> SyncRun::firstQuestion() {
    const Result<QList<FeedCursor>> cursors = m_journal.feeds();
    if (!cursors) {
        return std::unexpected(cursors.error());
    }
    const Result<qint64> version = m_journal.directoryVersion();
    if (!version) {
        return std::unexpected(version.error());
    }
    PullRequest request;
    request.cursors = *cursors;
    request.directoryVersion = *version;
    request.limit = m_options.feedPage;
    request.counts = !m_result.asked;
    if (m_options.network == NetworkPolicy::Metered) {
        // All that is wanted on such a network comes with the answer; what does not come waits.
        request.largestInline = m_options.meteredBytes;
    }
    return request;
}

namespace {

/// The question for what lies behind an answer.
PullRequest questionAfter(PullRequest request, const PullAnswer& answer) {
    for (const PulledEntry& entry : answer.entries) {
        const auto known = std::ranges::find(request.cursors, entry.mailbox, &FeedCursor::mailbox);
        if (known == request.cursors.end()) {
            request.cursors.append({entry.mailbox, entry.cursor});
        } else {
            known->cursor = entry.cursor;
        }
    }
    request.counts = false;
    return request;
}

} // namespace

Result<void> SyncRun::pullPages(bool onePage) {
    Result<PullRequest> request = firstQuestion();
    if (!request) {
        return std::unexpected(request.error());
    }
    Result<PullAnswer> answer = m_server.pull(*request, callOptions());
    for (;;) {
        if (!answer) {
            return std::unexpected(answer.error());
        }
        if (!m_result.asked) {
            m_result.asked = true;
            m_result.mailboxes = answer->status.mailboxes;
            m_result.directoryChanged = answer->directoryVersion > request->directoryVersion;
            m_now.itemsTotal = static_cast<int>(answer->entries.size() + answer->remaining);
        }
        const Result<void> gathered = gatherPage(*answer);
        m_more = answer->more;
        const bool goesOn = gathered && m_more && !onePage && !m_stop.stop_requested();
        // The next page comes while this one is stored; it counts for nothing where that fails.
        std::future<Result<PullAnswer>> next;
        if (goesOn) {
            request = questionAfter(*request, *answer);
            next = std::async(std::launch::async,
                              [&] { return m_server.pull(*request, {.stop = m_stop, .progress = {}}); });
        }
        const Result<void> stored = storePage();
        if (next.valid()) {
            Result<PullAnswer> came = next.get();
            if (stored) {
                notePage(*answer);
                answer = std::move(came);
                continue;
            }
        }
        if (!gathered || !stored) {
            return gathered ? stored : gathered;
        }
        notePage(*answer);
        m_result.cancelled = m_result.cancelled || (m_more && m_stop.stop_requested());
        return {};
    }
}

void SyncRun::notePage(const PullAnswer& answer) {
    m_now.itemsDone += static_cast<int>(answer.entries.size());
    m_now.itemsTotal = std::max(m_now.itemsTotal, m_now.itemsDone);
    if (m_progress && !answer.entries.isEmpty()) {
        m_progress(m_now);
    }
}

Result<void> SyncRun::readHeads(const PullAnswer& answer) {
    QStringList streams;
    for (const PulledEntry& entry : answer.entries) {
        streams.append(entry.stream);
    }
    streams.removeDuplicates();
    const Result<QList<StreamHead>> heads = m_sink.streamHeads(streams);
    if (!heads) {
        return std::unexpected(heads.error());
    }
    m_pageHeads.clear();
    for (qsizetype index = 0; index < std::min(streams.size(), heads->size()); ++index) {
        m_pageHeads.insert(streams.at(index), heads->at(index));
    }
    return {};
}

Result<void> SyncRun::gatherPage(const PullAnswer& answer) {
    if (const Result<void> read = readHeads(answer); !read) {
        return read;
    }
    QHash<std::pair<QString, qint64>, const Message*> messages;
    for (const Message& message : answer.messages) {
        messages.insert({message.header.stream, message.header.sequence}, &message);
    }
    m_pageContents.clear();
    for (const PulledContent& content : answer.contents) {
        m_pageContents.insert(content.sha256, content.bytes);
    }
    for (const PulledEntry& entry : answer.entries) {
        const Message* const message = messages.value({entry.stream, entry.sequence});
        Result<std::optional<Arrival>> arrival = message ? arrivalOf(entry, *message) : fetchedAlone(entry);
        if (!arrival) {
            return std::unexpected(arrival.error()); // what came before it is whole, and is stored
        }
        if (*arrival) {
            m_pageHeads.insert(entry.stream, {entry.sequence, headerHash((*arrival)->message.header)});
            m_page.append(std::move(**arrival));
        }
        m_pageCursors.append({entry.mailbox, entry.cursor});
    }
    return {};
}

Result<std::optional<Arrival>> SyncRun::fetchedAlone(const PulledEntry& entry) {
    if (const Result<void> stored = storePage(); !stored) {
        return std::unexpected(stored.error());
    }
    const Result<QList<Message>> read = readStream(entry.stream, entry.sequence);
    return read ? Result<std::optional<Arrival>>(std::nullopt) : std::unexpected(read.error());
}

Result<std::optional<Arrival>> SyncRun::arrivalOf(const PulledEntry& entry, const Message& message) {
    StreamHead head = m_pageHeads.value(entry.stream);
    if (entry.sequence > head.sequence + 1) {
        // This mailbox joined the stream later, or the stream's beginning is in no feed of this account.
        if (const Result<void> stored = storePage(); !stored) {
            return std::unexpected(stored.error());
        }
        const Result<QList<Message>> between = readStream(entry.stream, entry.sequence - 1);
        if (!between) {
            return std::unexpected(between.error());
        }
        const Result<StreamHead> found = m_sink.streamHead(entry.stream);
        if (!found) {
            return std::unexpected(found.error());
        }
        head = *found;
        m_pageHeads.insert(entry.stream, head);
    }
    if (entry.sequence <= head.sequence) {
        return std::optional<Arrival>(); // delivered twice
    }
    if (const Result<void> fits = checkChain(message, head); !fits) {
        return std::unexpected(fits.error());
    }
    Arrival arrival{.message = message, .contents = {}, .waiting = {}};
    if (const Result<void> fetched = fetchContents(message, &arrival); !fetched) {
        return std::unexpected(fetched.error());
    }
    return std::optional(std::move(arrival));
}

Result<void> SyncRun::storePage() {
    if (m_page.isEmpty() && m_pageCursors.isEmpty()) {
        return {};
    }
    qsizetype contents = 0;
    for (const Arrival& arrival : std::as_const(m_page)) {
        contents += arrival.contents.size();
    }
    const Result<int> stored = m_sink.acceptPage(m_page, m_pageCursors);
    m_page.clear();
    m_pageCursors.clear();
    if (!stored) {
        return std::unexpected(stored.error());
    }
    m_result.messagesStored += *stored;
    m_result.contentsStored += static_cast<int>(contents);
    return {};
}

StepResult SyncRun::fetchWaiting(const SyncStep& step) {
    const Result<void> fetched = fetchContent(step.itemId.toLatin1(), step.stream);
    if (fetched) {
        return {step, Outcome::Done, {}};
    }
    const bool later = m_stop.stop_requested() || mayRetry(fetched.error());
    if (later && !m_stop.stop_requested()) {
        noteDue(nextAttempt(1));
    }
    return {step, later ? Outcome::Again : Outcome::Failed, fetched.error()};
}

} // namespace exchange
