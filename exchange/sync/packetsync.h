// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/backoff.h"
#include "exchange/sync/packetjournal.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace exchange {

struct PacketSyncOptions {
    QString spoolFolder;              ///< where a file stands between the server and the sink
    std::function<QDateTime()> clock; ///< UTC; empty: the system's
    std::function<double()> random;   ///< from 0 to 1, for the jitter; empty: the system's
    int lookBackDays = 7;             ///< a first list begins so many days ago
    int overlapHours = 48;            ///< later lists begin so long before the last one ended: servers date late
    int pageSize = 1000;              ///< a list so long may have been cut by the server; 0: it never cuts
    bool tellsProcessing = false;     ///< tells the server that a download begins
    Backoff backoff{.first = 30'000, .longest = 3'600'000};
    /// What fails in a way that time may heal is tried for so long, counted by the pauses between the attempts that
    /// reached the server; then a person has to look.
    qint64 longestTryingMilliseconds = 7LL * 24 * 3600 * 1000;
};

/// What one run did. Numbers count packets.
struct PacketSyncResult {
    struct Failure {
        QString id; ///< docId of an incoming, id of an outgoing packet; empty: a list
        Error error;

        friend bool operator==(const Failure&, const Failure&) = default;
    };
    int listed = 0; ///< as the server said, known ones with them
    int stored = 0;
    int unusable = 0;
    int acknowledged = 0;
    int sent = 0;          ///< that the server has, be it by this run's sending or by its own word
    QStringList uncertain; ///< ids that became uncertain in this run
    QList<Failure> failures;
    bool offline = false;
    bool cancelled = false;
    std::optional<QDateTime> nextDue;         ///< UTC: when something that has to wait is due
    std::optional<qint64> clockOffsetSeconds; ///< the server's clock minus this machine's

    friend bool operator==(const PacketSyncResult&, const PacketSyncResult&) = default;
};

/// The loop of an office, or of a hub's relay, with a server between agencies (spec §4.1): lists, fetches, stores, says
/// so after the store has committed; sends what is owed and asks before it sends anything twice. What is to be done is
/// written down before it is done, so a run that dies anywhere is gone on with by the next one. Never sleeps. Used by
/// one thread.
class PacketSync {
public:
    /// References must outlive the loop.
    PacketSync(PacketServer& server, PacketJournal& journal, PacketSink& sink, PacketSyncOptions options);

    /// One round. An error is returned only where the journal cannot be read or written; what failed at the server
    /// stands in the result.
    [[nodiscard]] Result<PacketSyncResult> run(std::stop_token stop = {});
    /// The halves of a round.
    [[nodiscard]] Result<PacketSyncResult> receive(std::stop_token stop = {});
    [[nodiscard]] Result<PacketSyncResult> send(std::stop_token stop = {});

private:
    [[nodiscard]] Result<PacketSyncResult> round(std::stop_token stop, bool receives, bool sends);

    PacketServer& m_server;
    PacketJournal& m_journal;
    PacketSink& m_sink;
    PacketSyncOptions m_options;
};

} // namespace exchange
