// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"
#include "exchange/envelope/writerprofile.h"
#include "exchange/envelope/xmlnode.h"
#include "exchange/protocol/error.h"

namespace exchange {

/// The tree of a packet as the profile wants it, everything checked that a tree can show. Attachments' contents are
/// named by their place in the packet's list.
[[nodiscard]] Result<XmlNode> treeOf(const DocumentPacket& packet, const WriterProfile& profile);
[[nodiscard]] Result<XmlNode> treeOf(const StatusPacket& packet);

/// The attachment as the profile sends it: content type and wrapping.
[[nodiscard]] Attachment onTheWire(const Attachment& attachment, const WriterProfile& profile);

} // namespace exchange
