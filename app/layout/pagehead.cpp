// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/pagehead.h"

#include "app/layout/officialwords.h"
#include "app/layout/pageunits.h"
#include "app/layout/paragraph.h"

#include <QPainter>

#include <vector>

namespace app::page {

namespace {

using namespace Qt::Literals::StringLiterals;

using Strokes = std::vector<std::function<void(QPainter&)>>;

/// Digits that the number field has room for.
const QString widestNumber = u"00000"_s;
const QString widestDate = u"ngày 23 tháng 11 năm 2026"_s;
const QColor stampRed(0xe0, 0x10, 0x10);

void addRule(Strokes& strokes, double axis, double width, double y) {
    strokes.push_back(
        [=](QPainter& painter) { painter.fillRect(QRectF(axis - width / 2, y, width, ruleThickness), Qt::black); });
}

/// Adds centred lines at a column; returns the y below them.
double addCentred(Strokes& strokes, const Paragraph& text, double axis, double columnWidth, double y) {
    strokes.push_back([=](QPainter& painter) { text.paint(painter, {axis - columnWidth / 2, y}); });
    return y + text.height();
}

Paragraph centred(const QString& text, const PageFonts& fonts, double size, Style style, double width) {
    ParagraphStyle set;
    set.font = fonts.font(size, style);
    set.size = size;
    set.set = ParagraphStyle::Set::Centred;
    set.width = width;
    set.balanced = true;
    return {text, set};
}

void addText(Strokes& strokes, const QString& text, const QFont& font, double x, double baseLine) {
    strokes.push_back([=](QPainter& painter) {
        painter.setFont(font);
        painter.drawText(QPointF(x, baseLine), text);
    });
}

QRectF fieldAt(double x, double width, double baseLine, double size) {
    return {x, baseLine - points(size) * (fieldHeight - fieldBelow), width, points(size) * fieldHeight};
}

/// ô 1: the state's name and motto, a rule of the motto's full length below. Returns the y below.
double addMotto(Strokes& strokes, const PageFonts& fonts, const Sizes& sizes) {
    const Paragraph state =
        centred(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, fonts, sizes.motto, Style::Bold, sizes.rightColumn);
    const Paragraph motto =
        centred(u"Độc lập - Tự do - Hạnh phúc"_s, fonts, sizes.second, Style::Bold, sizes.rightColumn);
    double y = addCentred(strokes, state, sizes.rightAxis(), sizes.rightColumn, top);
    y = addCentred(strokes, motto, sizes.rightAxis(), sizes.rightColumn, y);
    addRule(strokes, sizes.rightAxis(), motto.inkWidth(0), y + points(1.5));
    return y + points(1.5);
}

/// ô 2: the agency above and the agency that issues, with a rule of 0.4 of its last line below. Returns the y below.
double addAgency(Strokes& strokes, const OfficialDocument& document, const PageFonts& fonts, const Sizes& sizes) {
    double y = top;
    const auto fitted = [&](const QString& name, Style style, bool always) {
        const bool wide = widthOf(name, fonts.font(sizes.agency, style)) > leftColumnWidth;
        return centred(wide || always ? agencyLines(name) : name, fonts, sizes.agency, style, leftColumnWidth);
    };
    if (!document.parentAgency.isEmpty()) {
        y = addCentred(strokes, fitted(document.parentAgency.toUpper(), Style::Upright, false), leftAxis,
                       leftColumnWidth, y);
    }
    const Paragraph agency = fitted(document.agency.toUpper(), Style::Bold, document.parentAgency.isEmpty());
    y = addCentred(strokes, agency, leftAxis, leftColumnWidth, y);
    addRule(strokes, leftAxis, agency.inkWidth(agency.lineCount() - 1) * 0.42, y + points(1.5));
    return y + points(1.5);
}

/// ô 3 on its base line; returns the reserved place.
QRectF addNumber(Strokes& strokes, const OfficialDocument& document, const PageFonts& fonts, double size,
                 double baseLine) {
    const QFont font = fonts.font(size);
    const QString before = u"Số: "_s;
    const QString after = u'/' + document.notation;
    const double gap =
        document.number.isEmpty() ? widthOf(widestNumber, font) + points(2) : widthOf(document.number, font);
    const double begin = qMax(left, leftAxis - (widthOf(before, font) + gap + widthOf(after, font)) / 2);
    const double number = begin + widthOf(before, font);
    addText(strokes, before, font, begin, baseLine);
    addText(strokes, document.number, font, number, baseLine);
    addText(strokes, after, font, number + gap, baseLine);
    return fieldAt(number, gap, baseLine, size);
}

/// ô 4 on the same base line; a long place name is set smaller so that it stays right of ô 3.
QRectF addDate(Strokes& strokes, const OfficialDocument& document, const PageFonts& fonts, const Sizes& sizes,
               double baseLine) {
    double size = sizes.second;
    const QString place = document.placeName.isEmpty() ? QString() : document.placeName + u", "_s;
    const QString date = document.date.isValid() ? printedDate(document.date) : widestDate;
    QFont font = fonts.font(size, Style::Italic);
    while (size > 9 && widthOf(place + date, font) > sizes.rightColumn) {
        size -= 0.5;
        font = fonts.font(size, Style::Italic);
    }
    const double width = widthOf(place, font) + widthOf(date, font);
    const double begin = sizes.rightAxis() - width / 2;
    const double field = begin + widthOf(place, font);
    addText(strokes, place, font, begin, baseLine);
    if (document.date.isValid()) {
        addText(strokes, date, font, field, baseLine);
    }
    return fieldAt(field, widthOf(date, font), baseLine, size);
}

struct Stamp {
    QString words;
    double width;
};

Stamp stampOf(OfficialDocument::Urgency urgency) {
    switch (urgency) {
    case OfficialDocument::Urgency::Khan:
        return {u"KHẨN"_s, millimetres(20)};
    case OfficialDocument::Urgency::ThuongKhan:
        return {u"THƯỢNG KHẨN"_s, millimetres(40)};
    case OfficialDocument::Urgency::HoaToc:
        return {u"HỎA TỐC"_s, millimetres(30)};
    case OfficialDocument::Urgency::None:
        break;
    }
    return {};
}

/// ô 10b: a red frame of 8 mm with the word in it. Returns the y below.
double addUrgency(Strokes& strokes, OfficialDocument::Urgency urgency, const PageFonts& fonts, double y) {
    const Stamp stamp = stampOf(urgency);
    const QFont font = fonts.font(13, Style::Bold);
    const QRectF frame(left, y, stamp.width, millimetres(8));
    const double baseLine = frame.center().y() + points(13) * 0.34;
    strokes.push_back([=](QPainter& painter) {
        painter.save();
        const double line = points(1);
        painter.setPen(QPen(stampRed, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        painter.setFont(font);
        painter.drawText(QPointF(frame.center().x() - widthOf(stamp.words, font) / 2, baseLine), stamp.words);
        painter.restore();
    });
    return frame.bottom();
}

} // namespace

PageHead setHead(const OfficialDocument& document, const PageFonts& fonts) {
    const Sizes sizes = sizesOf(document.scale);
    Strokes strokes;
    const double mottoBottom = addMotto(strokes, fonts, sizes);
    const double agencyBottom = addAgency(strokes, document, fonts, sizes);
    const double rowTop = qMax(mottoBottom, agencyBottom) + points(9);
    const double baseLine = rowTop + points(sizes.second) * ascent;

    PageHead head;
    head.number = addNumber(strokes, document, fonts, sizes.number, baseLine);
    head.date = addDate(strokes, document, fonts, sizes, baseLine);
    head.rightBottom = baseLine + points(sizes.second) * fieldBelow;
    head.bottom = head.rightBottom;
    if (document.form == OfficialDocument::Form::CongVan && !document.subject.isEmpty()) {
        const Paragraph about =
            centred(aboutLine(document.subject), fonts, sizes.about, Style::Upright, leftColumnWidth);
        head.bottom = addCentred(strokes, about, leftAxis, leftColumnWidth, head.bottom + points(6) - points(2));
    }
    if (document.urgency != OfficialDocument::Urgency::None) {
        head.bottom = addUrgency(strokes, document.urgency, fonts, head.bottom + points(8));
    }
    head.paint = [strokes = std::move(strokes)](QPainter& painter) {
        painter.setPen(Qt::black);
        for (const auto& stroke : strokes) {
            stroke(painter);
        }
    };
    return head;
}

} // namespace app::page
