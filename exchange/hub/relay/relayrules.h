// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/relayrecords.h"
#include "exchange/protocol/error.h"

#include <chrono>

namespace hub {

/// How patiently a relay works. Tests shorten it.
struct RelayPatience {
    std::chrono::milliseconds firstPause{30'000};        ///< after the first failure; doubled by each one
    std::chrono::milliseconds longestPause{3'600'000};   ///< between two attempts
    std::chrono::hours longestTrying{7 * 24};            ///< from the first one that reached it; then it has failed
    std::chrono::hours longestWaiting{30 * 24};          ///< the same with all days without a line
    std::chrono::hours lookBack{7 * 24};                 ///< how old a packet may be that the server still lists
    std::chrono::milliseconds poll{15'000};              ///< between two looks at a hub above
    std::chrono::milliseconds pollElsewhere{300'000};    ///< the same for the other profiles
    std::chrono::milliseconds directoryEvery{3'600'000}; ///< between two looks at the directory
};

/// What a pass does with a packet in the journal.
enum class OutStep {
    Send,   ///< it was never tried
    Ask,    ///< it may have arrived: ask the server first
    GiveUp, ///< it was tried for too long
    Leave,  ///< nothing, until somebody else decides
};
[[nodiscard]] OutStep stepFor(const RelayOut& out, const QDateTime& now, const RelayPatience& patience);

/// The pause before the next attempt: doubled with each, up to the longest, half of it chance (`jitter`, 0 to 1), so
/// that many hubs do not come back at one moment.
[[nodiscard]] std::chrono::milliseconds pauseAfter(int attempts, double jitter, const RelayPatience& patience);

/// What an error of the server above means for a packet.
enum class Verdict {
    NotTried,  ///< nothing reached the server: the packet is as planned as it was
    Unknown,   ///< it may have arrived
    Trouble,   ///< the relay's own (secret, clock, certificate, rights): no packet's fault; a person has to look
    Refused,   ///< the server refuses this packet for good
    Cancelled, ///< we were stopped
};
[[nodiscard]] Verdict verdictOf(const exchange::Error& error);

} // namespace hub
