// SPDX-License-Identifier: GPL-3.0-or-later
// The one-page report on a verdict, read back as an outside reader sees it.
#include "app/domain/vietnamtime.h"
#include "app/layout/verdictreport.h"
#include "tests/app/layout/measuredpages.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::JudgedFile;
using app::Language;
using app::verdictReport;

namespace {

const QDateTime noon({2026, 11, 23}, {5, 0}, Qt::UTC);

docsig::SignatureResult signature(const QString& name) {
    docsig::SignatureResult one;
    one.fieldName = u"LeaderSignature"_s;
    one.integrity = docsig::Judgement::Valid;
    one.coverage = docsig::Judgement::Valid;
    one.trust = docsig::Judgement::CannotTell;
    one.algorithm = docsig::Judgement::Valid;
    one.level = docsig::Level::BB;
    one.page = 1;
    one.claimedTime = noon.addDays(-3);
    one.signer.commonName = name;
    one.signer.title = u"Giám đốc"_s;
    one.signer.organisation = u"Sở Nội vụ tỉnh Mẫu"_s;
    one.signer.issuerName = u"Tổ chức chứng thực mẫu"_s;
    one.signer.notBefore = noon.addYears(-1);
    one.signer.notAfter = noon.addYears(1);
    docsig::Finding doubt{u"revocation-unknown"_s, docsig::Part::Trust, docsig::Weight::Doubt, 2, {}, {}};
    one.findings << doubt;
    return one;
}

JudgedFile sample(int signatures = 1) {
    JudgedFile file{u"07-QĐ-SNV.signed.pdf"_s, {}, noon, false};
    file.report.verdict = docsig::Verdict::CannotTell;
    file.report.documentSha256 = QByteArray(16, 'a') + QByteArray(48, '7');
    file.report.size = 123456;
    file.report.pageCount = 3;
    for (int i = 0; i < signatures; ++i) {
        file.report.signatures << signature(i == 0 ? u"Trần Thị Bưởi"_s : u"Người ký thứ %1"_s.arg(i + 1));
    }
    file.report.revisions << docsig::RevisionInfo{0, 50000, u"revision-original"_s, {}}
                          << docsig::RevisionInfo{1, 123456, u"revision-signature"_s, {u"LeaderSignature"_s}};
    return file;
}

QString allText(MeasuredPages& pages, int page = 0) {
    return pages.lines(page).join(u' ').replace(u"- "_s, u"-"_s); // a code may end a line at its hyphen
}

} // namespace

class TestVerdictReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingStandsOnOnePage_data();
    void everythingStandsOnOnePage();
    void nothingLeavesThePage_data();
    void nothingLeavesThePage();
    void whatIsCutIsTold();
    void whatIsWorstIsCutLast();
    void aPageForEveryFile();
    void theSameGivesTheSameBytes();
    void fontsAreInside();
    void integrityOnlyIsSaid();
    void tooMuchIsRefused();
    void whatCannotBeWrittenIsTold();
};

void TestVerdictReport::everythingStandsOnOnePage_data() {
    QTest::addColumn<Language>("language");
    QTest::addColumn<QStringList>("words");
    const QStringList both{u"07-QĐ-SNV.signed.pdf"_s, u"aaaaaaaa aaaaaaaa 77777777"_s, u"Trần Thị Bưởi"_s,
                           u"Sở Nội vụ tỉnh Mẫu"_s,   u"Tổ chức chứng thực mẫu"_s,     u"PAdES B-B"_s,
                           u"revocation-unknown"_s,   u"23/11/2026 12:00"_s,           u"20/11/2026 12:00"_s};
    QTest::newRow("Vietnamese") << Language::Vietnamese
                                << both + QStringList{u"Chưa kết luận được"_s,  u"Nội dung đã ký"_s,
                                                      u"(trang 3)"_s,           u"trang 2"_s,
                                                      u"Các lần ghi của tệp"_s, u"123.456 byte"_s};
    QTest::newRow("English") << Language::English
                             << both + QStringList{u"Cannot tell"_s, u"Signed content"_s,        u"(page 3)"_s,
                                                   u"page 2"_s,      u"Revisions of the file"_s, u"123,456 bytes"_s};
}

