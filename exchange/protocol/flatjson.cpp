// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/flatjson.h"

#include <QStringDecoder>

#include <algorithm>

namespace exchange {

namespace {

constexpr qsizetype mostMembers = 64;

/// A cursor over the text (RFC 8259).
class FlatJson {
public:
    explicit FlatJson(const QByteArray& text)
        : m_text(text) {}

    std::optional<QList<std::pair<QByteArray, QByteArray>>> object() {
        QList<std::pair<QByteArray, QByteArray>> members;
        if (!take('{')) {
            return std::nullopt;
        }
        if (take('}')) {
            return atEnd() ? std::optional(members) : std::nullopt;
        }
        do {
            const auto name = string();
            const auto value = name && take(':') ? string() : std::nullopt;
            const bool doubled = name && std::ranges::any_of(members, [&](const auto& member) {
                                     return member.first.compare(*name, Qt::CaseInsensitive) == 0;
                                 });
            if (!value || doubled || members.size() == mostMembers) {
                return std::nullopt;
            }
            members.emplaceBack(*name, *value);
        } while (take(','));
        return take('}') && atEnd() ? std::optional(members) : std::nullopt;
    }

private:
    void skipBlanks() {
        while (m_place < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(m_place))) {
            ++m_place;
        }
    }
    bool atEnd() {
        skipBlanks();
        return m_place == m_text.size();
    }
    bool take(char wanted) {
        skipBlanks();
        if (m_place == m_text.size() || m_text.at(m_place) != wanted) {
            return false;
        }
        ++m_place;
        return true;
    }
    /// Four hexadecimal digits as a UTF-16 unit.
    std::optional<char16_t> unit() {
        bool good = false;
        const QByteArray digits = m_text.mid(m_place, 4);
        const bool hexadecimal = std::ranges::all_of(digits, [](char c) { return std::isxdigit(c) != 0; });
        const ushort value = digits.toUShort(&good, 16);
        if (!good || digits.size() != 4 || !hexadecimal) {
            return std::nullopt;
        }
        m_place += 4;
        return static_cast<char16_t>(value);
    }
    bool escape(QByteArray& text) {
        static constexpr QByteArrayView names = "\"\\/bfnrt";
        static constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
        if (m_place == m_text.size()) {
            return false;
        }
        const char letter = m_text.at(m_place++);
        if (const qsizetype known = names.indexOf(letter); known >= 0) {
            text += meanings.at(known);
            return true;
        }
        auto first = letter == 'u' ? unit() : std::nullopt;
        if (!first || QChar::isLowSurrogate(*first)) {
            return false;
        }
        QString character(QChar{*first});
        if (QChar::isHighSurrogate(*first)) {
            if (m_text.mid(m_place, 2) != "\\u") {
                return false;
            }
            m_place += 2;
            const auto second = unit();
            if (!second || !QChar::isLowSurrogate(*second)) {
                return false;
            }
            character += QChar(*second);
        }
        text += character.toUtf8();
        return true;
    }
    std::optional<QByteArray> string() {
        if (!take('"')) {
            return std::nullopt;
        }
        QByteArray text;
        while (m_place < m_text.size()) {
            const char letter = m_text.at(m_place++);
            if (letter == '"') {
                QStringDecoder decoder(QStringDecoder::Utf8);
                const QString decoded = decoder.decode(text); // overlong and cut letters are errors to it
                return decoder.hasError() || decoded.toUtf8() != text ? std::nullopt : std::optional(text);
            }
            if (static_cast<unsigned char>(letter) < 0x20 || (letter == '\\' && !escape(text))) {
                return std::nullopt;
            }
            if (letter != '\\') {
                text += letter;
            }
        }
        return std::nullopt;
    }

    const QByteArray& m_text;
    qsizetype m_place = 0;
};

} // namespace

std::optional<QList<std::pair<QByteArray, QByteArray>>> readFlatJson(const QByteArray& text) {
    return FlatJson(text).object();
}

QByteArray jsonString(const QByteArray& text) {
    QByteArray quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (static_cast<unsigned char>(letter) < 0x20) {
            quoted += "\\u00" + QByteArray(1, letter).toHex();
        } else {
            quoted += letter;
        }
    }
    return quoted + '"';
}

} // namespace exchange
