// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"

#include <QRectF>

namespace app::page {

/// The layout counts in twentieths of a point, y downwards from the top of the page: fonts get whole pixel sizes then,
/// and a glyph's rounded advance is never wrong by more than a fiftieth of a millimetre.
inline constexpr int unitsPerPoint = 20;
inline constexpr int resolution = 72 * unitsPerPoint;

[[nodiscard]] constexpr double points(double value) {
    return value * unitsPerPoint;
}

[[nodiscard]] constexpr double millimetres(double value) {
    return value * resolution / 25.4;
}

/// A4 in whole points, as QPdfWriter writes its MediaBox.
inline constexpr double pageWidthPoints = 595;
inline constexpr double pageHeightPoints = 842;

/// The margins of NĐ 30/2020 Phụ lục I, mục I.4: top and bottom 20–25 mm, left 30–35, right 15–20.
inline constexpr double left = millimetres(30);
inline constexpr double right = points(pageWidthPoints) - millimetres(15);
inline constexpr double top = millimetres(20);
inline constexpr double bottom = points(pageHeightPoints) - millimetres(20);
inline constexpr double textWidth = right - left;

/// Quốc hiệu, place and date, and the signer are centred on one axis at the right; agency and number on one at the
/// left.
inline constexpr double leftColumnWidth = millimetres(66);
inline constexpr double leftAxis = left + leftColumnWidth / 2;
inline constexpr double firstLineIndent = millimetres(12.7);
inline constexpr double paragraphGap = points(6);
inline constexpr double ruleThickness = points(0.75);

/// Natural line of Times: ascent 0.891, descent 0.216, gap 0.042 of the size.
inline constexpr double ascent = 0.891;
inline constexpr double naturalLine = 1.149;
/// Body lines: between single (1.0 × natural) and one and a half.
inline constexpr double bodyLine = 1.32;

/// Fields around a base line: this much of the size below it and above it.
inline constexpr double fieldBelow = 0.30;
inline constexpr double fieldHeight = 1.30;

/// Letter sizes in points for one scale (mục II; together they rise or fall).
struct Sizes {
    double motto;  ///< Quốc hiệu
    double second; ///< Tiêu ngữ, place and date
    double agency;
    double number;
    double title; ///< tên loại, trích yếu of a named type
    double about; ///< "V/v …"
    double body;
    double signer;
    double rightColumn; ///< layout units: as wide as ô 1 needs

    /// The axis of ô 1, 4 and 7.
    [[nodiscard]] constexpr double rightAxis() const { return right - rightColumn / 2; }
};

[[nodiscard]] constexpr Sizes sizesOf(OfficialDocument::Scale scale) {
    return scale == OfficialDocument::Scale::Small ? Sizes{12, 13, 12, 13, 13, 12, 13, 13, millimetres(90)}
                                                   : Sizes{13, 14, 13, 13, 14, 13, 14, 14, millimetres(96)};
}

/// A rectangle of the layout as PDF points, lower left origin.
[[nodiscard]] inline QRectF toPdf(const QRectF& rect) {
    return {rect.left() / unitsPerPoint, pageHeightPoints - rect.bottom() / unitsPerPoint, rect.width() / unitsPerPoint,
            rect.height() / unitsPerPoint};
}

} // namespace app::page
