// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scanpdf.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>

namespace app::page {

namespace {

constexpr double pointsAnInch = 72;
constexpr double inchesAMetre = 39.3701;
constexpr double leastResolution = 50; ///< dots an inch; what says less, or more than the most, says nothing
constexpr double mostResolution = 2400;
constexpr double a4Short = 595.276; ///< points
constexpr double a4Long = 841.89;
constexpr int jpegQuality = 85;
/// Of the unseen letters, in thousandths of their size: all are equally wide, and each word is stretched to its box.
constexpr int letterWidth = 500;

QByteArray reference(int object) {
    return QByteArray::number(object) + " 0 R";
}

QSizeF paperOf(const QImage& picture) {
    const double across = picture.dotsPerMeterX() / inchesAMetre;
    const double down = picture.dotsPerMeterY() / inchesAMetre;
    const auto isScanned = [](double resolution) {
        return resolution >= leastResolution && resolution <= mostResolution;
    };
    // Qt gives pictures that name no resolution that of the screen.
    const bool isScreen = picture.dotsPerMeterX() == picture.dotsPerMeterY() && across < 100;
    if (isScanned(across) && isScanned(down) && !isScreen) {
        return {picture.width() * pointsAnInch / across, picture.height() * pointsAnInch / down};
    }
    const bool isWide = picture.width() > picture.height();
    const QSizeF a4 = isWide ? QSizeF(a4Long, a4Short) : QSizeF(a4Short, a4Long);
    return QSizeF(picture.size()).scaled(a4, Qt::KeepAspectRatio);
}

QImage onWhite(const QImage& picture) {
    if (!picture.hasAlphaChannel()) {
        return picture;
    }
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, picture);
    return flat;
}

/// The rows of a picture of two colours without the bytes that pad them; 1 is white.
QByteArray bitsOf(const QImage& picture) {
    QImage bits = picture.convertToFormat(QImage::Format_Mono);
    if (bits.colorCount() == 2 && qGray(bits.color(0)) > qGray(bits.color(1))) {
        bits.invertPixels();
    }
    const qsizetype width = (bits.width() + 7) / 8;
    QByteArray rows;
    rows.reserve(width * bits.height());
    for (int y = 0; y < bits.height(); ++y) {
        rows.append(reinterpret_cast<const char*>(bits.constScanLine(y)), width);
    }
    return rows;
}

QByteArray jpegOf(const QImage& picture) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QImageWriter writer(&bytes, "jpeg");
    writer.setQuality(jpegQuality);
    writer.write(picture);
    return bytes.data();
}

/// UTF-16, the codes of the font; what lies beyond its 65,536 is left out.
QByteArray codesOf(const QString& text) {
    QByteArray codes;
    for (const QChar character : text) {
        if (!character.isSurrogate()) {
            codes += QByteArray::number(character.unicode(), 16).rightJustified(4, '0');
        }
    }
    return codes;
}

QByteArray unseenWords(const QList<ScanWord>& words, QSizeF paper, double scaleX, double scaleY) {
    QByteArray text;
    for (const ScanWord& word : words) {
        const QByteArray codes = codesOf(word.text);
        const double size = word.box.height() * scaleY;
        const double natural = static_cast<double>(codes.size()) / 4 * size * letterWidth / 1000;
        if (natural <= 0 || word.box.width() <= 0) {
            continue;
        }
        text += pdfNumber(word.box.width() * scaleX / natural * 100) + " Tz /Letters " + pdfNumber(size) +
                " Tf 1 0 0 1 " + pdfNumber(word.box.left() * scaleX) + ' ' +
                pdfNumber(paper.height() - word.box.bottom() * scaleY) + " Tm <" + codes + "> Tj\n";
    }
    return text.isEmpty() ? text : "BT 3 Tr\n" + text + "ET\n";
}

/// Each code stands for itself. A range keeps to one first byte (ISO 32000-1 §9.10.3), and a block to 100 ranges.
QByteArray codesAreUnicode() {
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (int block = 0; block < 256; block += 64) {
        map += "64 beginbfrange\n";
        for (int high = block; high < block + 64; ++high) {
            const QByteArray first = QByteArray::number(high, 16).rightJustified(2, '0');
            map += '<' + first + "00> <" + first + "ff> <" + first + "00>\n";
        }
        map += "endbfrange\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace

ScanPdf::ScanPdf()
    : m_catalog(m_pdf.reserve())
    , m_tree(m_pdf.reserve()) {}

void ScanPdf::addPage(const QImage& picture, const QList<ScanWord>& words) {
    const QSizeF paper = paperOf(picture);
    const double scaleX = paper.width() / picture.width();
    const double scaleY = paper.height() / picture.height();
    const int shown = addPicture(onWhite(picture));
    const QByteArray text = unseenWords(words, paper, scaleX, scaleY);
    if (!text.isEmpty() && m_font == 0) {
        m_font = addFont();
    }
    const QByteArray drawing =
        "q " + pdfNumber(paper.width()) + " 0 0 " + pdfNumber(paper.height()) + " 0 0 cm /Picture Do Q\n" + text;
    const int contents = m_pdf.addStream("/Filter /FlateDecode", flatePacked(drawing));
    const QByteArray font = text.isEmpty() ? QByteArray() : " /Font << /Letters " + reference(m_font) + " >>";
    m_pages.append(m_pdf.add("<< /Type /Page /Parent " + reference(m_tree) + " /MediaBox [0 0 " +
                             pdfNumber(paper.width()) + ' ' + pdfNumber(paper.height()) +
                             "] /Resources << /XObject << /Picture " + reference(shown) + " >>" + font +
                             " >> /Contents " + reference(contents) + " >>"));
}

int ScanPdf::addPicture(const QImage& picture) {
    const QByteArray shape = "/Type /XObject /Subtype /Image /Width " + QByteArray::number(picture.width()) +
                             " /Height " + QByteArray::number(picture.height());
    if (picture.depth() == 1) {
        return m_pdf.addStream(shape + " /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode",
                               flatePacked(bitsOf(picture)));
    }
    const bool isGray = picture.isGrayscale();
    const QImage plain = picture.convertToFormat(isGray ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    const QByteArray colours = isGray ? "/DeviceGray" : "/DeviceRGB";
    return m_pdf.addStream(shape + " /ColorSpace " + colours + " /BitsPerComponent 8 /Filter /DCTDecode",
                           jpegOf(plain));
}

int ScanPdf::addFont() {
    const int map = m_pdf.addStream("/Filter /FlateDecode", flatePacked(codesAreUnicode()));
    const int descriptor =
        m_pdf.add("<< /Type /FontDescriptor /FontName /Letters /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0"
                  " /Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 >>");
    const int letters =
        m_pdf.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Letters /CIDToGIDMap /Identity"
                  " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW " +
                  QByteArray::number(letterWidth) + " /FontDescriptor " + reference(descriptor) + " >>");
    return m_pdf.add("<< /Type /Font /Subtype /Type0 /BaseFont /Letters /Encoding /Identity-H /DescendantFonts [" +
                     reference(letters) + "] /ToUnicode " + reference(map) + " >>");
}

QByteArray ScanPdf::file() {
    m_pdf.write(m_catalog, "<< /Type /Catalog /Pages " + reference(m_tree) + " >>");
    QByteArray kids;
    for (const int page : std::as_const(m_pages)) {
        kids += reference(page) + ' ';
    }
    m_pdf.write(m_tree,
                "<< /Type /Pages /Kids [" + kids.trimmed() + "] /Count " + QByteArray::number(m_pages.size()) + " >>");
    return m_pdf.file();
}

} // namespace app::page
