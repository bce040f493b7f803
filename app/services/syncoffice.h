// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/syncstate.h"
#include "exchange/sync/networkpolicy.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace exchange {
struct SyncOptions;
}

namespace app {

class OfficeDesk;
class IncomingPackets;

/// Where a long piece of work stands. `stage` is a stable word ("upload", "append", "ask", "send", "receive",
/// "download", "read"), `done` of `total` items (0: unknown), and the bytes of the transfer that is under way (0:
/// none).
struct WorkProgress {
    QString stage;
    qint64 done = 0;
    qint64 total = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
};

using ProgressCallback = std::function<void(const WorkProgress&)>;

struct SyncSummary {
    int sent = 0;                     ///< appends and packets that the server took in this run
    int received = 0;                 ///< new messages stored in this run
    int toJudge = 0;                  ///< documents whose verdict is owed after this run
    int queued = 0;                   ///< still waiting for the server
    int uncertain = 0;                ///< sends that only a person can settle
    bool asked = false;               ///< the server told its news; false where the run was cancelled before
    qint64 clockOffset = 0;           ///< seconds by which the server's clock is ahead of this machine's
    QList<Error> problems;            ///< one per item that did not go through; the rest went
    std::optional<QDateTime> nextDue; ///< when trying again is sensible, UTC
};

/// One thing that waits for the server, or for a person.
struct WaitingItem {
    enum class State { Queued, Uncertain, Failed };
    QString id;
    QString kind;  ///< "upload", "append", "packet"
    QString about; ///< the stream, or the content's hash
    State state = State::Queued;
    int attempts = 0;
    QDateTime nextAttempt; ///< UTC; invalid: at once
    Error error;           ///< of the last attempt; empty code: none
};

/// Use case of everybody: brings this profile and the exchange server together. Decides first, then does; what fails is
/// reported per item and tried again later, and a bad packet never stops the feed. Blocking; any thread but the GUI's;
/// one run at a time (a second call waits).
class SyncOffice {
public:
    SyncOffice(OfficeDesk& desk, IncomingPackets& incoming);

    /// An error only where nothing could be done at all (`server-down` and its kin of exchange/client): then all stays
    /// queued.
    [[nodiscard]] Result<SyncSummary> sync(const ProgressCallback& progress = {}, std::stop_token stop = {});

    [[nodiscard]] SyncState state() const;

    /// What this computer's network may be used for; Offline: sync() ends with `network-off`.
    [[nodiscard]] Result<exchange::NetworkPolicy> network() const;
    [[nodiscard]] Result<void> setNetwork(exchange::NetworkPolicy policy);
    /// Under which the store's settings keep it.
    static inline const QString networkKey = QStringLiteral("network");

    /// The server's clock minus this desk's, in seconds, when they spoke last: under this key of the store's settings.
    static inline const QString clockOffsetKey = QStringLiteral("clock-offset");

    /// What did not go out yet, in the order in which it was planned, with why.
    [[nodiscard]] Result<QList<WaitingItem>> waiting() const;
    /// A person decided: this item is tried again in the next run, whatever it waited for.
    [[nodiscard]] Result<void> retry(const QString& itemId);
    /// A person learnt that an uncertain packet has arrived: it is never sent again.
    [[nodiscard]] Result<void> settle(const QString& itemId);

private:
    [[nodiscard]] Result<SyncSummary> runRounds(const ProgressCallback& progress, std::stop_token stop);
    [[nodiscard]] exchange::SyncOptions engineOptions(exchange::NetworkPolicy policy);
    [[nodiscard]] Result<void> noteClock(qint64 offset);
    [[nodiscard]] Result<void> unpack(const ProgressCallback& progress, std::stop_token stop);

    OfficeDesk& m_desk;
    IncomingPackets& m_incoming;
    std::mutex m_running;
    int m_pullFailures = 0; ///< in a row; under m_running
};

} // namespace app
