// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"

namespace tests {

/// The page of a letter that came, or of a decision that waits for its signature.
[[nodiscard]] app::OfficialDocument samplePage(bool decision);

} // namespace tests
