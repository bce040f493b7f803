// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/folding.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QStringList wordsOf(const QString& text) {
    QStringList words;
    QString word;
    const QString plain = folded(text);
    for (const QChar character : plain) {
        if (character.isLetterOrNumber()) {
            word.append(character);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty()) {
        words.append(word);
    }
    return words;
}

} // namespace

QString folded(const QString& text) {
    QString plain;
    plain.reserve(text.size());
    // The decomposition leaves đ as it is: it has no diacritic in Unicode, so it is folded by hand.
    for (const QChar character : text.normalized(QString::NormalizationForm_D)) {
        if (character.isMark()) {
            continue;
        }
        plain.append(character == u'đ' || character == u'Đ' ? QChar(u'd') : character.toLower());
    }
    return plain;
}

QStringList searchWords(const QString& query) {
    return wordsOf(query.left(500)).mid(0, 16);
}

bool holdsWords(const QString& text, const QStringList& words) {
    const QStringList held = wordsOf(text);
    return std::ranges::all_of(words, [&held](const QString& word) {
        return std::ranges::any_of(held, [&word](const QString& candidate) { return candidate.startsWith(word); });
    });
}

} // namespace app
