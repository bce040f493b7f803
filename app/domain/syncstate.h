// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "exchange/sync/networkpolicy.h"

#include <QDateTime>

namespace app {

/// How this profile stands to its server; shown in the status bar at all times.
struct SyncState {
    enum class Reach { Unknown, Online, Offline };

    Reach reach = Reach::Unknown;
    QDateTime lastSync{}; ///< UTC, of the last run that reached the server; invalid: never
    int queued = 0;       ///< outbox items that wait
    int uncertain = 0;    ///< sends whose answer never came
    int failed = 0;       ///< items that need a person
    int toJudge = 0;      ///< verdicts still owed
    int toRead = 0;       ///< documents whose text is still to be read for the search
    int waiting = 0;      ///< contents that were left at the server because the network was dear
    exchange::NetworkPolicy network = exchange::NetworkPolicy::Online;
    Error lastError{}; ///< of the last run; empty code: none

    /// The server lets this account in no more (revoked, or with another secret): nothing is asked by itself until a
    /// person has synchronised with success. What is here stays, what waits goes on waiting.
    [[nodiscard]] bool isShutOut() const { return lastError.code == QLatin1StringView("auth-failed"); }

    friend bool operator==(const SyncState&, const SyncState&) = default;
};

} // namespace app
