// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/appearances.h"

#include "app/layout/drawnpage.h"
#include "app/layout/officialwords.h"
#include "app/layout/pagefonts.h"
#include "app/layout/pageunits.h"
#include "app/layout/picturepdf.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <cmath>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 maximumPixels = 4'000'000;

/// One line of text on a page of the field's size, its base line where layOut() has it.
Result<QByteArray> textAppearance(const QString& given, QSizeF points, page::Style style, Qt::Alignment alignment) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    if (const Result<void> size = page::checkAppearanceSize(points); !size) {
        return std::unexpected(size.error());
    }
    const QString text = page::tidy(given);
    const double room = page::points(points.width());
    double size = qBound(4.0, points.height() / page::fieldHeight, 16.0);
    // Whole twentieths of a point, so that the letters are as large as on the page around them.
    size = std::round(size * page::unitsPerPoint) / page::unitsPerPoint;
    while (size > 4 && page::widthOf(text, fonts->font(size, style)) > room + page::points(0.5)) {
        size -= 0.25;
    }
    const QFont font = fonts->font(size, style);

    const double free = room - page::widthOf(text, font);
    return page::drawnPage(points, text, [&](QPainter& painter) {
        painter.setFont(font);
        painter.drawText(QPointF(alignment == Qt::AlignRight ? free : 0,
                                 page::points(points.height()) * (1 - page::fieldBelow / page::fieldHeight)),
                         text);
    });
}

} // namespace

Result<QByteArray> numberAppearance(const QString& text, QSizeF points) {
    return textAppearance(text, points, page::Style::Upright, Qt::AlignRight);
}

Result<QByteArray> dateAppearance(const QString& text, QSizeF points) {
    return textAppearance(text, points, page::Style::Italic, Qt::AlignLeft);
}

Result<QByteArray> pictureAppearance(const QByteArray& png, double widthMillimetres, double heightMillimetres) {
    return pictureAppearance(png, QSizeF(toPoints(widthMillimetres), toPoints(heightMillimetres)));
}

Result<QByteArray> pictureAppearance(const QByteArray& png, QSizeF points) {
    if (const Result<void> size = page::checkAppearanceSize(points); !size) {
        return std::unexpected(size.error());
    }
    QBuffer buffer;
    buffer.setData(png);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > maximumPixels) {
        return fail("layout-picture-too-large", u"%1 × %2 pixels"_s.arg(size.width()).arg(size.height()));
    }
    const QImage picture = size.isEmpty() ? QImage() : reader.read();
    if (picture.isNull()) {
        return fail("layout-picture-unreadable", reader.errorString());
    }
    const QSizeF fitted = QSizeF(picture.size()).scaled(points, Qt::KeepAspectRatio);
    const QRectF place({(points.width() - fitted.width()) / 2, (points.height() - fitted.height()) / 2}, fitted);
    return page::picturePdf(picture, points, place);
}

} // namespace app
