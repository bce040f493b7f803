// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/batchplace.h"

#include "app/layout/appearances.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr double gapPoints = 2;         ///< between the picture and the name under it
constexpr qsizetype lastPagesRead = 50; ///< an anchor is looked for in as many pages from the end

QString letters(const QString& text) {
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_C).toCaseFolded()) {
        if (!c.isSpace()) {
            kept.append(c);
        }
    }
    return kept;
}

/// Letters of a page one after the other, with the word that each comes from.
struct Letters {
    QString text;
    QList<qsizetype> wordOf;

    [[nodiscard]] bool beginsWord(qsizetype at) const { return at == 0 || wordOf[at] != wordOf[at - 1]; }
    /// Punctuation behind a name ends it as well.
    [[nodiscard]] bool endsWord(qsizetype end) const {
        return end == text.size() || wordOf[end] != wordOf[end - 1] || text[end].isPunct();
    }
};

QString freeFieldName(const docsig::SigningPlaces& places) {
    int number = 1;
    while (places.fieldNames.contains(u"Signature%1"_s.arg(number))) {
        ++number;
    }
    return u"Signature%1"_s.arg(number);
}

/// A new field over that rectangle as shown, in points from the lower left corner.
Result<ResolvedPlace> newField(const docsig::SigningPlaces& places, int page, const QRectF& shown) {
    const docsig::pdf::ShownPage& paper = places.pages[page];
    if (shown.isEmpty() || !QRectF({0, 0}, paper.size()).contains(shown)) {
        return fail("batch-place-outside", u"page %1"_s.arg(page + 1));
    }
    return ResolvedPlace{freeFieldName(places), docsig::PagePlace{page, paper.toUserSpace(shown)}, shown.size()};
}

struct Resolver {
    const docsig::SigningPlaces& places;
    const WordsOfPage& words;

    Result<ResolvedPlace> operator()(const ReservedField& wanted) const {
        const auto field = std::ranges::find(places.openFields, wanted.name, &docsig::OpenSignatureField::name);
        if (field == places.openFields.end()) {
            return fail("batch-field-missing", wanted.name);
        }
        return ResolvedPlace{field->name, std::nullopt, field->size};
    }

    Result<ResolvedPlace> operator()(const AnchorText& wanted) const {
        const qsizetype last = places.pages.size() - 1;
        for (qsizetype page = last; page >= 0 && last - page < lastPagesRead; --page) {
            const auto found = words(static_cast<int>(page));
            if (!found) {
                return std::unexpected(found.error());
            }
            if (const auto name = findText(*found, wanted.text)) {
                return newField(places, static_cast<int>(page), above(*name, wanted, places.pages[page].size()));
            }
        }
        return fail("batch-anchor-missing", wanted.text);
    }

    Result<ResolvedPlace> operator()(const PagePosition& wanted) const {
        if (wanted.page < 0 || wanted.page >= places.pages.size()) {
            return fail("batch-page-missing", QString::number(wanted.page + 1));
        }
        const QRectF& mm = wanted.millimetres;
        const QRectF points(toPoints(mm.left()), toPoints(mm.top()), toPoints(mm.width()), toPoints(mm.height()));
        return newField(places, wanted.page, places.pages[wanted.page].flipped(points));
    }

    /// Centred above the name, moved onto the paper where it would stand out.
    static QRectF above(const QRectF& name, const AnchorText& wanted, QSizeF paper) {
        const QSizeF size(toPoints(wanted.millimetres.width()), toPoints(wanted.millimetres.height()));
        const double left =
            std::clamp(name.center().x() - size.width() / 2, 0.0, std::max(0.0, paper.width() - size.width()));
        const double bottom = std::clamp(name.bottom() + gapPoints, 0.0, std::max(0.0, paper.height() - size.height()));
        return {QPointF(left, bottom), size};
    }
};

} // namespace

std::optional<QRectF> findText(const QList<TextWord>& words, const QString& text) {
    Letters page;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString one = letters(words[i].text);
        page.text.append(one);
        page.wordOf.append(QList<qsizetype>(one.size(), i));
    }
    const QString wanted = letters(text);
    if (wanted.isEmpty()) {
        return std::nullopt;
    }
    for (qsizetype at = page.text.lastIndexOf(wanted); at >= 0;
         at = at > 0 ? page.text.lastIndexOf(wanted, at - 1) : -1) {
        if (page.beginsWord(at) && page.endsWord(at + wanted.size())) {
            QRectF box;
            for (qsizetype i = page.wordOf[at]; i <= page.wordOf[at + wanted.size() - 1]; ++i) {
                box = box.united(words[i].rect);
            }
            return box;
        }
    }
    return std::nullopt;
}

Result<ResolvedPlace> resolvePlace(const BatchPlace& wanted, const docsig::SigningPlaces& places,
                                   const WordsOfPage& words) {
    return std::visit(Resolver{places, words}, wanted);
}

} // namespace app
