// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/rights.h"

#include <QString>

namespace ui {

/// What changed about somebody's rights, in one sentence.
[[nodiscard]] QString rightsWords(const app::RightsChange& change);

} // namespace ui
