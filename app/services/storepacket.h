// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/services/officedesk.h"
#include "app/services/packetseal.h"
#include "exchange/envelope/packet.h"
#include "exchange/envelope/writerprofile.h"

#include <QByteArray>
#include <QString>

namespace app {

/// A packet in the blob store.
struct StoredPacket {
    QByteArray sha256; ///< lower-case hex
    PacketSealing sealing = PacketSealing::NotWanted;
};

/// How packets are written for the server that a profile names. Code: `packet-profile-unknown`.
[[nodiscard]] Result<exchange::WriterProfile> packetProfile(const QString& name);

/// Writes a packet with the strict writer, in the manner of the desk's profile, through a file in the spool folder into
/// the blob store; only a packet that is signed is held in memory, and that has its limit. Nothing is stored where the
/// key refuses. Codes: `packet-spool-failed`, `packet-profile-unknown`, those of the writer, the store and, with a
/// seal, of the key and the check before sealing.
[[nodiscard]] Result<StoredPacket> storeSealedPacket(const OfficeDesk& desk, const exchange::Packet& packet,
                                                     const PacketSeal* seal);
/// The same without a signature; returns the SHA-256 in hex.
[[nodiscard]] Result<QByteArray> storePacket(const OfficeDesk& desk, const exchange::Packet& packet);

} // namespace app
