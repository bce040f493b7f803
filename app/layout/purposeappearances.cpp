// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/purposeappearances.h"

#include "app/layout/drawnpage.h"
#include "app/layout/officialwords.h"
#include "app/layout/pagefonts.h"
#include "app/layout/pageunits.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;
using page::millimetres;

constexpr double textSize = 10; // points, NĐ 30 Phụ lục I
constexpr double edge = 1;      // points kept free around the text
constexpr qsizetype mostLines = 6;

/// Words joined into lines no wider than `room`; a break behind ";" is preferred when the parts then fit.
QStringList brokenLines(const QString& text, const QFont& font, double room) {
    QStringList lines;
    const auto add = [&](const QString& part) {
        const QString longer = lines.isEmpty() ? part : lines.constLast() + u' ' + part;
        if (!lines.isEmpty() && page::widthOf(longer, font) <= room) {
            lines.last() = longer;
            return true;
        }
        return false;
    };
    for (const QString& part : text.split(u"; "_s)) {
        const QString closed = text.endsWith(part) ? part : part + u';';
        if (add(closed)) {
            continue;
        }
        lines << QString();
        for (const QString& word : closed.split(u' ')) {
            if (lines.constLast().isEmpty()) {
                lines.last() = word;
            } else if (!add(word)) {
                lines << word;
            }
        }
    }
    return lines;
}

// The stamp's inner lines, millimetres from its upper left corner.
constexpr QSizeF stampSize(50, 35);
constexpr double frameLine = 0.5;
constexpr double innerLine = 0.25;
constexpr double nameBottom = 10;
constexpr double wordRight = 16.5;
constexpr double wordBottom = 23;
constexpr double inset = 1.8;
constexpr QColor ink(0xc8, 0x10, 0x18);

class StampPainter {
public:
    StampPainter(QPainter& painter, const page::PageFonts& fonts)
        : m_painter(painter)
        , m_fonts(fonts) {
        m_painter.setPen(ink);
    }

    void frame() {
        const double half = millimetres(frameLine) / 2;
        m_painter.setPen(QPen(ink, millimetres(frameLine), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(
            QRectF(half, half, millimetres(stampSize.width()) - 2 * half, millimetres(stampSize.height()) - 2 * half));
        m_painter.setPen(QPen(ink, millimetres(innerLine)));
        line(0, nameBottom, stampSize.width(), nameBottom);
        line(0, wordBottom, stampSize.width(), wordBottom);
        line(wordRight, nameBottom, wordRight, wordBottom);
        m_painter.setPen(ink);
    }

    /// The office's name in capitals, on one line or two, as large as it fits.
    void name(const QString& agency) {
        const QString capitals = agency.toUpper();
        const double room = millimetres(stampSize.width() - 2 * inset);
        double size = 10;
        QStringList lines = balanced(capitals, bold(size), room);
        while (size > 6.5 && tooWide(lines, bold(size), room)) {
            size -= 0.5;
            lines = balanced(capitals, bold(size), room);
        }
        const QFont font = bold(size);
        const double pitch = page::points(size * page::naturalLine);
        const double top = (millimetres(nameBottom) - pitch * double(lines.size())) / 2;
        for (qsizetype index = 0; index < lines.size(); ++index) {
            const QString shown = QFontMetricsF(font).elidedText(lines[index], Qt::ElideRight, room + 1);
            centred(shown, font, millimetres(stampSize.width()) / 2,
                    top + pitch * double(index) + page::points(size * page::ascent));
        }
    }

    void word(const QString& text) {
        const double size = 16;
        const double capital = 0.662 * size; // height of Times' capitals
        centred(text, bold(size), millimetres(wordRight) / 2,
                millimetres((nameBottom + wordBottom) / 2) + page::points(capital) / 2);
    }

    /// "Label value", or the label and a dotted line up to the right edge.
    void entry(const QString& label, const QString& value, double left, double baseLine) {
        const double end = millimetres(stampSize.width() - inset);
        const double y = millimetres(baseLine);
        double x = millimetres(left + inset);
        const QFont plain = m_fonts.font(textSize);
        m_painter.setFont(plain);
        m_painter.drawText(QPointF(x, y), label);
        x += page::widthOf(label + u' ', plain);
        if (!value.isEmpty()) {
            double size = textSize;
            while (size > 7 && page::widthOf(value, bold(size)) > end - x) {
                size -= 0.5;
            }
            m_painter.setFont(bold(size));
            m_painter.drawText(QPointF(x, y), QFontMetricsF(bold(size)).elidedText(value, Qt::ElideRight, end - x + 1));
            return;
        }
        const double dot = page::widthOf(u"."_s, plain);
        m_painter.setFont(plain);
        m_painter.drawText(QPointF(x, y), QString(qMax(qsizetype(0), qsizetype((end - x) / dot)), u'.'));
    }

private:
    [[nodiscard]] QFont bold(double size) const { return m_fonts.font(size, page::Style::Bold); }

    void line(double x1, double y1, double x2, double y2) {
        m_painter.drawLine(QPointF(millimetres(x1), millimetres(y1)), QPointF(millimetres(x2), millimetres(y2)));
    }

    void centred(const QString& text, const QFont& font, double middle, double baseLine) {
        m_painter.setFont(font);
        m_painter.drawText(QPointF(middle - page::widthOf(text, font) / 2, baseLine), text);
    }

    static bool tooWide(const QStringList& lines, const QFont& font, double room) {
        return std::ranges::any_of(lines, [&](const QString& one) { return page::widthOf(one, font) > room; });
    }

    /// One line where it fits, else two of about the same length.
    static QStringList balanced(const QString& text, const QFont& font, double room) {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 2 || page::widthOf(text, font) <= room) {
            return {text};
        }
        QStringList best{text};
        double widest = page::widthOf(text, font);
        for (qsizetype count = 1; count < words.size(); ++count) {
            const QStringList two{words.first(count).join(u' '), words.sliced(count).join(u' ')};
            const double width = qMax(page::widthOf(two[0], font), page::widthOf(two[1], font));
            if (width < widest) {
                widest = width;
                best = two;
            }
        }
        return best;
    }

    QPainter& m_painter;
    const page::PageFonts& m_fonts;
};

} // namespace

