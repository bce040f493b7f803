// SPDX-License-Identifier: GPL-3.0-or-later
// congvanctl pdf repair: a new document out of a damaged one, said in words, over no other file, and never out of a
// signed one.
#include "tests/docsig/handmadepdf.h"
#include "tests/support/congvanctl.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using congvanctl::Outcome;
using congvanctl::run;

class TestPdfRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedFilesAreWrittenAnew_data();
    void damagedFilesAreWrittenAnew();
    void othersAreRefused_data();
    void othersAreRefused();
    void nothingIsOverwritten();
    void refusalsNameTheWay();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

namespace {

QByteArray withoutTable(const QByteArray& pdf) {
    return pdf.first(pdf.lastIndexOf("xref\n0 "));
}

} // namespace

void TestPdfRepair::damagedFilesAreWrittenAnew_data() {
    QTest::addColumn<QByteArray>("file");
    const QByteArray sound = handmade::pdfWithTable();
    QTest::newRow("the table is elsewhere") << QByteArray(sound).replace("startxref\n", "startxref\n1");
    QTest::newRow("the end is missing") << withoutTable(sound);
    QTest::newRow("bytes before") << "x\n" + sound;
    QTest::newRow("streams, the end is missing") << handmade::pdfWithStreams().chopped(25);
}

void TestPdfRepair::damagedFilesAreWrittenAnew() {
    QFETCH(QByteArray, file);
    const QString from = path(u"hỏng.pdf"_s);
    const QString to = path(u"%1.pdf"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(congvanctl::put(from, file));
    const Outcome made = run({u"pdf"_s, u"repair"_s, from, to, u"--language"_s, u"en"_s});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(made.out.contains(u"a new document of 1 pages"_s) && made.out.contains(u"not the file that was damaged"_s));
    QCOMPARE(contentOf(from), file);
    QVERIFY(contentOf(to).startsWith("%PDF-"));
    QVERIFY(contentOf(to).contains("/Type /Page"));
    const Outcome verified = run({u"verify"_s, u"--offline"_s, to});
    QCOMPARE(verified.exitCode, 3); // read whole, and nobody signed it
    const Outcome again = run({u"pdf"_s, u"repair"_s, to, path(u"nữa.pdf"_s)});
    QVERIFY2(again.err.contains(u"[repair-not-needed]"_s), qPrintable(again.err));
}

void TestPdfRepair::othersAreRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray sound = handmade::pdfWithTable();
    QList<QByteArray> objects = handmade::onePage("/AcroForm << /Fields [6 0 R] >>");
    objects << "<< /FT /Sig /T (S) /V 7 0 R >>" << "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>";
    QTest::newRow("signed") << withoutTable(handmade::withTable(objects)) << u"repair-may-be-signed"_s;
    QTest::newRow("signed, the name written otherwise")
        << withoutTable(handmade::withTable(objects).replace("/ByteRange", "/Byte#52ange"))
        << u"repair-may-be-signed"_s;
    QTest::newRow("encrypted") << QByteArray(sound).replace("/Root 1 0 R", "/Encrypt 5 0 R /Root 1 0 R")
                               << u"repair-encrypted"_s;
    QList<QByteArray> locked = handmade::onePage();
    locked << "<< /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>";
    QTest::newRow("encrypted, the end is missing")
        << withoutTable(handmade::withTable(locked, "/Encrypt 6 0 R ")) << u"repair-encrypted"_s;
    QTest::newRow("no page") << QByteArray("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n") << u"repair-impossible"_s;
    QTest::newRow("no PDF") << QByteArray("Kính gửi các sở") << u"repair-impossible"_s;
    QTest::newRow("nothing") << QByteArray() << u"repair-impossible"_s;
}

void TestPdfRepair::othersAreRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const QString to = path(u"không có.pdf"_s);
    QVERIFY(congvanctl::put(path(u"khác.pdf"_s), file));
    const Outcome outcome = run({u"pdf"_s, u"repair"_s, path(u"khác.pdf"_s), to});
    QVERIFY2(outcome.err.contains(u'[' + code + u']'), qPrintable(outcome.err));
    QCOMPARE(outcome.exitCode, 65);
    QVERIFY(!QFile::exists(to));
}

void TestPdfRepair::nothingIsOverwritten() {
    const QString from = path(u"hỏng nữa.pdf"_s);
    const QString to = path(u"có rồi.pdf"_s);
    QVERIFY(congvanctl::put(from, withoutTable(handmade::pdfWithTable())) && congvanctl::put(to, "của người khác"));
    const Outcome outcome = run({u"pdf"_s, u"repair"_s, from, to});
    QVERIFY2(outcome.err.contains(u"[repair-output-exists]"_s), qPrintable(outcome.err));
    QCOMPARE(outcome.exitCode, 73);
    QCOMPARE(contentOf(to), QByteArray("của người khác"));
    QVERIFY(run({u"pdf"_s, u"repair"_s, from, from}).err.contains(u"[repair-output-exists]"_s));
    QVERIFY(run({u"pdf"_s, u"repair"_s, path(u"đâu.pdf"_s), path(u"ra.pdf"_s)})
                .err.contains(u"[repair-file-unreadable]"_s));
}

/// The sentences that signing refuses a damaged file with.
void TestPdfRepair::refusalsNameTheWay() {
    const QByteArray sound = handmade::pdfWithTable();
    for (const QByteArray& file :
         {"x\n" + sound, withoutTable(sound), QByteArray(sound).replace("startxref\n", "startxref\n1")}) {
        QVERIFY(congvanctl::put(path(u"ký.pdf"_s), file));
        const Outcome refused = run({u"pdfa"_s, u"check"_s, path(u"ký.pdf"_s), u"--language"_s, u"en"_s});
        QVERIFY2(refused.err.contains(u"congvanctl pdf repair"_s), qPrintable(refused.err));
    }
}

QTEST_GUILESS_MAIN(TestPdfRepair)
#include "test_pdfrepair.moc"
