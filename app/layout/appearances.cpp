// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/appearances.h"

#include "app/layout/officialwords.h"
#include "app/layout/pagefonts.h"
#include "app/layout/pageunits.h"
#include "app/layout/pdfpostpass.h"
#include "app/layout/picturepdf.h"

#include <QBuffer>
#include <QImageReader>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 maximumPixels = 4'000'000;
constexpr double smallestSide = 4; // points

Result<void> checkSize(QSizeF points) {
    if (!(points.width() >= smallestSide) || !(points.height() >= smallestSide) ||
        points.width() > page::pageWidthPoints || points.height() > page::pageHeightPoints) {
        return fail("layout-field-too-small", u"%1 × %2 points"_s.arg(points.width()).arg(points.height()));
    }
    return {};
}

/// One line of text on a page of the field's size, its base line where layOut() has it.
Result<QByteArray> textAppearance(const QString& given, QSizeF points, page::Style style, Qt::Alignment alignment) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    if (const Result<void> size = checkSize(points); !size) {
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

    // QPdfWriter's pages are whole points high and it counts from their top; the post-pass sets the exact size.
    const QSize whole(int(std::ceil(points.width())), int(std::ceil(points.height())));
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(page::resolution);
        writer.setPageSize(QPageSize(QSizeF(whole), QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(text);
        writer.setCreator(page::creatorName.toString());
        QPainter painter(&writer);
        painter.setPen(Qt::black);
        painter.setFont(font);
        const double free = room - page::widthOf(text, font);
        painter.drawText(QPointF(alignment == Qt::AlignRight ? free : 0,
                                 page::points(whole.height()) -
                                     page::points(points.height()) * page::fieldBelow / page::fieldHeight),
                         text);
    }
    return page::touchUp(pdf, {{}, points, {}});
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
    if (const Result<void> size = checkSize(points); !size) {
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
