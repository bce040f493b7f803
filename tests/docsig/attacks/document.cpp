// SPDX-License-Identifier: GPL-3.0-or-later
// Tricks with form fields, and with what belongs to the document as a whole.
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/handmadepdf.h"

namespace attacks {

namespace {

const QByteArray looks200 =
    "<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Length 14 >>\nstream\nBT (200) Tj ET\nendstream";

/// A new field, listed by the form.
QByteArray withField(const QByteArray& file, const QByteArray& keys) {
    const QByteArray list = docsig::pdf::Document::open(file).value().object(Form).dictionary().value("Fields").toPdf();
    return update(file,
                  {{90, "<< " + keys + " >>"}, {Form, withKey(file, Form, "Fields", list.chopped(1) + " 90 0 R]")}});
}

QByteArray refilled(const QByteArray& file, int field, const QByteArray& value, int looks) {
    return update(file, {{field, withKey(file, field, "V", value)}, {looks, looks200}});
}

} // namespace

QList<Attack> fieldTricks(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const QByteArray locking = workshop.signedFile(0, true);
    const QString changed = QStringLiteral("field-changed");
    return {
        {"locked field filled", refilled(locking, Locked, "(08)", LockedLooks), QStringLiteral("locked-field-changed"),
         locking},
        {"locked field drawn anew", update(locking, {{LockedLooks, looks200}}), QStringLiteral("locked-field-changed"),
         locking},
        {"value changed, picture kept", rekeyed(file, Amount, "V", "(200)"), QStringLiteral("field-not-redrawn"), file},
        {"field moved", rekeyed(file, Amount, "Rect", "[100 750 200 770]"), changed, file},
        {"field hidden", rekeyed(file, Amount, "F", "2"), changed, file},
        {"field's kind", rekeyed(file, Amount, "FT", "/Sig"), changed, file},
        {"field's kind taken away", rekeyed(file, Amount, "FT", {}), changed, file},
        {"field's style", rekeyed(file, Amount, "DA", "(/Helv 1 Tf 1 g)"), changed, file},
        {"field's children", rekeyed(file, Amount, "Kids", "[null]"), changed, file},
        {"field's action", rekeyed(file, Amount, "AA", "<< /K << /S /JavaScript /JS (1) >> >>"), changed, file},
        {"field renamed", rekeyed(file, Amount, "T", "(Total)"), QStringLiteral("field-lost"), file},
        {"field named with a dot", rekeyed(file, Second, "T", "(Second.)"), QStringLiteral("field-lost"), file},
        {"field taken away", rekeyed(file, Form, "Fields", "[9 0 R 10 0 R 11 0 R 22 0 R]"),
         QStringLiteral("field-removed"), file},
        {"button drawn anew", update(file, {{AgreeOff, looks200}}), QStringLiteral("button-redrawn"), file},
        {"button's states exchanged", rekeyed(file, Agree, "AP", "<< /N << /Yes 21 0 R /Off 20 0 R >> >>"),
         QStringLiteral("button-redrawn"), file},
        {"button shows another state", rekeyed(file, Agree, "AS", "/Yes"), QStringLiteral("button-redrawn"), file},
        {"button shows another state than it holds",
         update(file, {{Agree, withKey(rekeyed(file, Agree, "AS", "/Yes"), Agree, "V", "/Other")}}),
         QStringLiteral("button-state-differs"), file},
        {"a second field of one name", withField(file, "/FT /Sig /T (Amount)"), QStringLiteral("field-name-twice"),
         file},
        {"a field below another", withField(file, "/T (Amount) /Kids [91 0 R]"), {}, file},
        {"a field with a dot that is another's child", withField(file, "/FT /Sig /T (Amount.x)"),
         QStringLiteral("field-name-dotted"), file},
        {"a text field", withField(file, "/FT /Tx /T (New)"), QStringLiteral("field-added"), file},
        {"a field of no kind", withField(file, "/T (New)"), QStringLiteral("field-added"), file},
        {"a signature field with a picture",
         withField(file, "/FT /Sig /T (New) /Subtype /Widget /Rect [0 0 99 99] /AP << /N 16 0 R >>"),
         QStringLiteral("field-added"), file},
        {"a signature field with an action",
         withField(file, "/FT /Sig /T (New) /A << /S /URI /URI (http://127.0.0.1) >>"), QStringLiteral("field-acts"),
         file},
        {"signature taken back", rekeyed(file, First, "V", {}), {}, file},
        {"signature's picture taken away", rekeyed(file, First, "AP", "null"),
         QStringLiteral("signature-field-changed"), file},
        {"signature's field moved", rekeyed(file, First, "Rect", "[0 0 9 9]"),
         QStringLiteral("signature-field-changed"), file},
        {"appearances to be made by the viewer", rekeyed(file, Form, "NeedAppearances", "true"),
         QStringLiteral("form-changed"), file},
        {"order of calculation", rekeyed(file, Form, "CO", "[8 0 R]"), QStringLiteral("form-changed"), file},
        {"a form of another kind", rekeyed(file, Form, "XFA", "(x)"), QStringLiteral("form-changed"), file},
    };
}

QList<Attack> documentTricks(Workshop& workshop) {
    const QByteArray file = workshop.signedFile();
    const QString catalog = QStringLiteral("catalog-changed");
    const QString content = QStringLiteral("page-content-changed");
    const QByteArray evidence = "<< /Certs [91 0 R] >>";
    const QByteArray item = "<< /Length 2 >>\nstream\n0\x05\nendstream";
    const QByteArray withStore =
        update(file, {{Catalog, withKey(file, Catalog, "DSS", "90 0 R")}, {90, evidence}, {91, item}});
    const QByteArray stamped = workshop.stamped(file);
    const auto stored = [&](const QByteArray& store, Objects also = {}) {
        also << std::pair(Catalog, withKey(file, Catalog, "DSS", "90 0 R")) << std::pair(90, store);
        return update(file, also);
    };
    const auto described = [&](const QByteArray& value, const Objects& also = {}) {
        return update(file, Objects{{Catalog, withKey(file, Catalog, "Metadata", value)}} + also);
    };
    return {
        {"open action", rekeyed(file, Catalog, "OpenAction", "[14 0 R /Fit]"), catalog, file},
        {"script at opening", rekeyed(file, Catalog, "OpenAction", "<< /S /JavaScript /JS (1) >>"), catalog, file},
        {"actions of the document", rekeyed(file, Catalog, "AA", "<< /WC << /S /JavaScript /JS (1) >> >>"), catalog,
         file},
        {"scripts by name",
         rekeyed(file, Catalog, "Names", "<< /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"), catalog,
         file},
        {"file attached",
         rekeyed(file, Catalog, "Names", "<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>"),
         catalog, file},
        {"associated file", rekeyed(file, Catalog, "AF", "[90 0 R]"), catalog, file},
        {"destinations", rekeyed(file, Catalog, "Dests", "<< /a [14 0 R /Fit] >>"), catalog, file},
        {"outline", rekeyed(file, Catalog, "Outlines", "<< /Type /Outlines >>"), catalog, file},
        {"page labels", rekeyed(file, Catalog, "PageLabels", "<< /Nums [0 << /P (X) >>] >>"), catalog, file},
        {"viewer preferences", rekeyed(file, Catalog, "ViewerPreferences", "<< /Direction /R2L >>"), catalog, file},
        {"layers exchanged", rekeyed(file, Catalog, "OCProperties", "<< /OCGs [18 0 R] /D << /OFF [18 0 R] >> >>"),
         catalog, file},
        {"layer's use", rekeyed(file, Layer, "Usage", "<< /Print << /PrintState /OFF >> >>"), content, file},
        {"collection", rekeyed(file, Catalog, "Collection", "<< /View /D >>"), catalog, file},
        {"description taken away", rekeyed(file, Catalog, "Metadata", {}), QStringLiteral("metadata-replaced"), file},
        {"description null", described("null"), QStringLiteral("metadata-replaced"), file},
        {"description of nonsense", described("90 0 R", {{90, handmade::stream("nonsense")}}),
         QStringLiteral("metadata-replaced"), file},
        {"description changed and the page, too",
         update(file, {{Metadata, handmade::stream("<rdf:RDF/>")}, {Content, handmade::stream("BT (99) Tj ET")}}),
         content, file},
        {"description in the place of the content",
         update(file,
                {{Catalog, withKey(file, Catalog, "Metadata", "4 0 R")}, {Content, handmade::stream("<rdf:RDF/>")}}),
         content, file},
        {"evidence and another content", stored(evidence, {{91, item}, {Content, handmade::stream("BT (99) Tj ET")}}),
         content, file},
        {"evidence over a part of the page",
         update(file, {{Catalog, withKey(file, Catalog, "DSS", "<< /Certs [4 0 R] >>")}, {Content, item}}), content,
         file},
        {"evidence that is a text", stored("(x)"), QStringLiteral("evidence-malformed"), file},
        {"evidence of no streams", stored("<< /Certs [1] >>"), QStringLiteral("evidence-malformed"), file},
        {"evidence by no names", stored("<< /VRI [] >>"), QStringLiteral("evidence-malformed"), file},
        {"evidence of no entries", stored("<< /VRI << /AA 1 >> >>"), QStringLiteral("evidence-malformed"), file},
        {"evidence taken away", rekeyed(withStore, Catalog, "DSS", {}), QStringLiteral("evidence-removed"), withStore},
        {"time stamp and another content", workshop.stamped(file, {{Content, handmade::stream("BT (99) Tj ET")}}),
         content, stamped},
        {"time stamp and a field that is none's",
         workshop.stamped(file, {{Locked, withKey(file, Locked, "V", "(08)")}}), QStringLiteral("field-not-redrawn"),
         stamped},
        {"a way to new things in the trailer",
         rawUpdate(file, {{90, "90 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n"}},
                   "xref\n90 1\n@90@ 00000 n \ntrailer\n<< /Size 100 /Root 1 0 R /Foo 90 0 R /Prev @prev@ >>\n"),
         QStringLiteral("object-changed"), file},
    };
}

} // namespace attacks
