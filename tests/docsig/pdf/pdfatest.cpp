// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/flowfields.h"
#include "docsig/pdf/document.h"
#include "docsig/pdf/formimport.h"
#include "docsig/pdf/pdfacheck.h"
#include "docsig/pdf/srgbprofile.h"
#include "tests/docsig/handmadepdf.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using docsig::pdf::checkPdfA;
using docsig::pdf::pdfaRules;

namespace {

QByteArray streamOf(const QByteArray& keys, const QByteArray& data) {
    return "<< " + keys + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray metadata(const QByteArray& part, const QByteArray& conformance) {
    return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" pdfaid:part=\"" +
           part + "\"><pdfaid:conformance>" + conformance +
           "</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
}

/// The parts of a small PDF/A-2b, each of which a test may spoil.
struct Archive {
    QByteArray catalogKeys;
    QByteArray pageKeys;
    QByteArray content = "q 1 0 0 RG 10 10 m 90 90 l S Q";
    QByteArray resources;
    QByteArray xmp = metadata("2", "B");
    QByteArray identifier = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    QByteArray intent = "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                        "/DestOutputProfile 6 0 R >>]";
    QList<QByteArray> more; ///< objects from number 7 on

    [[nodiscard]] QByteArray file() const {
        QList<QByteArray> objects{
            "<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R " + intent + ' ' + catalogKeys + " >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + resources + " >> " +
                pageKeys + " >>",
            streamOf({}, content),
            streamOf("/Type /Metadata /Subtype /XML", xmp),
            streamOf("/N 3", docsig::pdf::srgbProfile())};
        return handmade::withTable(objects + more, identifier);
    }
};

QStringList codesOf(const QByteArray& file) {
    const auto report = checkPdfA(file);
    if (!report) {
        return {report.error().code};
    }
    QStringList codes;
    for (const docsig::Finding& finding : report->findings) {
        codes << finding.code;
    }
    return codes;
}

} // namespace

class PdfaTest : public QObject {
    Q_OBJECT

private slots:
    void rulesAreAllNamedOnce();
    void aSoundFileHolds();
    void breachesAreFound_data();
    void breachesAreFound();
    void brokenBytesAreFound_data();
    void brokenBytesAreFound();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
    void fieldsAndFormsKeepIt_data();
    void fieldsAndFormsKeepIt();
    void cutAndChangedBytesNeverBreakTheCheck();
};

void PdfaTest::rulesAreAllNamedOnce() {
    QSet<QString> codes;
    int expected = 0;
    for (const docsig::pdf::PdfaRule& rule : pdfaRules()) {
        QCOMPARE(int(rule.clause), expected++);
        QVERIFY(!codes.contains(rule.breach.code));
        codes.insert(rule.breach.code);
        QCOMPARE(rule.number.isEmpty(), rule.clause == docsig::pdf::PdfaClause::NotLookedAt);
    }
    QCOMPARE(expected, int(docsig::pdf::PdfaClause::NotLookedAt) + 1);
}

void PdfaTest::aSoundFileHolds() {
    const auto report = checkPdfA(Archive().file());
    QVERIFY(report.has_value());
    QCOMPARE(codesOf(Archive().file()), QStringList());
    QCOMPARE(report->part, 2);
    QCOMPARE(report->conformance, u"B"_s);
}

