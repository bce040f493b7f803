// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagepainter.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace ui {

void paintPage(QPainter& painter, const PagePicture& page, const ViewerColours& colours, double devicePixelRatio) {
    const int step = qMax(1, qRound(devicePixelRatio));
    QColor shade = Qt::black;
    shade.setAlphaF(0.035F);
    for (int ring = 3; ring >= 1; --ring) {
        const int out = ring * step;
        painter.fillRect(page.paper.adjusted(-out, -out + step, out, out + step), shade);
    }
    painter.fillRect(page.paper.adjusted(-step, -step, step, step), colours.paperEdge);
    painter.fillRect(page.paper, Qt::white);
    if (!page.image.isNull()) {
        if (page.image.size() == page.paper.size()) {
            painter.drawImage(page.paper.topLeft(), page.image);
        } else {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(page.paper, page.image);
        }
    } else if (!page.words.isEmpty()) {
        painter.save();
        QFont font = QGuiApplication::font();
        font.setPixelSize(qRound(13 * devicePixelRatio));
        painter.setFont(font);
        painter.setPen(QColor(0x56, 0x60, 0x72));
        const int margin = page.paper.width() / 8;
        painter.drawText(page.paper.adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap, page.words);
        painter.restore();
    }
}

void paintHighlight(QPainter& painter, const QRectF& rect, const QColor& colour, double devicePixelRatio) {
    QColor ground = colour;
    ground.setAlphaF(0.16F);
    painter.fillRect(rect, ground);
    painter.setPen(QPen(colour, 1.5 * devicePixelRatio));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void paintFrame(QPainter& painter, const QRectF& rect, const QColor& colour, const QString& words, bool selected,
                double devicePixelRatio) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colour;
    ground.setAlphaF(selected ? 0.14F : 0.08F);
    QPen pen(colour, (selected ? 2.0 : 1.2) * devicePixelRatio, Qt::CustomDashLine);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(ground);
    const double radius = qMin(3 * devicePixelRatio, rect.height() / 4);
    painter.drawRoundedRect(rect, radius, radius);

    QFont font = QGuiApplication::font();
    font.setPixelSize(qRound(12 * devicePixelRatio));
    const double room = rect.width() - 8 * devicePixelRatio;
    while (font.pixelSize() > 9 * devicePixelRatio && QFontMetricsF(font).horizontalAdvance(words) > room) {
        font.setPixelSize(font.pixelSize() - 1);
    }
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(words) <= room && metrics.height() <= rect.height()) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, Qt::AlignCenter, words);
    }
    painter.restore();
}

ViewerColours coloursOf(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window);
    const bool dark = window.lightness() < 128;
    ViewerColours colours;
    colours.ground = dark ? window.darker(150) : window.darker(107);
    colours.paperEdge = dark ? QColor(0, 0, 0, 120) : QColor(0, 0, 0, 30);
    // The page is white in the dark too, so marks on it keep the colours that are legible on white.
    colours.accent = QColor(0x1f, 0x5f, 0xbf);
    colours.note = QColor(0x1f, 0x5f, 0xbf);
    colours.doubt = QColor(0x9a, 0x62, 0x00);
    colours.fault = QColor(0xb3, 0x26, 0x1e);
    return colours;
}

} // namespace ui