Result<Appearance> signatureTextAppearance(const QString& given, double widest) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    const QFont font = fonts->font(textSize);
    const QString text = page::tidy(given);
    const QStringList lines = brokenLines(text, font, page::points(widest - 2 * edge)).mid(0, mostLines);
    double width = 0;
    for (const QString& line : lines) {
        width = qMax(width, page::widthOf(line, font));
    }
    const double pitch = textSize * page::naturalLine;
    const QSizeF points(qMin(widest, std::ceil(width / page::unitsPerPoint) + 2 * edge),
                        pitch * double(lines.size()) + 2 * edge);
    auto pdf = page::drawnPage(points, text, [&](QPainter& painter) {
        painter.setFont(font);
        for (qsizetype index = 0; index < lines.size(); ++index) {
            const double x = page::points(points.width() - edge) - page::widthOf(lines[index], font);
            painter.drawText(QPointF(x, page::points(edge + pitch * double(index) + textSize * page::ascent)),
                             lines[index]);
        }
    });
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    return Appearance{std::move(*pdf), points};
}

Result<Appearance> arrivalStampAppearance(const ArrivalStamp& stamp) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    const QSizeF points = stampSize * (72 / 25.4);
    auto pdf = page::drawnPage(points, u"ĐẾN"_s, [&](QPainter& painter) {
        StampPainter paint(painter, *fonts);
        paint.frame();
        paint.name(page::tidy(stamp.agency));
        paint.word(u"ĐẾN"_s);
        paint.entry(u"Số:"_s, page::tidy(stamp.number), wordRight, 15.3);
        paint.entry(u"Ngày:"_s, stamp.date.isValid() ? stamp.date.toString(u"dd/MM/yyyy"_s) : QString(), wordRight, 21);
        paint.entry(u"Chuyển:"_s, page::tidy(stamp.forwardedTo), 0, 27.6);
        paint.entry(u"Số và ký hiệu HS:"_s, page::tidy(stamp.dossier), 0, 33);
    });
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    return Appearance{std::move(*pdf), points};
}

} // namespace app
