// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/backoff.h"

#include <algorithm>

namespace exchange {

qint64 Backoff::pauseAfter(int attempts) const {
    qint64 pause = first;
    for (int attempt = 1; attempt < attempts && pause < longest; ++attempt) {
        pause *= 2;
    }
    return std::min(pause, longest);
}

QDateTime Backoff::nextAttempt(const QDateTime& now, int attempts, qint64 retryAfterSeconds, double chance) const {
    const qint64 pause = std::max(pauseAfter(attempts), retryAfterSeconds * 1000);
    const double spread = static_cast<double>(pause) * std::clamp(chance, 0.0, 1.0) / 2;
    return now.addMSecs(pause + static_cast<qint64>(spread));
}

bool Backoff::isEnough(int attempts, qint64 longestTrying) const {
    qint64 waited = 0;
    for (int attempt = 1; attempt < attempts && waited < longestTrying; ++attempt) {
        waited += pauseAfter(attempt);
    }
    return waited >= longestTrying;
}

} // namespace exchange
