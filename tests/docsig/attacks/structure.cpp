// SPDX-License-Identifier: GPL-3.0-or-later
// Files that two programs read in two ways, and tricks with the tree of pages.
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/handmadepdf.h"

namespace attacks {

namespace {

const QByteArray evilStream = handmade::stream("BT /F1 14 Tf 100 750 Td (99) Tj ET");
const QByteArray evil = "4 0 obj\n" + evilStream + "\nendobj\n";
const QByteArray trailer = "trailer\n<< /Size 100 /Root 1 0 R /Prev @prev@ >>\n";

QByteArray rows(std::initializer_list<std::array<qsizetype, 3>> list) {
    QByteArray made;
    for (const auto& [kind, second, third] : list) {
        made += static_cast<char>(kind);
        for (const int shift : {24, 16, 8, 0}) {
            made += static_cast<char>((second >> shift) & 0xFF);
        }
        made += static_cast<char>(third);
    }
    return made;
}

QByteArray sectionObject(int number, const QByteArray& keys, const QByteArray& data) {
    return QByteArray::number(number) + " 0 obj\n<< /Type /XRef /Size 100 /W [1 4 1] /Root 1 0 R " + keys +
           " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream\nendobj\n";
}

/// An update whose section is a stream, over an object stream that holds object 4 as the content of another page.
QByteArray packed(const QByteArray& file) {
    const qsizetype stream = file.size();
    const QByteArray inside = "3 0 << /Type /Page /Parent 2 0 R /Contents 26 0 R >>";
    QByteArray made = file + "95 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length " + QByteArray::number(inside.size()) +
                      " >>\nstream\n" + inside + "\nendstream\nendobj\n";
    const qsizetype section = made.size();
    const QByteArray data = rows({{2, 95, 0}, {1, stream, 0}, {1, section, 0}});
    made += sectionObject(96, "/Index [3 1 95 2] /Prev " + QByteArray::number(handmade::lastSection(file)), data);
    return made + "startxref\n" + QByteArray::number(section) + "\n%%EOF\n";
}

/// An update of which only the stream named by /XRefStm gives object 4 a new place.
QByteArray hybrid(const QByteArray& file, const QByteArray& tableRows) {
    const qsizetype content = file.size();
    QByteArray made = file + evil;
    const qsizetype hidden = made.size();
    made += sectionObject(96, "/Index [4 1]", rows({{1, content, 0}}));
    const qsizetype section = made.size();
    made += "xref\n" + tableRows + "trailer\n<< /Size 100 /Root 1 0 R /Prev " +
            QByteArray::number(handmade::lastSection(file)) + " /XRefStm " + QByteArray::number(hidden) + " >>\n";
    return made + "startxref\n" + QByteArray::number(section) + "\n%%EOF\n";
}

} // namespace

QList<Attack> differentials(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const docsig::pdf::Document document = docsig::pdf::Document::open(file).value();
    const QByteArray oldContent = QByteArray::number(document.entries().value(Content).place).rightJustified(10, '0');
    const QString content = QStringLiteral("page-content-changed");
    const QString two = QStringLiteral("section-two-readings");
    const auto raw = [&](const QByteArray& object, const QByteArray& table) {
        return rawUpdate(file, {{4, object}}, "xref\n" + table + trailer);
    };
    const QByteArray amount = withKey(file, Amount, "V", "(200)");
    const auto refilled = [&](QByteArray body) {
        return update(file, {{Amount, std::move(body)}, {AmountLooks, handmade::stream("BT (200) Tj ET")}});
    };
    return {
        {"comments around the number", raw("4 %x\n0 %y\nobj\n" + evilStream + "\nendobj\n", "4 1\n@4@ 00000 n \n"),
         content, file},
        {"comment in the table", raw(evil, "% 4 1\n4 1\n" + oldContent + " 00000 n \n"), two, file},
        {"a number twice in the table, old first", raw(evil, "4 1\n" + oldContent + " 00000 n \n4 1\n@4@ 00000 n \n"),
         two, file},
        {"a number twice in the table, new first", raw(evil, "4 1\n@4@ 00000 n \n4 1\n" + oldContent + " 00000 n \n"),
         two, file},
        {"without endobj", raw("4 0 obj\n" + evilStream + "\n", "4 1\n@4@ 00000 n \n"),
         QStringLiteral("object-not-closed"), file},
        {"two values in one object", refilled(amount + " " + withKey(file, Amount, "V", "(900)")),
         QStringLiteral("object-not-closed"), file},
        {"a key twice", refilled(QByteArray(amount).insert(2, "/V (900) ")), QStringLiteral("object-two-readings"),
         file},
        {"a key twice, once in hexadecimal", refilled(QByteArray(amount).insert(2, "/#56 (900) ")),
         QStringLiteral("object-two-readings"), file},
        {"stream's Length wrong", update(file, {{Content, QByteArray(evilStream).replace("/Length ", "/Length 9")}}),
         content, file},
        {"stream's Length wrong, dictionary the same",
         update(update(file, {}), {{Content, "<< /Length 9999 >>\nstream\nBT (99) Tj ET\nendstream"}}), content, file},
        {"stream's Length elsewhere changed", update(file, {{ContentLength, "3"}}), content, file},
        {"object stream over an object", packed(file), QStringLiteral("page-changed"), file},
        {"entry of another generation", raw("4 1 obj\n" + evilStream + "\nendobj\n", "4 1\n@4@ 00001 n \n"), content,
         file},
        {"entry of a generation that is not there", raw(evil, "4 1\n@4@ 00007 n \n"),
         QStringLiteral("object-misplaced"), file},
        {"entry beside the object", raw(' ' + evil, "4 1\n0000000012 00000 n \n"), QStringLiteral("object-misplaced"),
         file},
        {"two objects of one number", rawUpdate(file, {{4, evil}, {5, evil}}, "xref\n4 1\n@5@ 00000 n \n" + trailer),
         content, file},
        {"hybrid: hidden from old readers", hybrid(file, "0 1\n0000000000 65535 f \n"), content, file},
        {"hybrid: free in the table", hybrid(file, "4 1\n0000000000 00000 f \n"), content, file},
        {"hybrid: another place in the table", hybrid(file, "4 1\n" + oldContent + " 00000 n \n"), two, file},
        {"Size too small",
         rawUpdate(file, {{99, "99 0 obj\n0\nendobj\n"}},
                   "xref\n99 1\n@99@ 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R /Prev @prev@ >>\n"),
         QStringLiteral("section-size-too-small"), file},
        {"Root of an earlier trailer",
         rawUpdate(rawUpdate(file, {{90, "90 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>\nendobj\n"}},
                             "xref\n90 1\n@90@ 00000 n \ntrailer\n<< /Size 100 /Root 90 0 R /Prev @prev@ >>\n"),
                   {}, "xref\n0 0\n" + trailer),
         QStringLiteral("catalog-replaced"), file},
        {"Root twice in the trailer",
         rawUpdate(file, {}, "xref\n0 0\ntrailer\n<< /Size 100 /Root 1 0 R /Root 2 0 R /Prev @prev@ >>\n"),
         {},
         file},
        {"encrypted afterwards",
         rawUpdate(file, {}, "xref\n0 0\ntrailer\n<< /Size 100 /Root 1 0 R /Encrypt << >> /Prev @prev@ >>\n"),
         QStringLiteral("encrypted-not-judged"), file},
    };
}

QList<Attack> pageTreeTricks(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const QString tree = QStringLiteral("page-tree-changed");
    const QString node = QStringLiteral("object-changed");
    const QString page = QStringLiteral("page-changed");
    return {
        {"a page taken away", update(file, {{Pages, withKey(file, Pages, "Kids", "[3 0 R]")}}), tree, file},
        {"a page added", rekeyed(file, Pages, "Kids", "[3 0 R 14 0 R 90 0 R]"), {}, file},
        {"a page added that is there",
         update(file, {{Pages, withKey(file, Pages, "Kids", "[3 0 R 14 0 R 90 0 R]")},
                       {90, "<< /Type /Page /Parent 2 0 R /Contents 26 0 R >>"}}),
         tree, file},
        {"pages exchanged", rekeyed(file, Pages, "Kids", "[14 0 R 3 0 R]"), tree, file},
        {"a page twice", rekeyed(file, Pages, "Kids", "[3 0 R 3 0 R]"), {}, file},
        {"no pages", rekeyed(file, Pages, "Kids", "[]"), tree, file},
        {"Kids of nothing", rekeyed(file, Pages, "Kids", "[null]"), {}, file},
        {"Count wrong", rekeyed(file, Pages, "Count", "1"), node, file},
        {"another tree", rekeyed(file, Catalog, "Pages", "15 0 R"), QStringLiteral("page-tree-replaced"), file},
        {"Parent swapped",
         update(file, {{SecondPage, withKey(file, SecondPage, "Parent", "90 0 R")},
                       {90, "<< /Type /Pages /Kids [14 0 R] /Count 1 /Rotate 90 /Parent 2 0 R >>"}}),
         page, file},
        {"inherited resources", rekeyed(file, Pages, "Resources", "<< /Font << /F1 18 0 R >> >>"), node, file},
        {"inherited resources behind a reference", rekeyed(file, Inherited, "Font", "<< /F1 18 0 R >>"),
         QStringLiteral("object-changed"), file},
        {"inherited media box", rekeyed(file, Pages, "MediaBox", "[0 0 595 100]"), node, file},
        {"inherited rotation", rekeyed(file, Pages, "Rotate", "180"), node, file},
        {"crop box", rekeyed(file, FirstPage, "CropBox", "[0 0 595 700]"), page, file},
        {"rotation", rekeyed(file, FirstPage, "Rotate", "180"), page, file},
        {"unit", rekeyed(file, FirstPage, "UserUnit", "9"), page, file},
        {"own resources", rekeyed(file, SecondPage, "Resources", "<< /Font << /F1 18 0 R >> >>"), page, file},
        {"content added", rekeyed(file, FirstPage, "Contents", "[4 0 R 26 0 R]"), page, file},
        {"transition", rekeyed(file, FirstPage, "Trans", "<< /S /Fade >>"), page, file},
        {"action of a page", rekeyed(file, FirstPage, "AA", "<< /O << /S /JavaScript /JS (1) >> >>"), page, file},
        {"annotation taken away", rekeyed(file, FirstPage, "Annots", "[8 0 R 9 0 R 10 0 R 11 0 R 22 0 R]"),
         QStringLiteral("annotation-removed"), file},
        {"signature's widget taken off its page",
         rekeyed(file, FirstPage, "Annots", "[8 0 R 9 0 R 11 0 R 12 0 R 22 0 R]"), QStringLiteral("annotation-removed"),
         file},
        {"link leads elsewhere", rekeyed(file, Link, "Dest", "[3 0 R /Fit]"), QStringLiteral("page-content-changed"),
         file},
        {"widget on another page", rekeyed(file, SecondPage, "Annots", "[8 0 R]"), QStringLiteral("annotation-added"),
         file},
    };
}

} // namespace attacks
