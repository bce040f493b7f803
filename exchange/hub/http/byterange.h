// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hub {

/// Which part of a file a request asks for.
struct ByteRange {
    enum class Kind {
        Whole, ///< no range was asked for, or one that a server leaves aside: several, another unit, not readable
        Part,  ///< `offset` and `length` lie within the file; the length is at least 1
        Unsatisfiable, ///< nothing of the file lies in it
    };
    Kind kind = Kind::Whole;
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Reads the header Range for a file of `size` bytes (RFC 9110 §14.1.2): "bytes=2-5", "bytes=7-", "bytes=-3". Pure.
[[nodiscard]] ByteRange parseRange(QByteArrayView header, qint64 size);

/// Whether the header If-Range lets a range count for the content with this strong entity tag (RFC 9110 §13.1.5): it is
/// missing or names the very tag. Weak tags and dates never do.
[[nodiscard]] bool rangeMayCount(QByteArrayView ifRange, QByteArrayView entityTag);

} // namespace hub
