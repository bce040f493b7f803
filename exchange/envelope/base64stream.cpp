// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/base64stream.h"

namespace exchange {

namespace {

constexpr quint8 Bad = 255;
constexpr quint8 Space = 254;
constexpr quint8 Pad = 253;

constexpr std::array<quint8, 256> makeTable() {
    std::array<quint8, 256> table{};
    table.fill(Bad);
    for (quint8 i = 0; i < 26; ++i) {
        table[static_cast<size_t>('A') + i] = i;
        table[static_cast<size_t>('a') + i] = static_cast<quint8>(26 + i);
    }
    for (quint8 i = 0; i < 10; ++i) {
        table[static_cast<size_t>('0') + i] = static_cast<quint8>(52 + i);
    }
    table['+'] = 62;
    table['/'] = 63;
    table['='] = Pad;
    table[' '] = table['\t'] = table['\n'] = table['\r'] = Space;
    return table;
}

constexpr std::array<quint8, 256> Table = makeTable();

} // namespace

bool Base64Decoder::decode(QByteArrayView text, QByteArray& out) {
    const qsizetype before = out.size();
    out.resize(before + text.size() / 4 * 3 + 6);
    char* to = out.data() + before;
    for (qsizetype at = 0; at < text.size(); ++at) {
        // Groups of four digits, as nearly all are; everything else, one by one.
        while (m_count == 0 && m_padding == 0 && !m_ended && text.size() - at >= 4) {
            const quint8 a = Table[static_cast<unsigned char>(text[at])];
            const quint8 b = Table[static_cast<unsigned char>(text[at + 1])];
            const quint8 c = Table[static_cast<unsigned char>(text[at + 2])];
            const quint8 d = Table[static_cast<unsigned char>(text[at + 3])];
            if ((a | b | c | d) > 63) {
                break;
            }
            *to++ = static_cast<char>(a << 2 | b >> 4);
            *to++ = static_cast<char>(b << 4 | c >> 2);
            *to++ = static_cast<char>(c << 6 | d);
            at += 4;
        }
        if (at == text.size()) {
            break;
        }
        const char character = text[at];
        const quint8 value = Table[static_cast<unsigned char>(character)];
        if (value == Space) {
            continue;
        }
        if (value == Bad || m_ended) {
            return false;
        }
        if (value == Pad) {
            if (m_count < 2) {
                return false;
            }
            ++m_padding;
        } else if (m_padding > 0) {
            return false;
        }
        m_bits = (m_bits << 6) | (value == Pad ? 0U : value);
        if (++m_count < 4) {
            continue;
        }
        *to++ = static_cast<char>(m_bits >> 16);
        if (m_padding < 2) {
            *to++ = static_cast<char>(m_bits >> 8);
        }
        if (m_padding < 1) {
            *to++ = static_cast<char>(m_bits);
        }
        m_ended = m_padding > 0;
        m_bits = 0;
        m_count = 0;
        m_padding = 0;
    }
    out.resize(to - out.data());
    return true;
}

bool Base64Decoder::finish(QByteArray& out) {
    if (m_count == 0) {
        return true;
    }
    const int given = m_count - m_padding;
    if (given < 2 || m_padding > 0) {
        return false;
    }
    m_unpadded = true;
    const quint32 bits = m_bits << (6 * (4 - m_count));
    out.append(static_cast<char>(bits >> 16));
    if (given == 3) {
        out.append(static_cast<char>(bits >> 8));
    }
    m_count = 0;
    m_ended = true;
    return true;
}

QByteArray Base64Encoder::encode(QByteArrayView bytes) {
    m_rest.append(bytes);
    const qsizetype whole = m_rest.size() / 3 * 3;
    const QByteArray out = QByteArray::fromRawData(m_rest.constData(), whole).toBase64();
    m_rest.remove(0, whole);
    return out;
}

QByteArray Base64Encoder::finish() {
    const QByteArray out = m_rest.toBase64();
    m_rest.clear();
    return out;
}

} // namespace exchange
