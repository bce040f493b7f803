// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace app {

/// Whether a reader sees nothing of that character, or another order of those around it: controls, turns of the reading
/// order, joiners, tags, fillers, selectors. With them a name could be made to look like another one.
[[nodiscard]] bool isUnseen(char32_t character);

/// One line in Unicode's form C without what is unseen.
[[nodiscard]] QString visibleText(const QString& text);
/// Whether the text holds what is unseen, white space aside.
[[nodiscard]] bool hidesCharacters(const QString& text);

/// The piece of a text around the first of these words (folded, as of searchWords()), about `length` characters, on one
/// line; empty where none of them begins a word in it. Only the beginning of a very long text is looked at.
[[nodiscard]] QString excerptAround(const QString& text, const QStringList& words, qsizetype length = 160);

} // namespace app
