// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QFileDevice>

namespace app {

/// "disk-full": for everything that writes files for a person.
[[nodiscard]] std::unexpected<Error> diskFull(const QString& detail);

/// Whether a file operation failed because there is no room.
[[nodiscard]] bool isDiskFull(const QFileDevice& file);

} // namespace app
