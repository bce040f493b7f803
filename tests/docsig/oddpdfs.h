// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/docsig/handmadepdf.h"

/// PDFs as other programs make them: every form that the standard allows a file, its pages and its form to have.
namespace handmade {

/// One row of a cross-reference stream with /W [1 4 2].
[[nodiscard]] inline QByteArray row(int kind, qsizetype second, int third) {
    QByteArray bytes(1, static_cast<char>(kind));
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((second >> shift) & 0xFF);
    }
    bytes += static_cast<char>((third >> 8) & 0xFF);
    return bytes + static_cast<char>(third & 0xFF);
}

/// A page with text, its keys as given; its content is object 4 and its font object 5, as in onePage().
[[nodiscard]] inline QByteArray pageWith(const QByteArray& keys) {
    return "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> " + keys + " >>";
}

/// One page with its boxes, rotation and unit; those of `inherited` stand in the page tree.
[[nodiscard]] inline QByteArray pdfWithPage(const QByteArray& keys, const QByteArray& inherited = {}) {
    QList<QByteArray> objects = onePage();
    objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 " + inherited + " >>";
    objects[2] = pageWith(keys);
    return withTable(objects);
}

/// A hybrid file (ISO 32000-1 §7.5.8.4): its font and an object stream are only named by /XRefStm; old readers see a
/// free entry.
[[nodiscard]] inline QByteArray hybridPdf() {
    const QList<QByteArray> objects = onePage();
    QByteArray pdf = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";
    QList<qsizetype> offsets;
    for (int number = 1; number <= 4; ++number) {
        offsets << pdf.size();
        pdf += QByteArray::number(number) + " 0 obj\n" + objects[number - 1] + "\nendobj\n";
    }
    const qsizetype packed = pdf.size();
    const QByteArray data = "5 0 " + objects[4];
    pdf += "6 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length " + QByteArray::number(data.size()) + " >>\nstream\n" +
           data + "\nendstream\nendobj\n";
    const qsizetype hidden = pdf.size();
    const QByteArray rows = row(2, 6, 0) + row(1, packed, 0) + row(1, hidden, 0);
    pdf += "7 0 obj\n<< /Type /XRef /Size 8 /Index [5 3] /W [1 4 2] /Length " + QByteArray::number(rows.size()) +
           " >>\nstream\n" + rows + "\nendstream\nendobj\n";
    const qsizetype table = pdf.size();
    pdf += "xref\n0 8\n0000000005 65535 f \n";
    for (const qsizetype offset : offsets) {
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    pdf += "0000000006 00000 f \n0000000007 00000 f \n0000000000 00000 f \n";
    return pdf + "trailer\n<< /Size 8 /Root 1 0 R /XRefStm " + QByteArray::number(hidden) + " >>\nstartxref\n" +
           QByteArray::number(table) + "\n%%EOF\n";
}

/// Pages in a tree with fifty to a node, boxes inherited from its root.
[[nodiscard]] inline QByteArray pdfWithPages(int count) {
    constexpr int fan = 50;
    const int nodes = (count + fan - 1) / fan;
    // 1 catalog, 2 root of the tree, 3 unused, 4 content, 5 font, then the nodes, then the pages
    QList<QByteArray> objects = onePage();
    objects[2] = "null";
    QByteArray roots;
    for (int node = 0; node < nodes; ++node) {
        const int pages = std::min(fan, count - node * fan);
        QByteArray kids;
        for (int page = 0; page < pages; ++page) {
            kids += QByteArray::number(6 + nodes + node * fan + page) + " 0 R ";
        }
        roots += QByteArray::number(6 + node) + " 0 R ";
        objects << "<< /Type /Pages /Parent 2 0 R /Kids [" + kids + "] /Count " + QByteArray::number(pages) + " >>";
    }
    objects[1] =
        "<< /Type /Pages /MediaBox [0 0 595 842] /Kids [" + roots + "] /Count " + QByteArray::number(count) + " >>";
    for (int page = 0; page < count; ++page) {
        objects << QByteArray(pageWith({})).replace("/Parent 2", "/Parent " + QByteArray::number(6 + page / fan));
    }
    return withTable(objects);
}

/// Two pages whose /Annots is one and the same array, with a link in it.
[[nodiscard]] inline QByteArray pdfWithSharedAnnotations() {
    QList<QByteArray> objects = onePage();
    objects[1] = "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 595 842] >>";
    objects[2] = pageWith("/Annots 7 0 R");
    objects << pageWith("/Annots 7 0 R") << "[8 0 R]"
            << "<< /Type /Annot /Subtype /Link /Rect [10 10 60 30] /Border [0 0 0] /Dest [3 0 R /Fit] >>";
    return withTable(objects);
}

/// A form of another maker: a text field and a signature field under one that is none itself ("form.name",
/// "form.signer"); both have their widget apart. `indirect`: the form and its list of fields are objects of their own.
[[nodiscard]] inline QByteArray pdfWithForm(bool indirect) {
    const QByteArray form = "<< /Fields " + QByteArray(indirect ? "7 0 R" : "[8 0 R]") +
                            " /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) /NeedAppearances true >>";
    QList<QByteArray> objects = onePage("/AcroForm " + (indirect ? QByteArray("6 0 R") : form));
    objects[2] = pageWith("/MediaBox [0 0 595 842] /Annots [10 0 R 12 0 R]");
    objects << (indirect ? form : "null") << "[8 0 R]"
            << "<< /T (form) /Kids [9 0 R 11 0 R] >>"
            << "<< /T (name) /Parent 8 0 R /FT /Tx /V (A) /Kids [10 0 R] >>"
            << "<< /Type /Annot /Subtype /Widget /Parent 9 0 R /P 3 0 R /Rect [100 600 300 620] /F 4 /AP << /N 13 0 R "
               ">> >>"
            << "<< /T (signer) /Parent 8 0 R /FT /Sig /Kids [12 0 R] >>"
            << "<< /Type /Annot /Subtype /Widget /Parent 11 0 R /Rect [330 200 443 245] /F 4 >>"
            << "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Length 0 >>\nstream\n\nendstream";
    return withTable(objects);
}

} // namespace handmade
