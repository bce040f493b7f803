// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app {

/// Lower case, without diacritics, đ as d: what searches compare. "Quyết định" becomes "quyet dinh".
[[nodiscard]] QString folded(const QString& text);

/// The folded words of a query, without anything but letters and digits; at most 16.
[[nodiscard]] QStringList searchWords(const QString& query);

/// Whether every word is the beginning of a word in the text.
[[nodiscard]] bool holdsWords(const QString& text, const QStringList& words);

} // namespace app
