// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

namespace ui {

/// Points in a millimetre.
inline constexpr double pointsPerMillimetre = 72.0 / 25.4;

/// The rectangle moved inside the page (points, lower left origin); its size is kept where it fits.
[[nodiscard]] QRectF keptOnPage(const QRectF& rect, QSizeF page);

/// The rectangle moved by millimetres, kept on the page; up is positive.
[[nodiscard]] QRectF nudged(const QRectF& rect, QSizeF page, double right, double up);

/// "40 × 16 mm", figures as the locale writes them, one decimal where it is not nought.
[[nodiscard]] QString sizeWords(QSizeF points);

} // namespace ui
