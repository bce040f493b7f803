// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>
#include <QStringList>

class QIODevice;

namespace hub {

/// What the hub reads in a packet, and nothing else: who sends it, who gets it, which kind it is.
struct PacketAddresses {
    QString kind;   ///< "edoc" or "status"
    QString from;   ///< OrganId
    QStringList to; ///< OrganIds, each once; of a status packet the office that sent the document

    friend bool operator==(const PacketAddresses&, const PacketAddresses&) = default;
};

/// Reads the envelope by exchange/envelope's reader; attachments are not looked at. "packet-refused" carries the
/// reader's own code in its detail.
[[nodiscard]] exchange::Result<PacketAddresses> readPacketAddresses(QIODevice& packet);

} // namespace hub
