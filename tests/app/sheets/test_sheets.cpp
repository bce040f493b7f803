// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as they leave the program, read back by others: CSV by the rules of RFC 4180, ODS by libarchive and an XML
// reader, PDF by Poppler; and what a hostile sender may have written into them.
#include "app/sheets/csv.h"
#include "app/sheets/opendocument.h"
#include "app/sheets/registersheet.h"
#include "app/sheets/reportsheet.h"
#include "app/sheets/sheetfile.h"
#include "docsig/pdf/pdfacheck.h"
#include "tests/app/layout/measuredpages.h"
#include "tests/app/sheets/sheetreaders.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using sheetreaders::Files;
using sheetreaders::OdsCell;
using sheetreaders::odsRows;
using sheetreaders::parseCsv;
using sheetreaders::unzipped;

namespace {

const QDateTime noon({2026, 11, 26}, {5, 0}, Qt::UTC);
const QString evil = u"=HYPERLINK(\"http://xấu.vn\";\"bấm\")"_s;

Sheet tableOf(const QList<QList<SheetCell>>& rows) {
    Sheet sheet{.title = u"Sổ thử"_s, .office = u"Sở Nội vụ"_s, .facts = {u"Năm: 2026"_s}};
    sheet.columns = {{u"Chữ"_s, 40}, {u"Số"_s, 20, true}, {u"Ngày"_s, 20}};
    sheet.rows = rows;
    return sheet;
}

Sheet tableWith(const QString& words) {
    return tableOf({{SheetCell::of(words), SheetCell::of(1204, u"1.204"_s), SheetCell::of(QDate(2026, 3, 5))}});
}

DocumentRegister sampleRegister(RegisterKind kind) {
    DocumentRegister whole{.kind = kind,
                           .year = 2026,
                           .volume = 2,
                           .days = yearOf(2026),
                           .superiorName = u"Ủy ban nhân dân tỉnh Mẫu"_s,
                           .officeName = u"Sở Nội vụ"_s};
    RegisterLine line{.number = 7,
                      .series = kind == RegisterKind::Outgoing ? u"vb"_s : QString(),
                      .numberDisplay = u"07/QĐ-SNV"_s,
                      .date = QDate(2026, 11, 24),
                      .counterpart = u"Sở Tài chính"_s,
                      .documentNumber = u"34E31/STC-NS"_s,
                      .documentDate = QDate(2026, 11, 20),
                      .kindName = u"Công văn"_s,
                      .subject = u"Đề nghị báo cáo dự toán"_s,
                      .signer = u"Trần Văn Bình"_s,
                      .holders = {u"Nguyễn Văn An"_s, u"Phòng Kế toán"_s},
                      .keptBy = u"VT, TCCB"_s,
                      .copies = 3,
                      .passedOn = QDate(2026, 11, 25),
                      .due = QDate(2026, 11, 30),
                      .ended = QDate(2026, 11, 29),
                      .progress = u"Đã trình ký"_s,
                      .answeredBy = {u"12/SNV-VP"_s},
                      .course = WorkCourse::DoneInTime};
    whole.lines << line;
    line.number = 8;
    line.voided = true;
    line.voidReason = u"ghi trùng"_s;
    whole.lines << line;
    return whole;
}

} // namespace

class TestSheets : public QObject {
    Q_OBJECT

private slots:
    void csvIsReadBack();
    void csvGuardsFormulas_data();
    void csvGuardsFormulas();
    void odsBeginsWithItsType();
    void odsIsReadBack();
    void odsTakesWhateverWasWritten_data();
    void odsTakesWhateverWasWritten();
    void theSameGivesTheSameBytes();
    void registersHaveTheirColumns_data();
    void registersHaveTheirColumns();
    void aVoidedLineSaysSo();
    void theCoverSaysWhatTheFormAsks();
    void numbersOfSeveralSeriesStandApart();
    void theCoverSaysThatABookIsClosed();
    void theReportHasItsSum();
    void pagesHoldEachRowOnce();
    void pagesAreForTheArchive();
    void aRowWithoutEndStaysOnItsPage();
    void anEmptyRegisterSaysSo();
    void filesAreWrittenByTheirEnding();
    void whatIsTooLongIsRefused();
    void pictures_data();
    void pictures();
};

