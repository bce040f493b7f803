// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace exchange {

/// Reads one JSON object whose values are all texts, keeping their order; for what is compared with other copies of the
/// same values, where a parser that takes the last of two equal names would be a hole. std::nullopt for anything else:
/// other values, doubled names (in any case), more than 64 members, bytes behind the object, broken UTF-8.
[[nodiscard]] std::optional<QList<std::pair<QByteArray, QByteArray>>> readFlatJson(const QByteArray& text);

/// A JSON string with its quotes; `text` is UTF-8.
[[nodiscard]] QByteArray jsonString(const QByteArray& text);

} // namespace exchange
