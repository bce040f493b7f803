// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/multipart.h"

#include "exchange/hub/http/headerfields.h"
#include "exchange/protocol/errorkind.h"

#include <algorithm>

namespace hub {

using exchange::tooLarge;
using namespace Qt::Literals::StringLiterals;

namespace {

std::unexpected<exchange::Error> malformed(const QString& why) {
    return exchange::fail("multipart-malformed", why);
}

/// RFC 2046 §5.1.1: 1 to 70 of these, the last one no blank.
bool isBoundary(QByteArrayView text) {
    return !text.isEmpty() && text.size() <= 70 && text.back() != ' ' && std::ranges::all_of(text, [](char c) {
        return isAlphanumeric(c) || (c != '\0' && QByteArrayView("'()+_,-./:=? ").contains(c));
    });
}

bool isBlank(QByteArrayView text) {
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t'; });
}

/// The fields of a head that must not come twice.
bool isSingle(const QByteArray& name) {
    return name == "content-disposition" || name == "content-type" || name == "content-transfer-encoding";
}

/// RFC 7578 §4.7 drops the transfer encodings; these three change no byte.
bool changesNothing(const QByteArray& encoding) {
    return encoding == "binary" || encoding == "8bit" || encoding == "7bit";
}

/// Takes name and file name out of the line Content-Disposition.
Result<void> readDisposition(QByteArrayView value, PartHead& head) {
    const std::optional<FieldValue> field = parseFieldValue(value);
    if (!field || field->value != "form-data") {
        return malformed(u"a part is no form-data"_s);
    }
    for (const auto& [name, text] : field->parameters) {
        if (name == "name") {
            head.name = text;
        } else if (name == "filename") {
            head.fileName = text;
            head.isFile = true;
        }
    }
    return {};
}

} // namespace

Result<QByteArray> multipartBoundary(QByteArrayView contentType) {
    const std::optional<FieldValue> field = parseFieldValue(contentType);
    if (!field || field->value != "multipart/form-data") {
        return malformed(u"the body is no multipart/form-data"_s);
    }
    for (const auto& [name, text] : field->parameters) {
        if (name == "boundary" && isBoundary(text)) {
            return text;
        }
    }
    return malformed(u"the form names no boundary"_s);
}

MultipartReader::MultipartReader(QByteArrayView boundary, MultipartLimits limits, MultipartEvents events)
    : m_delimiter("\r\n--" + boundary.toByteArray())
    , m_limits(limits)
    , m_events(std::move(events)) {}

Result<void> MultipartReader::take(QByteArrayView bytes) {
    if (m_state == State::Broken) {
        return malformed(u"the form was refused before"_s);
    }
    m_allBytes += bytes.size();
    Result<void> taken;
    if (m_allBytes > m_limits.allBytes) {
        taken = tooLarge(u"a form of more than %1 bytes"_s.arg(m_limits.allBytes));
    } else {
        m_held.append(bytes);
    }
    for (bool again = true; taken && again;) {
        again = false;
        taken = step(again);
    }
    if (!taken) {
        m_state = State::Broken;
        m_held.clear();
    }
    return taken;
}

Result<void> MultipartReader::finish() const {
    return m_state == State::Done ? Result<void>() : malformed(u"the form ends before its last delimiter"_s);
}

Result<void> MultipartReader::step(bool& again) {
    switch (m_state) {
    case State::Start:
        return readStart(again);
    case State::Delimited:
        return readDelimiterTail(again);
    case State::Head:
        return readHeadLine(again);
    case State::Content:
        return readContent(again);
    case State::Done:
        return readEnd();
    case State::Broken:
        break;
    }
    return malformed(u"the form was refused before"_s);
}

/// The first delimiter stands at the very beginning, or behind one empty line.
Result<void> MultipartReader::readStart(bool& again) {
    const bool emptyLine = m_held.startsWith('\r');
    const QByteArrayView wanted = QByteArrayView(m_delimiter).sliced(emptyLine ? 0 : 2);
    const qsizetype common = std::min(wanted.size(), m_held.size());
    if (QByteArrayView(m_held).first(common) != wanted.first(common)) {
        return malformed(u"the form does not begin with its delimiter"_s);
    }
    if (common == wanted.size()) {
        m_held.remove(0, common);
        m_state = State::Delimited;
        again = true;
    }
    return {};
}

/// Behind a delimiter comes a line end, or two hyphens where it is the last one. RFC 2046 allows blanks in between.
Result<void> MultipartReader::readDelimiterTail(bool& again) {
    if (m_held.startsWith("--")) {
        m_held.remove(0, 2);
        m_state = State::Done;
        again = true;
        return {};
    }
    const qsizetype end = m_held.indexOf("\r\n");
    const QByteArrayView tail = QByteArrayView(m_held).first(end < 0 ? m_held.size() : end);
    const bool waiting = end < 0 && (tail == "-" || tail == "\r" || tail.isEmpty());
    const bool padded = isBlank(end < 0 && tail.endsWith('\r') ? tail.chopped(1) : tail);
    if (tail.size() > 80 || (!waiting && !padded)) {
        return malformed(u"a delimiter has a tail"_s);
    }
    if (end < 0) {
        return {};
    }
    if (++m_parts > m_limits.parts) {
        return tooLarge(u"a form of more than %1 parts"_s.arg(m_limits.parts));
    }
    m_held.remove(0, end + 2);
    m_scanned = 0;
    m_headBytes = 0;
    m_head = {};
    m_state = State::Head;
    again = true;
    return {};
}

Result<void> MultipartReader::readHeadLine(bool& again) {
    const qsizetype end = m_held.indexOf("\r\n", m_scanned);
    m_scanned = std::max<qsizetype>(m_held.size() - 1, 0);
    const qsizetype length = end < 0 ? m_held.size() - (m_held.endsWith('\r') ? 1 : 0) : end;
    if (m_headBytes + length > m_limits.headBytes) {
        return tooLarge(u"a part's head of more than %1 bytes"_s.arg(m_limits.headBytes));
    }
    if (end < 0) {
        return {};
    }
    const QByteArray line = m_held.first(end);
    m_held.remove(0, end + 2);
    m_headBytes += end + 2;
    m_scanned = 0;
    again = true;
    if (line.isEmpty()) {
        return headEnded();
    }
    const auto field = parseFieldLine(line);
    if (!field) {
        return malformed(u"a line of a part's head"_s);
    }
    if (m_head.lines.size() >= m_limits.headLines) {
        return tooLarge(u"a part's head of more than %1 lines"_s.arg(m_limits.headLines));
    }
    const auto same = [&](const auto& one) { return one.first == field->first; };
    if (isSingle(field->first) && std::ranges::any_of(m_head.lines, same)) {
        return malformed(u"a field of a part's head came twice"_s);
    }
    m_head.lines.append(*field);
    return {};
}

Result<void> MultipartReader::headEnded() {
    for (const auto& [name, value] : std::as_const(m_head.lines)) {
        if (name == "content-disposition") {
            if (const Result<void> read = readDisposition(value, m_head); !read) {
                return read;
            }
        } else if (name == "content-type") {
            m_head.contentType = value.toLower();
        } else if (name == "content-transfer-encoding" && !changesNothing(value.toLower())) {
            return malformed(u"a part with a transfer encoding"_s);
        }
    }
    if (m_head.name.isEmpty()) {
        return malformed(u"a part has no name"_s);
    }
    m_partBytes = 0;
    m_state = State::Content;
    // An empty part's delimiter follows its head at once, and the line end of the head is that of the delimiter, too.
    m_held.prepend("\r\n");
    m_skip = 2;
    return m_events.begin ? m_events.begin(m_head) : Result<void>();
}

Result<void> MultipartReader::readContent(bool& again) {
    const qsizetype found = m_held.indexOf(m_delimiter);
    // What could be the beginning of a delimiter waits for the next bytes.
    const qsizetype certain = found >= 0 ? found : std::max<qsizetype>(m_held.size() - m_delimiter.size() + 1, 0);
    if (const Result<void> given = giveContent(certain); !given) {
        return given;
    }
    m_held.remove(0, certain);
    if (found < 0) {
        return {};
    }
    m_held.remove(0, m_delimiter.size());
    m_state = State::Delimited;
    again = true;
    return m_events.end ? m_events.end() : Result<void>();
}

/// Hands on the first `size` held bytes, without the line end that ended the head.
Result<void> MultipartReader::giveContent(qsizetype size) {
    const qsizetype skipped = std::min(m_skip, size);
    m_skip -= skipped;
    const QByteArrayView piece = QByteArrayView(m_held).sliced(skipped, size - skipped);
    m_partBytes += piece.size();
    if (m_partBytes > m_limits.partBytes) {
        return tooLarge(u"a part of more than %1 bytes"_s.arg(m_limits.partBytes));
    }
    return piece.isEmpty() || !m_events.bytes ? Result<void>() : m_events.bytes(piece);
}

/// Behind the last delimiter: line ends at most.
Result<void> MultipartReader::readEnd() {
    const bool nothing = std::ranges::all_of(m_held, [](char c) { return c == '\r' || c == '\n' || c == ' '; });
    m_held.clear();
    return nothing ? Result<void>() : malformed(u"text behind the last delimiter"_s);
}

} // namespace hub