void TestSheets::csvIsReadBack() {
    const auto rows = parseCsv(csvBytes(tableWith(u"Về \"dự toán\", quý IV;\r\nkèm phụ lục"_s)));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first(), (QStringList{u"Chữ"_s, u"Số"_s, u"Ngày"_s}));
    QCOMPARE(rows->last(), (QStringList{u"Về \"dự toán\", quý IV;\r\nkèm phụ lục"_s, u"1204"_s, u"2026-03-05"_s}));
}

void TestSheets::csvGuardsFormulas_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isGuarded");
    for (const QString& words : {u"=1+1"_s, u"+84 24 123"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s,
                                 u"＝1+1"_s, u"＠SUM"_s, evil}) {
        QTest::addRow("%d", int(QString(words).front().unicode())) << words << true;
    }
    QTest::newRow("plain") << u"34E31/STC-NS"_s << false;
    QTest::newRow("inside") << u"a=1"_s << false;
    QTest::newRow("a zero byte before it") << QString(QChar(0)) + u"=1"_s << true;
    QTest::newRow("behind another separator") << u"a;=1"_s << false;
}

void TestSheets::csvGuardsFormulas() {
    QFETCH(QString, words);
    QFETCH(bool, isGuarded);
    const QByteArray bytes = csvBytes(tableWith(words));
    const auto rows = parseCsv(bytes);
    QVERIFY(rows);
    const QString field = rows->last().first();
    QCOMPARE(field.startsWith(u'\''), isGuarded);
    QVERIFY(field.endsWith(QString(words).remove(QChar(0))));
    // Every field of words stands in quotes: no program finds a second field in it.
    QVERIFY(bytes.contains(("\r\n\"" + field.toUtf8().replace("\"", "\"\"") + "\",1204,").constData()));
}

void TestSheets::odsBeginsWithItsType() {
    const QByteArray ods = odsBytes(tableWith(u"x"_s), Language::Vietnamese, noon);
    const QByteArray type = "application/vnd.oasis.opendocument.spreadsheet";
    // ODF 1.3 part 2, §3.3: the first file, stored, without an extra field: a reader finds its type at byte 38.
    QVERIFY(ods.startsWith("PK\x03\x04"));
    QCOMPARE(qFromLittleEndian<quint16>(ods.constData() + 8), quint16(0));
    QCOMPARE(qFromLittleEndian<quint16>(ods.constData() + 28), quint16(0));
    QCOMPARE(ods.mid(30, 8), QByteArray("mimetype"));
    QCOMPARE(ods.mid(38, type.size()), type);
    const Files files = unzipped(ods);
    QStringList names;
    for (const auto& [name, content] : files) {
        names << name;
        if (name.endsWith(u".xml"_s)) {
            QXmlStreamReader xml(content);
            while (!xml.atEnd()) {
                xml.readNext();
            }
            QVERIFY2(!xml.hasError(), qPrintable(name + xml.errorString()));
        }
    }
    QCOMPARE(names.first(), u"mimetype"_s);
    QVERIFY(names.contains(u"META-INF/manifest.xml"_s));
    for (const QString& name : std::as_const(names)) {
        const bool isListed = name == "mimetype"_L1 || name.startsWith("META-INF"_L1) ||
                              files.last().second.contains(QString(u'"' + name + u'"').toUtf8());
        QVERIFY2(isListed, qPrintable(name));
    }
}

