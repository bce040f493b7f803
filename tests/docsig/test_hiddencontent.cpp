// SPDX-License-Identifier: GPL-3.0-or-later
// What a signer can't see on the pages is named before the PIN is asked.
#include "docsig/pades/padesverifier.h"
#include "tests/docsig/handmadepdf.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHiddenContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainPageHidesNothing();
    void eachKindHasItsCode_data();
    void eachKindHasItsCode();
    void everyPlaceIsTold();
    void whatNothingNamesIsTold();
};

namespace {

QList<docsig::Finding> findingsOf(const QByteArray& file) {
    return docsig::PadesVerifier(docsig::TrustStore()).verify(file, {}).findings;
}

/// Two pages; the second has annotations, of which the objects 8 and on are the given ones.
QByteArray annotated(const QList<QByteArray>& annotations) {
    QByteArray list;
    for (qsizetype index = 0; index < annotations.size(); ++index) {
        list += QByteArray::number(8 + index) + " 0 R ";
    }
    return handmade::withTable(
        QList<QByteArray>{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                          "<< /Type /Page /Parent 2 0 R >>", "<< /Type /Page /Parent 2 0 R /Annots [" + list + "] >>",
                          handmade::stream("0 0 9 9 re f"), "null", "null"} +
        annotations);
}

} // namespace

void TestHiddenContent::aPlainPageHidesNothing() {
    for (const QByteArray& file : {handmade::pdfWithTable(), handmade::pdfWithStreams()}) {
        const auto report = docsig::PadesVerifier(docsig::TrustStore()).verify(file, {});
        QCOMPARE(int(report.verdict), int(docsig::Verdict::Unsigned));
        QVERIFY(report.findings.isEmpty());
    }
}

void TestHiddenContent::eachKindHasItsCode_data() {
    QTest::addColumn<QByteArray>("catalogKeys");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("code");
    QTest::newRow("script") << QByteArray("/Names << /JavaScript 6 0 R >>")
                            << QByteArray("<< /S /JavaScript /JS (app.alert) >>") << u"content-script"_s;
    QTest::newRow("launch") << QByteArray("/Outlines 6 0 R") << QByteArray("<< /A << /S /Launch /F (x.exe) >> >>")
                            << u"content-leading-out"_s;
    QTest::newRow("opens something") << QByteArray("/OpenAction << /S /URI /URI (http://x) >>") << QByteArray("null")
                                     << u"content-acting-alone"_s;
    const QByteArray layer = "<< /Type /OCG /Name (A) >>";
    QTest::newRow("layer") << QByteArray("/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>") << layer
                           << u"content-layer"_s;
    QTest::newRow("layer that is off") << QByteArray("/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>") << layer
                                       << u"content-layer-off"_s;
    QTest::newRow("all layers off") << QByteArray("/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>") << layer
                                    << u"content-layer-off"_s;
    QTest::newRow("fields drawn by the viewer")
        << QByteArray("/AcroForm 6 0 R") << QByteArray("<< /Fields [] /NeedAppearances true >>")
        << u"content-form-drawn-anew"_s;
    QTest::newRow("embedded file") << QByteArray("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>")
                                   << QByteArray("<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>")
                                   << u"content-embedded-file"_s;
}

void TestHiddenContent::eachKindHasItsCode() {
    QFETCH(QByteArray, catalogKeys);
    QFETCH(QByteArray, more);
    QFETCH(QString, code);
    QList<QByteArray> objects = handmade::onePage(catalogKeys);
    objects << more;
    const auto report = docsig::PadesVerifier(docsig::TrustStore()).verify(handmade::withTable(objects), {});
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.constFirst().code, code);
    QCOMPARE(int(report.findings.constFirst().weight), int(docsig::Weight::Doubt));
    QCOMPARE(int(report.verdict), int(docsig::Verdict::Unsigned));
}

void TestHiddenContent::everyPlaceIsTold() {
    const QByteArray stamp = "<< /Type /Annot /Subtype /Stamp /Rect [1 2 3 4] /AP << /N 5 0 R >> >>";
    const QList<docsig::Finding> two = findingsOf(annotated({stamp, stamp}));
    QCOMPARE(two.size(), 2);
    for (const docsig::Finding& one : two) {
        QCOMPARE(one.code, u"content-over-the-page"_s);
        QCOMPARE(one.page, 1);
    }
    QCOMPARE(two.at(0).place, u"8 [1 2 3 4]"_s);
    QCOMPARE(two.at(1).place, u"9 [1 2 3 4]"_s);
    // A file that is full of them is told in fifty lines.
    QCOMPARE(findingsOf(annotated(QList<QByteArray>(200, stamp))).size(), 50);

    const auto only = [](const QByteArray& annotation) {
        const QList<docsig::Finding> found = findingsOf(annotated({annotation}));
        return found.size() == 1 && found.constFirst().page == 1 ? found.constFirst().code : QString();
    };
    const QByteArray widget = "<< /Type /Annot /Subtype /Widget /Rect [1 2 3 4] ";
    QCOMPARE(only(widget + "/F 2 /AP << /N 5 0 R >> >>"), u"content-annotation-hidden"_s);
    QCOMPARE(only(widget + "/F 256 /AP << /N 5 0 R >> >>"), u"content-annotation-hidden"_s);
    QCOMPARE(only(widget + "/CA 0 /AP << /N 5 0 R >> >>"), u"content-annotation-hidden"_s);
    QCOMPARE(only(widget + "/AS /Off /AP << /N << /Off 5 0 R /On 5 0 R >> >> >>"), u"content-field-changing"_s);
    QCOMPARE(only(widget + "/A << /S /SubmitForm >> /AP << /N 5 0 R >> >>"), u"content-leading-out"_s);
}

void TestHiddenContent::whatNothingNamesIsTold() {
    QList<QByteArray> objects = handmade::onePage();
    objects << handmade::stream("4 0 obj\n" + handmade::stream("BT (99) Tj ET") + "\nendobj");
    const QList<docsig::Finding> found = findingsOf(handmade::withTable(objects));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).code, u"content-named-by-nothing"_s);
    QCOMPARE(found.at(0).place, u"6"_s);
    QCOMPARE(found.at(1).code, u"content-twin"_s);
    QCOMPARE(found.at(1).place, u"4"_s);
    QCOMPARE(found.at(1).page, 0);
    // An object that an update replaced is no twin: the table of the version before names it.
    const QByteArray updated = handmade::revised(handmade::pdfWithTable(), {{4, handmade::stream("BT (2) Tj ET")}});
    QVERIFY(findingsOf(updated).isEmpty());
    // A font that is neither here nor in every viewer.
    QByteArray foreign = handmade::pdfWithTable();
    foreign.replace("/Times-Roman", "/Other-Roman");
    QCOMPARE(findingsOf(foreign).size(), 1);
    QCOMPARE(findingsOf(foreign).constFirst().code, u"content-font-missing"_s);
}

QTEST_GUILESS_MAIN(TestHiddenContent)
#include "test_hiddencontent.moc"
