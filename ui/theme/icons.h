// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QLatin1String>

class QPainter;
class QRectF;

namespace ui {

class Theme;

/// An icon of our family (resources/icons/<name>.svg: 16 px box, 1.5 px line), tinted with a token and drawn at the
/// device's own pixels; it follows the theme by itself.
[[nodiscard]] QIcon icon(QLatin1String name, const Theme& theme, Ink ink = Ink::Text2);

/// Draws one directly, for delegates.
void drawIcon(QPainter& painter, QLatin1String name, const QRectF& box, const QColor& colour);

} // namespace ui
