// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagecompare.h"

#include "app/render/renderclient.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace ui {

namespace {

constexpr double dpi = 100;
constexpr int mostPages = 200;
constexpr int cell = 6;       ///< pixels: about the height of a small letter
constexpr int reach = 2;      ///< cells between parts of one place
constexpr int threshold = 40; ///< of 255, in one colour

bool differs(QRgb one, QRgb other) {
    return std::abs(qRed(one) - qRed(other)) > threshold || std::abs(qGreen(one) - qGreen(other)) > threshold ||
           std::abs(qBlue(one) - qBlue(other)) > threshold;
}

/// The cells of a picture in which something differs.
class Grid {
public:
    Grid(const QImage& one, const QImage& other)
        : m_wide((one.width() + cell - 1) / cell)
        , m_high((one.height() + cell - 1) / cell)
        , m_marks(static_cast<std::size_t>(m_wide) * static_cast<std::size_t>(m_high)) {
        for (int y = 0; y < one.height(); ++y) {
            const auto* first = reinterpret_cast<const QRgb*>(one.constScanLine(y));
            const auto* second = reinterpret_cast<const QRgb*>(other.constScanLine(y));
            for (int x = 0; x < one.width(); ++x) {
                if (differs(first[x], second[x])) {
                    m_marks[index(x / cell, y / cell)] = true;
                }
            }
        }
    }

    /// The next place, which is taken off the grid; null when none is left.
    QRect take() {
        for (; m_next < m_marks.size(); ++m_next) {
            if (m_marks[m_next]) {
                const int at = static_cast<int>(m_next);
                return grown({at % m_wide, at / m_wide});
            }
        }
        return {};
    }

private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_wide) + static_cast<std::size_t>(x);
    }

    QRect grown(QPoint start) {
        QRect place(start, QSize(1, 1));
        std::vector<QPoint> open{start};
        m_marks[index(start.x(), start.y())] = false;
        while (!open.empty()) {
            const QPoint at = open.back();
            open.pop_back();
            for (int y = std::max(0, at.y() - reach); y <= std::min(m_high - 1, at.y() + reach); ++y) {
                for (int x = std::max(0, at.x() - reach); x <= std::min(m_wide - 1, at.x() + reach); ++x) {
                    if (m_marks[index(x, y)]) {
                        m_marks[index(x, y)] = false;
                        place |= QRect(x, y, 1, 1);
                        open.emplace_back(x, y);
                    }
                }
            }
        }
        return {place.x() * cell, place.y() * cell, place.width() * cell, place.height() * cell};
    }

    int m_wide;
    int m_high;
    std::vector<bool> m_marks;
    std::size_t m_next = 0;
};

QRectF inPoints(const QRect& pixels, const app::PageInfo& page) {
    constexpr double scale = 72 / dpi;
    return {pixels.x() * scale, page.points.height() - (pixels.y() + pixels.height()) * scale, pixels.width() * scale,
            pixels.height() * scale};
}

} // namespace

QList<QRect> changedPlaces(const QImage& one, const QImage& other) {
    if (one.size() != other.size()) {
        return {one.rect() | other.rect()};
    }
    Grid grid(one.convertToFormat(QImage::Format_RGB32), other.convertToFormat(QImage::Format_RGB32));
    QList<QRect> places;
    for (QRect place = grid.take(); !place.isNull(); place = grid.take()) {
        places << place.intersected(one.rect());
    }
    return places;
}

app::Result<PageComparison> comparePages(const QString& renderProgram, const QByteArray& signedState,
                                         const QByteArray& now, std::stop_token stop) {
    app::RenderClient before(renderProgram);
    app::RenderClient after(renderProgram);
    const auto was = before.openBytes(signedState);
    const auto is = was ? after.openBytes(now) : was;
    if (!is) {
        return std::unexpected(is.error());
    }
    const int common = int(std::min(was->size(), is->size()));
    PageComparison found;
    found.pages = int(std::max(was->size(), is->size()));
    for (; found.compared < std::min(common, mostPages); ++found.compared) {
        const int page = found.compared;
        const auto one = before.page(page, dpi, stop);
        const auto other = one ? after.page(page, dpi, stop) : one;
        if (!other) {
            return std::unexpected(other.error());
        }
        if (one->size() != other->size()) {
            found.places << ChangedPlace{.page = page};
            continue;
        }
        for (const QRect& place : changedPlaces(*one, *other)) {
            found.places << ChangedPlace{.page = page, .rect = inPoints(place, is->at(page))};
        }
    }
    // A page that only one state has is a change as a whole, without a look at it.
    for (int page = common; page < found.pages && found.compared == common; ++page) {
        found.places << ChangedPlace{
            .page = page, .rect = {}, .signedPage = page < was->size(), .shownPage = page < is->size()};
    }
    found.compared = found.compared == common ? found.pages : found.compared;
    return found;
}

} // namespace ui
