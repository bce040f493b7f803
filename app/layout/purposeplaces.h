// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRectF>
#include <QSizeF>

namespace app {

// Where signatures and stamps lie on pages that are not ours. Rectangles are points on the page as shown (cropped and
// turned), from its lower left corner, y upwards; `taken` are places of other signatures.

/// The top right of the first page, within the right margin and above the first line of an official document.
[[nodiscard]] QRectF topRightPlace(QSizeF page, QSizeF box, const QList<QRectF>& taken);

/// Initials: right of the leader's signature, from its foot upwards; without one at the foot of the page, right.
[[nodiscard]] QRectF initialPlace(QSizeF page, QSizeF box, const QRectF& leader, const QList<QRectF>& taken);

/// Initials at the end of the text: `line` is its last line up to the last letter ("./."). Beside it where there is
/// room before `rightMargin`, the tops level; else under it, at that margin.
[[nodiscard]] QRectF initialAfterText(const QRectF& line, double rightMargin, QSizeF box);

/// The seal over the left third of the leader's signature, their middles on one line (NĐ 30 ô 8).
[[nodiscard]] QRectF sealPlace(const QRectF& leader, double diameterPoints);

/// A blank place for a stamp on the first page: `picture` is the page as shown. Looked for as the decree wants it,
/// under the number at the left, then under the date at the right, then anywhere from the top; where all is full, under
/// the number all the same.
[[nodiscard]] QRectF blankPlace(const QImage& picture, QSizeF page, QSizeF box);

} // namespace app
