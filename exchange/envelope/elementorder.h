// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/xmlnode.h"

#include <QStringList>

namespace exchange {

/// The elements of a document's message header as the Java library writes them, and as the .NET guide does.
[[nodiscard]] const QStringList& javaOrder();
[[nodiscard]] const QStringList& dotNetOrder();

/// Whether the elements of the message header stand in one of the two orders. Unknown elements don't count.
[[nodiscard]] bool followsAnOrder(const XmlNode& messageHeader);

} // namespace exchange
