// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheetpages.h"

#include "app/domain/vietnamtime.h"
#include "app/layout/pagefonts.h"
#include "app/layout/pageunits.h"
#include "app/layout/paragraph.h"
#include "app/layout/pdfpostpass.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

#include <numeric>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace app::page {

namespace {

constexpr double sideMargin = millimetres(15);
constexpr double topMargin = millimetres(15);
constexpr double footHeight = millimetres(18);
constexpr double padding = points(2.5);
constexpr double cellSize = 8.5;
constexpr double cellPitch = 1.25; ///< of the size
constexpr double hairline = points(0.4);
constexpr qsizetype longestCell = 400;

const QColor sheetInk(0x1B2230);
const QColor sheetFaint(0x566072);
const QColor sheetLine(0xA9B1BF);
const QColor sheetGround(0xEEF0F4);

QString cut(const QString& words) {
    const QString flat = words.simplified();
    return flat.size() <= longestCell ? flat : flat.left(longestCell - 1) + u'…';
}

/// Puts a sheet on pages: first their breaks, then their drawing.
class SheetPages {
public:
    SheetPages(const Sheet& sheet, const PageFonts& fonts, Language language, const QDateTime& made)
        : m_sheet(sheet)
        , m_fonts(fonts)
        , m_isVietnamese(language == Language::Vietnamese)
        , m_made(made)
        , m_width(points(sheet.isLandscape ? pageHeightPoints : pageWidthPoints))
        , m_height(points(sheet.isLandscape ? pageWidthPoints : pageHeightPoints))
        , m_plain(fonts.font(cellSize))
        , m_bold(fonts.font(cellSize, Style::Bold))
        , m_plainMetrics(m_plain)
        , m_boldMetrics(m_bold) {
        share();
        breakPages();
    }

    [[nodiscard]] int count() const { return int(m_starts.size()) + (m_sheet.hasCover ? 1 : 0); }

    void paint(QPainter& painter, int index) const {
        if (m_sheet.hasCover && index == 0) {
            cover(painter);
            return;
        }
        const int place = index - (m_sheet.hasCover ? 1 : 0);
        double y = topMargin;
        if (place == 0 && !m_sheet.hasCover) {
            y = head(&painter);
        }
        y = titles(&painter, y);
        const int end = place + 1 < int(m_starts.size()) ? m_starts.at(place + 1) : rowCount();
        for (int row = m_starts.at(place); row < end; ++row) {
            y = this->row(painter, y, row);
        }
        if (rowCount() == 0) {
            painter.setPen(sheetFaint);
            painter.setFont(m_fonts.font(10, Style::Italic));
            painter.drawText(QRectF(sideMargin, y, usable(), points(28)), Qt::AlignLeft | Qt::AlignVCenter,
                             m_sheet.nothing);
        }
        foot(painter, index + 1);
    }

private:
    [[nodiscard]] QString say(const QString& english, const QString& vietnamese) const {
        return m_isVietnamese ? vietnamese : english;
    }
    [[nodiscard]] double usable() const { return m_width - 2 * sideMargin; }
    [[nodiscard]] double lowest() const { return m_height - footHeight; }
    /// The totals are the last row.
    [[nodiscard]] int rowCount() const { return int(m_sheet.rows.size()) + (m_sheet.totals.isEmpty() ? 0 : 1); }
    [[nodiscard]] bool isTotals(int row) const { return row == int(m_sheet.rows.size()); }
    [[nodiscard]] const QList<SheetCell>& cells(int row) const {
        return isTotals(row) ? m_sheet.totals : m_sheet.rows.at(row);
    }

    void share() {
        const int sum = std::accumulate(m_sheet.columns.begin(), m_sheet.columns.end(), 0,
                                        [](int before, const SheetColumn& column) { return before + column.width; });
        double x = sideMargin;
        for (const SheetColumn& column : m_sheet.columns) {
            m_lefts.push_back(x);
            x += usable() * column.width / std::max(1, sum);
        }
        m_lefts.push_back(x);
    }

    [[nodiscard]] Paragraph set(const QString& words, double width, bool bold, bool centred = false) const {
        ParagraphStyle how;
        how.font = bold ? m_bold : m_plain;
        how.size = cellSize;
        how.linePitch = cellPitch;
        how.set = centred ? ParagraphStyle::Set::Centred : ParagraphStyle::Set::Left;
        how.width = width;
        return {words, how};
    }