void PdfaTest::breachesAreFound_data() {
    QTest::addColumn<Archive>("archive");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char* name, const QStringList& codes, auto&& spoil) {
        Archive archive;
        spoil(archive);
        QTest::newRow(name) << archive << codes;
    };
    const auto annotation = [](const QByteArray& keys) {
        return [keys](Archive& a) {
            a.pageKeys = "/Annots [7 0 R]";
            a.more = {"<< /Type /Annot /Rect [10 10 90 90] " + keys + " >>",
                      streamOf("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 g")};
        };
    };
    row("no identifier", {u"pdfa-identifier"_s}, [](Archive& a) { a.identifier.clear(); });
    row("no metadata", {u"pdfa-metadata"_s, u"pdfa-identification"_s}, [](Archive& a) { a.xmp.clear(); });
    row("metadata cut", {u"pdfa-metadata"_s}, [](Archive& a) { a.xmp = a.xmp.left(a.xmp.indexOf("</rdf:RDF>")); });
    row("entities", {u"pdfa-metadata"_s, u"pdfa-identification"_s},
        [](Archive& a) { a.xmp = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + metadata("&b;", "B"); });
    row("part 1", {u"pdfa-identification"_s}, [](Archive& a) { a.xmp = metadata("1", "B"); });
    row("no intent", {u"pdfa-device-colour"_s}, [](Archive& a) { a.intent.clear(); });
    row("CMYK", {u"pdfa-device-colour"_s}, [](Archive& a) { a.content = "0 0 0 1 k 0 0 9 9 re f"; });
    row("CMYK by name", {u"pdfa-device-colour"_s}, [](Archive& a) {
        a.resources = "/ColorSpace << /X [/Indexed /DeviceCMYK 0 <00000000>] >>";
        a.content = "/X cs 0 sc";
    });
    row("intent without profile", {u"pdfa-output-intent"_s, u"pdfa-device-colour"_s},
        [](Archive& a) { a.intent = "/OutputIntents [<< /S /GTS_PDFA1 >>]"; });
    row("profile that is none", {u"pdfa-icc-profile"_s}, [](Archive& a) {
        a.resources = "/ColorSpace << /X [/ICCBased 7 0 R] >>";
        a.content = "/X cs";
        a.more = {streamOf("/N 3", "no profile")};
    });
    row("font outside", {u"pdfa-font-not-embedded"_s}, [](Archive& a) {
        a.resources = "/Font << /F 7 0 R >>";
        a.content = "BT /F 12 Tf (x) Tj ET";
        a.more = {"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"};
    });
    row("font outside, never painted", {}, [](Archive& a) {
        a.resources = "/Font << /F 7 0 R >>";
        a.content = "BT 3 Tr /F 12 Tf (x) Tj ET";
        a.more = {"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"};
    });
    row("font in an appearance", {u"pdfa-font-not-embedded"_s}, [&](Archive& a) {
        annotation("/Subtype /Stamp /F 4 /AP << /N 8 0 R >>")(a);
        a.more[1] = streamOf("/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F << /Type /Font /Subtype "
                             "/TrueType /BaseFont /Arial >> >> >>",
                             "BT /F 1 Tf (x) Tj ET");
    });
    row("LZW", {u"pdfa-filter"_s}, [](Archive& a) { a.more = {streamOf("/Filter [/LZWDecode]", "x")}; });
    row("LZW within", {u"pdfa-inline-filter"_s},
        [](Archive& a) { a.content = "BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID \x80\x0b EI Q"; });
    row("stream elsewhere", {u"pdfa-stream-outside"_s}, [](Archive& a) { a.more = {streamOf("/F (x.bin)", "")}; });
    row("script", {u"pdfa-action"_s},
        [](Archive& a) { a.catalogKeys = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"; });
    row("trigger", {u"pdfa-trigger"_s}, [](Archive& a) { a.pageKeys = "/AA << /O << /S /Named /N /NextPage >> >>"; });
    row("launch", {u"pdfa-action"_s}, annotation("/Subtype /Link /F 4 /A << /S /Launch /F (x) >>"));
    row("link", {}, annotation("/Subtype /Link /F 4 /A << /S /URI /URI (http://a.example/) >>"));
    row("hidden annotation", {u"pdfa-annotation-flags"_s}, annotation("/Subtype /Stamp /F 6 /AP << /N 8 0 R >>"));
    row("unprinted widget", {u"pdfa-annotation-flags"_s}, annotation("/Subtype /Widget /AP << /N 8 0 R >>"));
    row("no appearance", {u"pdfa-annotation-appearance"_s}, annotation("/Subtype /Widget /FT /Tx /F 4"));
    row("appearance under the mouse", {u"pdfa-annotation-appearance"_s},
        annotation("/Subtype /Stamp /F 4 /AP << /N 8 0 R /R 8 0 R >>"));
    row("sound", {u"pdfa-annotation-type"_s}, annotation("/Subtype /Sound /F 4 /AP << /N 8 0 R >>"));
    row("field that acts", {u"pdfa-form"_s}, annotation("/Subtype /Widget /F 4 /A << /S /URI >> /AP << /N 8 0 R >>"));
    row("form drawn by the reader", {u"pdfa-form"_s},
        [](Archive& a) { a.catalogKeys = "/AcroForm << /Fields [] /NeedAppearances true >>"; });
    row("XFA", {u"pdfa-xfa"_s}, [](Archive& a) { a.catalogKeys = "/AcroForm << /Fields [] /XFA (x) >>"; });
    row("signature in BER", {u"pdfa-signature"_s}, [](Archive& a) {
        a.catalogKeys = "/AcroForm << /Fields [7 0 R] >>";
        a.more = {"<< /FT /Sig /T (S) /V << /Type /Sig /Contents <308006092a864886f70d010702000000> >> >>"};
    });
    row("permissions", {u"pdfa-permissions"_s}, [](Archive& a) { a.catalogKeys = "/Perms << /UR 3 0 R >>"; });
    row("long string", {u"pdfa-limit"_s}, [](Archive& a) { a.more = {'(' + QByteArray(32'768, 'x') + ')'}; });
    row("long name", {u"pdfa-limit"_s}, [](Archive& a) { a.more = {"<< /" + QByteArray(128, 'x') + " 1 >>"}; });
    row("large integer", {u"pdfa-limit"_s}, [](Archive& a) { a.more = {"[2147483648]"}; });
    row("deep nesting", {u"pdfa-limit"_s}, [](Archive& a) { a.content = QByteArray(29 * 2, 'q').replace("qq", "q "); });
    row("unknown operator", {u"pdfa-operator"_s}, [](Archive& a) { a.content = "BX 1 fly EX"; });
    row("missing resource", {u"pdfa-resource-missing"_s}, [](Archive& a) { a.content = "/Nothing Do"; });
    row("transfer function", {u"pdfa-graphics-state"_s}, [](Archive& a) {
        a.resources = "/ExtGState << /G << /TR /Identity >> >>";
        a.content = "/G gs";
    });
    row("blend mode", {u"pdfa-blend-mode"_s}, [](Archive& a) {
        a.resources = "/ExtGState << /G << /BM /Dissolve >> >>";
        a.content = "/G gs";
    });
    row("transparency without a space", {u"pdfa-blend-space"_s}, [](Archive& a) {
        a.intent.clear();
        a.resources = "/ExtGState << /G << /ca 0.5 >> >>";
        a.content = "/G gs 0 0 9 9 re f";
    });
    row("rendering intent", {u"pdfa-rendering-intent"_s}, [](Archive& a) { a.content = "/Nicely ri"; });
    row("smoothed picture", {u"pdfa-image"_s}, [](Archive& a) {
        a.resources = "/XObject << /I 7 0 R >>";
        a.content = "/I Do";
        a.more = {streamOf(
            "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Interpolate true", "x")};
    });
    row("PostScript", {u"pdfa-external-object"_s}, [](Archive& a) {
        a.resources = "/XObject << /I 7 0 R >>";
        a.content = "/I Do";
        a.more = {streamOf("/Subtype /PS", "showpage")};
    });
    row("embedded file", {u"pdfa-embedded-file"_s}, [](Archive& a) {
        a.more = {"<< /Type /Filespec /F (a) /UF (a) /EF << /F 8 0 R >> >>", streamOf("/Type /EmbeddedFile", "text")};
    });
    row("embedded PDF/A", {}, [](Archive& a) {
        a.more = {"<< /Type /Filespec /F (a) /UF (a) /EF << /F 8 0 R >> >>",
                  streamOf("/Type /EmbeddedFile", Archive().file())};
    });
    row("layers", {u"pdfa-optional-content"_s},
        [](Archive& a) { a.catalogKeys = "/OCProperties << /OCGs [] /D << /Order [] >> >>"; });
    row("presentation", {u"pdfa-presentation"_s},
        [](Archive& a) { a.catalogKeys = "/Names << /AlternatePresentations << >> >>"; });
    row("requirements", {u"pdfa-requirements"_s}, [](Archive& a) { a.catalogKeys = "/Requirements []"; });
}

void PdfaTest::breachesAreFound() {
    QFETCH(const Archive, archive);
    QFETCH(const QStringList, codes);
    QCOMPARE(codesOf(archive.file()), codes);
}

void PdfaTest::brokenBytesAreFound_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray sound = Archive().file();
    QTest::newRow("version 2") << QByteArray(sound).replace("%PDF-1.7", "%PDF-2.0") << u"pdfa-header"_s;
    QTest::newRow("no binary mark") << QByteArray(sound).replace("%\xE2\xE3\xCF\xD3", "%abcd") << u"pdfa-header"_s;
    QTest::newRow("bytes at the end") << sound + "\n\n% more" << u"pdfa-bytes-after-end"_s;
    QTest::newRow("object without line end")
        << QByteArray(sound).replace("2 0 obj\n", "2 0 obj ") << u"pdfa-object-form"_s;
    QTest::newRow("stream without line end")
        << QByteArray(sound).replace(" l S Q\nendstream", " l S Q endstream") << u"pdfa-stream-form"_s;
    QTest::newRow("table with two spaces")
        << QByteArray(sound).replace("xref\n0 7", "xref\n0  7").replace("\n%\xE2", "\n%\xE2") << u"pdfa-table-form"_s;
    QTest::newRow("encrypted") << QByteArray(sound).replace("/Root 1 0 R /ID",
                                                            "/Encrypt << /Filter /Standard >> /Root 1 0 R /ID")
                               << u"pdfa-encrypted"_s;
}

void PdfaTest::brokenBytesAreFound() {
    QFETCH(const QByteArray, file);
    QFETCH(const QString, code);
    QVERIFY2(codesOf(file).contains(code), qPrintable(codesOf(file).join(u' ')));
}

void PdfaTest::whatCannotBeReadIsSaid_data() {
    QTest::addColumn<Archive>("archive");
    Archive packed;
    packed.more = {streamOf("/Filter /ASCII85Decode /Subtype /Form /BBox [0 0 1 1]", "~>")};
    packed.resources = "/XObject << /X 7 0 R >>";
    packed.content = "/X Do";
    QTest::newRow("other filter") << packed;
    Archive unended;
    unended.content = "(never ended";
    QTest::newRow("content cut") << unended;
    Archive endless;
    endless.resources = "/XObject << /X 7 0 R >>";
    endless.content = "/X Do BI /W 1 ID nothing ends this";
    endless.more = {streamOf("/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 7 0 R >> >>", "/X Do")};
    QTest::newRow("form in itself, picture without end") << endless;
}

void PdfaTest::whatCannotBeReadIsSaid() {
    QFETCH(const Archive, archive);
    QCOMPARE(codesOf(archive.file()), QStringList{u"pdfa-not-looked-at"_s});
}

void PdfaTest::fieldsAndFormsKeepIt_data() {
    QTest::addColumn<Archive>("archive");
    Archive archive;
    QTest::newRow("RGB intent") << archive;
    // Neither an intent nor a device colour: a PDF/A all the same.
    archive.intent.clear();
    archive.content.clear();
    QTest::newRow("no intent") << archive;
}

/// Fields added empty and then filled with an appearance in device colours.
void PdfaTest::fieldsAndFormsKeepIt() {
    QFETCH(const Archive, archive);
    QCOMPARE(codesOf(archive.file()), QStringList());
    const auto withFields = docsig::addFlowFields(
        archive.file(), {.signatures = {{u"Seal"_s, {0, QRectF(10, 10, 100, 100)}, {u"Number"_s}}},
                         .texts = {{u"Number"_s, {0, QRectF(200, 200, 40, 16)}}}});
    QVERIFY(withFields.has_value());
    QCOMPARE(codesOf(*withFields), QStringList());
    const auto filled = docsig::fillFields(
        *withFields, {{.name = u"Number"_s, .value = u"07"_s, .appearancePdf = handmade::appearance(40, 16)}});
    QVERIFY(filled.has_value());
    // A page with transparency needs a blending space of its own where there is no intent (§6.2.10): not ours to add.
    const bool hasIntent = !archive.intent.isEmpty();
    QCOMPARE(codesOf(*filled), hasIntent ? QStringList() : QStringList{u"pdfa-blend-space"_s});
}

void PdfaTest::cutAndChangedBytesNeverBreakTheCheck() {
    Archive archive;
    archive.pageKeys = "/Annots [7 0 R]";
    archive.resources = "/Font << /F 9 0 R >>";
    archive.content = "BT /F 12 Tf (x) Tj ET q /X gs Q";
    archive.more = {
        "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 9 9] /AP << /N 8 0 R >> >>",
        streamOf("/Subtype /Form /BBox [0 0 9 9]", "0 g BI /W 1 /H 1 /IM true ID x EI"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [10 0 R] >>",
        "<< /Subtype /CIDFontType2 /BaseFont /A /CIDToGIDMap /Identity /W [0 [1 2] 2 9 3] /FontDescriptor << "
        "/FontName /A /FontFile2 11 0 R >> >>",
        streamOf({}, QByteArray("\0\1\0\0\0\1hmtx", 10) + QByteArray(40, '\xff'))};
    const QByteArray sound = archive.file();
    QVERIFY(checkPdfA(sound).has_value());
    int read = 0;
    for (qsizetype at = 0; at < sound.size(); at += 3) {
        QByteArray changed = sound;
        changed[at] = static_cast<char>(changed[at] ^ 0x15);
        read += checkPdfA(changed).has_value() ? 1 : 0;
        read += checkPdfA(sound.left(at)).has_value() ? 1 : 0;
    }
    QVERIFY(read > 100);
}

QTEST_GUILESS_MAIN(PdfaTest)
#include "pdfatest.moc"
