// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/detect.h"

#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/packetmapper.h"
#include "exchange/envelope/xmlborder.h"

#include <QFile>

namespace exchange {

Result<PacketKind> detectKind(QIODevice& device) {
    const auto root = readXml(device, ReaderLimits{}, ReadUntil::MessageHeader, nullptr);
    if (!root) {
        return std::unexpected(root.error());
    }
    const auto header = messageHeaderOf(*root);
    if (!header) {
        return std::unexpected(header.error());
    }
    return isStatusHeader(**header) ? PacketKind::Status : PacketKind::Document;
}

Result<PacketKind> detectKind(const QString& file) {
    QFile device(file);
    if (auto opened = openForReading(device); !opened) {
        return std::unexpected(opened.error());
    }
    return detectKind(device);
}

} // namespace exchange
