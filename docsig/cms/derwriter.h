// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace docsig {

/// One DER element: tag, definite length, content.
[[nodiscard]] QByteArray derElement(unsigned char tag, QByteArrayView content);

/// SET OF: the encoded elements in DER's order.
[[nodiscard]] QByteArray derSetOf(QList<QByteArray> elements);

} // namespace docsig
