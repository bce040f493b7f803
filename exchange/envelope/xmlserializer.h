// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/xmlnode.h"
#include "exchange/protocol/error.h"

#include <QByteArrayView>

#include <functional>

namespace exchange {

/// Where the bytes of a packet go.
using ByteOutlet = std::function<Result<void>(QByteArrayView)>;

/// How a tree becomes a packet: names are local, the root stands in the default namespace, everything inside carries
/// the prefix that the root declares. `content` writes the content of attachment n where a node names one; null elides
/// contents, and with them every element that is forwarded as it stands (for the schema, which knows neither).
[[nodiscard]] Result<void> writeXml(const XmlNode& root, const ByteOutlet& out,
                                    const std::function<Result<void>(int)>& content);

} // namespace exchange
