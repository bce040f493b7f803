// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/picturepdf.h"

#include "app/layout/plainpdf.h"

#include <QHash>
#include <QList>

namespace app::page {

namespace {

struct Samples {
    QByteArray pixels; ///< palette indexes, or RGB triples
    QByteArray alpha;  ///< empty when the picture is opaque
    QByteArray palette;
};

void appendTriple(QByteArray& bytes, QRgb colour) {
    bytes.append(char(qRed(colour))).append(char(qGreen(colour))).append(char(qBlue(colour)));
}

QRgb firstVisible(const QImage& picture) {
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (qAlpha(picture.pixel(x, y)) != 0) {
                return picture.pixel(x, y) | 0xff000000U;
            }
        }
    }
    return qRgb(255, 255, 255);
}

Samples samplesOf(const QImage& image) {
    const QImage picture = image.convertToFormat(QImage::Format_ARGB32);
    Samples samples;
    QByteArray indexes;
    QByteArray triples;
    QHash<QRgb, int> known;
    bool transparent = false;
    QRgb before = firstVisible(picture);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            // The colour under a fully transparent pixel is never seen: the one before it packs best.
            const QRgb colour = qAlpha(pixel) == 0 ? before : (pixel | 0xff000000U);
            before = colour;
            const int index = known.value(colour, int(known.size()));
            if (index == known.size() && index < 256) {
                known.insert(colour, index);
                appendTriple(samples.palette, colour);
            } else if (index >= 256) {
                known.insert(colour, index);
            }
            indexes += char(index & 0xff);
            appendTriple(triples, colour);
            samples.alpha += char(qAlpha(pixel));
            transparent = transparent || qAlpha(pixel) != 255;
        }
    }
    const bool few = known.size() <= 256;
    samples.pixels = few ? indexes : triples;
    if (!few) {
        samples.palette.clear();
    }
    if (!transparent) {
        samples.alpha.clear();
    }
    return samples;
}

} // namespace

QByteArray picturePdf(const QImage& picture, QSizeF page, const QRectF& place) {
    const Samples samples = samplesOf(picture);
    const QByteArray shape = "/Type /XObject /Subtype /Image /Width " + QByteArray::number(picture.width()) +
                             " /Height " + QByteArray::number(picture.height()) +
                             " /BitsPerComponent 8 /Filter /FlateDecode";
    const QByteArray colours = samples.palette.isEmpty() ? QByteArray(" /ColorSpace /DeviceRGB")
                                                         : " /ColorSpace [/Indexed /DeviceRGB " +
                                                               QByteArray::number(samples.palette.size() / 3 - 1) +
                                                               " <" + samples.palette.toHex() + ">]";
    PlainPdf objects;
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + pdfNumber(page.width()) + ' ' +
                pdfNumber(page.height()) + "] /Resources << /XObject << /Picture 5 0 R >> >> /Contents 4 0 R >>");
    objects.addStream({}, "q " + pdfNumber(place.width()) + " 0 0 " + pdfNumber(place.height()) + ' ' +
                              pdfNumber(place.x()) + ' ' + pdfNumber(place.y()) + " cm /Picture Do Q");
    objects.addStream(shape + colours + (samples.alpha.isEmpty() ? QByteArray() : QByteArray(" /SMask 6 0 R")),
                      flatePacked(samples.pixels));
    if (!samples.alpha.isEmpty()) {
        objects.addStream(shape + " /ColorSpace /DeviceGray", flatePacked(samples.alpha));
    }
    return objects.file();
}

} // namespace app::page
