// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QSizeF>

namespace app::page {

/// What QPdfWriter writes otherwise than we want it.
struct PdfTouches {
    QDate created; ///< replaces the clock's time; invalid: no creation date at all
    QSizeF page;   ///< exact size in points of the only page; empty: as written
};

/// Rewrites a PDF that QPdfWriter has just made (one cross-reference table, no object streams): the same input gives
/// the same bytes then, and pages have fractions of points. Empty when the bytes are not of that shape.
[[nodiscard]] QByteArray touchUp(const QByteArray& pdf, const PdfTouches& touches);

} // namespace app::page
