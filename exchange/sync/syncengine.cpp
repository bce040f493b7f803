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
    case SyncStep::Kind::Pull:
        return u"ask for news"_s;
    case SyncStep::Kind::Download:
        return u"download content "_s + step.itemId;
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
    case OutboxItem::Kind::Send:
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
    SyncPlan plan;
    if (m_options.network == NetworkPolicy::Offline) {
        plan.forbidden = true;
        return plan;
    }
    // First, so that a server that is away costs one call and no attempt of what waits.
    plan.steps.append({.kind = SyncStep::Kind::Pull});
    QList<SyncStep> uploads;
    const QDateTime now = m_options.clock();
    QList<SyncStep> later;
    for (const OutboxItem& item : *outbox) {
        const bool leftToAPerson = item.state == OutboxItem::State::Uncertain && item.error.code == cannotTellCode;
        if (item.state == OutboxItem::State::Done || item.state == OutboxItem::State::Failed || leftToAPerson) {
            continue;
        }
        if (item.nextAttempt.isValid() && item.nextAttempt > now) {
            plan.nextDue = plan.nextDue ? std::min(*plan.nextDue, item.nextAttempt) : item.nextAttempt;
            continue;
        }
        const SyncStep step{.kind = stepOf(item), .itemId = item.id};
        // Contents first: a message may cite only what the server has.
        (item.kind == OutboxItem::Kind::Upload ? uploads : later).append(step);
    }
    plan.steps += uploads + later;
    if (m_options.network == NetworkPolicy::Online) {
        const Result<QList<WaitingContent>> waiting = m_journal.waitingContents();
        if (!waiting) {
            return std::unexpected(waiting.error());
        }
        for (const WaitingContent& content : *waiting) {
            plan.steps.append({.kind = SyncStep::Kind::Download,
                               .itemId = QString::fromLatin1(content.sha256),
                               .stream = content.stream});
        }
    }
    return plan;
}

Result<SyncResult> SyncEngine::run(const SyncPlan& plan, const std::function<void(const SyncProgress&)>& progress,
                                   std::stop_token stop) {
    SyncRun run(m_server, m_journal, m_sink, m_options, progress, std::move(stop));
    return run.perform(plan);
}

} // namespace exchange
