// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/render/renderedpage.h"
#include "docsig/pades/flowfields.h"
#include "docsig/pades/signingplaces.h"

#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace app {

/// A field that the document reserves for the signature.
struct ReservedField {
    QString name;
};

/// Above a text such as the signer's name: its last occurrence on the last page that has it, the picture centred.
struct AnchorText {
    QString text;
    QSizeF millimetres{50, 20}; ///< of the picture's field
};

/// A place on a page as a person sees it.
struct PagePosition {
    int page = 0;       ///< from 0
    QRectF millimetres; ///< from the upper left corner, y downwards
};

using BatchPlace = std::variant<ReservedField, AnchorText, PagePosition>;

/// The last occurrence of a text among the words of a page: letters compared without case and spaces, so that a name
/// that the file cut into pieces is found; it begins where a word begins and ends where one ends. Nothing where it is
/// not there. The box is in the coordinates of the words.
[[nodiscard]] std::optional<QRectF> findText(const QList<TextWord>& words, const QString& text);

/// The words of a page, from 0.
using WordsOfPage = std::function<Result<QList<TextWord>>(int page)>;

/// Where exactly one document is signed.
struct ResolvedPlace {
    QString fieldName;
    std::optional<docsig::PagePlace> place; ///< where the field has to be made
    QSizeF points;                          ///< of the field as shown
};

/// Codes: batch-field-missing, batch-anchor-missing, batch-page-missing, batch-place-outside, and those of `words`.
[[nodiscard]] Result<ResolvedPlace> resolvePlace(const BatchPlace& wanted, const docsig::SigningPlaces& places,
                                                 const WordsOfPage& words);

} // namespace app
