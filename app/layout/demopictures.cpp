// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/demopictures.h"

#include "app/layout/officialwords.h"
#include "app/layout/pagefonts.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QRgb ink = 0x1d3fae;
constexpr QRgb seal = 0xd21f1f;

/// One colour in 16 steps of opacity: a picture like that packs into a few kilobytes.
QByteArray inOneColour(const QImage& drawn, QRgb colour) {
    constexpr int steps = 16;
    QImage picture(drawn.size(), QImage::Format_Indexed8);
    QList<QRgb> table;
    for (int step = 0; step < steps; ++step) {
        table.append(qRgba(qRed(colour), qGreen(colour), qBlue(colour), step * 255 / (steps - 1)));
    }
    picture.setColorTable(table);
    for (int y = 0; y < drawn.height(); ++y) {
        uchar* line = picture.scanLine(y);
        for (int x = 0; x < drawn.width(); ++x) {
            line[x] = uchar((qAlpha(drawn.pixel(x, y)) * (steps - 1) + 127) / 255);
        }
    }
    picture.setDotsPerMeterX(drawn.dotsPerMeterX());
    picture.setDotsPerMeterY(drawn.dotsPerMeterY());
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "png", 0);
    return png;
}

/// An empty picture with so many dots a millimetre.
QImage canvas(int widthMillimetres, int heightMillimetres, int dots) {
    QImage image(widthMillimetres * dots, heightMillimetres * dots, QImage::Format_ARGB32_Premultiplied);
    image.setDotsPerMeterX(dots * 1000);
    image.setDotsPerMeterY(dots * 1000);
    image.fill(Qt::transparent);
    return image;
}

QFont letters(const page::PageFonts& fonts, int pixels, bool bold) {
    QFont font(fonts.family());
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

/// Values from 0 to 1 that belong to a name.
class Chance {
public:
    explicit Chance(const QString& name)
        : m_bytes(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256)) {}
    double next() {
        const auto value = uchar(m_bytes.at(m_at % m_bytes.size()));
        ++m_at;
        return value / 255.0;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// A stroke whose width swells and thins as a pen's does.
void penStroke(QPainter& painter, const QPainterPath& path, double width) {
    constexpr int pieces = 240;
    QPointF before = path.pointAtPercent(0);
    for (int i = 1; i <= pieces; ++i) {
        const double t = double(i) / pieces;
        const QPointF here = path.pointAtPercent(t);
        const double slope = std::atan2(here.y() - before.y(), here.x() - before.x());
        // A pen presses on the way down and lifts on the way up.
        const double pressed = width * (0.62 + 0.38 * std::sin(slope)) * (1 - 0.55 * std::pow(t, 6));
        painter.setPen(QPen(QColor::fromRgb(ink), pressed, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(before, here);
        before = here;
    }
}

/// Text along a circle, upright at its top, centred on `middle` (degrees clockwise from the top).
void textAround(QPainter& painter, const QString& text, const QFont& font, double radius, double spread) {
    const QFontMetricsF metrics(font);
    const double natural = metrics.horizontalAdvance(text) / radius;
    const double stretch = qMin(1.35, spread / natural);
    double angle = -natural * stretch / 2;
    painter.setFont(font);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double half = metrics.horizontalAdvance(text.at(i)) / radius * stretch / 2;
        angle += half;
        painter.save();
        painter.rotate(angle * 180 / std::numbers::pi);
        painter.drawText(QPointF(-metrics.horizontalAdvance(text.at(i)) / 2, -radius), QString(text.at(i)));
        painter.restore();
        angle += half;
    }
}

QPolygonF star(double radius) {
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = i * std::numbers::pi / 5 - std::numbers::pi / 2;
        const double reach = i % 2 == 0 ? radius : radius * 0.382;
        points << QPointF(reach * std::cos(angle), reach * std::sin(angle));
    }
    return points;
}

} // namespace

QByteArray demoSignaturePicture(const QString& personName) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return {};
    }
    QImage image = canvas(40, 16, 10);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Chance chance(personName);

    // A tall first letter, waves that grow smaller, and a line that runs out to the right.
    QPainterPath path(QPointF(52, 104));
    path.cubicTo(30 + 20 * chance.next(), 40, 84, 4 + 12 * chance.next(), 92, 34);
    path.cubicTo(98, 62, 66, 120, 58 + 14 * chance.next(), 138);
    path.cubicTo(86, 116, 108, 92, 124, 70 + 10 * chance.next());
    const int waves = 3 + int(chance.next() * 2.99);
    const double step = 130.0 / waves;
    double x = 124;
    for (int i = 0; i < waves; ++i) {
        const double height = (46 - 8.0 * i) * (0.7 + 0.5 * chance.next());
        path.cubicTo(x + step * 0.02, 96 + height * 0.5, x + step * 0.22, 104 + height * 0.4, x + step * 0.48, 88);
        path.cubicTo(x + step * 0.7, 84 - height, x + step * 0.98, 78 - height, x + step, 74 - 2.0 * i);
        x += step;
    }
    path.cubicTo(x + 14, 118, x + 44, 96, x + 60, 70 + 20 * chance.next());
    path.cubicTo(x + 76, 48, x + 96, 62, qMin(388.0, x + 128), 50 + 16 * chance.next());
    penStroke(painter, path, 6.5);

    QPainterPath under(QPointF(96, 132 - 10 * chance.next()));
    under.cubicTo(170, 112, 260, 118, 330, 100 + 16 * chance.next());
    penStroke(painter, under, 4.2);

    painter.setPen(QColor::fromRgb(ink));
    painter.setFont(letters(*fonts, 18, true));
    painter.drawText(QRectF(0, 138, 396, 22), Qt::AlignRight | Qt::AlignVCenter, u"MẪU"_s);
    painter.end();
    return inOneColour(image, ink);
}

QByteArray demoSealPicture(const QString& officeName) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return {};
    }
    QImage image = canvas(36, 36, 7);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(0.7, 0.7); // drawn in tenths of a millimetre
    painter.translate(180, 180);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor::fromRgb(seal), 6));
    painter.drawEllipse(QPointF(), 175, 175);
    painter.setPen(QPen(QColor::fromRgb(seal), 2.5));
    painter.drawEllipse(QPointF(), 166, 166);
    painter.drawEllipse(QPointF(), 112, 112);

    const QString name = page::tidy(officeName).toUpper();
    int pixels = 34;
    while (pixels > 14 &&
           QFontMetricsF(letters(*fonts, pixels, true)).horizontalAdvance(name) / 124 > 1.72 * std::numbers::pi) {
        --pixels;
    }
    textAround(painter, name, letters(*fonts, pixels, true), 124, 1.72 * std::numbers::pi);

    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(seal));
    painter.save();
    painter.translate(0, 139);
    painter.drawPolygon(star(13));
    painter.restore();
    painter.save();
    painter.translate(0, -22);
    painter.drawPolygon(star(62));
    painter.restore();
    painter.setPen(QColor::fromRgb(seal));
    painter.setFont(letters(*fonts, 34, true));
    painter.drawText(QRectF(-100, 36, 200, 48), Qt::AlignCenter, u"MẪU"_s);
    painter.end();
    return inOneColour(image, seal);
}

} // namespace app
