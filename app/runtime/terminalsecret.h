// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/keys/pin.h"

#include <QString>

namespace app {

/// Asks for a secret on the controlling terminal without showing it. The bytes read are wiped; only the Pin keeps them.
/// Code: `terminal-missing` where there is no terminal to ask on.
[[nodiscard]] Result<docsig::Pin> askSecret(const QString& prompt);

} // namespace app
