// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/byterange.h"

#include "exchange/hub/http/headerfields.h"

#include <algorithm>

namespace hub {

namespace {

ByteRange part(qint64 offset, qint64 length) {
    return {ByteRange::Kind::Part, offset, length};
}

constexpr ByteRange unsatisfiable{ByteRange::Kind::Unsatisfiable, 0, 0};

} // namespace

ByteRange parseRange(QByteArrayView header, qint64 size) {
    constexpr QByteArrayView unit("bytes=");
    if (header.size() <= unit.size() || header.first(unit.size()).compare(unit, Qt::CaseInsensitive) != 0) {
        return {};
    }
    const QByteArrayView range = header.sliced(unit.size()).trimmed();
    const qsizetype hyphen = range.indexOf('-');
    if (hyphen < 0) {
        return {};
    }
    const auto last = parseWholeNumber(range.sliced(hyphen + 1));
    if (hyphen == 0) {
        if (!last) {
            return {};
        }
        const qint64 length = std::min(*last, size);
        return length > 0 ? part(size - length, length) : unsatisfiable;
    }
    const auto first = parseWholeNumber(range.first(hyphen));
    const bool open = hyphen + 1 == range.size();
    if (!first || (!open && (!last || *last < *first))) {
        return {};
    }
    if (*first >= size) {
        return unsatisfiable;
    }
    return part(*first, (open ? size : std::min(*last + 1, size)) - *first);
}

bool rangeMayCount(QByteArrayView ifRange, QByteArrayView entityTag) {
    return ifRange.isEmpty() || ifRange == entityTag;
}

} // namespace hub
