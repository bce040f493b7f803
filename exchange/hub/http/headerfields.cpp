// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/headerfields.h"

#include <algorithm>

namespace hub {

namespace {

QByteArrayView trimmed(QByteArrayView text) {
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t')) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t')) {
        text = text.chopped(1);
    }
    return text;
}

/// Takes a quoted string off the beginning of `rest`. A backslash stands before a quote or a backslash; before anything
/// else it is a character as others are, for clients send paths.
std::optional<QByteArray> takeQuoted(QByteArrayView& rest) {
    QByteArray text;
    for (qsizetype at = 1; at < rest.size(); ++at) {
        const char c = rest[at];
        if (c == '"') {
            rest = rest.sliced(at + 1);
            return text;
        }
        const bool escapes = c == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\');
        text += escapes ? rest[++at] : c;
    }
    return std::nullopt;
}

} // namespace

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isToken(QByteArrayView text) {
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return isAlphanumeric(c) || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
    });
}

std::optional<std::pair<QByteArray, QByteArray>> parseFieldLine(QByteArrayView line) {
    const qsizetype colon = line.indexOf(':');
    const bool clean =
        std::ranges::none_of(line, [](char c) { return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7f'; });
    if (colon < 1 || !clean || !isToken(line.first(colon))) {
        return std::nullopt;
    }
    return std::pair(line.first(colon).toByteArray().toLower(), trimmed(line.sliced(colon + 1)).toByteArray());
}

std::optional<FieldValue> parseFieldValue(QByteArrayView text) {
    const qsizetype end = text.indexOf(';');
    FieldValue field;
    field.value = trimmed(end < 0 ? text : text.first(end)).toByteArray().toLower();
    QByteArrayView rest = end < 0 ? QByteArrayView() : text.sliced(end);
    while (!rest.isEmpty()) {
        rest = trimmed(rest.sliced(1)); // behind the semicolon
        const qsizetype equals = rest.indexOf('=');
        if (rest.isEmpty() && !field.parameters.isEmpty()) {
            break; // a semicolon at the end
        }
        if (equals < 1 || !isToken(rest.first(equals))) {
            return std::nullopt;
        }
        const QByteArray name = rest.first(equals).toByteArray().toLower();
        rest = rest.sliced(equals + 1);
        std::optional<QByteArray> value;
        if (rest.startsWith('"')) {
            value = takeQuoted(rest);
            rest = trimmed(rest);
        } else {
            const qsizetype stop = rest.indexOf(';');
            const QByteArrayView plain = trimmed(stop < 0 ? rest : rest.first(stop));
            value = isToken(plain) ? std::optional(plain.toByteArray()) : std::nullopt;
            rest = stop < 0 ? QByteArrayView() : rest.sliced(stop);
        }
        const bool known = std::ranges::any_of(field.parameters, [&](const auto& one) { return one.first == name; });
        if (!value || known || (!rest.isEmpty() && !rest.startsWith(';'))) {
            return std::nullopt;
        }
        field.parameters.emplaceBack(name, *value);
    }
    return field.value.isEmpty() ? std::nullopt : std::optional(field);
}

std::optional<qint64> parseWholeNumber(QByteArrayView digits) {
    const bool plain = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (digits.isEmpty() || digits.size() > 18 || !plain) {
        return std::nullopt;
    }
    return digits.toLongLong();
}

} // namespace hub
