// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/axis/axiscalls.h"

namespace hub {

/// getReceivedEdocList: what waits for the caller's agencies and is not acknowledged, of one kind.
[[nodiscard]] Answer answerReceivedList(HubCore& core, const Caller& caller,
                                        const exchange::axis::SignedCall& parameters);
/// countReceiveEdoc and countReceiveStatus.
[[nodiscard]] Answer answerCount(HubCore& core, const Caller& caller, const QString& kind);
/// getSentEdocList: what the caller's agencies sent, a row for each receiver, the newest packets.
[[nodiscard]] Answer answerSentList(HubCore& core, const Caller& caller, const exchange::axis::SignedCall& parameters);

} // namespace hub
