// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace docsig::pdf {

/// How often a name stands in the bytes, escapes (#42) resolved.
[[nodiscard]] qsizetype countOfName(QByteArrayView bytes, QByteArrayView wanted);

/// Whether a file that cannot be read strictly (damaged, encrypted) certainly holds no signature: it has objects, none
/// of its bytes name a /ByteRange, and every object stream in it could be opened and names none either. Nothing is
/// repaired; where this cannot be told the answer is no. Names stay readable in encrypted files (ISO 32000-1 §7.6.1).
[[nodiscard]] bool isCertainlyUnsigned(QByteArrayView file);

/// The same of an encrypted file that opens without a password, looked at by qpdf: its object streams are encrypted,
/// too. For the worker, since a library that reads everything is a larger thing to attack.
[[nodiscard]] bool isCertainlyUnsignedInside(QByteArrayView file);

} // namespace docsig::pdf
