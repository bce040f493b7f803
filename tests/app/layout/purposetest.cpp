// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/signingpurpose.h"
#include "app/layout/appearances.h"
#include "app/layout/demopictures.h"
#include "app/layout/officialpage.h"
#include "app/layout/purposeappearances.h"
#include "app/layout/purposeplaces.h"
#include "docsig/pades/flowfields.h"
#include "docsig/pades/pagestamp.h"
#include "docsig/pdf/pdfacheck.h"
#include "tests/app/layout/measuredpages.h"
#include "tests/app/layout/sampledocuments.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using samples::text;

namespace {

constexpr double millimetre = 72.0 / 25.4;
const QDateTime moment(QDate(2026, 3, 5), QTime(7, 7, 9), Qt::UTC); // 14:07:09 in Vietnam

QStringList breaches(const QByteArray& pdf) {
    const auto report = docsig::pdf::checkPdfA(pdf);
    if (!report) {
        return {report.error().code};
    }
    QStringList found;
    for (const docsig::Finding& finding : report->findings) {
        found << finding.code + u' ' + finding.place;
    }
    return found;
}

/// Every way that the flow changes a document of ours, but for the signature itself.
QByteArray flowed(const LaidOutDocument& page) {
    const auto fields =
        docsig::addFlowFields(page.pdf, {.signatures = {{u"LeaderSignature"_s, page.places.leaderSignature, {}},
                                                        {u"OfficeSeal"_s, page.places.seal, {u"DocumentNumber"_s}}},
                                         .texts = {{u"DocumentNumber"_s, page.places.number}}});
    const auto number = numberAppearance(u"07"_s, page.places.number.rect.size());
    if (!fields || !number) {
        return {};
    }
    const auto filled = docsig::fillFields(*fields, {{u"DocumentNumber"_s, u"07"_s, *number}});
    const auto stamp = arrivalStampAppearance({text("Sở Tài chính tỉnh Mẫu"), u"45"_s, QDate(2026, 11, 26), {}, {}});
    const auto picture = pictureAppearance(demoSealPicture(text("Sở Nội vụ")), 36, 36);
    if (!filled || !stamp || !picture) {
        return {};
    }
    const auto stamped = docsig::stampPage(*filled, {0, QRectF({90, 300}, stamp->points)}, stamp->pdf, u"ĐẾN"_s);
    const auto sealed = stamped ? docsig::stampPage(*stamped, page.places.seal, *picture, u"x"_s) : stamped;
    return sealed ? *sealed : QByteArray();
}

} // namespace

class PurposeTest : public QObject {
    Q_OBJECT

private slots:
    void wordsAreThoseOfTheDecree();
    void purposesHaveTheirKeysAndSizes();
    void textIsTenPointsAtTheRight();
    void longTextIsBrokenNotCut();
    void initialsComeAfterTheText_data();
    void initialsComeAfterTheText();
    void stampIsFiftyByThirtyFive();
    void stampLeavesDottedLines();
    void stampFitsLongNames();
    void placesFollowTheRules();
    void copiesOfCopiesStandBelowEachOther();
    void stampsGoWhereThePageIsBlank();
    void stampIsUprightOnATurnedPage();
    void whatTheFlowWritesStaysPdfA_data();
    void whatTheFlowWritesStaysPdfA();
    void veraPdfAgrees();
};

void PurposeTest::wordsAreThoseOfTheDecree() {
    QCOMPARE(appendixText(text("07/QĐ-SNV"), moment), text("07/QĐ-SNV; 05/03/2026; 14:07:09 +07:00"));
    QCOMPARE(copyText(CopyKind::SaoY, text("Sở Nội vụ tỉnh Mẫu"), moment),
             text("SAO Y; Sở Nội vụ tỉnh Mẫu; 05/03/2026; 14:07:09 +07:00"));
    QVERIFY(copyText(CopyKind::SaoLuc, u"A"_s, moment).startsWith(text("SAO LỤC; A; ")));
    QVERIFY(copyText(CopyKind::TrichSao, u"A"_s, moment).startsWith(text("TRÍCH SAO; A; ")));
    // The day changes with Vietnam's clock, not with the computer's.
    QVERIFY(
        digitisedText(u"A"_s, QDateTime(QDate(2026, 12, 31), QTime(17, 0), Qt::UTC)).contains(u"01/01/2027; 00:00:00"));
}

void PurposeTest::purposesHaveTheirKeysAndSizes() {
    for (const char* key : {"initial", "approve", "seal", "appendix", "copy", "digitised", "incoming"}) {
        const auto purpose = purposeFromKey(QString::fromLatin1(key));
        QVERIFY2(purpose.has_value(), key);
        QCOMPARE(factsOf(*purpose).key, QString::fromLatin1(key));
        QCOMPARE(factsOf(*purpose).showsPicture, !factsOf(*purpose).millimetres.isEmpty());
    }
    QVERIFY(!purposeFromKey(u"nothing"));
    const QSizeF initial = factsOf(SigningPurpose::Initial).millimetres;
    const QSizeF whole = factsOf(SigningPurpose::Approve).millimetres;
    QCOMPARE(initial.width() * initial.height() * 4, whole.width() * whole.height());
}

