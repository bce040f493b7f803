// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/plaintext.h"

#include "app/domain/folding.h"

#include <QList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// A folded text and, for each of its characters, where it stood.
struct FoldedText {
    QString text{};
    QList<qsizetype> places{};
};

FoldedText foldedWithPlaces(const QString& text) {
    FoldedText result;
    result.text.reserve(text.size());
    result.places.reserve(text.size());
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QChar character = text.at(index);
        if (character.unicode() < 0x80) {
            result.text.append(character.toLower());
            result.places.append(index);
            continue;
        }
        for (const QChar plain : folded(QString(character))) {
            result.text.append(plain);
            result.places.append(index);
        }
    }
    return result;
}

bool isHidden(QChar character) {
    return character.category() == QChar::Other_Format || character == QChar::ObjectReplacementCharacter;
}

bool beginsWord(const QString& text, qsizetype index) {
    return index == 0 || !text.at(index - 1).isLetterOrNumber();
}

qsizetype placeOf(const FoldedText& folded, const QString& word) {
    qsizetype found = folded.text.indexOf(word);
    while (found >= 0 && !beginsWord(folded.text, found)) {
        found = folded.text.indexOf(word, found + 1);
    }
    return found < 0 ? -1 : folded.places.at(found);
}

/// The next place between two words, going in that direction, within a word's length.
qsizetype wordBorder(const QString& text, qsizetype from, int step) {
    constexpr qsizetype longestWord = 20;
    for (qsizetype index = from, steps = 0; index > 0 && index < text.size() && steps < longestWord; ++steps) {
        if (text.at(index).isSpace()) {
            return index;
        }
        index += step;
    }
    return qBound(qsizetype(0), from, text.size());
}

} // namespace

QString visibleText(const QString& text) {
    QString visible;
    visible.reserve(text.size());
    for (const QChar character : text.normalized(QString::NormalizationForm_C)) {
        if (character.isSpace() || character.category() == QChar::Other_Control) {
            visible.append(u' ');
        } else if (!isHidden(character)) {
            visible.append(character);
        }
    }
    return visible.simplified();
}

bool hidesCharacters(const QString& text) {
    return std::ranges::any_of(text, [](QChar character) {
        return isHidden(character) || (character.category() == QChar::Other_Control && !character.isSpace());
    });
}

QString excerptAround(const QString& text, const QStringList& words, qsizetype length) {
    constexpr qsizetype mostLookedAt = 60'000;
    const QString whole = text.left(mostLookedAt);
    const FoldedText folded = foldedWithPlaces(whole);
    qsizetype first = -1;
    for (const QString& word : words) {
        const qsizetype place = placeOf(folded, word);
        first = place >= 0 && (first < 0 || place < first) ? place : first;
    }
    if (first < 0) {
        return {};
    }
    const qsizetype begin = wordBorder(whole, qMax(qsizetype(0), first - length / 4), 1);
    const qsizetype end = wordBorder(whole, qMin(whole.size(), begin + length), -1);
    QString piece = visibleText(whole.sliced(begin, qMax(end - begin, qsizetype(0))));
    if (begin > 0) {
        piece.prepend(u"… "_s);
    }
    return end < whole.size() ? piece + u" …"_s : piece;
}

} // namespace app
