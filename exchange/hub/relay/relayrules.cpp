// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/relayrules.h"

#include "exchange/protocol/backoff.h"
#include "exchange/protocol/errorkind.h"

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

OutStep stepFor(const RelayOut& out, const QDateTime& now, const RelayPatience& patience) {
    const qint64 trying = std::chrono::seconds(patience.longestTrying).count();
    const qint64 waiting = std::chrono::seconds(patience.longestWaiting).count();
    const bool tooLong = (out.tried.isValid() && out.tried.addSecs(trying) < now) ||
                         (out.attempts > 0 && out.created.addSecs(waiting) < now);
    switch (out.state) {
    case RelayState::Planned:
        return tooLong ? OutStep::GiveUp : OutStep::Send;
    case RelayState::Started:
        return tooLong ? OutStep::GiveUp : OutStep::Ask;
    case RelayState::Uncertain:
    case RelayState::Done:
    case RelayState::Failed:
        break;
    }
    return OutStep::Leave;
}

std::chrono::milliseconds pauseAfter(int attempts, double jitter, const RelayPatience& patience) {
    const exchange::Backoff backoff{.first = patience.firstPause.count(), .longest = patience.longestPause.count()};
    const double part = 0.5 + std::clamp(jitter, 0.0, 1.0) / 2;
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(backoff.pauseAfter(attempts)) * part));
}

Verdict verdictOf(const exchange::Error& error) {
    if (error.code == "cancelled"_L1) {
        return Verdict::Cancelled;
    }
    if (error.code == "server-unreachable"_L1) {
        return Verdict::NotTried;
    }
    if (exchange::blamesCaller(error)) {
        return Verdict::Trouble;
    }
    return exchange::mayRetry(error) ? Verdict::Unknown : Verdict::Refused;
}

} // namespace hub
