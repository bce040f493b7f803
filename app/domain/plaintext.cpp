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

bool isUnseen(char32_t character) {
    const QChar::Category category = QChar::category(character);
    // Beside controls and formats: letters, marks and a sign by their category that are drawn as nothing.
    return category == QChar::Other_Control || category == QChar::Other_Format || character == 0x034F ||
           character == 0x115F || character == 0x1160 || character == 0x17B4 || character == 0x17B5 ||
           character == 0x3164 || character == 0xFFA0 || character == 0xFFFC ||
           (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

QString visibleText(const QString& text) {
    QString visible;
    visible.reserve(text.size());
    for (const char32_t character : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (QChar::isSpace(character) || QChar::category(character) == QChar::Other_Control) {
            visible.append(u' ');
        } else if (!isUnseen(character)) {
            visible.append(QString::fromUcs4(&character, 1));
        }
    }
    return visible.simplified();
}

bool hidesCharacters(const QString& text) {
    return std::ranges::any_of(text.toUcs4(),
                               [](char32_t character) { return isUnseen(character) && !QChar::isSpace(character); });
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
