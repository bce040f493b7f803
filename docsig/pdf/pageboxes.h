// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"

#include <QRectF>
#include <QSizeF>

namespace docsig::pdf {

/// A page as a person sees it: cropped, turned and in real points (ISO 32000-1 §7.7.3.3, §14.11.2). Places "as shown"
/// are measured in points from the lower left corner of what is seen, y upwards; user space is what a /Rect is
/// written in. Rectangles have their lower edge at top(), as y goes upwards.
struct ShownPage {
    QRectF box;       ///< in user space: the crop box as far as it lies in the media box
    int rotation = 0; ///< clockwise: 0, 90, 180 or 270
    double unit = 1;  ///< points in a unit of user space

    /// As shown, in points.
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF toUserSpace(const QRectF& shown) const;
    [[nodiscard]] QRectF toShown(const QRectF& userSpace) const;
    /// The same rectangle measured from the upper left corner, y downwards, top() its upper edge; and back.
    [[nodiscard]] QRectF flipped(const QRectF& rect) const;

    friend bool operator==(const ShownPage&, const ShownPage&) = default;
};

/// The page with that object number; boxes and rotation may be inherited. Where the file says nothing that can be used,
/// a letter page as readers assume it.
[[nodiscard]] ShownPage shownPage(const Document& document, int page);

/// On which of the pages, from 0, an annotation lies: as its /P says, which is optional, else the page that lists it;
/// -1: on none.
[[nodiscard]] int pageOfAnnotation(const Document& document, const QList<int>& pages, int annotation);

/// A rectangle of the file, its corners in any order; empty where it is none.
[[nodiscard]] QRectF rectangleOf(const Document& document, const Value& value);

} // namespace docsig::pdf
