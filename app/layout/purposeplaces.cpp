// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/purposeplaces.h"

#include "app/layout/appearances.h"

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr double besideEdge = toPoints(15); // the right margin of an official page
constexpr double underEdge = toPoints(5);   // so that two texts have room above its first line, at 20 mm
constexpr double gap = toPoints(1.5);
constexpr double closeGap = toPoints(0.3);
constexpr double clearance = toPoints(2); // between a stamp and what is printed
constexpr double step = toPoints(2.5);

bool isFree(const QRectF& place, const QList<QRectF>& taken) {
    return std::ranges::none_of(taken, [&place](const QRectF& other) { return other.intersects(place); });
}

/// How many pixels with ink lie in any rectangle, asked in constant time.
class Ink {
public:
    explicit Ink(const QImage& picture)
        : m_width(picture.width() + 1)
        , m_sums(std::size_t(m_width) * std::size_t(picture.height() + 1)) {
        constexpr int paper = 232;
        for (int y = 0; y < picture.height(); ++y) {
            int row = 0;
            for (int x = 0; x < picture.width(); ++x) {
                row += qGray(picture.pixel(x, y)) < paper ? 1 : 0;
                m_sums[at(x + 1, y + 1)] = m_sums[at(x + 1, y)] + row;
            }
        }
    }

    [[nodiscard]] int in(const QRect& pixels) const {
        const int right = pixels.x() + pixels.width();
        const int bottom = pixels.y() + pixels.height();
        return m_sums[at(right, bottom)] - m_sums[at(pixels.x(), bottom)] - m_sums[at(right, pixels.y())] +
               m_sums[at(pixels.x(), pixels.y())];
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const { return std::size_t(y) * std::size_t(m_width) + std::size_t(x); }

    int m_width;
    std::vector<int> m_sums;
};

} // namespace

QRectF topRightPlace(QSizeF page, QSizeF box, const QList<QRectF>& taken) {
    QRectF place({page.width() - besideEdge - box.width(), page.height() - underEdge - box.height()}, box);
    place.moveLeft(qMax(0.0, place.left()));
    // A copy of a copy: the newer text stands under the older one.
    for (int tries = 0; tries < 20; ++tries) {
        const auto other = std::ranges::find_if(taken, [&](const QRectF& one) { return one.intersects(place); });
        if (other == taken.end() || other->top() < box.height() + closeGap) {
            break;
        }
        place.moveTop(other->top() - closeGap - box.height());
    }
    return place;
}

QRectF initialPlace(QSizeF page, QSizeF box, const QRectF& leader, const QList<QRectF>& taken) {
    QRectF place(leader.isEmpty() ? QPointF(page.width() - besideEdge - box.width(), toPoints(22))
                                  : QPointF(leader.right() + gap, leader.top()),
                 box);
    place.moveLeft(qMin(place.left(), page.width() - box.width() - toPoints(5)));
    for (int tries = 0; tries < 20 && !isFree(place, taken); ++tries) {
        place.translate(0, box.height() + closeGap);
    }
    return place;
}

QRectF initialAfterText(const QRectF& line, double rightMargin, QSizeF box) {
    const double beside = line.right() + gap;
    if (beside + box.width() <= rightMargin) {
        return {{beside, line.bottom() - box.height()}, box};
    }
    return {{rightMargin - box.width(), line.top() - closeGap - box.height()}, box};
}

QRectF sealPlace(const QRectF& leader, double diameterPoints) {
    return {leader.left() + leader.width() / 3 - diameterPoints, leader.center().y() - diameterPoints / 2,
            diameterPoints, diameterPoints};
}

QRectF blankPlace(const QImage& picture, QSizeF page, QSizeF box) {
    const double left = toPoints(30);
    const double right = page.width() - besideEdge - box.width();
    const double first = toPoints(40); // below number and date
    const double last = page.height() - toPoints(15) - box.height();
    const auto fromTop = [&](double x, double y) { return QRectF({x, page.height() - y - box.height()}, box); };
    const QRectF usual = fromTop(qMin(left, qMax(0.0, right)), qMin(toPoints(52), qMax(0.0, last)));
    if (picture.isNull() || page.isEmpty()) {
        return usual;
    }
    const Ink ink(picture);
    const double scale = picture.width() / page.width();
    const auto isBlank = [&](double x, double y) {
        const QRectF clear = QRectF({x, y}, box).adjusted(-clearance, -clearance, clearance, clearance);
        const QRect pixels =
            QRectF(clear.topLeft() * scale, clear.size() * scale).toAlignedRect().intersected(picture.rect());
        return ink.in(pixels) == 0;
    };
    // Under the number, under the date: the upper third of the page. Then the whole page.
    for (const auto& [from, to, end] :
         {std::tuple(left, left, page.height() / 2), {right, right, page.height() / 2}, {left, right, last}}) {
        for (double y = first; y <= qMin(end, last); y += step) {
            for (double x = from; x <= to; x += step) {
                if (isBlank(x, y)) {
                    return fromTop(x, y);
                }
            }
        }
    }
    return usual;
}

} // namespace app
