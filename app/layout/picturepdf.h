// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>

namespace app::page {

/// A PDF with one page of exactly this size in points that shows a picture in a rectangle (lower left origin): one
/// image with its transparency as a soft mask, by palette where it has few colours, losslessly packed. The same picture
/// gives the same bytes. QPdfWriter would write several kilobytes around it and whole points only.
[[nodiscard]] QByteArray picturePdf(const QImage& picture, QSizeF page, const QRectF& place);

} // namespace app::page
