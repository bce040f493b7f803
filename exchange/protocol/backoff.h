// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace exchange {

/// The pauses between attempts at a server that fails: doubled with each attempt up to a longest one. Milliseconds.
struct Backoff {
    qint64 first = 0;
    qint64 longest = 0;

    /// After so many attempts, from 1 on.
    [[nodiscard]] qint64 pauseAfter(int attempts) const;
    /// When the next attempt is due: after the pause, or later where the server asked to be left alone for longer
    /// (Retry-After), spread by up to a half by `chance` (0 to 1), so that many do not come back at one moment.
    [[nodiscard]] QDateTime nextAttempt(const QDateTime& now, int attempts, qint64 retryAfterSeconds,
                                        double chance) const;
    /// Whether the pauses between so many attempts are as long as anybody wants to wait.
    [[nodiscard]] bool isEnough(int attempts, qint64 longestTrying) const;
};

} // namespace exchange
