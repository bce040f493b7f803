// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/office/officeact.h"

#include <stop_token>

namespace app {

class OfficeDesk;

/// How often a desk tries: each round is lost to another desk of the same office.
inline constexpr int mostDutyRounds = 5;

/// Appends to the office's stream of leases, at the server directly, behind the last message that is known here: what
/// holds for all desks is never queued. False: somebody else was faster, and what they wrote was read. Errors of the
/// line, of the store. Blocking.
[[nodiscard]] Result<bool> appendDuty(OfficeDesk& desk, const ActBody& body, const std::stop_token& stop = {});

} // namespace app
