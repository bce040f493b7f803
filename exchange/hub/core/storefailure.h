// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

namespace hub {

/// Raises "hub-store-failed": nothing of the request is kept, or it is open whether it is (see Store::write).
[[nodiscard]] std::unexpected<exchange::Error> storeFailed(const QString& why);
/// Raises "hub-store-unusable".
[[nodiscard]] std::unexpected<exchange::Error> storeUnusable(const QString& why);

} // namespace hub
