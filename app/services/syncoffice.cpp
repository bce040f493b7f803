// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/syncoffice.h"

#include "app/services/delegations.h"
#include "app/services/incomingpackets.h"
#include "app/services/meetings.h"
#include "app/services/officedesk.h"
#include "app/services/owedstatuses.h"
#include "app/store/storejournal.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/sync/syncengine.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The most rounds of one run: what arrives may make something new to send (an owed status), which goes out at once.
constexpr int mostRounds = 3;

/// Seconds by which this machine's clock may differ from the server's before it is told.
constexpr qint64 mostClockOffset = 60;

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
    case exchange::SyncStep::Kind::Pull:
        return u"receive"_s;
    case exchange::SyncStep::Kind::Download:
        return u"download"_s;
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
    case OutboxItem::Kind::Send:
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
    WorkProgress work{.stage = stageOf(progress.step.kind)};
    work.bytesDone = progress.bytesTotal > 0 ? progress.bytesDone : 0;
    work.bytesTotal = progress.bytesTotal;
    if (progress.step.kind == exchange::SyncStep::Kind::Pull) {
        work.done = progress.itemsDone;
        work.total = progress.itemsTotal;
    } else {
        work.done = progress.stepNumber - 1;
        work.total = progress.stepCount;
    }
    return work;
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

/// The directory's changes, page by page: each is stored before the next is asked for, so a cut line costs one.
Result<void> fetchDirectory(OfficeStore& store, exchange::ExchangeServer& server, const OrganId& organ,
                            std::stop_token stop) {
    const auto version = store.directory().version();
    if (!version) {
        return std::unexpected(version.error());
    }
    qint64 since = *version;
    for (bool more = true; more;) {
        const auto directory = server.directory(since, {.stop = stop, .progress = {}});
        if (!directory) {
            return passOn(directory.error());
        }
        if (auto merged = store.directory().merge(*directory, organ); !merged) {
            return merged;
        }
        more = directory->more && directory->version > since;
        since = directory->version;
    }
    return {};
}

/// A new computer's first: what people may do is judged by it when what they wrote comes. That it fails is told by the
/// round that follows, or mended by it.
void fetchFirstDirectory(OfficeStore& store, exchange::ExchangeServer& server, const OrganId& organ,
                         std::stop_token stop) {
    if (const auto version = store.directory().version(); version && *version == 0) {
        std::ignore = fetchDirectory(store, server, organ, std::move(stop));
    }
}

/// Why the server told nothing; empty where it did.
Error pullError(const exchange::SyncResult& round) {
    for (const exchange::StepResult& result : round.steps) {
        if (result.step.kind == exchange::SyncStep::Kind::Pull) {
            return Error(result.error);
        }
    }
    return {};
}

} // namespace

SyncOffice::SyncOffice(OfficeDesk& desk, IncomingPackets& incoming)
    : m_desk(desk)
    , m_incoming(incoming) {}

exchange::SyncOptions SyncOffice::engineOptions(exchange::NetworkPolicy policy) {
    OfficeStore& store = m_desk.store();
    exchange::SyncOptions options;
    options.network = policy;
    options.earlierPullFailures = m_pullFailures;
    options.spoolFolder = m_desk.spoolFolder();
    options.rebase = [&store](const exchange::Append& append, const QList<exchange::Message>&) {
        return rebaseAppend(store, append);
    };
    options.clock = [this] { return m_desk.now(); };
    return options;
}

