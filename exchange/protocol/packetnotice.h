// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace exchange {

/// The payload of a message of kind "edoc" or "status": which packet went from whom to whom. The packet itself is
/// content, cited by the message. Written by the hub, after it read From and To in the packet.
struct PacketNotice {
    QByteArray sha256; ///< of the packet's bytes
    qint64 size = 0;   ///< bytes
    QString kind;      ///< "edoc" or "status"
    QString from;      ///< OrganId of the sender
    QStringList to;    ///< OrganIds of the receivers
    /// The hubs that passed the packet on, by their own OrganIds, the first one first; empty: it was sent at this hub.
    QStringList hops{};
    /// The hub that wrote the packet itself, to report what became of one that it passed on; empty: an office did.
    QString reporter{};

    friend bool operator==(const PacketNotice&, const PacketNotice&) = default;
};

/// The notice as a small XML document, namespace urn:congvan:packet:1.
[[nodiscard]] QByteArray packetNoticeXml(const PacketNotice& notice);

/// Reads what packetNoticeXml() wrote. Error "packet-notice-malformed".
[[nodiscard]] Result<PacketNotice> readPacketNotice(const QByteArray& xml);

} // namespace exchange
