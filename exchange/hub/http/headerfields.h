// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace hub {

/// A header's value with its parameters, as in `form-data; name="a"` or `text/plain; charset=utf-8`.
struct FieldValue {
    QByteArray value;                                    ///< lower case
    QList<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case, each once; values unquoted
};

/// ASCII alone, whatever the locale says.
[[nodiscard]] bool isAlphanumeric(char c);

/// RFC 9110 §5.6.2: at least one character, all of them of the set that names are made of.
[[nodiscard]] bool isToken(QByteArrayView text);

/// `name: value` without its line end; the name in lower case, the value without blanks around it. Nothing for folded
/// lines, blanks before the colon and control characters.
[[nodiscard]] std::optional<std::pair<QByteArray, QByteArray>> parseFieldLine(QByteArrayView line);

/// Nothing where it is not written as RFC 9110 §5.6.6 wants it, or names a parameter twice.
[[nodiscard]] std::optional<FieldValue> parseFieldValue(QByteArrayView text);

/// Decimal digits alone, at most 18 of them: no sign, no blanks.
[[nodiscard]] std::optional<qint64> parseWholeNumber(QByteArrayView digits);

} // namespace hub
