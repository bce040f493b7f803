// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app::cli {

/// The page that `congvanctl --help` prints.
[[nodiscard]] QString overview(const QList<Command>& commands);

/// The page that `congvanctl COMMAND --help` prints, exit codes included.
[[nodiscard]] QString commandHelp(const Command& command);

} // namespace app::cli
