// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/srgbprofile.h"

#include <QList>

#include <cmath>

namespace docsig::pdf {

namespace {

constexpr int headerSize = 128;
constexpr int rowSize = 12; // of the table of tags

QByteArray bigEndian(quint32 number, int width = 4) {
    QByteArray bytes(width, '\0');
    for (int index = width - 1; index >= 0; --index) {
        bytes[index] = static_cast<char>(number & 0xFFU);
        number >>= 8;
    }
    return bytes;
}

/// s15Fixed16Number: sixteen bits behind the point.
QByteArray fixedPoint(double value) {
    return bigEndian(static_cast<quint32>(static_cast<qint32>(std::lround(value * 65536))));
}

QByteArray fixedPoints(const QByteArray& type, const QList<double>& values) {
    QByteArray tag = type + bigEndian(0);
    for (const double value : values) {
        tag += fixedPoint(value);
    }
    return tag;
}

/// multiLocalizedUnicodeType with one record; the text is ASCII.
QByteArray text(const QByteArray& ascii) {
    QByteArray tag = "mluc" + bigEndian(0) + bigEndian(1) + bigEndian(rowSize) + "enUS" +
                     bigEndian(static_cast<quint32>(2 * ascii.size())) + bigEndian(28);
    for (const char letter : ascii) {
        tag += '\0';
        tag += letter;
    }
    return tag;
}

/// The curve of sRGB as parametricCurveType 3: g, a, b, c, d with Y = (aX + b)^g from d on and cX below.
QByteArray curve() {
    QByteArray tag = "para" + bigEndian(0) + bigEndian(3, 2) + bigEndian(0, 2);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
        tag += fixedPoint(value);
    }
    return tag;
}

QByteArray header(qsizetype size) {
    QByteArray bytes = bigEndian(static_cast<quint32>(size)) + bigEndian(0) + bigEndian(0x04200000) + "mntrRGB XYZ ";
    for (const quint32 part : {2026U, 1U, 1U, 0U, 0U, 0U}) { // fixed, so that the bytes never differ
        bytes += bigEndian(part, 2);
    }
    bytes += "acsp";
    bytes = bytes.leftJustified(68, '\0'); // platform, flags, device, attributes, intent: none
    bytes += bigEndian(0x0000F6D6) + bigEndian(0x00010000) + bigEndian(0x0000D32D); // D50, as the standard writes it
    return bytes.leftJustified(headerSize, '\0');
}

} // namespace

QByteArray srgbProfile() {
    const QByteArray gamma = curve();
    // The primaries of sRGB and its white, adapted from D65 to D50 by Bradford's matrix.
    const QList<std::pair<QByteArray, QByteArray>> tags{
        {"desc", text("sRGB IEC61966-2.1")},
        {"cprt", text("No copyright, use freely")},
        {"wtpt", fixedPoints("XYZ ", {0.96420, 1, 0.82491})},
        {"chad", fixedPoints("sf32", {1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076,
                                      0.751678})},
        {"rXYZ", fixedPoints("XYZ ", {0.436066, 0.222488, 0.013916})},
        {"gXYZ", fixedPoints("XYZ ", {0.385147, 0.716873, 0.097076})},
        {"bXYZ", fixedPoints("XYZ ", {0.143066, 0.060608, 0.714096})},
        {"rTRC", gamma},
        {"gTRC", gamma},
        {"bTRC", gamma}};
    QByteArray rows = bigEndian(static_cast<quint32>(tags.size()));
    QByteArray data;
    const qsizetype first = headerSize + 4 + rowSize * tags.size();
    qsizetype shared = 0; // the three curves are one
    for (const auto& [name, tag] : tags) {
        const bool isCurve = name.endsWith("TRC");
        const qsizetype place = isCurve && shared != 0 ? shared : first + data.size();
        if (place == first + data.size()) {
            data += tag + QByteArray((4 - tag.size() % 4) % 4, '\0');
        }
        shared = isCurve ? place : shared;
        rows += name + bigEndian(static_cast<quint32>(place)) + bigEndian(static_cast<quint32>(tag.size()));
    }
    return header(first + data.size()) + rows + data;
}

} // namespace docsig::pdf