void TestVerdictReport::everythingStandsOnOnePage() {
    QFETCH(Language, language);
    QFETCH(QStringList, words);
    const auto pdf = verdictReport({sample()}, language, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QCOMPARE(pages.count(), 1);
    const QString text = allText(pages);
    for (const QString& one : words) {
        QVERIFY2(text.contains(one), qPrintable(one + u" not in "_s + text));
    }
}

void TestVerdictReport::nothingLeavesThePage_data() {
    QTest::addColumn<int>("signatures");
    QTest::addColumn<int>("findings");
    QTest::addColumn<int>("nameLength");
    QTest::newRow("three") << 3 << 4 << 20;
    QTest::newRow("forty signatures") << 40 << 1 << 20;
    QTest::newRow("two hundred findings") << 2 << 200 << 20;
    QTest::newRow("a name without end") << 1 << 1 << 3000;
    QTest::newRow("all of it") << 60 << 100 << 3000;
}

void TestVerdictReport::nothingLeavesThePage() {
    QFETCH(int, signatures);
    QFETCH(int, findings);
    QFETCH(int, nameLength);
    JudgedFile file = sample(signatures);
    file.name = QString(nameLength, u'x') + u".pdf"_s;
    for (docsig::SignatureResult& one : file.report.signatures) {
        one.findings = QList<docsig::Finding>(findings, one.findings.first());
    }
    for (int i = 2; i < findings; ++i) {
        file.report.revisions << docsig::RevisionInfo{i, 123456 + i, u"revision-signature"_s, {u"Field"_s}};
    }
    const auto pdf = verdictReport({file}, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QCOMPARE(pages.count(), 1);
    const QRectF sheet = QRectF(QPointF(), pages.points(0)).adjusted(40, 36, -40, -36);
    for (const app::TextWord& word : pages.words(0)) {
        QVERIFY2(sheet.contains(word.rect), qPrintable(word.text));
    }
    QVERIFY(allText(pages).contains(u"Trần Thị Bưởi"_s));
}

void TestVerdictReport::whatIsCutIsTold() {
    MeasuredPages whole(verdictReport({sample(3)}, Language::English, noon).value());
    QVERIFY(!allText(whole).contains(u"Left out"_s));
    MeasuredPages cut(verdictReport({sample(40)}, Language::English, noon).value());
    const QString text = allText(cut);
    QVERIFY2(text.contains(u"Left out for want of room: signatures: "_s), qPrintable(text));
    int shown = 0;
    while (text.contains(u"%1. "_s.arg(shown + 1) + (shown == 0 ? u"Trần"_s : u"Người"_s))) {
        ++shown;
    }
    QVERIFY(shown > 1);
    QVERIFY2(text.contains(u"signatures: %1"_s.arg(40 - shown)), qPrintable(text));
}

void TestVerdictReport::whatIsWorstIsCutLast() {
    JudgedFile file = sample();
    QList<docsig::Finding>& findings = file.report.signatures.first().findings;
    findings = QList<docsig::Finding>(150, findings.first());
    findings << docsig::Finding{u"certificate-revoked"_s, docsig::Part::Trust, docsig::Weight::Fault, -1, {}, {}};
    MeasuredPages pages(verdictReport({file}, Language::English, noon).value());
    QVERIFY(allText(pages).contains(u"certificate-revoked"_s));
    QVERIFY(allText(pages).contains(u"findings: "_s));
}

void TestVerdictReport::aPageForEveryFile() {
    JudgedFile other = sample();
    other.name = u"khác.pdf"_s;
    MeasuredPages pages(verdictReport({sample(), other, sample()}, Language::Vietnamese, noon).value());
    QCOMPARE(pages.count(), 3);
    QVERIFY(allText(pages, 1).contains(u"khác.pdf"_s));
    QVERIFY(allText(pages, 1).contains(u"Trang 2/3"_s));
}

void TestVerdictReport::theSameGivesTheSameBytes() {
    QCOMPARE(verdictReport({sample(4)}, Language::English, noon).value(),
             verdictReport({sample(4)}, Language::English, noon).value());
}

void TestVerdictReport::fontsAreInside() {
    const QByteArray pdf = verdictReport({sample()}, Language::Vietnamese, noon).value();
    QVERIFY(pdf.count("/FontFile2") >= 2);
    QCOMPARE(pdf.count("/Type /FontDescriptor"), pdf.count("/FontFile2"));
    QVERIFY(pdf.size() < 100'000);
}

void TestVerdictReport::integrityOnlyIsSaid() {
    JudgedFile file = sample();
    file.report.verdict = docsig::Verdict::Valid;
    file.integrityOnly = true;
    MeasuredPages pages(verdictReport({file}, Language::English, noon).value());
    QVERIFY(allText(pages).contains(u"left out on request"_s));
}

void TestVerdictReport::tooMuchIsRefused() {
    QCOMPARE(verdictReport({}, Language::English, noon).error().code, u"report-nothing"_s);
    QCOMPARE(verdictReport(QList<JudgedFile>(101, sample()), Language::English, noon).error().code,
             u"report-too-many-files"_s);
}

void TestVerdictReport::whatCannotBeWrittenIsTold() {
    const QTemporaryDir folder;
    QVERIFY(app::writeVerdictReport(folder.filePath(u"kết quả.pdf"_s), {sample()}, Language::Vietnamese, noon));
    QVERIFY(QFile::exists(folder.filePath(u"kết quả.pdf"_s)));
    QCOMPARE(app::writeVerdictReport(folder.filePath(u"không có/kết quả.pdf"_s), {sample()}, Language::Vietnamese, noon)
                 .error()
                 .code,
             u"report-not-written"_s);
}

QTEST_MAIN(TestVerdictReport)
#include "test_verdictreport.moc"
