// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/fieldtext.h"
#include "exchange/protocol/error.h"

#include <QString>
#include <QStringList>

class QIODevice;

namespace hub {

/// What the hub reads in a packet: who sends it, who gets it, which document it is or speaks of, whom it passed.
struct PacketAddresses {
    QString kind;         ///< "edoc" or "status"
    QString from;         ///< OrganId
    QStringList to;       ///< OrganIds, each once; of a status packet the office that sent the document
    QString documentId{}; ///< the document's identifier, opaque; of a status the one that it speaks of; may be empty
    QString matchKey{};   ///< exchange::MatchKey of that document; empty where it matches nothing
    QString notation{};   ///< "07/SM-VP", may be empty
    exchange::DateText promulgationDate{}; ///< of that document
    QString subject{};                     ///< of a document packet; for a server that is asked by it, never stored
    QStringList trace{};                   ///< OrganIds of its TraceHeaders, in their order

    friend bool operator==(const PacketAddresses&, const PacketAddresses&) = default;
};

/// Reads the envelope by exchange/envelope's reader, from where the device stands; attachments are not looked at.
/// "packet-refused" carries the reader's own code in its detail.
[[nodiscard]] exchange::Result<PacketAddresses> readPacketAddresses(QIODevice& packet);

} // namespace hub