void TestSheets::odsIsReadBack() {
    const auto rows = odsRows(odsBytes(tableWith(u"Về \"dự toán\" <quý IV> & phụ lục"_s), Language::Vietnamese, noon));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().first().words, u"Chữ"_s);
    const QList<OdsCell> row = rows.last();
    QCOMPARE(row.size(), 3);
    QCOMPARE(row.at(0).type, u"string"_s);
    QCOMPARE(row.at(0).words, u"Về \"dự toán\" <quý IV> & phụ lục"_s);
    QCOMPARE(row.at(1).type, u"float"_s);
    QCOMPARE(row.at(1).value, u"1204"_s);
    QCOMPARE(row.at(2).type, u"date"_s);
    QCOMPARE(row.at(2).value, u"2026-03-05"_s);
    QCOMPARE(row.at(2).words, u"05/03/2026"_s);
}

void TestSheets::odsTakesWhateverWasWritten_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("read");
    QTest::newRow("a formula") << evil << evil;
    QTest::newRow("control characters") << u"a\x01\x0b\x1f"_s + QChar(0) + u"b"_s << u"ab"_s;
    QTest::newRow("half a letter") << u"a"_s + QChar(0xD800) + u"b"_s + QChar(0xDC00) << u"ab"_s;
    QTest::newRow("no letter") << u"a"_s + QChar(0xFFFF) + QChar(0xFFFE) + u"b"_s << u"ab"_s;
    QTest::newRow("a letter of two halves") << u"ch\U00020053"_s << u"ch\U00020053"_s;
    QTest::newRow("lines") << u"một\nhai"_s << u"một\nhai"_s;
    QTest::newRow("a tab") << u"\t=1"_s << u" =1"_s;
    QTest::newRow("markup") << u"</text:p></table:table>"_s << u"</text:p></table:table>"_s;
}

void TestSheets::odsTakesWhateverWasWritten() {
    QFETCH(QString, words);
    QFETCH(QString, read);
    const auto rows = odsRows(odsBytes(tableWith(words), Language::Vietnamese, noon));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.last().first().words, read);
    QCOMPARE(rows.last().first().type, u"string"_s);
    QVERIFY(!rows.last().first().hasFormula);
}

void TestSheets::theSameGivesTheSameBytes() {
    const Sheet sheet = registerSheet(sampleRegister(RegisterKind::Incoming), Language::Vietnamese);
    for (const SheetFormat format : {SheetFormat::Pdf, SheetFormat::Csv, SheetFormat::Ods}) {
        const auto once = sheetBytes(sheet, format, Language::Vietnamese, noon);
        QVERIFY(once);
        QVERIFY(*once == *sheetBytes(sheet, format, Language::Vietnamese, noon));
    }
}

