// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/parser.h"

namespace docsig::pdf {

namespace {

constexpr int deepest = 100;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int hexDigit(char c) {
    if (isDigit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c) {
    return QByteArrayView("()<>[]{}/%").contains(c);
}

void Parser::skipSpace() {
    while (!atEnd()) {
        if (peek() == '%') {
            while (!atEnd() && peek() != '\n' && peek() != '\r') {
                ++m_position;
            }
        } else if (isSpace(peek())) {
            ++m_position;
        } else {
            return;
        }
    }
}

bool Parser::keyword(QByteArrayView word) {
    skipSpace();
    if (m_bytes.sliced(std::min(m_position, m_bytes.size())).startsWith(word)) {
        const char next = peek(word.size());
        if (m_position + word.size() >= m_bytes.size() || isSpace(next) || isDelimiter(next)) {
            m_position += word.size();
            return true;
        }
    }
    return false;
}

std::optional<qint64> Parser::integer() {
    skipSpace();
    const qsizetype begin = m_position;
    qint64 number = 0;
    while (isDigit(peek()) && m_position - begin < 18) {
        number = number * 10 + (peek() - '0');
        ++m_position;
    }
    return m_position > begin && !isDigit(peek()) ? std::optional(number) : std::nullopt;
}

std::optional<Value> Parser::value(int depth) {
    if (depth > deepest) {
        return std::nullopt;
    }
    skipSpace();
    if (atEnd()) {
        return std::nullopt;
    }
    const char c = peek();
    if (c == '/') {
        auto found = name();
        return found ? std::optional<Value>(std::move(*found)) : std::nullopt;
    }
    if (c == '(') {
        return literalString();
    }
    if (c == '<') {
        return peek(1) == '<' ? dictionary(depth) : hexString();
    }
    if (c == '[') {
        return array(depth);
    }
    if (isDigit(c) || c == '+' || c == '-' || c == '.') {
        return numberOrReference();
    }
    return word();
}

std::optional<Value> Parser::word() {
    if (keyword("true")) {
        return Value(true);
    }
    if (keyword("false")) {
        return Value(false);
    }
    if (keyword("null")) {
        return Value();
    }
    return std::nullopt;
}

std::optional<Value> Parser::numberOrReference() {
    const qsizetype begin = m_position;
    if (isDigit(peek())) {
        Parser ahead(m_bytes, m_position);
        const auto number = ahead.integer();
        if (number && isSpace(ahead.peek())) {
            const auto generation = ahead.integer();
            if (generation && ahead.keyword("R") && *number <= 8'388'607 && *generation <= 65'535) {
                m_position = ahead.m_position;
                return Value(Reference{static_cast<int>(*number), static_cast<int>(*generation)});
            }
        }
    }
    bool real = false;
    while (!atEnd() && (isDigit(peek()) || peek() == '+' || peek() == '-' || peek() == '.')) {
        real = real || peek() == '.';
        ++m_position;
    }
    const QByteArray text = m_bytes.sliced(begin, m_position - begin).toByteArray();
    bool fine = false;
    if (!real) {
        const qint64 integer = text.toLongLong(&fine);
        return fine ? std::optional<Value>(integer) : std::nullopt;
    }
    const double number = text.toDouble(&fine);
    return fine ? std::optional<Value>(number) : std::nullopt;
}

std::optional<Value> Parser::literalString() {
    const qsizetype begin = m_position;
    QByteArray bytes;
    int open = 1;
    ++m_position;
    while (!atEnd()) {
        char c = m_bytes[m_position++];
        if (c == '\\') {
            if (atEnd()) {
                return std::nullopt;
            }
            c = m_bytes[m_position++];
            static constexpr QByteArrayView letters("nrtbf");
            const qsizetype letter = letters.indexOf(c);
            if (letter >= 0) {
                bytes += QByteArrayView("\n\r\t\b\f")[letter];
            } else if (c >= '0' && c <= '7') {
                int code = c - '0';
                for (int digits = 1; digits < 3 && peek() >= '0' && peek() <= '7'; ++digits) {
                    code = code * 8 + (m_bytes[m_position++] - '0');
                }
                bytes += static_cast<char>(code & 0xFF);
            } else if (c == '\r') {
                if (peek() == '\n') {
                    ++m_position;
                }
            } else if (c != '\n') {
                bytes += c;
            }
            continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
            m_contents = {begin, m_position - begin};
            return Value(String{bytes, false});
        }
        bytes += c;
    }
    return std::nullopt;
}

std::optional<Value> Parser::hexString() {
    const qsizetype begin = m_position;
    ++m_position;
    QByteArray bytes;
    int half = -1;
    while (!atEnd()) {
        const char c = m_bytes[m_position++];
        if (c == '>') {
            if (half >= 0) {
                bytes += static_cast<char>(half << 4);
            }
            m_contents = {begin, m_position - begin};
            return Value(String{bytes, true});
        }
        if (isSpace(c)) {
            continue;
        }
        const int digit = hexDigit(c);
        if (digit < 0) {
            return std::nullopt;
        }
        if (half < 0) {
            half = digit;
        } else {
            bytes += static_cast<char>((half << 4) | digit);
            half = -1;
        }
    }
    return std::nullopt;
}

std::optional<Name> Parser::name() {
    ++m_position;
    QByteArray text;
    while (!atEnd() && !isSpace(peek()) && !isDelimiter(peek())) {
        char c = m_bytes[m_position++];
        if (c == '#' && hexDigit(peek()) >= 0 && hexDigit(peek(1)) >= 0) {
            c = static_cast<char>((hexDigit(peek()) << 4) | hexDigit(peek(1)));
            m_position += 2;
        }
        text += c;
    }
    return Name{text};
}

std::optional<Value> Parser::array(int depth) {
    ++m_position;
    Array entries;
    while (true) {
        skipSpace();
        if (atEnd()) {
            return std::nullopt;
        }
        if (peek() == ']') {
            ++m_position;
            return Value(std::move(entries));
        }
        auto entry = value(depth + 1);
        if (!entry) {
            return std::nullopt;
        }
        entries << *entry;
    }
}

std::optional<Value> Parser::dictionary(int depth) {
    m_position += 2;
    Dictionary entries;
    StreamPlace contents;
    StreamPlace ofValue; // of a signature dictionary that stands in its field
    while (true) {
        skipSpace();
        if (peek() == '>' && peek(1) == '>') {
            m_position += 2;
            m_contents = contents.length > 0 ? contents : ofValue;
            return Value(std::move(entries));
        }
        if (peek() != '/') {
            return std::nullopt;
        }
        const auto key = name();
        auto entry = value(depth + 1);
        if (!key || !entry) {
            return std::nullopt;
        }
        if (key->text == "Contents") {
            contents = m_contents;
        } else if (key->text == "V" && entry->isDictionary()) {
            ofValue = m_contents;
        }
        m_duplicateKey = m_duplicateKey || entries.contains(key->text);
        entries.insert(key->text, *entry);
    }
}

std::optional<IndirectObject> Parser::indirectObject() {
    const auto number = integer();
    const auto generation = number ? integer() : std::nullopt;
    if (!generation || !keyword("obj") || *number > 8'388'607 || *generation > 65'535) {
        return std::nullopt;
    }
    auto content = value();
    if (!content) {
        return std::nullopt;
    }
    IndirectObject object{
        {static_cast<int>(*number), static_cast<int>(*generation)}, *content, std::nullopt, m_position};
    if (content->isDictionary() && keyword("stream")) {
        if (peek() == '\r') {
            ++m_position;
        }
        if (peek() == '\n') {
            ++m_position;
        }
        object.streamOffset = m_position;
        object.end = m_position;
    }
    return object;
}

} // namespace docsig::pdf
