// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

namespace app {

/// A reason that a person gives: trimmed, 1 to 500 characters (the length of a packet's description). `reason-missing`,
/// `reason-too-long`.
[[nodiscard]] Result<QString> checkedReason(const QString& reason);

} // namespace app
