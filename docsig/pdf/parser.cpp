// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/parser.h"

#include <array>

namespace docsig::pdf {

namespace {

constexpr int deepestNesting = 100;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The classes of characters of §7.2.2, and the values of hexadecimal digits; a table, because every byte of every
/// object goes through it.
struct Characters {
    std::array<bool, 256> space{};
    std::array<bool, 256> delimiter{};
    std::array<signed char, 256> digit{};

    constexpr Characters() {
        for (const unsigned char c : {' ', '\n', '\r', '\t', '\f', '\0'}) {
            space[c] = true;
        }
        for (const unsigned char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
            delimiter[c] = true;
        }
        digit.fill(-1);
        for (int value = 0; value < 16; ++value) {
            digit[static_cast<unsigned char>("0123456789abcdef"[value])] = static_cast<signed char>(value);
            digit[static_cast<unsigned char>("0123456789ABCDEF"[value])] = static_cast<signed char>(value);
        }
    }
};

constexpr Characters characters;

int hexDigit(char c) {
    return characters.digit[static_cast<unsigned char>(c)];
}

} // namespace

bool isSpace(char c) {
    return characters.space[static_cast<unsigned char>(c)];
}

bool isDelimiter(char c) {
    return characters.delimiter[static_cast<unsigned char>(c)];
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
    if (depth > deepestNesting) {
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
    qsizetype end = begin + 1; // no further than the digits go: a file of "<" alone must not cost its square
    while (end < m_bytes.size() && (hexDigit(m_bytes[end]) >= 0 || isSpace(m_bytes[end]))) {
        ++end;
    }
    if (end == m_bytes.size() || m_bytes[end] != '>') {
        return std::nullopt;
    }
    QByteArray bytes((end - begin) / 2, Qt::Uninitialized); // enough for every digit between
    char* out = bytes.data();
    int half = -1;
    for (const char c : m_bytes.sliced(begin + 1, end - begin - 1)) {
        const int digit = hexDigit(c);
        if (digit < 0) {
            continue;
        }
        if (half < 0) {
            half = digit;
        } else {
            *out++ = static_cast<char>((half << 4) | digit);
            half = -1;
        }
    }
    if (half >= 0) {
        *out++ = static_cast<char>(half << 4); // §7.3.4.3: an odd last digit stands for one with a zero behind it
    }
    bytes.truncate(out - bytes.constData());
    m_position = end + 1;
    m_contents = {begin, m_position - begin};
    return Value(String{bytes, true});
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
