// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

class QFile;

namespace exchange {

/// Opens the packet's file for reading.
[[nodiscard]] Result<void> openForReading(QFile& file);

/// A device that does not give what it has.
[[nodiscard]] std::unexpected<Error> readFailed(const QString& why);

} // namespace exchange