void PurposeTest::textIsTenPointsAtTheRight() {
    const QString said = copyText(CopyKind::SaoY, text("Sở Nội vụ tỉnh Mẫu"), moment);
    const auto drawn = signatureTextAppearance(said, 165 * millimetre);
    QVERIFY(drawn.has_value());
    MeasuredPages page(drawn->pdf);
    QCOMPARE(page.count(), 1);
    QVERIFY(qAbs(page.points(0).width() - drawn->points.width()) < 0.01);
    QCOMPARE(page.lines(0), QStringList{said});
    const QRectF box = page.boxOf(said);
    QVERIFY2(qAbs(box.height() - 10 * 1.1074) < 0.2, qPrintable(QString::number(box.height())));
    QVERIFY(qAbs(box.right() - (drawn->points.width() - 1)) < 0.3);
    QVERIFY(drawn->pdf.contains("/FontFile2") && !drawn->pdf.contains("-Bold") && !drawn->pdf.contains("-Italic"));
    const QImage pixels = page.pixels(0, 200);
    for (int y = 0; y < pixels.height(); ++y) {
        for (int x = 0; x < pixels.width(); ++x) {
            const QRgb pixel = pixels.pixel(x, y);
            QVERIFY(qAbs(qRed(pixel) - qBlue(pixel)) < 3); // black on white
        }
    }
}

void PurposeTest::longTextIsBrokenNotCut() {
    const QString agency =
        text("Sở Nông nghiệp và Phát triển nông thôn tỉnh Mẫu, Chi cục Trồng trọt và Bảo vệ thực vật");
    const QString said = copyText(CopyKind::SaoLuc, agency, moment);
    const auto drawn = signatureTextAppearance(said, 100 * millimetre);
    QVERIFY(drawn.has_value());
    QVERIFY(drawn->points.width() <= 100 * millimetre);
    MeasuredPages page(drawn->pdf);
    const QStringList lines = page.lines(0);
    QVERIFY(lines.size() >= 2);
    QCOMPARE(lines.join(u' '), said);
    QVERIFY(signatureTextAppearance(QString(3000, u'x'), 100).has_value());
}

void PurposeTest::stampIsFiftyByThirtyFive() {
    const auto stamp = arrivalStampAppearance(
        {text("Sở Tài chính tỉnh Mẫu"), u"45"_s, QDate(2026, 11, 26), text("Phòng Hành chính"), text("12/2026-HC")});
    QVERIFY(stamp.has_value());
    QVERIFY(qAbs(stamp->points.width() - 50 * millimetre) < 0.01);
    QVERIFY(qAbs(stamp->points.height() - 35 * millimetre) < 0.01);
    MeasuredPages page(stamp->pdf);
    QVERIFY(qAbs(page.points(0).width() - 50 * millimetre) < 0.01);
    for (const char* words : {"SỞ TÀI CHÍNH TỈNH MẪU", "ĐẾN", "Số: 45", "Ngày: 26/11/2026", "Chuyển: Phòng Hành chính",
                              "Số và ký hiệu HS: 12/2026-HC"}) {
        const QRectF box = page.boxOf(text(words));
        QVERIFY2(!box.isNull() && QRectF({}, stamp->points).contains(box), words);
    }
    // Name, then ĐẾN beside number and day, then the two lines below.
    const auto top = [&](const char* words) { return page.boxOf(text(words)).center().y(); };
    QVERIFY(top("SỞ TÀI CHÍNH TỈNH MẪU") > top("Số: 45") && top("Số: 45") > top("Ngày: 26/11/2026"));
    QVERIFY(top("Ngày: 26/11/2026") > top("Chuyển: Phòng Hành chính"));
    QVERIFY(page.boxOf(text("ĐẾN")).right() < page.boxOf(text("Số: 45")).left());
    // The frame: a red line along each edge.
    const QImage pixels = page.pixels(0, 254); // ten pixels a millimetre
    QCOMPARE(pixels.size(), QSize(500, 350));
    for (const QPoint point : {QPoint(2, 175), QPoint(497, 175), QPoint(250, 2), QPoint(250, 347)}) {
        const QRgb pixel = pixels.pixel(point);
        QVERIFY(qRed(pixel) > 150 && qGreen(pixel) < 90);
    }
}