void TestSheets::registersHaveTheirColumns_data() {
    QTest::addColumn<RegisterKind>("kind");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("cells");
    // Nghị định 30/2020, Phụ lục IV: ten, ten and seven.
    QTest::newRow("incoming") << RegisterKind::Incoming
                              << QStringList{u"Ngày đến"_s,
                                             u"Số đến"_s,
                                             u"Tác giả"_s,
                                             u"Số, ký hiệu văn bản"_s,
                                             u"Ngày tháng văn bản"_s,
                                             u"Tên loại và trích yếu nội dung văn bản"_s,
                                             u"Đơn vị hoặc người nhận"_s,
                                             u"Ngày chuyển"_s,
                                             u"Ký nhận"_s,
                                             u"Ghi chú"_s}
                              << QStringList{u"24/11/2026"_s,
                                             u"07"_s,
                                             u"Sở Tài chính"_s,
                                             u"34E31/STC-NS"_s,
                                             u"20/11/2026"_s,
                                             u"Công văn: Đề nghị báo cáo dự toán"_s,
                                             u"Nguyễn Văn An; Phòng Kế toán"_s,
                                             u"25/11/2026"_s,
                                             QString(),
                                             QString()};
    QTest::newRow("outgoing") << RegisterKind::Outgoing
                              << QStringList{u"Số, ký hiệu văn bản"_s,
                                             u"Ngày tháng văn bản"_s,
                                             u"Tên loại và trích yếu nội dung văn bản"_s,
                                             u"Người ký"_s,
                                             u"Nơi nhận văn bản"_s,
                                             u"Đơn vị, người nhận bản lưu"_s,
                                             u"Số lượng bản"_s,
                                             u"Ngày chuyển"_s,
                                             u"Ký nhận"_s,
                                             u"Ghi chú"_s}
                              << QStringList{u"07/QĐ-SNV"_s,
                                             u"24/11/2026"_s,
                                             u"Công văn: Đề nghị báo cáo dự toán"_s,
                                             u"Trần Văn Bình"_s,
                                             u"Sở Tài chính"_s,
                                             u"VT, TCCB"_s,
                                             u"3"_s,
                                             u"25/11/2026"_s,
                                             QString(),
                                             QString()};
    QTest::newRow("handling") << RegisterKind::Handling
                              << QStringList{u"Số đến"_s,
                                             u"Tên loại, số, ký hiệu, ngày tháng và tác giả văn bản"_s,
                                             u"Đơn vị hoặc người nhận"_s,
                                             u"Thời hạn giải quyết"_s,
                                             u"Tiến độ giải quyết"_s,
                                             u"Số, ký hiệu văn bản trả lời"_s,
                                             u"Ghi chú"_s}
                              << QStringList{u"07"_s,
                                             u"Công văn, 34E31/STC-NS, 20/11/2026, Sở Tài chính"_s,
                                             u"Nguyễn Văn An; Phòng Kế toán"_s,
                                             u"30/11/2026"_s,
                                             u"Đã giải quyết đúng hạn, ngày 29/11/2026. Đã trình ký"_s,
                                             u"12/SNV-VP"_s,
                                             QString()};
}

void TestSheets::registersHaveTheirColumns() {
    QFETCH(RegisterKind, kind);
    QFETCH(QStringList, titles);
    QFETCH(QStringList, cells);
    const Sheet sheet = registerSheet(sampleRegister(kind), Language::Vietnamese);
    QStringList found;
    for (const SheetColumn& column : sheet.columns) {
        found << column.title;
    }
    QCOMPARE(found, titles);
    found.clear();
    for (const SheetCell& cell : sheet.rows.first()) {
        found << cell.shown();
    }
    QCOMPARE(found, cells);
    // The other language has the same columns.
    QCOMPARE(registerSheet(sampleRegister(kind), Language::English).columns.size(), titles.size());
}

void TestSheets::aVoidedLineSaysSo() {
    for (const RegisterKind kind : {RegisterKind::Incoming, RegisterKind::Outgoing, RegisterKind::Handling}) {
        DocumentRegister whole = sampleRegister(kind);
        whole.lines[0].queued = true;
        const Sheet sheet = registerSheet(whole, Language::Vietnamese);
        QCOMPARE(sheet.rows.at(1).last().text, u"Hủy số: ghi trùng"_s);
        QCOMPARE(sheet.rows.at(0).last().text, u"Chưa lên máy chủ"_s);
    }
    // A void number was not dealt with by anybody.
    QVERIFY(
        registerSheet(sampleRegister(RegisterKind::Handling), Language::Vietnamese).rows.at(1).at(4).text.isEmpty());
}

