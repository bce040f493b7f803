// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace exchange {

/// Decodes base64 that arrives in pieces. White space is skipped, everything else outside the alphabet is wrong, and so
/// is anything behind the padding. Missing padding is taken, and told.
class Base64Decoder {
public:
    /// Appends what could be decoded. False: the text is not base64.
    [[nodiscard]] bool decode(QByteArrayView text, QByteArray& out);
    /// Ends the text. False: it stops in the middle of a byte.
    [[nodiscard]] bool finish(QByteArray& out);
    [[nodiscard]] bool wasUnpadded() const { return m_unpadded; }

private:
    quint32 m_bits = 0;
    int m_count = 0;   ///< characters in the current group of four
    int m_padding = 0; ///< '=' seen in it
    bool m_ended = false;
    bool m_unpadded = false;
};

/// Encodes in pieces, in one line without breaks.
class Base64Encoder {
public:
    [[nodiscard]] QByteArray encode(QByteArrayView bytes);
    [[nodiscard]] QByteArray finish();

private:
    QByteArray m_rest; ///< fewer than three bytes
};

} // namespace exchange
