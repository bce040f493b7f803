// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pageoverlay.h"

#include <QImage>
#include <QRect>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui {

/// What is drawn of one page. Device pixels; the painter counts in them too.
struct PagePicture {
    QRect paper;
    QImage image;  ///< of any size; null: white paper only
    QString words; ///< on the paper where there is no picture
};

/// Paper with a soft shadow, and the page on it: one to one where the sizes are equal.
void paintPage(QPainter& painter, const PagePicture& page, const ViewerColours& colours, double devicePixelRatio);

/// The ground of a finding.
void paintHighlight(QPainter& painter, const QRectF& rect, const QColor& colour, double devicePixelRatio);

/// A dashed frame with its words in the middle, where they have room.
void paintFrame(QPainter& painter, const QRectF& rect, const QColor& colour, const QString& words, bool selected,
                double devicePixelRatio);

/// Calm colours made from a palette, for where no others were set.
[[nodiscard]] ViewerColours coloursOf(const class QPalette& palette);

} // namespace ui
