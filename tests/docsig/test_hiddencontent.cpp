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
};

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
    QTest::newRow("layer") << QByteArray("/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>")
                           << QByteArray("<< /Type /OCG /Name (A) >>") << u"content-layer"_s;
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

QTEST_GUILESS_MAIN(TestHiddenContent)
#include "test_hiddencontent.moc"