    [[nodiscard]] double innerWidth(int column) const {
        return m_lefts.at(column + 1) - m_lefts.at(column) - 2 * padding;
    }

    [[nodiscard]] int linesOf(const QString& words, int column, bool bold) const {
        const QFontMetricsF& metrics = bold ? m_boldMetrics : m_plainMetrics;
        if (words.isEmpty() || metrics.horizontalAdvance(words) < innerWidth(column)) {
            return 1; // most cells: no text layout is needed
        }
        return set(words, innerWidth(column), bold).lineCount();
    }

    [[nodiscard]] double rowHeight(int row) const {
        int lines = 1;
        const QList<SheetCell>& held = cells(row);
        for (int column = 0; column < int(held.size()); ++column) {
            lines = std::max(lines, linesOf(cut(held.at(column).shown()), column, isTotals(row)));
        }
        return lines * points(cellSize) * cellPitch + 2 * padding;
    }

    void breakPages() {
        m_starts = {0};
        double y = titles(nullptr, m_sheet.hasCover ? topMargin : head(nullptr));
        for (int row = 0; row < rowCount(); ++row) {
            const double height = rowHeight(row);
            m_heights.push_back(height);
            if (y + height > lowest() && row > m_starts.back()) {
                m_starts.push_back(row);
                y = titles(nullptr, topMargin);
            }
            y += height;
        }
    }

    /// Draws lines of words on one axis; gives where the next ones begin.
    double centred(QPainter* painter, double y, const QString& words, double size, Style style,
                   double above = 0) const {
        if (words.isEmpty()) {
            return y;
        }
        ParagraphStyle how;
        how.font = m_fonts.font(size, style);
        how.size = size;
        how.linePitch = 1.3;
        how.set = ParagraphStyle::Set::Centred;
        how.width = usable() - millimetres(30);
        how.balanced = true;
        const Paragraph set(cut(words), how);
        if (painter != nullptr) {
            painter->setPen(sheetInk);
            set.paint(*painter, {sideMargin + millimetres(15), y + points(above)});
        }
        return y + points(above) + set.height();
    }

    /// The cover of Phụ lục IV: whose book it is, what it is, its year, days, numbers and volume.
    void cover(QPainter& painter) const {
        painter.setPen(QPen(sheetInk, points(1.5)));
        painter.setBrush(Qt::NoBrush);
        const QRectF frame(sideMargin, topMargin, usable(), m_height - 2 * topMargin);
        painter.drawRect(frame);
        painter.setPen(QPen(sheetInk, points(0.5)));
        painter.drawRect(frame.adjusted(points(4), points(4), -points(4), -points(4)));
        double y = topMargin + millimetres(18);
        y = centred(&painter, y, m_sheet.superior.toUpper(), 13, Style::Upright);
        y = centred(&painter, y, m_sheet.office.toUpper(), 13, Style::Bold, 2);
        painter.fillRect(QRectF(m_width / 2 - millimetres(15), y + points(4), millimetres(30), points(0.75)), sheetInk);
        y = std::max(y + millimetres(20), m_height * 0.36);
        y = centred(&painter, y, m_sheet.title.toUpper(), 24, Style::Bold);
        y += millimetres(8);
        for (const QString& fact : m_sheet.facts) {
            y = centred(&painter, y, fact, 13, Style::Upright, 4);
        }
    }

    /// Over the first rows of a sheet without a cover. Null: only measured.
    double head(QPainter* painter) const {
        double y = topMargin;
        if (painter != nullptr) {
            painter->setPen(sheetInk);
        }
        y = centred(painter, y, m_sheet.superior.toUpper(), 10, Style::Upright);
        y = centred(painter, y, m_sheet.office.toUpper(), 10, Style::Bold, 1);
        y = centred(painter, y, m_sheet.title, 16, Style::Bold, 14);
        for (const QString& fact : m_sheet.facts) {
            y = centred(painter, y, fact, 10, Style::Upright, 3);
        }
        return y + points(14);
    }

