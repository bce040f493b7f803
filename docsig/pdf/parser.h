// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <QByteArrayView>

#include <optional>

namespace docsig::pdf {

/// Where a stream's bytes lie in the file.
struct StreamPlace {
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// What stands between "n g obj" and "endobj".
struct IndirectObject {
    Reference id;
    Value value;
    std::optional<qsizetype> streamOffset; ///< where the bytes after "stream" begin
    qsizetype end = 0;                     ///< behind the value, or behind "stream" and its line end
};

/// A strict reader of PDF syntax (ISO 32000-1 §7.2, §7.3) over bytes that somebody else keeps. It never reads outside
/// them and never goes deeper than 100 levels; every failure is an empty optional.
class Parser {
public:
    explicit Parser(QByteArrayView bytes, qsizetype position = 0)
        : m_bytes(bytes)
        , m_position(position) {}

    [[nodiscard]] std::optional<Value> value() { return value(0); }
    [[nodiscard]] std::optional<IndirectObject> indirectObject();
    /// The next unsigned integer, without sign.
    [[nodiscard]] std::optional<qint64> integer();
    /// Whether the next word is this one; then it is passed.
    [[nodiscard]] bool keyword(QByteArrayView word);
    void skipSpace();
    [[nodiscard]] qsizetype position() const { return m_position; }
    [[nodiscard]] bool atEnd() const { return m_position >= m_bytes.size(); }
    /// A dictionary read so far named a key twice.
    [[nodiscard]] bool sawDuplicateKey() const { return m_duplicateKey; }
    /// The place of the last string that was read with value(): from its first delimiter to behind its last.
    [[nodiscard]] StreamPlace lastContentsPlace() const { return m_contents; }

private:
    std::optional<Value> value(int depth);
    std::optional<Value> numberOrReference();
    std::optional<Value> word();
    std::optional<Value> literalString();
    std::optional<Value> hexString();
    std::optional<Name> name();
    std::optional<Value> array(int depth);
    std::optional<Value> dictionary(int depth);
    char peek(qsizetype ahead = 0) const {
        return m_position + ahead < m_bytes.size() ? m_bytes[m_position + ahead] : '\0';
    }

    QByteArrayView m_bytes;
    qsizetype m_position;
    bool m_duplicateKey = false;
    StreamPlace m_contents;
};

[[nodiscard]] bool isSpace(char c);
[[nodiscard]] bool isDelimiter(char c);

} // namespace docsig::pdf
