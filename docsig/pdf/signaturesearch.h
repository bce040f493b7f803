// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace docsig::pdf {

/// Whether a file that cannot be read strictly (damaged, encrypted) certainly holds no signature: it has objects, none
/// of its bytes name a /ByteRange, and every object stream in it could be opened and names none either. Nothing is
/// repaired; where this cannot be told the answer is no. Names stay readable in encrypted files (ISO 32000-1 §7.6.1).
[[nodiscard]] bool isCertainlyUnsigned(QByteArrayView file);

} // namespace docsig::pdf
