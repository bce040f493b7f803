// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <utility>

namespace hub {

using exchange::Result;

/// How much of a form is taken. Whatever is beyond is "too-large", and nothing of it is kept in memory.
struct MultipartLimits {
    int parts = 32;                  ///< of one form
    int headLines = 16;              ///< of one part
    qsizetype headBytes = 8 * 1024;  ///< one line of a part's head, and all of them together
    qint64 partBytes = 200LL << 20U; ///< one part's content
    qint64 allBytes = 208LL << 20U;  ///< the whole body with its heads and delimiters
};

/// What stands before the content of a part.
struct PartHead {
    QByteArray name;        ///< of the form's field; never empty
    QByteArray fileName;    ///< as the client gave it, in whatever encoding: never a path of this machine
    bool isFile = false;    ///< a file name was given, perhaps an empty one
    QByteArray contentType; ///< lower case; empty where none is given
    QList<std::pair<QByteArray, QByteArray>> lines; ///< all lines, names in lower case
};

/// Who hears of the parts as they come. An error of theirs ends the reading and is what take() gives back.
struct MultipartEvents {
    std::function<Result<void>(const PartHead&)> begin;
    std::function<Result<void>(QByteArrayView bytes)> bytes; ///< a piece; the view lives as long as the call
    std::function<Result<void>()> end;                       ///< the part is whole
};

/// The boundary that a Content-Type header of multipart/form-data names (RFC 2046 §5.1.1); "multipart-malformed" for
/// any other type, a missing, doubled or impossible boundary.
[[nodiscard]] Result<QByteArray> multipartBoundary(QByteArrayView contentType);

/// Reads a body of multipart/form-data (RFC 7578) as it streams in, in pieces of any size, and keeps no more than one
/// line of a head or one delimiter of it. Strict where two readers could understand two things: text around the parts,
/// folded or bare line ends, doubled fields of a head, a delimiter with a tail and transfer encodings are refused.
/// Values alone, no input or output; one thread at a time.
class MultipartReader {
public:
    /// `boundary` as multipartBoundary() gave it.
    MultipartReader(QByteArrayView boundary, MultipartLimits limits, MultipartEvents events);

    /// The next bytes of the body. "multipart-malformed", "too-large", or the error of an event. After an error the
    /// reader refuses everything.
    [[nodiscard]] Result<void> take(QByteArrayView bytes);
    /// The body has ended: "multipart-malformed" unless its last delimiter came.
    [[nodiscard]] Result<void> finish() const;

private:
    enum class State { Start, Delimited, Head, Content, Done, Broken };

    [[nodiscard]] Result<void> step(bool& again);
    [[nodiscard]] Result<void> readStart(bool& again);
    [[nodiscard]] Result<void> readDelimiterTail(bool& again);
    [[nodiscard]] Result<void> readHeadLine(bool& again);
    [[nodiscard]] Result<void> readContent(bool& again);
    [[nodiscard]] Result<void> readEnd();
    [[nodiscard]] Result<void> headEnded();
    [[nodiscard]] Result<void> giveContent(qsizetype size);

    const QByteArray m_delimiter; ///< CRLF, two hyphens, the boundary
    const MultipartLimits m_limits;
    const MultipartEvents m_events;
    State m_state = State::Start;
    QByteArray m_held;       ///< bytes that came and are not understood yet
    qsizetype m_scanned = 0; ///< of them, those in which no line end was found
    qsizetype m_skip = 0;    ///< of them, the first, which end a head and are no content
    qint64 m_allBytes = 0;
    qint64 m_partBytes = 0;
    qsizetype m_headBytes = 0;
    int m_parts = 0;
    PartHead m_head;
};

} // namespace hub