void PurposeTest::stampLeavesDottedLines() {
    const auto stamp = arrivalStampAppearance({text("Sở Tài chính"), {}, {}, {}, {}});
    QVERIFY(stamp.has_value());
    MeasuredPages page(stamp->pdf);
    QCOMPARE(page.lines(0).join(u' ').count(u"...."_s) >= 4, true);
    for (const app::TextWord& word : page.words(0)) {
        QVERIFY2(word.rect.right() <= 50 * millimetre - 1, qPrintable(word.text));
    }
}

void PurposeTest::stampFitsLongNames() {
    for (const QString& name : {text("Ủy ban nhân dân phường Nguyễn Thái Bình, Quận Một, Thành phố Hồ Chí Minh"),
                                QString(400, u'W'), QString()}) {
        const auto stamp = arrivalStampAppearance({name, QString(60, u'9'), QDate(2026, 1, 1), QString(200, u'x'), {}});
        QVERIFY(stamp.has_value());
        MeasuredPages page(stamp->pdf);
        for (const app::TextWord& word : page.words(0)) {
            QVERIFY(word.rect.left() > 1 && word.rect.right() < 50 * millimetre - 1);
        }
    }
}

void PurposeTest::placesFollowTheRules() {
    const QSizeF a4(595, 842);
    const QRectF copy = topRightPlace(a4, QSizeF(240, 13), {});
    QVERIFY(qAbs(copy.right() - (595 - 15 * millimetre)) < 0.1);
    QVERIFY(copy.top() > 842 - 20 * millimetre && copy.bottom() < 842);

    const auto page = layOut(samples::quyetDinh());
    QVERIFY(page.has_value());
    const QRectF leader = page->places.leaderSignature.rect;
    const QRectF seal = sealPlace(leader, 36 * millimetre);
    // The same rule as the layout's own: a third of the picture is covered, from its left.
    QVERIFY(qAbs(seal.left() - page->places.seal.rect.left()) < 0.5);
    QVERIFY(qAbs((seal.right() - leader.left()) / leader.width() - 1.0 / 3) < 0.01);
    const QSizeF small = QSizeF(20, 8) * millimetre;
    const QRectF initial = initialPlace(a4, small, leader, {leader});
    QVERIFY(!initial.intersects(leader) && !initial.intersects(seal) && initial.left() > leader.right());
    QVERIFY(initial.right() < 595 - 10 * millimetre);
    const QRectF second = initialPlace(a4, small, leader, {leader, initial});
    QVERIFY(!second.intersects(initial));
}

void PurposeTest::copiesOfCopiesStandBelowEachOther() {
    QList<QRectF> taken;
    for (int copy = 0; copy < 3; ++copy) {
        const QRectF place = topRightPlace(QSizeF(595, 842), QSizeF(240, 13), taken);
        for (const QRectF& other : std::as_const(taken)) {
            QVERIFY(!other.intersects(place) && place.bottom() <= other.top());
        }
        // Two of them stay above the first line of the page.
        QVERIFY(copy > 1 || place.top() > 842 - 20 * millimetre);
        taken << place;
    }
}

void PurposeTest::stampsGoWhereThePageIsBlank() {
    const QSizeF a4(595, 842);
    const QSizeF box = QSizeF(50, 35) * millimetre;
    const auto laidOut = layOut(samples::congVan());
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    const QRectF place = blankPlace(pages.pixels(0, 50), a4, box);
    QVERIFY(QRectF({}, a4).contains(place));
    for (const app::TextWord& word : pages.words(0)) {
        QVERIFY2(!word.rect.intersects(place), qPrintable(word.text));
    }
    // A page full of ink, none at all, and no picture: somewhere on the page all the same, of the right size.
    QImage full(413, 585, QImage::Format_RGB32);
    full.fill(Qt::black);
    for (const QImage& picture : {full, QImage()}) {
        const QRectF usual = blankPlace(picture, a4, box);
        QVERIFY(QRectF({}, a4).contains(usual));
        QCOMPARE(usual.size(), box);
    }
    QImage half = full;
    QPainter(&half).fillRect(QRect(200, 300, 213, 285), Qt::white);
    const QRectF lower = blankPlace(half, a4, box);
    QVERIFY(lower.left() > 200 * 595.0 / 413 && lower.bottom() < 842 - 300 * 842.0 / 585);
}

