// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

namespace exchange {

/// Checks an envelope (attachments' content elided) against resources/schema/edxml.xsd. Thread-safe; touches neither
/// network nor disk.
[[nodiscard]] Result<void> checkSchema(const QByteArray& envelope);

/// Checks that an element kept from another packet can be written again as it stands: one whole element, its prefixes
/// declared, no document type.
[[nodiscard]] Result<void> checkForwarded(const QString& xml);

} // namespace exchange
