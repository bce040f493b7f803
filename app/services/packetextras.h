// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"

#include <QList>

namespace exchange {
struct DocumentPacket;
}

namespace app {

/// What a packet says in elements of its own, beside those of the standard: the names and texts of the innermost ones,
/// in their order, under limits. The packet keeps them as they came. Pure.
[[nodiscard]] QList<PacketExtra> packetExtras(const exchange::DocumentPacket& packet);

} // namespace app
