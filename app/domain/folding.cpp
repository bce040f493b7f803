// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/folding.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Letters and digits as the index of words has them; a few signs of New Tai Lue and Vedic are letters to Qt alone.
bool belongsToWord(QChar character) {
    const char16_t code = character.unicode();
    const bool isOther =
        (code >= 0x19B0 && code <= 0x19C0) || code == 0x19C8 || code == 0x19C9 || code == 0x1CF2 || code == 0x1CF3;
    return character.isLetterOrNumber() && !isOther;
}

QStringList wordsOf(const QString& text) {
    QStringList words;
    QString word;
    const QString plain = folded(text);
    for (const QChar character : plain) {
        if (belongsToWord(character)) {
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

void foldPiece(const QString& text, QString& plain) {
    // The decomposition leaves đ as it is: it has no diacritic in Unicode, so it is folded by hand.
    for (const QChar character : text.normalized(QString::NormalizationForm_D)) {
        if (!character.isMark()) {
            plain.append(character == u'đ' || character == u'Đ' ? QChar(u'd') : character.toLower());
        }
    }
}

} // namespace

QString folded(const QString& text) {
    // Piece by piece: what a decomposition costs grows with the square of the text's length, and of a run of marks.
    constexpr qsizetype piece = 256;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = qMin(begin + piece, text.size());
        if (end < text.size() && text.at(end).isLowSurrogate()) {
            ++end;
        }
        foldPiece(text.sliced(begin, end - begin), plain);
        begin = end;
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
