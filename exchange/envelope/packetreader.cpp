// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetreader.h"

#include "exchange/envelope/attachmentstore.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/packetmapper.h"
#include "exchange/envelope/xmlborder.h"

#include <QFile>
#include <QStringList>

namespace exchange {

PacketReader::PacketReader(ReaderLimits limits)
    : m_limits(limits) {}

Result<ReadPacket> PacketReader::read(QIODevice& device, const QString& attachmentFolder) const {
    AttachmentStore store(attachmentFolder, m_limits);
    const auto root = readXml(device, m_limits, ReadUntil::End, &store);
    if (!root) {
        return std::unexpected(root.error());
    }
    auto packet = mapPacket(*root, &store);
    if (packet) {
        store.keep();
    }
    return packet;
}

Result<ReadPacket> PacketReader::read(const QString& file, const QString& attachmentFolder) const {
    QFile device(file);
    if (auto opened = openForReading(device); !opened) {
        return std::unexpected(opened.error());
    }
    return read(device, attachmentFolder);
}

Result<ReadPacket> PacketReader::readEnvelope(QIODevice& device) const {
    const auto root = readXml(device, m_limits, ReadUntil::Envelope, nullptr);
    if (!root) {
        return std::unexpected(root.error());
    }
    return mapPacket(*root, nullptr);
}

Result<ReadPacket> PacketReader::readEnvelope(const QString& file) const {
    QFile device(file);
    if (auto opened = openForReading(device); !opened) {
        return std::unexpected(opened.error());
    }
    return readEnvelope(device);
}

bool blamesPacket(const Error& error) {
    using namespace Qt::Literals::StringLiterals;
    static const QStringList ours{u"packet-not-opened"_s, u"packet-read-failed"_s, u"packet-unpack-failed"_s,
                                  u"packet-attachment-not-stored"_s};
    return !ours.contains(error.code);
}

} // namespace exchange
