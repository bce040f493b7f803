// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace app::page {

/// A PDF of one page of exactly this size in points, with a transparent ground and subset fonts. `paint` counts in
/// layout units from the page's upper left corner. Needs a QGuiApplication. Errors: layout-field-too-small.
[[nodiscard]] Result<QByteArray> drawnPage(QSizeF points, const QString& title,
                                           const std::function<void(QPainter&)>& paint);

/// Whether an appearance may have that size: at least 4 points, at most a page. Code: layout-field-too-small.
[[nodiscard]] Result<void> checkAppearanceSize(QSizeF points);

} // namespace app::page
