// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/syncengine.h"

#include "exchange/sync/syncrun.h"

#include <QRandomGenerator>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

QString describe(const SyncStep& step) {
    switch (step.kind) {
    case SyncStep::Kind::Upload:
        return u"upload "_s + step.itemId;
    case SyncStep::Kind::AskSent:
        return u"ask whether the server has packet "_s + step.itemId;
    case SyncStep::Kind::SendPacket:
        return u"send packet "_s + step.itemId;
    case SyncStep::Kind::Append:
        return u"append "_s + step.itemId;
    case SyncStep::Kind::ReadFeed:
        return u"read the feed of %1 after %2"_s.arg(step.mailbox).arg(step.cursor);
    }
    return {};
}

SyncEngine::SyncEngine(ExchangeServer& server, SyncJournal& journal, MessageSink& sink, SyncOptions options)
    : m_server(server)
    , m_journal(journal)
    , m_sink(sink)
    , m_options(std::move(options)) {
    if (!m_options.clock) {
        m_options.clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
    if (!m_options.random) {
        m_options.random = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

namespace {

SyncStep::Kind stepOf(const OutboxItem& item) {
    switch (item.kind) {
    case OutboxItem::Kind::Upload:
        return SyncStep::Kind::Upload;
    case OutboxItem::Kind::Append:
        return SyncStep::Kind::Append;
    case OutboxItem::Kind::Packet:
        break;
    }
    // Started: a run was interrupted after it wrote that it begins, so the server may have the packet.
    const bool neverTried = item.state == OutboxItem::State::Planned && item.attempts == 0;
    return neverTried ? SyncStep::Kind::SendPacket : SyncStep::Kind::AskSent;
}

} // namespace

Result<SyncPlan> SyncEngine::decide() {
    const Result<QList<OutboxItem>> outbox = m_journal.outbox();
    if (!outbox) {
        return std::unexpected(outbox.error());
    }
    const Result<QList<FeedCursor>> feeds = m_journal.feeds();
    if (!feeds) {
        return std::unexpected(feeds.error());
    }
    SyncPlan plan;
    const QDateTime now = m_options.clock();
    QList<SyncStep> later;
    for (const OutboxItem& item : *outbox) {
        if (item.state == OutboxItem::State::Done || item.state == OutboxItem::State::Failed) {
            continue;
        }
        if (item.nextAttempt.isValid() && item.nextAttempt > now) {
            plan.nextDue = plan.nextDue ? std::min(*plan.nextDue, item.nextAttempt) : item.nextAttempt;
            continue;
        }
        const SyncStep step{stepOf(item), item.id, {}, 0};
        // Contents first: a message may cite only what the server has.
        (item.kind == OutboxItem::Kind::Upload ? plan.steps : later).append(step);
    }
    plan.steps += later;
    for (const FeedCursor& feed : *feeds) {
        plan.steps.append({SyncStep::Kind::ReadFeed, {}, feed.mailbox, feed.cursor});
    }
    return plan;
}

Result<SyncResult> SyncEngine::run(const SyncPlan& plan, const std::function<void(const SyncProgress&)>& progress,
                                   std::stop_token stop) {
    SyncRun run(m_server, m_journal, m_sink, m_options, progress, std::move(stop));
    return run.perform(plan);
}

} // namespace exchange
