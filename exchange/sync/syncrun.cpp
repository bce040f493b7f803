// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/syncrun.h"

#include "exchange/protocol/errorkind.h"

#include <QDir>
#include <QFile>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

/// No connection was made, so nothing that was sent arrived.
bool isCertainlyNotThere(const Error& error) {
    return error.code == "server-unreachable"_L1;
}

} // namespace

SyncRun::SyncRun(ExchangeServer& server, SyncJournal& journal, MessageSink& sink, const SyncOptions& options,
                 const std::function<void(const SyncProgress&)>& progress, std::stop_token stop)
    : m_server(server)
    , m_journal(journal)
    , m_sink(sink)
    , m_options(options)
    , m_progress(progress)
    , m_stop(std::move(stop)) {}

CallOptions SyncRun::callOptions() const {
    CallOptions options;
    options.stop = m_stop;
    if (m_progress) {
        options.progress = [this](qint64 done, qint64 total) {
            SyncProgress now = m_now;
            now.bytesDone = done;
            now.bytesTotal = total;
            m_progress(now);
        };
    }
    return options;
}

Backoff SyncRun::backoff() const {
    return {.first = m_options.firstDelayMilliseconds, .longest = m_options.longestDelayMilliseconds};
}

QDateTime SyncRun::nextAttempt(int attempts) const {
    return backoff().nextAttempt(m_options.clock(), attempts, m_server.retryAfterSeconds(), m_options.random());
}

void SyncRun::noteDue(const QDateTime& due) {
    m_result.nextDue = m_result.nextDue ? std::min(*m_result.nextDue, due) : due;
}

Result<SyncResult> SyncRun::perform(const SyncPlan& plan) {
    const Result<QList<OutboxItem>> outbox = m_journal.outbox();
    if (!outbox) {
        return std::unexpected(outbox.error());
    }
    QSet<QString> planned;
    for (const SyncStep& step : plan.steps) {
        planned.insert(step.itemId);
    }
    for (const OutboxItem& item : *outbox) {
        m_items.insert(item.id, item);
        if (!planned.contains(item.id)) {
            holdUp(item); // it waits for its time, and what rests on it waits too
        }
    }
    m_result.nextDue = plan.nextDue;
    m_now.stepCount = static_cast<int>(plan.steps.size());
    QList<SyncStep> steps = plan.steps;
    for (qsizetype number = 0; number < steps.size(); ++number) {
        const SyncStep step = steps.at(number);
        ++m_now.stepNumber;
        m_now.step = step;
        if (m_progress) {
            m_progress(m_now);
        }
        if (m_stop.stop_requested()) {
            m_result.cancelled = true;
        }
        // A server that did not answer the first question is not tried with what waits: that is no attempt of it.
        const bool silent = number > 0 && steps.first().kind == SyncStep::Kind::Pull && !m_result.asked;
        if (m_result.offline || m_result.cancelled || silent) {
            m_result.steps.append({step, Outcome::NotTried, {}});
            continue;
        }
        // What waits to be sent does not wait for a long history to arrive.
        const bool onePage = step.kind == SyncStep::Kind::Pull && number + 1 < steps.size();
        Result<StepResult> done =
            step.kind == SyncStep::Kind::Pull ? Result<StepResult>(pull(step, onePage)) : performStep(step);
        if (onePage && m_more && done && done->outcome == Outcome::Done) {
            steps.append(step);
            continue;
        }
        if (!done) {
            return std::unexpected(done.error());
        }
        m_result.offline = m_result.offline || isOffline(done->error) || isShutOut(done->error);
        m_result.cancelled = m_result.cancelled || m_stop.stop_requested();
        m_result.steps.append(std::move(*done));
    }
    return m_result;
}

Result<StepResult> SyncRun::performStep(const SyncStep& step) {
    if (step.kind == SyncStep::Kind::Download) {
        return fetchWaiting(step);
    }
    const auto found = m_items.constFind(step.itemId);
    if (found == m_items.constEnd()) {
        return StepResult{step, Outcome::NotTried, fail("sync-outbox-changed", step.itemId).error()};
    }
    if (isHeldUp(*found)) {
        holdUp(*found);
        return StepResult{step, Outcome::NotTried, {}};
    }
    return performItem(step, *found);
}

bool SyncRun::isHeldUp(const OutboxItem& item) const {
    if (item.kind != OutboxItem::Kind::Append) {
        return false;
    }
    return m_heldStreams.contains(item.append.stream) ||
           std::ranges::any_of(item.append.cites,
                               [this](const QByteArray& cite) { return m_missingContents.contains(cite); });
}

