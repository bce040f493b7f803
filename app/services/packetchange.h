// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/packetfacts.h"
#include "exchange/envelope/packet.h"

namespace app {

/// What a packet of BussinessDocType 1 to 3 says about earlier documents (spec §2.4); nothing for a new document.
[[nodiscard]] PacketChange packetChange(const exchange::DocumentPacket& packet);

} // namespace app