void TestSheets::theCoverSaysWhatTheFormAsks() {
    const auto pdf = sheetBytes(registerSheet(sampleRegister(RegisterKind::Incoming), Language::Vietnamese),
                                SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QCOMPARE(pages.count(), 2);
    QCOMPARE(pages.points(0), QSizeF(842, 595)); // lying
    QCOMPARE(pages.lines(0),
             (QStringList{u"ỦY BAN NHÂN DÂN TỈNH MẪU"_s, u"SỞ NỘI VỤ"_s, u"SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"_s, u"Năm: 2026"_s,
                          u"Từ ngày 01/01/2026 đến ngày 31/12/2026"_s, u"Từ số 07 đến số 08"_s, u"Quyển số: 2"_s}));
    const QString table = pages.lines(1).join(u' ');
    for (const QString& words : {u"(1)"_s, u"(10)"_s, u"34E31/STC-NS"_s, u"24/11/2026"_s, u"Trang 2/2"_s}) {
        QVERIFY2(table.contains(words), qPrintable(words + u" not in "_s + table));
    }
}

void TestSheets::numbersOfSeveralSeriesStandApart() {
    DocumentRegister whole = sampleRegister(RegisterKind::Outgoing);
    RegisterLine letter = whole.lines.first();
    letter.series = u"cv"_s;
    letter.number = 21;
    whole.lines << letter;
    letter.number = 99;
    letter.flagged = true; // was never counted
    whole.lines << letter;
    const QStringList facts = registerSheet(whole, Language::Vietnamese).facts;
    QVERIFY(facts.contains(u"Văn bản có tên loại: Từ số 07 đến số 08"_s));
    QVERIFY(facts.contains(u"Công văn: Từ số 21 đến số 21"_s));
}

void TestSheets::theCoverSaysThatABookIsClosed() {
    DocumentRegister whole = sampleRegister(RegisterKind::Incoming);
    const QString closed = u"Đã khóa sổ"_s;
    QVERIFY(registerSheet(whole, Language::Vietnamese).facts.filter(closed).isEmpty());
    whole.closings = {{.lastNumber = 8, .closedBy = u"Phạm Thị Thủy"_s, .date = QDate(2026, 12, 31)}};
    QVERIFY(registerSheet(whole, Language::Vietnamese)
                .facts.contains(u"Đã khóa sổ ngày 31/12/2026; người khóa sổ: Phạm Thị Thủy; số cuối cùng: 08"_s));
    QVERIFY(registerSheet(whole, Language::English)
                .facts.contains(u"Closed on 31/12/2026 by Phạm Thị Thủy; last number: 08"_s));
    whole = sampleRegister(RegisterKind::Outgoing);
    whole.closings = {{.series = u"cv"_s, .closedBy = u"Phạm Thị Thủy"_s, .date = QDate(2026, 12, 31)}};
    QVERIFY(registerSheet(whole, Language::Vietnamese)
                .facts.contains(
                    u"Công văn: Đã khóa sổ ngày 31/12/2026; người khóa sổ: Phạm Thị Thủy; số cuối cùng: không có"_s));
}

void TestSheets::theReportHasItsSum() {
    const QDate today(2026, 11, 26);
    const WorkReport report = workReport(
        {.period = yearOf(2026), .asOf = today, .by = Breakdown::Month},
        {{u"2026-03"_s, {}, WorkCourse::DoneInTime, {}, 1200}, {u"2026-04"_s, {}, WorkCourse::Open, today, 4}});
    const auto rows =
        odsRows(odsBytes(reportSheet(report, {}, u"Sở Nội vụ"_s, Language::Vietnamese), Language::Vietnamese, noon));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.at(1).at(0).words, u"Tháng 03/2026"_s);
    QCOMPARE(rows.at(3).at(0).words, u"Tổng số"_s);
    QCOMPARE(rows.at(3).at(1).value, u"1204"_s);
    QCOMPARE(rows.at(3).at(2).value, u"1200"_s);
    QCOMPARE(rows.at(3).at(4).value, u"4"_s);
    QCOMPARE(reportSheet(report, {}, {}, Language::Vietnamese).facts.constFirst(),
             u"Văn bản đăng ký từ ngày 01/01/2026 đến ngày 31/12/2026, tính đến ngày 26/11/2026"_s);
    WorkReport tasks = report;
    tasks.subject = WorkSubject::Tasks;
    tasks.by = Breakdown::Sender;
    const Sheet ofTasks = reportSheet(tasks, {}, {}, Language::Vietnamese);
    QCOMPARE(ofTasks.title, u"Báo cáo tình hình thực hiện nhiệm vụ giao tại cuộc họp"_s);
    QCOMPARE(ofTasks.columns.at(0).title, u"Cuộc họp"_s);
    QCOMPARE(ofTasks.columns.at(1).title, u"Đã giao"_s);
    // A row may be called by whoever sent the document.
    const WorkReport named = workReport({.period = yearOf(2026), .asOf = today, .by = Breakdown::Sender},
                                        {{u"x"_s, evil, WorkCourse::Open, {}, 1}});
    const auto csv = parseCsv(csvBytes(reportSheet(named, {}, {}, Language::Vietnamese)));
    QVERIFY(csv);
    QCOMPARE(csv->at(1).first(), u'\'' + evil);
}

