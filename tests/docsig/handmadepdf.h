// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Small PDFs written by hand, so that a test knows every byte.
namespace handmade {

/// Objects 1…n and a cross-reference table.
[[nodiscard]] inline QByteArray withTable(const QList<QByteArray>& objects, const QByteArray& trailerKeys = {}) {
    QByteArray pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    QList<qsizetype> offsets;
    for (qsizetype index = 0; index < objects.size(); ++index) {
        offsets << pdf.size();
        pdf += QByteArray::number(index + 1) + " 0 obj\n" + objects[index] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R " + trailerKeys +
           ">>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

[[nodiscard]] inline QByteArray stream(const QByteArray& data) {
    return "<< /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

[[nodiscard]] inline QList<QByteArray> onePage(const QByteArray& catalogKeys = {}) {
    return {"<< /Type /Catalog /Pages 2 0 R " + catalogKeys + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
            ">> >>",
            stream("BT /F1 14 Tf 100 750 Td (QUYET DINH) Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"};
}

[[nodiscard]] inline QByteArray pdfWithTable() {
    return withTable(onePage());
}

/// The same document with a cross-reference stream and its catalog, page tree and font in an object stream.
[[nodiscard]] inline QByteArray pdfWithStreams() {
    const QList<QByteArray> objects = onePage();
    QByteArray pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    QByteArray heads;
    QByteArray bodies;
    for (const int number : {1, 2, 5}) {
        heads += QByteArray::number(number) + ' ' + QByteArray::number(bodies.size()) + ' ';
        bodies += objects[number - 1] + ' ';
    }
    const qsizetype page = pdf.size();
    pdf += "3 0 obj\n" + objects[2] + "\nendobj\n";
    const qsizetype content = pdf.size();
    pdf += "4 0 obj\n" + objects[3] + "\nendobj\n";
    const qsizetype packed = pdf.size();
    const QByteArray data = qCompress(heads + bodies).mid(4);
    pdf += "6 0 obj\n<< /Type /ObjStm /N 3 /First " + QByteArray::number(heads.size()) +
           " /Filter /FlateDecode /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data +
           "\nendstream\nendobj\n";
    const qsizetype table = pdf.size();
    QByteArray rows;
    const auto row = [&rows](int kind, qsizetype second, int third) {
        rows += static_cast<char>(kind);
        rows += static_cast<char>((second >> 8) & 0xFF);
        rows += static_cast<char>(second & 0xFF);
        rows += static_cast<char>(third);
    };
    row(0, 0, 255);
    row(2, 6, 0);
    row(2, 6, 1);
    row(1, page, 0);
    row(1, content, 0);
    row(2, 6, 2);
    row(1, packed, 0);
    row(1, table, 0);
    return pdf + "7 0 obj\n<< /Type /XRef /Size 8 /Root 1 0 R /W [1 2 1] /Length " + QByteArray::number(rows.size()) +
           " >>\nstream\n" + rows + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

/// The last "startxref" number.
[[nodiscard]] inline qsizetype lastSection(const QByteArray& pdf) {
    const qsizetype at = pdf.lastIndexOf("startxref") + 10;
    return pdf.mid(at, pdf.indexOf('\n', at) - at).toLongLong();
}

/// One more revision with a table, written without any care: the bodies as they are given, and entries (number,
/// offset) on top that may say anything.
[[nodiscard]] inline QByteArray revised(const QByteArray& pdf, const QList<std::pair<int, QByteArray>>& objects,
                                        QList<std::pair<int, qsizetype>> entries = {},
                                        const QByteArray& trailerKeys = "/Root 1 0 R") {
    QByteArray file = pdf;
    for (const auto& [number, body] : objects) {
        entries << std::pair(number, file.size());
        file += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const qsizetype table = file.size();
    file += "xref\n";
    for (const auto& [number, offset] : std::as_const(entries)) {
        file +=
            QByteArray::number(number) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return file + "trailer\n<< /Size 100 /Prev " + QByteArray::number(lastSection(pdf)) + ' ' + trailerKeys +
           " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

/// A file whose certification allows no change at all (DocMDP 1).
[[nodiscard]] inline QByteArray certifiedPdf() {
    QList<QByteArray> objects = onePage("/Perms << /DocMDP 6 0 R >>");
    objects << "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Reference [<< /TransformMethod "
               "/DocMDP "
               "/TransformParams << /P 1 /V /1.2 >> >>] >>";
    return withTable(objects);
}

/// A one-page PDF of a size in points, with a stroke on it.
[[nodiscard]] inline QByteArray appearance(int width, int height) {
    return withTable(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + QByteArray::number(width) + ' ' + QByteArray::number(height) +
             "] /Contents 4 0 R /Resources << >> >>",
         stream("0 0 1 RG 1 1 m " + QByteArray::number(width - 1) + ' ' + QByteArray::number(height - 1) + " l S")});
}

} // namespace handmade
