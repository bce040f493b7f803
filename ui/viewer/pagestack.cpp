// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagestack.h"

#include <algorithm>

namespace ui {

namespace {

constexpr double pixelsPerPointAtOne = 96.0 / 72.0;

} // namespace

void PageStack::setPages(const QList<QSizeF>& points) {
    m_points = points;
    m_rects.clear();
    m_content = {};
}

void PageStack::setScale(double zoom, double devicePixelRatio, int viewportWidth) {
    const double scale = pixelsPerPointAtOne * zoom * devicePixelRatio;
    int widest = 0;
    m_rects.clear();
    m_rects.reserve(m_points.size());
    int y = qRound(topMargin * devicePixelRatio);
    for (const QSizeF points : m_points) {
        const QSize size(qMax(1, qRound(points.width() * scale)), qMax(1, qRound(points.height() * scale)));
        m_rects.append(QRect(QPoint(0, y), size));
        widest = qMax(widest, size.width());
        y += size.height() + qRound(gap * devicePixelRatio);
    }
    y += qRound((topMargin - gap) * devicePixelRatio);
    const int width = qMax(viewportWidth, widest + 2 * qRound(sideMargin * devicePixelRatio));
    for (QRect& rect : m_rects) {
        rect.moveLeft((width - rect.width()) / 2);
    }
    m_content = m_points.isEmpty() ? QSize() : QSize(width, y);
}

int PageStack::pageAt(int y) const {
    if (m_rects.isEmpty()) {
        return -1;
    }
    const auto after = std::ranges::upper_bound(m_rects, y, {}, [](const QRect& rect) { return rect.top(); });
    return qMax(0, int(after - m_rects.begin()) - 1);
}

std::pair<int, int> PageStack::pagesBetween(int top, int bottom) const {
    if (m_rects.isEmpty()) {
        return {0, -1};
    }
    int first = pageAt(top);
    const int last = pageAt(bottom);
    if (m_rects.at(first).bottom() < top) {
        ++first;
    }
    return {first, last};
}

QRectF PageStack::toContent(int page, const QRectF& points) const {
    const QRect rect = m_rects.at(page);
    const QSizeF size = m_points.at(page);
    const double across = rect.width() / size.width();
    const double down = rect.height() / size.height();
    return {rect.left() + points.left() * across, rect.top() + (size.height() - points.bottom()) * down,
            points.width() * across, points.height() * down};
}

QPointF PageStack::toPoints(int page, QPointF content) const {
    const QRect rect = m_rects.at(page);
    const QSizeF size = m_points.at(page);
    return {(content.x() - rect.left()) * size.width() / rect.width(),
            size.height() - (content.y() - rect.top()) * size.height() / rect.height()};
}

double PageStack::pixelsPerPoint(int page) const {
    return m_rects.at(page).width() / m_points.at(page).width();
}

double PageStack::zoomForWidth(int width) const {
    double widest = 1;
    for (const QSizeF points : m_points) {
        widest = qMax(widest, points.width());
    }
    return qMax(1, width - 2 * sideMargin) / (widest * pixelsPerPointAtOne);
}

double PageStack::zoomForPage(int page, QSize size) const {
    const QSizeF points = m_points.at(page) * pixelsPerPointAtOne;
    return qMin(qMax(1, size.width() - 2 * sideMargin) / points.width(),
                qMax(1, size.height() - 2 * topMargin) / points.height());
}

} // namespace ui