void TestSheets::pagesHoldEachRowOnce() {
    QList<QList<SheetCell>> rows;
    for (int number = 1; number <= 300; ++number) {
        rows << QList<SheetCell>{SheetCell::of(u"dòng-%1-hết"_s.arg(number)),
                                 SheetCell::of(number, QString::number(number)),
                                 SheetCell::of(QDate(2026, 1, 1).addDays(number))};
    }
    const auto pdf = sheetBytes(tableOf(rows), SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QVERIFY(pages.count() > 3);
    QString all;
    for (int page = 0; page < pages.count(); ++page) {
        const QString text = pages.lines(page).join(u' ');
        QVERIFY2(text.contains(u"Chữ Số Ngày"_s), qPrintable(text.left(80))); // the titles again
        QVERIFY(text.contains(u"Trang %1/%2"_s.arg(page + 1).arg(pages.count())));
        for (const TextWord& word : pages.words(page)) {
            QVERIFY(QRectF(QPointF(), pages.points(page)).contains(word.rect));
        }
        all += text + u' ';
    }
    for (int number = 1; number <= 300; ++number) {
        QCOMPARE(all.count(u"dòng-%1-hết"_s.arg(number)), 1);
    }
}

void TestSheets::pagesAreForTheArchive() {
    const auto pdf = sheetBytes(registerSheet(sampleRegister(RegisterKind::Handling), Language::Vietnamese),
                                SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    const auto report = docsig::pdf::checkPdfA(*pdf);
    QVERIFY(report);
    QVERIFY2(report->findings.isEmpty(),
             qPrintable(report->findings.isEmpty() ? QString() : report->findings.first().code));
}

void TestSheets::aRowWithoutEndStaysOnItsPage() {
    DocumentRegister whole = sampleRegister(RegisterKind::Incoming);
    whole.lines[0].subject = u"Về việc rất dài "_s.repeated(4000);
    whole.lines[0].counterpart = QString(20000, u'X');
    const auto pdf =
        sheetBytes(registerSheet(whole, Language::Vietnamese), SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QVERIFY(pages.count() <= 3);
    for (int page = 0; page < pages.count(); ++page) {
        for (const TextWord& word : pages.words(page)) {
            QVERIFY2(QRectF(0, 0, 842, 595).contains(word.rect), qPrintable(word.text));
        }
    }
}

void TestSheets::anEmptyRegisterSaysSo() {
    DocumentRegister whole = sampleRegister(RegisterKind::Incoming);
    whole.lines.clear();
    const Sheet sheet = registerSheet(whole, Language::Vietnamese);
    const auto pdf = sheetBytes(sheet, SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QCOMPARE(pages.count(), 2);
    QVERIFY(pages.lines(1).join(u' ').contains(sheet.nothing));
    QCOMPARE(parseCsv(csvBytes(sheet))->size(), 1);
    QCOMPARE(odsRows(odsBytes(sheet, Language::Vietnamese, noon)).size(), 1);
}

void TestSheets::filesAreWrittenByTheirEnding() {
    QTemporaryDir folder;
    const Sheet sheet = tableWith(u"x"_s);
    for (const QString& name : {u"sổ.pdf"_s, u"SỔ.CSV"_s, u"sổ.ods"_s}) {
        QVERIFY(writeSheet(folder.filePath(name), sheet, Language::Vietnamese, noon));
        QVERIFY(QFile(folder.filePath(name)).size() > 0);
    }
    QCOMPARE(writeSheet(folder.filePath(u"sổ.xlsx"_s), sheet, Language::Vietnamese, noon).error().code,
             u"sheet-format-unknown"_s);
    QVERIFY(!QFile::exists(folder.filePath(u"sổ.xlsx"_s)));
    QCOMPARE(writeSheet(folder.filePath(u"không có/sổ.csv"_s), sheet, Language::Vietnamese, noon).error().code,
             u"sheet-not-written"_s);
}

void TestSheets::whatIsTooLongIsRefused() {
    QVERIFY(checkLength(SheetFormat::Pdf, 50'000));
    QCOMPARE(checkLength(SheetFormat::Pdf, 50'001).error().code, u"sheet-too-long"_s);
    QVERIFY(checkLength(SheetFormat::Ods, 1'000'000));
    QCOMPARE(checkLength(SheetFormat::Csv, 1'000'001).error().code, u"sheet-too-long"_s);
}

void TestSheets::pictures_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : {u"incoming"_s, u"outgoing"_s, u"handling"_s, u"report"_s}) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

/// Kept where CONGVAN_PICTURES names a folder.
void TestSheets::pictures() {
    QFETCH(QString, name);
    const auto kind = registerFromKey(name);
    DocumentRegister whole = sampleRegister(kind.value_or(RegisterKind::Incoming));
    for (int number = 9; number < 40; ++number) {
        RegisterLine line = whole.lines.first();
        line.number = number;
        line.numberDisplay = u"%1/QĐ-SNV"_s.arg(number);
        line.subject = number % 3 == 0 ? u"Về việc rà soát danh mục hồ sơ và kế hoạch nộp lưu hồ sơ điện tử năm 2026"_s
                                       : u"Thông báo dự toán chi thường xuyên năm 2027"_s;
        line.course = WorkCourse(number % 4);
        whole.lines << line;
    }
    const WorkReport report = workReport({.period = yearOf(2026), .asOf = QDate(2026, 11, 26), .by = Breakdown::Unit},
                                         {{u"Phòng Tổ chức - Cán bộ"_s, {}, WorkCourse::DoneInTime, {}, 1204},
                                          {u"Phòng Tổ chức - Cán bộ"_s, {}, WorkCourse::DoneLate, {}, 31},
                                          {u"Thanh tra Sở"_s, {}, WorkCourse::Open, QDate(2026, 11, 20), 7},
                                          {{}, {}, WorkCourse::Open, {}, 3}},
                                         {{u"Thanh tra Sở"_s, 12}});
    const Sheet sheet = kind ? registerSheet(whole, Language::Vietnamese)
                             : reportSheet(report, u"Ủy ban nhân dân tỉnh Mẫu"_s, u"Sở Nội vụ"_s, Language::Vietnamese);
    const auto pdf = sheetBytes(sheet, SheetFormat::Pdf, Language::Vietnamese, noon);
    QVERIFY(pdf);
    MeasuredPages pages(*pdf);
    QVERIFY(pages.isOpen());
    const QString keep = qEnvironmentVariable("CONGVAN_PICTURES");
    for (int page = 0; page < pages.count() && !keep.isEmpty(); ++page) {
        QVERIFY(pages.pixels(page, 110).save(u"%1/%2-%3.png"_s.arg(keep, name).arg(page + 1)));
    }
    if (!keep.isEmpty()) {
        QVERIFY(writeSheet(u"%1/%2.ods"_s.arg(keep, name), sheet, Language::Vietnamese, noon));
    }
}

QTEST_MAIN(TestSheets)
#include "test_sheets.moc"