    /// The titles of the columns and, under a cover, their numbers as the forms have them. Null: only measured.
    double titles(QPainter* painter, double y) const {
        int lines = 1;
        for (int column = 0; column < int(m_sheet.columns.size()); ++column) {
            lines = std::max(lines, linesOf(m_sheet.columns.at(column).title, column, true));
        }
        const double height = lines * points(cellSize) * cellPitch + 2 * padding;
        const double numbers = m_sheet.hasCover ? points(cellSize) * cellPitch + 2 * padding : 0;
        if (painter != nullptr) {
            painter->fillRect(QRectF(sideMargin, y, usable(), height), sheetGround);
            for (int column = 0; column < int(m_sheet.columns.size()); ++column) {
                const Paragraph words = set(m_sheet.columns.at(column).title, innerWidth(column), true, true);
                painter->setPen(sheetInk);
                words.paint(*painter, {m_lefts.at(column) + padding, y + (height - words.height()) / 2});
                if (m_sheet.hasCover) {
                    const Paragraph number = set(u"(%1)"_s.arg(column + 1), innerWidth(column), false, true);
                    painter->setPen(sheetFaint);
                    number.paint(*painter, {m_lefts.at(column) + padding, y + height + padding});
                }
            }
            grid(*painter, y, height);
            if (m_sheet.hasCover) {
                grid(*painter, y + height, numbers);
            }
        }
        return y + height + numbers;
    }

    void grid(QPainter& painter, double y, double height) const {
        painter.setPen(QPen(sheetLine, hairline));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(sideMargin, y, usable(), height));
        for (std::size_t column = 1; column + 1 < m_lefts.size(); ++column) {
            painter.drawLine(QPointF(m_lefts.at(column), y), QPointF(m_lefts.at(column), y + height));
        }
    }

    double row(QPainter& painter, double y, int index) const {
        const double height = m_heights.at(std::size_t(index));
        const bool bold = isTotals(index);
        if (bold) {
            painter.fillRect(QRectF(sideMargin, y, usable(), height), sheetGround);
        }
        const QList<SheetCell>& held = cells(index);
        for (int column = 0; column < int(held.size()); ++column) {
            cell(painter, QPointF(m_lefts.at(column) + padding, y + padding), column, cut(held.at(column).shown()),
                 bold);
        }
        grid(painter, y, height);
        return y + height;
    }

    void cell(QPainter& painter, QPointF at, int column, const QString& words, bool bold) const {
        if (words.isEmpty()) {
            return;
        }
        const Paragraph set = this->set(words, innerWidth(column), bold);
        const bool right = m_sheet.columns.at(column).isFigure && set.lineCount() == 1;
        painter.setPen(sheetInk);
        set.paint(painter, right ? at + QPointF(innerWidth(column) - set.inkWidth(0), 0) : at);
    }

    void foot(QPainter& painter, int number) const {
        const QFont small = m_fonts.font(8);
        const double y = m_height - millimetres(11);
        painter.setFont(small);
        painter.setPen(sheetFaint);
        painter.drawText(QPointF(sideMargin, y),
                         say(u"Made by Công Văn on %1, Vietnam time"_s, u"Công Văn lập lúc %1, giờ Việt Nam"_s)
                             .arg(timeDisplay(m_made)));
        const QString pages = say(u"Page %1 of %2"_s, u"Trang %1/%2"_s).arg(number).arg(count());
        painter.drawText(QPointF(m_width - sideMargin - widthOf(pages, small), y), pages);
    }

    const Sheet& m_sheet;
    const PageFonts& m_fonts;
    bool m_isVietnamese;
    QDateTime m_made;
    double m_width;
    double m_height;
    QFont m_plain;
    QFont m_bold;
    QFontMetricsF m_plainMetrics;
    QFontMetricsF m_boldMetrics;
    std::vector<double> m_lefts;   ///< of the columns, and the right edge
    std::vector<double> m_heights; ///< of the rows
    std::vector<int> m_starts;     ///< the first row of each page
};

} // namespace

} // namespace app::page

namespace app {

Result<QByteArray> sheetPdf(const Sheet& sheet, Language language, const QDateTime& made) {
    const auto fonts = page::PageFonts::findPlain();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    const QString title = sheet.office.isEmpty() ? sheet.title : sheet.title + u" · "_s + sheet.office;
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(page::resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(sheet.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        writer.setCreator(page::creatorName.toString());
        QPainter painter(&writer);
        const page::SheetPages pages(sheet, *fonts, language, made);
        for (int index = 0; index < pages.count(); ++index) {
            if (index > 0) {
                writer.newPage();
            }
            pages.paint(painter, index);
        }
    }
    return page::touchUp(pdf, {vietnamDate(made), {}, title});
}

} // namespace app
