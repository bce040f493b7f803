// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"
#include "exchange/envelope/writerprofile.h"
#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace exchange {

/// What was written.
struct WrittenPacket {
    QByteArray sha256; ///< of the packet's bytes, 32 bytes: the idempotency key of sending
    qint64 size = 0;

    friend bool operator==(const WrittenPacket&, const WrittenPacket&) = default;
};

/// The strict writer of edXML packets: one declared prefix, NFC text, the profile's order, dates and numbers in the
/// standard's form, the lengths of the standard, as many attachments as the manifest names. It refuses what a server or
/// another office would refuse, and checks the envelope against our own schema (resources/schema/edxml.xsd) before the
/// first byte is written. Elements kept as unknown are written again. Attachments are streamed. Reentrant; blocking.
class PacketWriter {
public:
    explicit PacketWriter(WriterProfile profile);

    /// Writes to an open device. After an error the device holds a part of a packet, which is to be thrown away.
    [[nodiscard]] Result<WrittenPacket> write(const Packet& packet, QIODevice& device) const;
    /// Writes to a file, atomically: it appears whole or not at all.
    [[nodiscard]] Result<WrittenPacket> write(const Packet& packet, const QString& file) const;

private:
    WriterProfile m_profile;
};

} // namespace exchange