void SyncRun::holdUp(const OutboxItem& item) {
    if (item.kind == OutboxItem::Kind::Upload) {
        m_missingContents.insert(item.sha256);
    } else if (item.kind == OutboxItem::Kind::Append) {
        m_heldStreams.insert(item.append.stream);
    }
}

Result<StepResult> SyncRun::performItem(const SyncStep& step, OutboxItem item) {
    // Written before it is begun: a run that dies here is found as Started.
    item.state = OutboxItem::State::Started;
    ++item.attempts;
    if (const Result<void> written = m_journal.update(item); !written) {
        if (item.kind == OutboxItem::Kind::Append && written.error().code == takenOutCode) {
            return StepResult{step, Outcome::NotTried, {}}; // a person thought better of it
        }
        return std::unexpected(written.error());
    }

    Result<void> done;
    switch (step.kind) {
    case SyncStep::Kind::Upload:
        done = uploadItem(item);
        break;
    case SyncStep::Kind::AskSent:
        done = sendItem(item, true);
        break;
    case SyncStep::Kind::SendPacket:
        done = sendItem(item, false);
        break;
    default:
        done = appendItem(item);
        break;
    }

    StepResult result{step, Outcome::Done, done ? Error() : done.error()};
    item.error = result.error;
    item.nextAttempt = {};
    if (done) {
        item.state = OutboxItem::State::Done;
    } else {
        result.outcome = putOff(item, done.error());
        result.error = item.error;
    }
    if (result.outcome != Outcome::Done) {
        holdUp(item);
    }
    if (const Result<void> written = m_journal.update(item); !written) {
        return std::unexpected(written.error());
    }
    return result;
}

StepResult::Outcome SyncRun::putOff(OutboxItem& item, const Error& error) {
    const bool isPacket = item.kind == OutboxItem::Kind::Send;
    if (error.code == cannotTellCode) {
        item.state = OutboxItem::State::Uncertain;
        return Outcome::Failed;
    }
    if (isShutOut(error)) {
        // It says nothing about the item, which waits for the day on which the account is let in again.
        --item.attempts;
        item.state = isPacket && item.attempts > 0 ? OutboxItem::State::Uncertain : OutboxItem::State::Planned;
        return Outcome::Again;
    }
    if (m_stop.stop_requested() || mayRetry(error)) {
        if (isCertainlyNotThere(error) && !m_stop.stop_requested()) {
            --item.attempts; // nobody was there: a day without a network is no attempt
        }
        // The packet may have arrived though its receipt did not: it is asked for before it is sent again.
        item.state = isPacket && item.attempts > 0 ? OutboxItem::State::Uncertain : OutboxItem::State::Planned;
        if (m_stop.stop_requested()) {
            return Outcome::Again;
        }
        if (!backoff().isEnough(item.attempts, m_options.longestTryingMilliseconds)) {
            item.nextAttempt = nextAttempt(item.attempts);
            noteDue(item.nextAttempt);
            return Outcome::Again;
        }
        item.error = fail("sync-gave-up", error.code + u' ' + error.detail).error();
    }
    item.state = OutboxItem::State::Failed;
    return Outcome::Failed;
}

Result<void> SyncRun::uploadItem(const OutboxItem& item) {
    return m_server.upload(item.path, item.sha256, callOptions());
}

Result<void> SyncRun::sendItem(const OutboxItem& item, bool askFirst) {
    if (askFirst) {
        const Result<SentAnswer> sent = m_server.findSent(item.sha256, callOptions());
        if (!sent) {
            return std::unexpected(sent.error());
        }
        if (sent->known == SentAnswer::Known::CannotTell) {
            return fail("sync-cannot-tell", QString::fromLatin1(item.sha256));
        }
        if (sent->known == SentAnswer::Known::Has) {
            return {};
        }
    }
    const Result<PacketReceipt> receipt = m_server.sendPacket(item.path, item.packetKind, item.sha256, callOptions());
    return receipt ? Result<void>() : std::unexpected(receipt.error());
}

Result<void> SyncRun::appendItem(OutboxItem& item) {
    for (int round = 0;; ++round) {
        Append append = item.append;
        const Result<StreamHead> head = m_sink.streamHead(append.stream);
        if (!head) {
            return std::unexpected(head.error());
        }
        if (append.lastSeenHead.isEmpty() && head->sequence + 1 == append.expectedSequence) {
            append.lastSeenHead = head->hash;
        }
        const Result<AppendReceipt> receipt = m_server.append(append, callOptions());
        if (receipt) {
            item.receipt = *receipt;
            return keepOwn(append, receipt->header);
        }
        if (receipt.error().code != "append-conflict"_L1 || round >= m_options.rebasesPerRun) {
            return std::unexpected(receipt.error());
        }
        if (const Result<void> rebased = rebase(item); !rebased) {
            return rebased;
        }
    }
}

