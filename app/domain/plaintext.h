// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app {

/// One line in Unicode's form C without characters that nobody sees or that turn the direction of others (categories Cc
/// and Cf, object replacement): with them a name could be made to look like another office's.
[[nodiscard]] QString visibleText(const QString& text);
/// Whether a reader would not see what such a text says: it holds what visibleText() takes away, white space aside.
[[nodiscard]] bool hidesCharacters(const QString& text);

/// The piece of a text around the first of these words (folded, as of searchWords()), about `length` characters, on one
/// line; empty where none of them begins a word in it. Only the beginning of a very long text is looked at.
[[nodiscard]] QString excerptAround(const QString& text, const QStringList& words, qsizetype length = 160);

} // namespace app
