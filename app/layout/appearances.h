// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

namespace app {

/// One-page PDFs, exactly of the size of the field that they fill: docsig takes them in as the appearance of a form
/// field or a signature. Sizes are PDF points; the ground is transparent. Any thread; the two text appearances need a
/// QGuiApplication. Errors: layout-field-too-small, layout-picture-unreadable, layout-picture-too-large,
/// layout-no-fonts.

/// The drawn number ("07") at the right of its field, upright, on the base line that layOut() gives the field's line.
[[nodiscard]] Result<QByteArray> numberAppearance(const QString& text, QSizeF points);

/// "ngày 23 tháng 11 năm 2026" at the left of its field, italic. Text that is too wide is set smaller, never cut.
[[nodiscard]] Result<QByteArray> dateAppearance(const QString& text, QSizeF points);

/// A signature or seal picture (PNG, transparency kept, at most 4 million pixels) inside a field of the given size in
/// millimetres: scaled to fit, centred, its proportions kept.
[[nodiscard]] Result<QByteArray> pictureAppearance(const QByteArray& png, double widthMillimetres,
                                                   double heightMillimetres);

/// The same for a field measured in points, as a placed field is.
[[nodiscard]] Result<QByteArray> pictureAppearance(const QByteArray& png, QSizeF points);

/// Millimetres to PDF points.
[[nodiscard]] constexpr double toPoints(double millimetres) {
    return millimetres * 72.0 / 25.4;
}

} // namespace app
