// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"

namespace hub {

/// Tells the sender of a document, in its trail, that the server above did not take it: a status packet of code 02 for
/// each receiver that could not be reached, with the reason, put into the sender's mailbox; its notice names this hub
/// as the one that wrote it. A status that was not taken is told in the same way: to the office that reported, in the
/// name of the document's sender, about the document that it spoke of. Then the journal says that it failed. Made again
/// it writes nothing twice. Errors of the store and of the packet's bytes.
[[nodiscard]] Result<void> reportRefusal(HubCore& core, Store& store, const RelayRecord& relay, const RelayOut& out);

/// The status packet for one receiver: the same bytes each time.
[[nodiscard]] Result<QByteArray> refusalPacket(const PacketAddresses& document, const QString& receiver,
                                               const RelayOut& out, const QString& ownHub);

} // namespace hub
