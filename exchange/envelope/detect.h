// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

class QIODevice;

namespace exchange {

enum class PacketKind { Document, Status };

/// Tells a document packet from a status packet: reads no further than the end of the message header, under the
/// reader's guards and with its error codes.
[[nodiscard]] Result<PacketKind> detectKind(QIODevice& device);
[[nodiscard]] Result<PacketKind> detectKind(const QString& file);

} // namespace exchange
