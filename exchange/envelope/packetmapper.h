// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/xmlnode.h"

namespace exchange {

class AttachmentStore;

/// Makes the values of a packet from its tree. `store` holds the contents of the attachments and gives each attachment
/// its own; null when the envelope alone was read: then attachments are left out. Dates after `today` are told.
[[nodiscard]] Result<ReadPacket> mapPacket(const XmlNode& root, AttachmentStore* store,
                                           const std::optional<QDate>& today);

/// Whether the message header is that of a status packet. Null: the packet has none.
[[nodiscard]] bool isStatusHeader(const XmlNode& messageHeader);

/// The message header of a packet; an error where it has none.
[[nodiscard]] Result<const XmlNode*> messageHeaderOf(const XmlNode& root);

} // namespace exchange