void PurposeTest::stampIsUprightOnATurnedPage() {
    const auto stamp = arrivalStampAppearance({u"A"_s, u"45"_s, QDate(2026, 11, 26), {}, {}});
    const auto page = layOut(samples::congVan());
    QVERIFY(stamp.has_value() && page.has_value());
    for (const QByteArray turn : {"90 ", "180", "270"}) {
        // The same page turned; the writer's /UserUnit leaves room for the key.
        QByteArray turned = page->pdf;
        const QByteArray unit = "/UserUnit 1.000000";
        QVERIFY(turned.contains(unit));
        turned.replace(unit, ("/Rotate " + turn).leftJustified(unit.size()));
        const auto sizes = docsig::shownPageSizes(turned);
        QVERIFY(sizes.has_value());
        const QRectF rect({40, sizes->first().height() - 150}, stamp->points);
        const auto stamped = docsig::stampPage(turned, {0, rect}, stamp->pdf, u"ĐẾN"_s);
        QVERIFY(stamped.has_value());
        QVERIFY(stamped->startsWith(turned));
        MeasuredPages shown(*stamped);
        QCOMPARE(shown.points(0).toSize(), sizes->first().toSize());
        // Its frame's corners are where the place is, as shown: red along the upper edge, over the whole width.
        const double scale = 3;
        const QImage pixels = shown.pixels(0, 72 * scale);
        const int y = int((sizes->first().height() - rect.bottom() + 0.7) * scale);
        for (const double x : {rect.left() + 2, rect.center().x(), rect.right() - 2}) {
            const QRgb pixel = pixels.pixel(int(x * scale), y);
            QVERIFY2(qRed(pixel) > 130 && qGreen(pixel) < 120, turn.constData());
        }
    }
}

void PurposeTest::whatTheFlowWritesStaysPdfA_data() {
    QTest::addColumn<OfficialDocument>("document");
    QTest::newRow("công văn") << samples::congVan();
    QTest::newRow("quyết định") << samples::quyetDinh();
    OfficialDocument long2 = samples::congVan();
    long2.body = QStringList(40, long2.body.first());
    long2.urgency = OfficialDocument::Urgency::HoaToc;
    QTest::newRow("pages, urgent") << long2;
    QTest::newRow("empty draft") << OfficialDocument();
}

void PurposeTest::whatTheFlowWritesStaysPdfA() {
    QFETCH(const OfficialDocument, document);
    const auto page = layOut(document);
    QVERIFY(page.has_value());
    QCOMPARE(breaches(page->pdf), QStringList());
    const QByteArray after = flowed(*page);
    QVERIFY(after.startsWith(page->pdf));
    QCOMPARE(breaches(after), QStringList());
}

void PurposeTest::veraPdfAgrees() {
    const QString program = QStandardPaths::findExecutable(u"verapdf"_s);
    if (program.isEmpty()) {
        QSKIP("verapdf is not installed: our own list of clauses was the only judge");
    }
    const auto page = layOut(samples::quyetDinh());
    QVERIFY(page.has_value());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"page.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(flowed(*page));
    file.close();
    QProcess judge;
    judge.start(program, {u"--flavour"_s, u"2b"_s, u"--format"_s, u"text"_s, file.fileName()});
    QVERIFY(judge.waitForFinished(120'000));
    const QString said = QString::fromUtf8(judge.readAllStandardOutput());
    QVERIFY2(said.startsWith(u"PASS"), qPrintable(said));
}

void PurposeTest::initialsComeAfterTheText_data() {
    QTest::addColumn<int>("letters");
    QTest::addColumn<bool>("beside");
    QTest::newRow("short line") << 1 << true;
    QTest::newRow("half a line") << 4 << true;
    QTest::newRow("full line") << 6 << false;
}

void PurposeTest::initialsComeAfterTheText() {
    QFETCH(int, letters);
    QFETCH(bool, beside);
    OfficialDocument document = samples::congVan();
    document.body.append(text("Trân trọng ").repeated(letters).trimmed());
    QVERIFY(layOut(document)->places.initial.rect.isEmpty()); // nobody wants them
    document.initials = true;
    const auto page = layOut(document);
    QVERIFY(page);
    const QRectF place = page->places.initial.rect;
    const int at = page->places.initial.page;
    QVERIFY(qAbs(place.width() - 20 * millimetre) < 0.1 && qAbs(place.height() - 8 * millimetre) < 0.1);
    MeasuredPages pages(page->pdf);
    QVERIFY(place.right() <= pages.points(at).width() - 15 * millimetre + 0.1);
    const QRectF end = pages.lowestBoxOf(text("trọng./."), at);
    QVERIFY(!end.isNull());
    QCOMPARE(place.left() >= end.right() && place.bottom() > end.center().y(), beside);
    QCOMPARE(place.bottom() <= end.top(), !beside);
    // Nothing is printed there: no word's middle lies in the place.
    for (const TextWord& word : pages.words(at)) {
        const QRectF shown(word.rect.left(), word.rect.top(), word.rect.width(), word.rect.height());
        QVERIFY2(!place.contains(shown.center()), qPrintable(word.text));
    }
    QVERIFY(!place.intersects(page->places.leaderSignature.rect) && !place.intersects(page->places.seal.rect));
}

QTEST_MAIN(PurposeTest)
#include "purposetest.moc"
