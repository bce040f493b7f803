// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/exchangeserver.h"
#include "exchange/sync/messagesink.h"
#include "exchange/sync/networkpolicy.h"
#include "exchange/sync/syncjournal.h"

#include <QDateTime>

#include <functional>
#include <optional>
#include <stop_token>

namespace exchange {

/// One step of a plan.
struct SyncStep {
    enum class Kind {
        Upload,     ///< outbox item `itemId`
        AskSent,    ///< a packet whose fate is not known: ask, send only if the server does not have it
        SendPacket, ///< a packet that was never tried
        Append,
        Pull,     ///< everything that is new, page by page
        Download, ///< a content that waited: `itemId` is its hash, `stream` cites it
    };

    Kind kind = Kind::Pull;
    QString itemId{};
    QString stream{};

    friend bool operator==(const SyncStep&, const SyncStep&) = default;
};

/// One line in English for the log and the command line, for example "append 3f2a… to book/H99.01/outgoing-2026".
[[nodiscard]] QString describe(const SyncStep& step);

struct SyncPlan {
    QList<SyncStep> steps;
    bool forbidden = false;           ///< the network policy allows nothing: that is why there are no steps
    std::optional<QDateTime> nextDue; ///< UTC: when the earliest item that has to wait is due

    friend bool operator==(const SyncPlan&, const SyncPlan&) = default;
};

struct StepResult {
    enum class Outcome {
        Done,
        Again,    ///< failed in a way that time may heal; written down with its next attempt
        Failed,   ///< a person has to act
        NotTried, ///< the server is away, the run was cancelled, or what it rests on did not succeed
    };
    SyncStep step;
    Outcome outcome = Outcome::NotTried;
    Error error; ///< empty code where there is none

    friend bool operator==(const StepResult&, const StepResult&) = default;
};

struct SyncResult {
    QList<StepResult> steps;
    int messagesStored = 0;
    int contentsStored = 0;
    bool offline = false;  ///< the server could not be reached
    bool asked = false;    ///< the server told what is new, or that nothing is
    QStringList mailboxes; ///< whose feeds this account reads, as the server says
    bool directoryChanged = false;
    std::optional<qint64> clockOffsetSeconds; ///< the server's clock minus this machine's
    bool cancelled = false;
    std::optional<QDateTime> nextDue; ///< UTC: when a next run has something to do of its own

    friend bool operator==(const SyncResult&, const SyncResult&) = default;
};

/// What a run says while it works; called on the thread of run().
struct SyncProgress {
    SyncStep step;
    int stepNumber = 0; ///< from 1
    int stepCount = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< 0: not a transfer
    int itemsDone = 0;     ///< messages of a pull that are stored
    int itemsTotal = 0;    ///< 0: not known; at least so many
};

/// The engine's collaborators that are not ports.
struct SyncOptions {
    QString spoolFolder;              ///< where downloads grow; a .part file there is gone on with next time
    std::function<QDateTime()> clock; ///< UTC; empty: the system's
    std::function<double()> random;   ///< from 0 to 1, for the jitter; empty: the system's
    NetworkPolicy network = NetworkPolicy::Online;
    int feedPage = 100;                        ///< feed entries asked for at once
    int messagePage = 100;                     ///< messages asked for at once
    int rebasesPerRun = 8;                     ///< conflicts of one append settled in one run
    qint64 firstDelayMilliseconds = 5'000;     ///< back-off: doubled with each attempt …
    qint64 longestDelayMilliseconds = 900'000; ///< … up to this, and then spread by up to a half
    /// An item that the server would not take for so long is given up ("sync-gave-up"). Counted are the pauses between
    /// attempts that reached the server: days without a network or with the computer off do not count.
    qint64 longestTryingMilliseconds = 7LL * 24 * 3600 * 1000;
    int earlierPullFailures = 0;         ///< in a row, before this run: its next pause grows with them
    qint64 meteredBytes = 1024LL * 1024; ///< a larger content waits on a metered network
    /// Rebuilds an append whose place was taken: its book number is a function of the prefix, which now ends with
    /// `tail` (already stored by the sink). Keep messageId. std::nullopt: the deed is void, the item becomes Failed
    /// with "append-superseded". Empty: every conflict is that.
    std::function<std::optional<Append>(const Append& append, const QList<Message>& tail)> rebase;
};

/// Brings a profile and the server together: decides first (a list of steps that can be shown), then does. Never sleeps
/// and never waits for a due time: it returns when nothing can be done now. Used by one thread.
class SyncEngine {
public:
    /// References must outlive the engine.
    SyncEngine(ExchangeServer& server, SyncJournal& journal, MessageSink& sink, SyncOptions options);

    /// Looks at journal and outbox alone; asks nobody.
    [[nodiscard]] Result<SyncPlan> decide();

    /// Does the steps in order. Each is written into the journal before it is begun and after it ended, so an
    /// interrupted run resumes. An error is returned only where the outbox itself cannot be read or written; what
    /// failed at the server stands in the result, step by step.
    [[nodiscard]] Result<SyncResult>
    run(const SyncPlan& plan, const std::function<void(const SyncProgress&)>& progress = {}, std::stop_token stop = {});

private:
    ExchangeServer& m_server;
    SyncJournal& m_journal;
    MessageSink& m_sink;
    SyncOptions m_options;
};

} // namespace exchange
