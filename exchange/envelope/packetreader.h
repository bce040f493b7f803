// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"
#include "exchange/envelope/packetsignature.h"
#include "exchange/protocol/error.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

class QIODevice;

namespace exchange {

/// How much a packet may ask of us. Sizes in bytes.
struct ReaderLimits {
    int depth = 32;                           ///< nested elements
    int attributes = 32;                      ///< of one element
    int elements = 20'000;                    ///< of the whole packet
    qint64 tagBytes = 32 * 1024;              ///< one start tag, attribute values included
    qint64 textBytes = 1024 * 1024;           ///< one run of text, comment or instruction outside attachments
    qint64 envelopeBytes = 8 * 1024 * 1024;   ///< everything outside attachments
    int attachments = 500;                    ///< of one packet
    qint64 attachmentBytes = 512LL << 20;     ///< one attachment, decoded
    qint64 allAttachmentBytes = 1024LL << 20; ///< all attachments together, unpacked
    int unpackRatio = 200;                    ///< unpacked : packed, looked at above 1 MiB
};

/// What was read, and what was odd about it.
struct ReadPacket {
    Packet packet;
    QList<Finding> findings;
    PacketSignature signature{}; ///< of the packet itself; looked at by read(), not by readEnvelope()
};

/// The lenient reader of edXML packets. It takes any order of elements, any or no prefix (declared or not), doubled and
/// missing groups and wrong dates, and reports each as a finding; nothing is lost: what it does not know is kept as
/// UnknownElement. DTDs, entities, XInclude and other encodings than UTF-8 are refused. Attachments are decoded while
/// they arrive, into files of the given folder named by the SHA-256 of their content, so that memory stays flat.
/// A signature of the packet is checked over the very bytes that are read; one that could make a reader take a part for
/// the whole is refused (packetsignature.h).
/// Reentrant; blocking: call it off the GUI thread.
class PacketReader {
public:
    /// `today`, in Vietnam: a document dated later is told ("packet-date-future"). Without it no date is compared.
    explicit PacketReader(ReaderLimits limits = {}, std::optional<QDate> today = {});

    /// Reads a whole packet. `attachmentFolder` must exist; files made before a failure are removed again, except where
    /// a file of the same content was there already. The device is read from where it stands and is never written.
    [[nodiscard]] Result<ReadPacket> read(QIODevice& device, const QString& attachmentFolder) const;
    [[nodiscard]] Result<ReadPacket> read(const QString& file, const QString& attachmentFolder) const;

    /// Reads the envelope alone: attachments are neither decoded nor listed. Cheap, whatever the size of the packet.
    [[nodiscard]] Result<ReadPacket> readEnvelope(QIODevice& device) const;
    [[nodiscard]] Result<ReadPacket> readEnvelope(const QString& file) const;

private:
    ReaderLimits m_limits;
    std::optional<QDate> m_today;
};

/// Whether an error of the reader lies in the packet itself, so that reading it again gives the same. False for what
/// lies on our side (a full disk, a file that can't be opened): then the packet is to be tried again, not shown as bad.
[[nodiscard]] bool blamesPacket(const Error& error);

} // namespace exchange