Result<SyncSummary> SyncOffice::runRounds(const ProgressCallback& progress, std::stop_token stop) {
    OfficeStore& store = m_desk.store();
    const auto server = m_desk.connect();
    StoreJournal journal(store);
    StoreSink sink(store, m_incoming);
    const auto policy = network();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    exchange::SyncEngine engine(*server, journal, sink, engineOptions(*policy));
    const auto report = [&](const exchange::SyncProgress& step) {
        if (progress) {
            progress(workOf(step));
        }
    };
    SyncSummary summary;
    for (int round = 0; round < mostRounds; ++round) {
        const auto plan = engine.decide();
        if (!plan) {
            return passOn(plan.error());
        }
        if (plan->forbidden) {
            return fail("network-off", networkWord(*policy));
        }
        if (round == 0) {
            fetchFirstDirectory(store, *server, m_desk.organ(), stop);
        }
        const auto done = engine.run(*plan, report, stop);
        if (!done) {
            return passOn(done.error());
        }
        m_pullFailures = done->asked ? 0 : m_pullFailures + 1;
        if (const Error error = pullError(*done); round == 0 && !done->asked && !error.code.isEmpty()) {
            return std::unexpected(error);
        }
        summary.asked = summary.asked || done->asked;
        add(*done, summary);
        summary.clockOffset = done->clockOffsetSeconds.value_or(0);
        if (done->directoryChanged) {
            if (auto fetched = fetchDirectory(store, *server, m_desk.organ(), stop); !fetched) {
                summary.problems.append(fetched.error());
            }
        }
        if (auto unpacked = unpack(progress, stop); !unpacked) {
            summary.problems.append(unpacked.error());
        }
        const auto owed = OwedStatuses(m_desk).settle();
        if (!owed) {
            return std::unexpected(owed.error());
        }
        if (const auto settled = Delegations(m_desk).settle(); !settled) {
            return std::unexpected(settled.error());
        }
        const auto invited = Meetings(m_desk).settle();
        if (!invited) {
            return std::unexpected(invited.error());
        }
        if (done->offline || done->cancelled || *owed + *invited == 0) {
            break;
        }
    }
    return summary;
}

Result<void> SyncOffice::unpack(const ProgressCallback& progress, std::stop_token stop) {
    const auto done = m_incoming.unpackOwed(
        [&progress](int through, int left) {
            if (progress) {
                progress({.stage = u"read"_s, .done = through, .total = through + left});
            }
        },
        std::move(stop));
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<exchange::NetworkPolicy> SyncOffice::network() const {
    const auto word = m_desk.store().settings().value(networkKey);
    if (!word) {
        return std::unexpected(word.error());
    }
    return exchange::networkFromWord(*word).value_or(exchange::NetworkPolicy::Online);
}

Result<void> SyncOffice::setNetwork(exchange::NetworkPolicy policy) {
    return m_desk.store().settings().set(networkKey, exchange::networkWord(policy));
}

Result<SyncSummary> SyncOffice::sync(const ProgressCallback& progress, std::stop_token stop) {
    const std::lock_guard running(m_running);
    // The day may have changed, line or not.
    if (const auto settled = Delegations(m_desk).settle(); !settled) {
        return std::unexpected(settled.error());
    }
    auto summary = runRounds(progress, stop);
    const bool reached = summary.has_value();
    Error last;
    if (!reached) {
        last = summary.error();
    } else if (!summary->problems.isEmpty()) {
        last = summary->problems.first();
    } else if (std::abs(summary->clockOffset) > mostClockOffset) {
        last = fail("clock-off", QString::number(summary->clockOffset)).error();
        summary->problems.append(last);
    }
    const auto reach = reached ? SyncState::Reach::Online : SyncState::Reach::Offline;
    const bool isKnown = !reached || summary->asked; // a run that was cancelled before it asked tells nothing
    if (auto noted = !isKnown ? Result<void>() : m_desk.store().outbox().noteSync(reach, m_desk.now(), last);
        !noted && reached) {
        return std::unexpected(noted.error());
    }
    if (auto noted = summary && summary->asked ? noteClock(summary->clockOffset) : Result<void>(); !noted) {
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

Result<void> SyncOffice::noteClock(qint64 offset) {
    // Days and years of the books go by the desk's clock.
    const qint64 deskOffset = offset + m_desk.now().secsTo(QDateTime::currentDateTimeUtc());
    return m_desk.store().settings().set(clockOffsetKey, QString::number(deskOffset));
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
