// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/packetfacts.h"

#include <optional>

namespace app {

class Transaction;

/// What is kept about a packet; nothing where it was never taken apart.
[[nodiscard]] std::optional<PacketFacts> packetFacts(Transaction& transaction, const QByteArray& packetSha256);
void keepPacketFacts(Transaction& transaction, const PacketFacts& facts);
/// Packs what a store from before keeps as text. The room becomes free for what comes next.
void packOlderFacts(Transaction& transaction);

} // namespace app
