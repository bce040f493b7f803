// SPDX-License-Identifier: GPL-3.0-or-later
// Incremental saving and signature wrapping: the signed bytes stay, other bytes are shown.
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/handmadepdf.h"

namespace attacks {

namespace {

const QByteArray evil = "4 0 obj\n" + handmade::stream("BT /F1 14 Tf 100 750 Td (99) Tj ET") + "\nendobj\n";

QByteArray table(const QByteArray& trailer) {
    return "xref\n4 1\n@4@ 00000 n \ntrailer\n<< /Size 100 /Root 1 0 R " + trailer + " >>\n";
}

/// The number of the signature dictionary in the field First.
int signatureOf(const docsig::pdf::Document& document) {
    const docsig::pdf::Value value = document.object(First).dictionary().value("V");
    return value.asReference()->number;
}

QByteArray bodyOf(const QByteArray& file, int number) {
    const docsig::pdf::Document document = docsig::pdf::Document::open(file).value();
    const auto from = static_cast<qsizetype>(document.entries().value(number).place);
    const qsizetype body = file.indexOf("obj", from) + 3;
    return file.mid(body, file.indexOf("endobj", body) - body);
}

} // namespace

QList<Attack> incrementalSavings(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const qsizetype section = handmade::lastSection(file);
    const QByteArray old = "startxref\n" + QByteArray::number(section) + "\n%%EOF\n";
    const QString content = QStringLiteral("page-content-changed");
    const QString loose = QStringLiteral("bytes-behind-the-end");
    const QString none = QStringLiteral("coverage-no-revision");
    const docsig::pdf::Document document = docsig::pdf::Document::open(file).value();
    const int signature = signatureOf(document);
    return {
        {"content replaced", rawUpdate(file, {{4, evil}}, table("/Prev @prev@")), content, file},
        {"without table and trailer", file + evil, loose, file},
        {"without table, end marked", file + evil + "%%EOF\n", loose, file},
        {"without table, trailer alone", file + evil + "trailer\n<< /Size 100 /Root 1 0 R >>\n" + old,
         QStringLiteral("section-out-of-place"), file},
        {"the old table named again", file + evil + old, QStringLiteral("section-out-of-place"), file},
        {"without end mark", rawUpdate(file, {{4, evil}}, table("/Prev @prev@")).replace(file.size(), 0, "").chopped(6),
         content, file},
        {"two end marks", rawUpdate(file, {{4, evil}}, table("/Prev @prev@")) + "%%EOF\n", loose, file},
        {"two startxref", rawUpdate(file, {{4, evil}}, table("/Prev @prev@")) + old, {}, file},
        {"without Prev", rawUpdate(file, {{4, evil}}, table({})), {}, file},
        {"Prev passes the signature by",
         rawUpdate(file, {{4, evil}}, table("/Prev " + QByteArray::number(document.sections().constLast().offset))),
         {},
         file},
        {"Prev in a circle",
         rawUpdate(file, {{4, evil}}, table("/Prev " + QByteArray::number(file.size() + evil.size()))),
         QStringLiteral("pdf-broken"), file},
        {"startxref of nothing", file + evil + "startxref\n0\n%%EOF\n", QStringLiteral("pdf-broken"), file},
        {"signature dictionary copied",
         update(file, {{4, handmade::stream("BT (99) Tj ET")},
                       {90, bodyOf(file, signature)},
                       {First, withKey(file, First, "V", "90 0 R")}}),
         QStringLiteral("byterange-gap-elsewhere"), file},
        {"signature dictionary rewritten in place", update(file, {{signature, bodyOf(file, signature)}}),
         QStringLiteral("byterange-gap-elsewhere"), file},
        {"words after the end", file + "Hẹn gặp lại", loose, file},
        {"the file cut inside its last section", file.chopped(40), {}, file},
        {"a second document behind", file + handmade::pdfWithTable(), {}, file},
        {"signature taken out of the form", rekeyed(file, Form, "Fields", "[8 0 R 9 0 R 11 0 R 22 0 R]"), {}, file},
        {"another catalog",
         rawUpdate(file, {{90, "90 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>\nendobj\n"}},
                   "xref\n90 1\n@90@ 00000 n \ntrailer\n<< /Size 100 /Root 90 0 R /Prev @prev@ >>\n"),
         QStringLiteral("catalog-replaced"), file},
        {"no revision ends there", file.chopped(1) + "%x\n" + evil, none, file},
    };
}

QList<Attack> wrappings(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const qsizetype gapBegin = file.lastIndexOf("/Contents <") + 10;
    const qsizetype gapEnd = file.indexOf('>', gapBegin) + 1;
    const QByteArray head = file.first(gapBegin);
    const QByteArray tail = file.sliced(gapEnd);
    const QByteArray gap = file.sliced(gapBegin, gapEnd - gapBegin);
    const QByteArray blob = gap.chopped(1).trimmed();
    const QString elsewhere = QStringLiteral("byterange-gap-elsewhere");
    const auto range = [](qsizetype begin, qsizetype end, qsizetype rest) {
        return "/ByteRange [0 " + QByteArray::number(begin) + ' ' + QByteArray::number(end) + ' ' +
               QByteArray::number(rest) + ']';
    };
    const auto dictionary = [&](const QByteArray& keys) {
        return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " + keys + " >>";
    };
    // The signed tail stands a second time behind what is shown, and a new signature dictionary covers that copy.
    const auto wrapped = [&](const QByteArray& contents) {
        const QByteArray evilTail = "\n" + evil;
        const qsizetype second = file.size() + evilTail.size();
        QByteArray made = file + evilTail + tail;
        return update(made, {{90, dictionary(range(gapBegin, second, tail.size()) + " /Contents " + contents)},
                             {First, withKey(file, First, "V", "90 0 R")}});
    };
    // What is shown stands in the gap itself, behind a shorter value.
    const QByteArray object = ">\n>>\nendobj\n" + evil;
    QByteArray filled = gap;
    filled.replace(filled.size() - object.size() - 40, object.size(), object);
    return {
        {"the tail covered elsewhere", wrapped(gap), elsewhere, file},
        {"the tail covered elsewhere, no padding", wrapped(blob + '>'), elsewhere, file},
        {"objects in the gap", head + filled + tail, {}, file},
        {"a second ByteRange behind",
         QByteArray(file).insert(gapEnd, ' ' + range(gapBegin, gapEnd + 40, tail.size())),
         {},
         file},
        {"a second Contents before", QByteArray(file).insert(gapBegin - 10, "/Contents <00> "), {}, file},
        {"Contents moved behind the tail",
         update(file, {{90, dictionary(range(gapBegin, gapEnd, tail.size()) + " /Contents 91 0 R")},
                       {91, gap},
                       {First, withKey(file, First, "V", "90 0 R")}}),
         QStringLiteral("contents-missing"), file},
        {"ByteRange in an object of its own",
         update(file, {{90, dictionary("/ByteRange 91 0 R /Contents " + gap)},
                       {91, range(gapBegin, gapEnd, tail.size()).mid(11)},
                       {First, withKey(file, First, "V", "90 0 R")}}),
         elsewhere, file},
    };
}

} // namespace attacks
