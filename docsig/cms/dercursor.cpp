// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/dercursor.h"

namespace docsig {

std::optional<DerElement> DerCursor::next() {
    const QByteArrayView rest = m_rest;
    const auto byteAt = [rest](qsizetype place) { return static_cast<unsigned char>(rest[place]); };
    if (rest.size() < 2 || (byteAt(0) & 0x1fU) == 0x1fU) {
        m_rest = {};
        return std::nullopt;
    }
    qsizetype start = 2;
    qsizetype length = byteAt(1);
    if (length >= 0x80) {
        const qsizetype more = length - 0x80;
        length = 0;
        if (more < 1 || more > 4 || rest.size() < 2 + more) {
            m_rest = {};
            return std::nullopt;
        }
        for (qsizetype i = 0; i < more; ++i) {
            length = (length << 8) | byteAt(2 + i);
        }
        start += more;
    }
    if (length > rest.size() - start) {
        m_rest = {};
        return std::nullopt;
    }
    m_rest = rest.sliced(start + length);
    return DerElement{byteAt(0), rest.sliced(start, length), rest.first(start + length)};
}

std::optional<DerElement> DerCursor::next(unsigned char tag) {
    if (m_rest.isEmpty() || static_cast<unsigned char>(m_rest[0]) != tag) {
        return std::nullopt;
    }
    return next();
}

} // namespace docsig