Result<void> SyncRun::keepOwn(const Append& append, const MessageHeader& header) {
    const Result<StreamHead> head = m_sink.streamHead(header.stream);
    if (!head) {
        return std::unexpected(head.error());
    }
    if (head->sequence + 1 != header.sequence) {
        return {}; // it comes by the feed, after what lies between
    }
    return store({header, append.payload, append.cites, append.participants});
}

Result<void> SyncRun::rebase(OutboxItem& item) {
    const Result<QList<Message>> tail = readStream(item.append.stream, 0);
    if (!tail) {
        return std::unexpected(tail.error());
    }
    std::optional<Append> rebuilt = m_options.rebase ? m_options.rebase(item.append, *tail) : std::nullopt;
    if (!rebuilt) {
        return fail("append-superseded", item.append.stream);
    }
    rebuilt->messageId = item.append.messageId;
    item.append = std::move(*rebuilt);
    return m_journal.update(item); // what goes out next is what a later run would send again
}

Result<QList<Message>> SyncRun::readStream(const QString& stream, qint64 upTo) {
    QList<Message> stored;
    for (;;) {
        const Result<StreamHead> head = m_sink.streamHead(stream);
        if (!head) {
            return std::unexpected(head.error());
        }
        if (upTo > 0 && head->sequence >= upTo) {
            return stored;
        }
        const Result<QList<Message>> page =
            m_server.messages(stream, head->sequence + 1, m_options.messagePage, callOptions());
        if (!page) {
            return std::unexpected(page.error());
        }
        if (page->isEmpty()) {
            if (upTo > 0) {
                return fail("sync-message-missing", u"%1 %2"_s.arg(stream).arg(upTo));
            }
            return stored;
        }
        for (const Message& message : *page) {
            if (const Result<void> kept = store(message); !kept) {
                return std::unexpected(kept.error());
            }
            stored.append(message);
        }
    }
}

Result<void> SyncRun::checkChain(const Message& message, const StreamHead& head) {
    const MessageHeader& header = message.header;
    if (header.sequence != head.sequence + 1 || header.previousHeaderSha256 != head.hash) {
        return fail("stream-chain-broken", u"%1 %2"_s.arg(header.stream).arg(header.sequence));
    }
    return {};
}

Result<void> SyncRun::store(const Message& message) {
    const MessageHeader& header = message.header;
    const Result<StreamHead> head = m_sink.streamHead(header.stream);
    if (!head) {
        return std::unexpected(head.error());
    }
    if (header.sequence <= head->sequence) {
        return {}; // delivered twice
    }
    if (const Result<void> fits = checkChain(message, *head); !fits) {
        return fits;
    }
    if (const Result<void> fetched = fetchContents(message); !fetched) {
        return fetched;
    }
    const Result<void> accepted = m_sink.accept(message);
    if (accepted) {
        ++m_result.messagesStored;
    }
    return accepted;
}

Result<void> SyncRun::fetchContents(const Message& message, Arrival* arrival) {
    for (const QByteArray& cite : message.cites) {
        const auto came = m_pageContents.constFind(cite);
        if (arrival && came != m_pageContents.cend()) {
            arrival->contents.append({cite, *came});
            continue;
        }
        const Result<bool> wanted = m_sink.wantsContent(message, cite);
        if (!wanted) {
            return std::unexpected(wanted.error());
        }
        if (!*wanted) {
            continue;
        }
        if (arrival && m_options.network == NetworkPolicy::Metered) {
            arrival->waiting.append(cite);
            continue;
        }
        if (const Result<void> fetched = fetchContent(cite, message.header.stream); !fetched) {
            return fetched;
        }
    }
    return {};
}

Result<void> SyncRun::fetchContent(const QByteArray& sha256, const QString& stream) {
    const QString path = QDir(m_options.spoolFolder).filePath(QString::fromLatin1(sha256));
    // A file of this name was checked before it got it; only an interruption left it here.
    if (!QFile::exists(path)) {
        const Result<void> got = m_server.download(sha256, path, stream, callOptions());
        if (!got) {
            return got;
        }
    }
    if (const Result<void> accepted = m_sink.acceptContent(sha256, path); !accepted) {
        return accepted;
    }
    QFile::remove(path);
    ++m_result.contentsStored;
    return {};
}

} // namespace exchange
