// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/services/signdocuments.h"

namespace app::cli {

/// `sign DOCUMENT DOCUMENT…` and `seal DOCUMENT DOCUMENT…`: several documents of the office, one PIN. What is to be
/// weighed is said before the PIN is asked. Ends with 0 where nothing is left to do, 1 where some were not signed, and
/// the exit code of the key's answer where that stopped the rest.
[[nodiscard]] Result<int> signSeveral(Invocation& invocation, PileAct act);

} // namespace app::cli
