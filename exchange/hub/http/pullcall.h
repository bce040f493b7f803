// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/http/answer.h"

namespace hub {

/// The answer to POST /office/v1/pull, as a bundle (exchange/protocol/bundle.h).
[[nodiscard]] Answer answerPull(HubCore& core, const Caller& caller, const QByteArray& body);

/// How many seconds the call may wait for news; 0 where the body can't be read.
[[nodiscard]] int pullWait(const QByteArray& body, const HubLimits& limits);

/// A packet that came whole: POST /office/v1/packets?sha256=…&kind=…
[[nodiscard]] Answer answerWholePacket(HubCore& core, const Caller& caller, const QByteArray& sha256,
                                       const QString& kind, const QByteArray& packet);

} // namespace hub
