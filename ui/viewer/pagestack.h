// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QRectF>
#include <QSizeF>

namespace ui {

/// Where pages stand when they are shown one below the other. All lengths are device pixels, so that a page's picture
/// falls on whole pixels at 125 and 150 % too. Plain geometry, no widget.
class PageStack {
public:
    static constexpr int topMargin = 18; ///< logical pixels, above the first and below the last page
    static constexpr int sideMargin = 24;
    static constexpr int gap = 16;

    /// Page sizes in points.
    void setPages(const QList<QSizeF>& points);
    /// `zoom` 1.0 is real size at 96 dpi; `viewportWidth` in device pixels centres narrow pages.
    void setScale(double zoom, double devicePixelRatio, int viewportWidth);

    [[nodiscard]] int count() const { return int(m_points.size()); }
    [[nodiscard]] QSizeF points(int page) const { return m_points.at(page); }
    [[nodiscard]] QRect pageRect(int page) const { return m_rects.at(page); }
    [[nodiscard]] QSize contentSize() const { return m_content; }
    /// The page at a height, or the one nearest to it; -1 when there is none.
    [[nodiscard]] int pageAt(int y) const;
    /// First and last page that touch a band of the content; {0, -1} when none does.
    [[nodiscard]] std::pair<int, int> pagesBetween(int top, int bottom) const;

    /// Page coordinates (points, lower left origin) to the content's device pixels and back.
    [[nodiscard]] QRectF toContent(int page, const QRectF& points) const;
    [[nodiscard]] QPointF toPoints(int page, QPointF content) const;
    [[nodiscard]] double pixelsPerPoint(int page) const;

    /// The zoom at which the widest page fills a width, and at which a page fits a size (logical pixels).
    [[nodiscard]] double zoomForWidth(int width) const;
    [[nodiscard]] double zoomForPage(int page, QSize size) const;

private:
    QList<QSizeF> m_points;
    QList<QRect> m_rects;
    QSize m_content;
};

} // namespace ui
