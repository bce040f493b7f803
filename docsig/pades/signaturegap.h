// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace docsig {

/// The gap that a fresh file leaves for the value of /Contents, its delimiters with it (ISO 32000-1 §12.8.1), and the
/// two parts around it, which the signature covers.
struct SignatureGap {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] QList<QByteArrayView> partsOf(const QByteArray& file) const;
    /// Bytes that fit in; each takes two hexadecimal digits.
    [[nodiscard]] qsizetype capacity() const { return (end - begin - 2) / 2; }
};

/// Puts the keys that are filled in after writing into a signature dictionary: /ByteRange with room for ten digits at
/// each place, and /Contents with `capacity` zero bytes.
void reserveSignature(pdf::Dictionary& signature, qsizetype capacity);

/// Finds the gap of the signature dictionary that begins at `objectOffset` in the freshly written bytes and writes the
/// ByteRange over its reserve. `before` bytes of the file stand before those that are given; object and gap are counted
/// in the latter. Nothing where that object is none with a reserve.
[[nodiscard]] std::optional<SignatureGap> fixByteRange(QByteArray& bytes, qsizetype objectOffset, qsizetype before = 0);

/// Writes the value into the gap and looks whether it stands there with nothing but zeros behind it. False: it does not
/// fit, and the file is as it was.
[[nodiscard]] bool fillGap(QByteArray& file, const SignatureGap& gap, QByteArrayView value);

} // namespace docsig
