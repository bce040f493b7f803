// SPDX-License-Identifier: GPL-3.0-or-later
// Shadow attacks (hide, replace, hide and replace) and attacks on certifications (evil annotation, sneaky signature).
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/handmadepdf.h"

namespace attacks {

namespace {

const QByteArray blank = "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length 0 >>\nstream\n\nendstream";
const QByteArray drawn =
    "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length 20 >>\nstream\n1 g 0 0 100 20 re f \nendstream";

QByteArray entry(const QByteArray& file, int number, qsizetype offset) {
    return handmade::revised(file, {}, {{number, offset}});
}

int signaturesLooks(const docsig::pdf::Document& document) {
    const docsig::pdf::Dictionary looks = document.get(document.object(First).dictionary(), "AP").dictionary();
    const docsig::pdf::Value normal = looks.value("N");
    return normal.asReference()->number;
}

QByteArray withAnnotation(const QByteArray& file, const QByteArray& keys) {
    const QByteArray list =
        docsig::pdf::Document::open(file).value().object(FirstPage).dictionary().value("Annots").toPdf();
    return update(file, {{90, "<< /Type /Annot /F 4 /Rect [90 740 300 770] " + keys + " /AP << /N 91 0 R >> >>"},
                         {91, drawn},
                         {FirstPage, withKey(file, FirstPage, "Annots", list.chopped(1) + " 90 0 R]")}});
}

/// A signature field that was never signed, and what an attacker may put into it.
QByteArray sneaky(const QByteArray& file, const QByteArray& value) {
    return update(file,
                  {{Second, withKey(file, Second, "V", value).chopped(2) + "/AP << /N 91 0 R >> >>"}, {91, drawn}});
}

} // namespace

QList<Attack> shadows(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const docsig::pdf::Document document = docsig::pdf::Document::open(file).value();
    const QString content = QStringLiteral("page-content-changed");
    const auto free = [&](int number) {
        return rawUpdate(file, {},
                         "xref\n" + QByteArray::number(number) +
                             " 1\n0000000000 00001 f \ntrailer\n<< /Size 100 /Root 1 0 R /Prev @prev@ >>\n");
    };
    // The empty field's picture is one that the page shows, too: the second signature leaves it to the page.
    const QByteArray twofold =
        workshop.countersigned(rekeyed(Workshop::plain(), Second, "AP", "<< /N 16 0 R >>"), QStringLiteral("First"));
    return {
        {"replace: a picture of page and field left behind", workshop.countersigned(twofold, QStringLiteral("Second")),
         QStringLiteral("appearance-shared"), twofold},
        {"hide: picture blanked", update(file, {{Seal, blank}}), content, file},
        {"hide: picture freed", free(Seal), content, file},
        {"hide: content freed", free(Content), content, file},
        {"hide: content null", update(file, {{Content, "null"}}), content, file},
        {"hide: layer off", rekeyed(file, Layers, "D", "<< /OFF [18 0 R] >>"), QStringLiteral("object-changed"), file},
        {"replace: font", rekeyed(file, Font, "BaseFont", "/Symbol"), content, file},
        {"replace: font's characters", rekeyed(file, Font, "Encoding", "<< /Differences [49 /nine] >>"), content, file},
        {"replace: field's picture", update(file, {{AmountLooks, drawn}}), QStringLiteral("field-redrawn"), file},
        {"replace: field's picture by another object",
         update(file, {{Amount, withKey(file, Amount, "AP", "<< /N 90 0 R >>")}, {90, drawn}}),
         QStringLiteral("field-redrawn"), file},
        {"replace: default font of the form",
         update(file, {{Form, withKey(file, Form, "DR", "<< /Font << /Helv 90 0 R >> >>")},
                       {90, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}}),
         QStringLiteral("form-font-changed"), file},
        {"replace: colour profile", update(file, {{Profile, "<< /N 3 /Length 7 >>\nstream\nPROFILE\nendstream"}}),
         content, file},
        {"replace: signature's picture", update(file, {{signaturesLooks(document), drawn}}), content, file},
        {"hide and replace: table alone",
         entry(file, Content, static_cast<qsizetype>(document.entries().value(Hidden).place)),
         QStringLiteral("object-misplaced"), file},
        {"hide and replace: the page names another content", rekeyed(file, FirstPage, "Contents", "26 0 R"),
         QStringLiteral("page-changed"), file},
        {"hide and replace: one offset for two",
         entry(file, Content, static_cast<qsizetype>(document.entries().value(SecondContent).place)),
         QStringLiteral("object-misplaced"), file},
        {"hide and replace: resources swapped", rekeyed(file, FirstPage, "Resources", "15 0 R"),
         QStringLiteral("page-changed"), file},
    };
}

QList<Attack> certificationAttacks(Workshop& workshop) {
    QList<Attack> attacks;
    for (const int permission : {0, 1, 2, 3}) {
        const QByteArray file = workshop.signedFile(permission);
        const QByteArray suffix = ", permission " + QByteArray::number(permission);
        for (const char* kind :
             {"FreeText", "Redact", "Stamp", "Highlight", "Square", "Ink", "Screen", "FileAttachment", "Watermark"}) {
            const bool note =
                permission == 3 && !QByteArrayList{"Screen", "FileAttachment", "Watermark"}.contains(kind);
            attacks << Attack{"evil annotation: " + QByteArray(kind) + suffix,
                              withAnnotation(file, QByteArray("/Subtype /") + kind),
                              note ? QStringLiteral("note-over-page") : QStringLiteral("annotation-added"), file};
        }
        attacks << Attack{"evil annotation with an action" + suffix,
                          withAnnotation(file, "/Subtype /Text /A << /S /JavaScript /JS (1) >>"),
                          QStringLiteral("annotation-added"), file};
        attacks << Attack{"sneaky signature: drawn, not signed" + suffix, sneaky(file, {}),
                          QStringLiteral("unsigned-field-drawn"), file};
        attacks << Attack{"sneaky signature: only prepared" + suffix,
                          sneaky(file, "<< /Type /Sig /Contents <0000> /ByteRange [0 0 0 0] >>"),
                          QStringLiteral("unsigned-field-drawn"), file};
        attacks << Attack{"sneaky signature: of nothing" + suffix,
                          sneaky(file, "<< /Type /Sig /Filter /Adobe.PPKLite /Contents <30> >>"),
                          QStringLiteral("byterange-missing"), file};
        if (permission == 1) {
            // Our own signer refuses to sign there.
            attacks << Attack{"sneaky signature: any",
                              Workshop::withBlob(file, "ETSI.CAdES.detached",
                                                 [](const QByteArray&) { return QByteArray("0\x03\x02\x01\x01"); }),
                              QStringLiteral("field-added"), file};
            continue;
        }
        attacks << Attack{"sneaky signature: of a stranger" + suffix,
                          workshop.countersigned(file, QStringLiteral("Second"), true),
                          QStringLiteral("path-unknown-root"), file};
        attacks << Attack{"sneaky signature: of a stranger at a new place" + suffix,
                          workshop.countersigned(file, QStringLiteral("New"), true, true),
                          QStringLiteral("path-unknown-root"), file};
    }
    const QByteArray closed = workshop.signedFile(1);
    attacks << Attack{"filled under permission 1",
                      update(closed, {{Amount, withKey(closed, Amount, "V", "(200)")}, {AmountLooks, drawn}}),
                      QStringLiteral("field-fill-not-allowed"), closed};
    attacks << Attack{"certified a second time", rekeyed(closed, Catalog, "Perms", "<< /DocMDP 90 0 R >>"),
                      QStringLiteral("catalog-changed"), closed};
    attacks << Attack{"certification taken away", rekeyed(closed, Catalog, "Perms", {}),
                      QStringLiteral("catalog-changed"), closed};
    return attacks;
}

} // namespace attacks
