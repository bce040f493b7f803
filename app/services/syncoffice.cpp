// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/syncoffice.h"

#include "app/services/incomingpackets.h"
#include "app/services/officedesk.h"
#include "app/services/owedstatuses.h"
#include "app/store/storejournal.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/sync/syncengine.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The most rounds of one run: what arrives may make something new to send (an owed status), which goes out at once.
constexpr int mostRounds = 3;

QString stageOf(exchange::SyncStep::Kind kind) {
    switch (kind) {
    case exchange::SyncStep::Kind::Upload:
        return u"upload"_s;
    case exchange::SyncStep::Kind::AskSent:
        return u"ask"_s;
    case exchange::SyncStep::Kind::SendPacket:
        return u"send"_s;
    case exchange::SyncStep::Kind::Append:
        return u"append"_s;
    case exchange::SyncStep::Kind::ReadFeed:
        return u"receive"_s;
    }
    return {};
}

WaitingItem waitingItem(const exchange::OutboxItem& item) {
    using exchange::OutboxItem;
    WaitingItem waiting;
    waiting.id = item.id;
    waiting.attempts = item.attempts;
    waiting.nextAttempt = item.nextAttempt;
    waiting.error = Error(item.error);
    waiting.about = item.kind == OutboxItem::Kind::Append ? item.append.stream : QString::fromLatin1(item.sha256);
    switch (item.kind) {
    case OutboxItem::Kind::Upload:
        waiting.kind = u"upload"_s;
        break;
    case OutboxItem::Kind::Append:
        waiting.kind = u"append"_s;
        break;
    case OutboxItem::Kind::Packet:
        waiting.kind = u"packet"_s;
        break;
    }
    if (item.state == OutboxItem::State::Uncertain) {
        waiting.state = WaitingItem::State::Uncertain;
    } else if (item.state == OutboxItem::State::Failed) {
        waiting.state = WaitingItem::State::Failed;
    }
    return waiting;
}

WorkProgress workOf(const exchange::SyncProgress& progress) {
    const bool transfer = progress.bytesTotal > 0;
    return {.stage = stageOf(progress.step.kind),
            .done = transfer ? progress.bytesDone : progress.stepNumber - 1,
            .total = transfer ? progress.bytesTotal : progress.stepCount};
}

void add(const exchange::SyncResult& round, SyncSummary& summary) {
    using Kind = exchange::SyncStep::Kind;
    using Outcome = exchange::StepResult::Outcome;
    for (const exchange::StepResult& result : round.steps) {
        const bool leaves = result.step.kind == Kind::SendPacket || result.step.kind == Kind::AskSent ||
                            result.step.kind == Kind::Append;
        summary.sent += leaves && result.outcome == Outcome::Done ? 1 : 0;
        if ((result.outcome == Outcome::Again || result.outcome == Outcome::Failed) && !result.error.code.isEmpty()) {
            summary.problems.append(Error(result.error));
        }
    }
    summary.received += round.messagesStored;
    summary.nextDue = round.nextDue;
}

/// The newest directory; the mailboxes whose feeds this account reads.
exchange::Result<QStringList> greet(OfficeStore& store, exchange::ExchangeServer& server, const OrganId& organ,
                                    std::stop_token stop, std::optional<Error>& storeError) {
    const auto status = server.status({.stop = stop, .progress = {}});
    if (!status) {
        return std::unexpected(status.error());
    }
    const auto version = store.directory().version();
    if (!version) {
        storeError = version.error();
        return QStringList();
    }
    // Page by page: each is stored before the next is asked for, so a cut line costs one.
    qint64 since = *version;
    for (bool more = true; more && !storeError;) {
        const auto directory = server.directory(since, {.stop = stop, .progress = {}});
        if (!directory) {
            return std::unexpected(directory.error());
        }
        if (auto merged = store.directory().merge(*directory, organ); !merged) {
            storeError = merged.error();
        }
        more = directory->more && directory->version > since;
        since = directory->version;
    }
    return status->mailboxes;
}

} // namespace

SyncOffice::SyncOffice(OfficeDesk& desk, IncomingPackets& incoming)
    : m_desk(desk)
    , m_incoming(incoming) {}

Result<SyncSummary> SyncOffice::runRounds(const ProgressCallback& progress, std::stop_token stop) {
    OfficeStore& store = m_desk.store();
    const auto server = m_desk.connect();
    std::optional<Error> storeError;
    const auto mailboxes = greet(store, *server, m_desk.organ(), stop, storeError);
    if (storeError) {
        return std::unexpected(*storeError);
    }
    if (!mailboxes) {
        return passOn(mailboxes.error());
    }
    StoreJournal journal(store, *mailboxes);
    StoreSink sink(store, m_incoming);
    exchange::SyncOptions options;
    options.spoolFolder = m_desk.spoolFolder();
    options.rebase = [&store](const exchange::Append& append, const QList<exchange::Message>&) {
        return rebaseAppend(store, append);
    };
    options.clock = [this] { return m_desk.now(); };
    exchange::SyncEngine engine(*server, journal, sink, options);
    SyncSummary summary;
    for (int round = 0; round < mostRounds; ++round) {
        const auto plan = engine.decide();
        if (!plan) {
            return passOn(plan.error());
        }
        const auto report = [&](const exchange::SyncProgress& step) {
            if (progress) {
                progress(workOf(step));
            }
        };
        const auto done = engine.run(*plan, report, stop);
        if (!done) {
            return passOn(done.error());
        }
        add(*done, summary);
        const auto owed = OwedStatuses(m_desk).settle();
        if (!owed) {
            return std::unexpected(owed.error());
        }
        if (done->offline || done->cancelled || *owed == 0) {
            break;
        }
    }
    return summary;
}

Result<SyncSummary> SyncOffice::sync(const ProgressCallback& progress, std::stop_token stop) {
    const std::lock_guard running(m_running);
    auto summary = runRounds(progress, stop);
    const bool reached = summary.has_value();
    Error last;
    if (!reached) {
        last = summary.error();
    } else if (!summary->problems.isEmpty()) {
        last = summary->problems.first();
    }
    const auto reach = reached ? SyncState::Reach::Online : SyncState::Reach::Offline;
    if (auto noted = m_desk.store().outbox().noteSync(reach, m_desk.now(), last); !noted && reached) {
        return std::unexpected(noted.error());
    }
    if (summary) {
        const SyncState now = state();
        summary->queued = now.queued;
        summary->uncertain = now.uncertain;
        summary->toJudge = now.toJudge;
    }
    return summary;
}

Result<QList<WaitingItem>> SyncOffice::waiting() const {
    auto open = m_desk.store().outbox().open();
    if (!open) {
        return std::unexpected(open.error());
    }
    const auto failed = m_desk.store().outbox().failed();
    if (!failed) {
        return std::unexpected(failed.error());
    }
    QList<WaitingItem> items;
    for (const exchange::OutboxItem& item : *open + *failed) {
        const bool known = std::ranges::any_of(items, [&](const WaitingItem& one) { return one.id == item.id; });
        if (!known) {
            items.append(waitingItem(item));
        }
    }
    return items;
}

Result<void> SyncOffice::retry(const QString& itemId) {
    return m_desk.store().outbox().retry(itemId);
}

Result<void> SyncOffice::settle(const QString& itemId) {
    return m_desk.store().outbox().settle(itemId);
}

SyncState SyncOffice::state() const {
    const auto state = m_desk.store().outbox().state();
    if (state) {
        return *state;
    }
    SyncState unknown;
    unknown.lastError = state.error();
    return unknown;
}

} // namespace app
