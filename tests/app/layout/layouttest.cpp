// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/appearances.h"
#include "app/layout/demopictures.h"
#include "app/layout/officialpage.h"
#include "docsig/pdf/document.h"
#include "tests/app/layout/measuredpages.h"
#include "tests/app/layout/sampledocuments.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using app::OfficialDocument;
using samples::text;

namespace {

constexpr double millimetre = 72.0 / 25.4;
/// Ascent and descent of Times together, of the size: the height of a word's box.
constexpr double boxHeight = 1.1074;

QImage decoded(const QByteArray& png) {
    return QImage::fromData(png, "png");
}

/// Length in points of the longest dark run in the rows between two heights (points from the bottom).
double ruleBelow(MeasuredPages& pages, double from, double to, QRectF& place) {
    constexpr double dpi = 288;
    const QImage image = pages.pixels(0, dpi);
    const double scale = dpi / 72;
    int best = 0;
    for (int y = int((pages.points(0).height() - from) * scale); y < int((pages.points(0).height() - to) * scale);
         ++y) {
        for (int x = int(place.left() * scale), run = 0; x < int(place.right() * scale); ++x) {
            run = qGray(image.pixel(x, y)) < 128 ? run + 1 : 0;
            best = qMax(best, run);
        }
    }
    return best / scale;
}

QRectF redBox(MeasuredPages& pages) {
    constexpr double dpi = 144;
    const QImage image = pages.pixels(0, dpi);
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qRed(pixel) > 180 && qGreen(pixel) < 120 && qBlue(pixel) < 120) {
                box |= QRect(x, y, 1, 1);
            }
        }
    }
    return {box.x() * 72 / dpi, box.y() * 72 / dpi, box.width() * 72 / dpi, box.height() * 72 / dpi};
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void textIsTheGoldenOne_data();
    void textIsTheGoldenOne();
    void partsLieInTheirZones_data();
    void partsLieInTheirZones();
    void lettersHaveTheirSizes_data();
    void lettersHaveTheirSizes();
    void textKeepsTheMargins();
    void rulesHaveTheirLengths();
    void placesAreReserved_data();
    void placesAreReserved();
    void printedNumberAndDateFillTheirPlaces();
    void pagesAreNumberedFromTheSecond();
    void signaturesNeverStandAlone();
    void severalAddresseesStandUnderTheColon();
    void urgencyHasItsFrame_data();
    void urgencyHasItsFrame();
    void emptyDraftIsLaidOut();
    void invisibleSignsAreLeftOut();
    void sameDocumentSameBytes();
    void pagesCarryWhatAnArchiveNeeds();
    void tooMuchIsRefused_data();
    void tooMuchIsRefused();
    void textAppearancesFitTheirField();
    void pictureAppearanceKeepsShapeAndTransparency();
    void badPicturesAreRefused_data();
    void badPicturesAreRefused();
    void demoPicturesAreSmallAndTransparent();
};

void LayoutTest::textIsTheGoldenOne_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("decision");
    QTest::newRow("công văn") << u"congvan.txt"_s << false;
    QTest::newRow("quyết định") << u"quyetdinh.txt"_s << true;
}

void LayoutTest::textIsTheGoldenOne() {
    QFETCH(const QString, file);
    QFETCH(const bool, decision);
    const auto laidOut = app::layOut(decision ? samples::quyetDinh() : samples::congVan());
    QVERIFY2(laidOut.has_value(), qPrintable(laidOut ? QString() : laidOut.error().code));
    MeasuredPages pages(laidOut->pdf);
    QCOMPARE(pages.count(), 1);
    QCOMPARE(laidOut->pages, 1);
    QFile golden(QStringLiteral(CONGVAN_TEST_DATA "/layout/") + file);
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(pages.lines(0), QString::fromUtf8(golden.readAll()).trimmed().split(u'\n'));
}

void LayoutTest::partsLieInTheirZones_data() {
    // Zones of the domain specification §5.2: fractions of the page, y from the top. They are soft: the middle of a
    // part lies inside, or within three hundredths of the page above or below; its sides are inside within one.
    QTest::addColumn<bool>("decision");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QRectF>("zone");
    const auto zone = [](double x1, double x2, double y1, double y2) { return QRectF(x1, y1, x2 - x1, y2 - y1); };
    QTest::newRow("ô 1") << false << text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") << zone(.50, .93, .03, .20);
    QTest::newRow("ô 1 b") << false << text("Độc lập - Tự do - Hạnh phúc") << zone(.50, .93, .03, .20);
    QTest::newRow("ô 2") << false << text("TỈNH MẪU") << zone(.12, .52, .03, .20);
    QTest::newRow("ô 3") << false << text("/UBND-NC") << zone(.12, .52, .12, .28);
    QTest::newRow("ô 4") << false << text("Tỉnh Mẫu,") << zone(.50, .93, .12, .28);
    QTest::newRow("ô 5b") << false << text("V/v rà soát danh mục hồ sơ") << zone(.12, .55, .15, .35);
    QTest::newRow("ô 9a") << false << text("Kính gửi: Các sở, ban, ngành thuộc tỉnh.") << zone(.28, .88, .24, .48);
    QTest::newRow("ô 5a") << true << text("QUYẾT ĐỊNH") << zone(.20, .84, .18, .38);
    QTest::newRow("ô 6") << true << text("Điều 1.") << zone(.12, .93, .28, .90);
    QTest::newRow("ô 9b") << true << text("Nơi nhận:") << zone(.12, .52, .40, .96);
    QTest::newRow("ô 7b") << true << text("Trần Thị B") << zone(.50, .93, .50, .96);
}

void LayoutTest::partsLieInTheirZones() {
    QFETCH(const bool, decision);
    QFETCH(const QString, words);
    QFETCH(const QRectF, zone);
    OfficialDocument document = decision ? samples::quyetDinh() : samples::congVan();
    document.scale = OfficialDocument::Scale::Small;
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    const QRectF box = pages.boxOf(words);
    QVERIFY2(!box.isNull(), qPrintable(pages.lines(0).join(u'\n')));
    const QSizeF size = pages.points(0);
    const QRectF fraction(box.left() / size.width(), 1 - box.bottom() / size.height(), box.width() / size.width(),
                          box.height() / size.height());
    const QRectF soft = zone.adjusted(-0.01, -0.03, 0.01, 0.03);
    QVERIFY2(
        soft.left() <= fraction.left() && soft.right() >= fraction.right() && soft.contains(fraction.center()),
        qPrintable(
            u"%1…%2, %3…%4"_s.arg(fraction.left()).arg(fraction.right()).arg(fraction.top()).arg(fraction.bottom())));
}

void LayoutTest::lettersHaveTheirSizes_data() {
    QTest::addColumn<bool>("decision");
    QTest::addColumn<QString>("word");
    QTest::addColumn<double>("large");
    QTest::addColumn<double>("small");
    QTest::newRow("ô 1 state") << false << text("CỘNG HÒA") << 13.0 << 12.0;
    QTest::newRow("ô 1 motto") << false << text("Độc lập") << 14.0 << 13.0;
    QTest::newRow("ô 2") << false << text("TỈNH MẪU") << 13.0 << 12.0;
    QTest::newRow("ô 3") << false << text("/UBND-NC") << 13.0 << 13.0;
    QTest::newRow("ô 4") << false << text("Tỉnh Mẫu,") << 14.0 << 13.0;
    QTest::newRow("ô 5b") << false << text("V/v") << 13.0 << 12.0;
    QTest::newRow("ô 6") << false << text("Kết quả") << 14.0 << 13.0;
    QTest::newRow("ô 9b head") << false << text("Nơi nhận:") << 12.0 << 12.0;
    QTest::newRow("ô 9b") << false << text("Như trên;") << 11.0 << 11.0;
    QTest::newRow("ô 5a") << true << text("Phê duyệt Đề án số hóa") << 14.0 << 13.0;
    QTest::newRow("ô 7a") << true << text("GIÁM ĐỐC") << 14.0 << 13.0;
    QTest::newRow("ô 7b") << true << text("Trần Thị B") << 14.0 << 13.0;
}

void LayoutTest::lettersHaveTheirSizes() {
    QFETCH(const bool, decision);
    QFETCH(const QString, word);
    QFETCH(const double, large);
    QFETCH(const double, small);
    OfficialDocument document = decision ? samples::quyetDinh() : samples::congVan();
    for (const double size : {large, small}) {
        const auto laidOut = app::layOut(document);
        QVERIFY(laidOut.has_value());
        MeasuredPages pages(laidOut->pdf);
        const QRectF box = pages.boxOf(word);
        QVERIFY2(!box.isNull(), qPrintable(pages.lines(0).join(u'\n')));
        const double measured = box.height() / boxHeight;
        QVERIFY2(qAbs(measured - size) < 0.1, qPrintable(QString::number(measured)));
        document.scale = OfficialDocument::Scale::Small;
    }
}

void LayoutTest::textKeepsTheMargins() {
    const auto laidOut = app::layOut(samples::longCongVan(24));
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    QVERIFY(pages.count() >= 3);
    for (int page = 0; page < pages.count(); ++page) {
        const QSizeF size = pages.points(page);
        QVERIFY(qAbs(size.width() - 210 * millimetre) < 1 && qAbs(size.height() - 297 * millimetre) < 1);
        for (const app::TextWord& word : pages.words(page)) {
            const bool pageNumber = word.rect.bottom() > size.height() - 20 * millimetre + 1;
            QVERIFY2(!pageNumber || (page > 0 && word.text == QString::number(page + 1)), qPrintable(word.text));
            QVERIFY2(word.rect.left() > 30 * millimetre - 1, qPrintable(word.text));
            QVERIFY2(word.rect.right() < size.width() - 15 * millimetre + 1, qPrintable(word.text));
            QVERIFY2(word.rect.top() > 20 * millimetre - 1, qPrintable(word.text));
        }
    }
}

void LayoutTest::rulesHaveTheirLengths() {
    const auto laidOut = app::layOut(samples::quyetDinh());
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);

    QRectF motto = pages.boxOf(text("Độc lập - Tự do - Hạnh phúc"));
    QRectF aroundMotto = motto.adjusted(-30, 0, 30, 0);
    const double full = ruleBelow(pages, motto.top() + 1, motto.top() - 5, aroundMotto);
    QVERIFY2(qAbs(full - motto.width()) < 2, qPrintable(QString::number(full)));

    QRectF agency = pages.boxOf(text("SỞ NỘI VỤ"));
    const double third = ruleBelow(pages, agency.top() - 0.5, agency.top() - 5, agency);
    QVERIFY2(third >= agency.width() / 3 && third <= agency.width() / 2, qPrintable(QString::number(third)));

    QRectF subject = pages.boxOf(text("Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030"));
    QVERIFY(!subject.isNull());
    const double summary = ruleBelow(pages, subject.top() + 0.5, subject.top() - 6, subject);
    QVERIFY2(summary >= subject.width() / 3 && summary <= subject.width() / 2, qPrintable(QString::number(summary)));
}

void LayoutTest::placesAreReserved_data() {
    QTest::addColumn<int>("paragraphs"); // 0: the decision
    QTest::newRow("quyết định") << 0;
    QTest::newRow("công văn") << 2;
    QTest::newRow("three pages") << 20;
}

void LayoutTest::placesAreReserved() {
    QFETCH(const int, paragraphs);
    const OfficialDocument document = paragraphs == 0 ? samples::quyetDinh() : samples::longCongVan(paragraphs);
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    const app::Places& places = laidOut->places;

    const QRectF before = pages.boxOf(text("Số:"));
    const QRectF after = pages.boxOf(u'/' + document.notation);
    QCOMPARE(places.number.page, 0);
    QVERIFY(places.number.rect.left() >= before.right());
    QVERIFY(places.number.rect.right() <= after.left() + 0.5);
    QVERIFY2(places.number.rect.width() >= 5 * 13 * 0.5, "five digits of half an em");
    QVERIFY(places.number.rect.top() < before.center().y() && places.number.rect.bottom() > before.center().y());

    const QRectF place = pages.boxOf(text("Tỉnh Mẫu,"));
    QCOMPARE(places.date.page, 0);
    QVERIFY(qAbs(places.date.rect.left() - place.right()) < 5);
    QVERIFY(places.date.rect.right() < pages.points(0).width() - 15 * millimetre);

    const int last = pages.count() - 1;
    const QRectF title = pages.lowestBoxOf(document.signer.position.toUpper(), last);
    const QRectF name = pages.boxOf(document.signer.fullName, last);
    const QRectF signature = places.leaderSignature.rect;
    QCOMPARE(places.leaderSignature.page, last);
    QVERIFY(qAbs(signature.width() - 40 * millimetre) < 0.1 && qAbs(signature.height() - 16 * millimetre) < 0.1);
    QVERIFY(signature.bottom() <= title.top() && signature.top() >= name.bottom());
    QVERIFY(qAbs(signature.center().x() - name.center().x()) < 1);
    QVERIFY(qAbs((title.top() + name.bottom()) / 2 - signature.center().y()) < 3);

    const QRectF seal = places.seal.rect;
    QCOMPARE(places.seal.page, last);
    QVERIFY(qAbs(seal.width() - 36 * millimetre) < 0.1 && qAbs(seal.height() - 36 * millimetre) < 0.1);
    QVERIFY(qAbs((seal.right() - signature.left()) / signature.width() - 1.0 / 3) < 0.01);
    QVERIFY(seal.left() < signature.left());
    QVERIFY(QRectF(QPointF(), pages.points(last)).contains(seal));
}

void LayoutTest::printedNumberAndDateFillTheirPlaces() {
    QCOMPARE(app::printedNumber(7), u"07"_s);
    QCOMPARE(app::printedNumber(12345), u"12345"_s);
    QCOMPARE(app::printedDate(QDate(2026, 2, 5)), text("ngày 05 tháng 02 năm 2026"));
    QCOMPARE(app::printedDate(QDate(2026, 3, 15)), text("ngày 15 tháng 3 năm 2026"));
    OfficialDocument document = samples::congVan();
    document.number = app::printedNumber(412);
    document.date = QDate(2026, 11, 23);
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    QVERIFY(!pages.boxOf(text("Số: 412/UBND-NC")).isNull());
    QVERIFY(!pages.boxOf(text("Tỉnh Mẫu, ngày 23 tháng 11 năm 2026")).isNull());
}

void LayoutTest::pagesAreNumberedFromTheSecond() {
    const auto laidOut = app::layOut(samples::longCongVan(30));
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    QCOMPARE(pages.count(), laidOut->pages);
    QVERIFY(pages.count() >= 4);
    QVERIFY(pages.boxOf(u"1"_s, 0).isNull());
    for (int page = 1; page < pages.count(); ++page) {
        const QRectF number = pages.boxOf(QString::number(page + 1), page);
        const QSizeF size = pages.points(page);
        QVERIFY(!number.isNull());
        QVERIFY(qAbs(number.center().x() - size.width() / 2) < 1);
        QVERIFY(number.top() > size.height() - 20 * millimetre);
    }
}

void LayoutTest::signaturesNeverStandAlone() {
    // One line more each time, through every place where a page can end.
    OfficialDocument document = samples::congVan();
    int lastPages = 1;
    bool turned = false;
    for (int lines = 1; lines <= 46; ++lines) {
        document.body.append(text("Nội dung dòng %1 của văn bản.").arg(lines));
        const auto laidOut = app::layOut(document);
        QVERIFY(laidOut.has_value());
        QVERIFY(laidOut->pages == lastPages || laidOut->pages == lastPages + 1);
        turned = turned || laidOut->pages > lastPages;
        lastPages = laidOut->pages;
        if (laidOut->pages > 1) {
            MeasuredPages pages(laidOut->pdf);
            const QStringList onLast = pages.lines(laidOut->pages - 1);
            const qsizetype title = onLast.indexOf(QRegularExpression(u".*TM\\. .*"_s));
            QVERIFY2(title >= 3, qPrintable(onLast.join(u'\n'))); // page number and two lines of the body
            QCOMPARE(laidOut->places.leaderSignature.page, laidOut->pages - 1);
        }
    }
    QVERIFY(turned);
}

void LayoutTest::severalAddresseesStandUnderTheColon() {
    OfficialDocument document = samples::congVan();
    document.addressees = {text("Sở Nội vụ"), text("Sở Tài chính;"), text("Ủy ban nhân dân huyện Mẫu")};
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    const QRectF opening = pages.boxOf(text("Kính gửi:"));
    const QRectF first = pages.boxOf(text("- Sở Nội vụ;"));
    const QRectF last = pages.boxOf(text("- Ủy ban nhân dân huyện Mẫu."));
    QVERIFY(!opening.isNull() && !first.isNull() && !last.isNull());
    QVERIFY(qAbs(first.left() - last.left()) < 0.5);
    QVERIFY2(qAbs(first.left() - opening.right()) < 6, "the dash stands under the colon");
    QVERIFY(first.bottom() < opening.bottom());
    QVERIFY(opening.left() / pages.points(0).width() > 0.28);
}

void LayoutTest::urgencyHasItsFrame_data() {
    QTest::addColumn<int>("urgency");
    QTest::addColumn<QString>("words");
    QTest::addColumn<double>("width");
    QTest::newRow("khẩn") << int(OfficialDocument::Urgency::Khan) << text("KHẨN") << 20.0;
    QTest::newRow("thượng khẩn") << int(OfficialDocument::Urgency::ThuongKhan) << text("THƯỢNG KHẨN") << 40.0;
    QTest::newRow("hỏa tốc") << int(OfficialDocument::Urgency::HoaToc) << text("HỎA TỐC") << 30.0;
}

void LayoutTest::urgencyHasItsFrame() {
    QFETCH(const int, urgency);
    QFETCH(const QString, words);
    QFETCH(const double, width);
    for (OfficialDocument document : {samples::congVan(), samples::quyetDinh()}) {
        document.urgency = OfficialDocument::Urgency(urgency);
        const auto laidOut = app::layOut(document);
        QVERIFY(laidOut.has_value());
        MeasuredPages pages(laidOut->pdf);
        QVERIFY(!pages.boxOf(words).isNull());
        const QRectF frame = redBox(pages);
        QVERIFY2(qAbs(frame.width() - width * millimetre) < 1.5, qPrintable(QString::number(frame.width())));
        QVERIFY2(qAbs(frame.height() - 8 * millimetre) < 1.5, qPrintable(QString::number(frame.height())));
        const double height = pages.points(0).height();
        const QRectF up(frame.left(), height - frame.bottom(), frame.width(), frame.height());
        QVERIFY(up.center().x() / pages.points(0).width() < 0.24);
        for (const app::TextWord& word : pages.words(0)) {
            QVERIFY2(words.contains(word.text) || !up.intersects(word.rect.adjusted(0, 2, 0, -2)),
                     qPrintable(word.text));
        }
    }
}

void LayoutTest::emptyDraftIsLaidOut() {
    for (const auto form : {OfficialDocument::Form::CongVan, OfficialDocument::Form::QuyetDinh}) {
        OfficialDocument document;
        document.form = form;
        const auto laidOut = app::layOut(document);
        QVERIFY(laidOut.has_value());
        QCOMPARE(laidOut->pages, 1);
        QVERIFY(MeasuredPages(laidOut->pdf).isOpen());
    }
}

void LayoutTest::invisibleSignsAreLeftOut() {
    OfficialDocument document = samples::congVan();
    document.signer.fullName = QString(u"Nguyễn\u202eVăn\u200b A\u0007"_s).normalized(QString::NormalizationForm_D);
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    MeasuredPages pages(laidOut->pdf);
    QVERIFY2(!pages.boxOf(text("NguyễnVăn A")).isNull(), qPrintable(pages.lines(0).last()));
}

void LayoutTest::sameDocumentSameBytes() {
    OfficialDocument document = samples::congVan();
    const auto first = app::layOut(document);
    const auto second = app::layOut(document);
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(first->pdf, second->pdf);
    QVERIFY(!first->pdf.contains("/CreationDate"));
    document.date = QDate(2026, 11, 23);
    const auto dated = app::layOut(document);
    QVERIFY(dated.has_value());
    QVERIFY(dated->pdf.contains("/CreationDate (D:20261123000000+07'00')"));
}

void LayoutTest::pagesCarryWhatAnArchiveNeeds() {
    OfficialDocument document = samples::congVan();
    document.subject = text("góp ý <dự thảo> & kế hoạch");
    document.date = QDate(2026, 11, 23);
    const auto laidOut = app::layOut(document);
    QVERIFY(laidOut.has_value());
    const auto pdf = docsig::pdf::Document::open(laidOut->pdf);
    QVERIFY(pdf.has_value());
    const docsig::pdf::Dictionary catalog = pdf->catalog();
    QCOMPARE(pdf->get(pdf->trailer(), "ID").array().size(), 2);

    const docsig::pdf::Value metadata = catalog.value("Metadata");
    QVERIFY(metadata.asReference() != nullptr);
    const QString xmp = QString::fromUtf8(pdf->rawStream(metadata.asReference()->number).value_or(QByteArray()));
    QVERIFY2(xmp.contains(u"<pdfaid:part>2</pdfaid:part>") && xmp.contains(u"<pdfaid:conformance>B<"), qPrintable(xmp));
    QVERIFY(xmp.contains(text("V/v góp ý &lt;dự thảo&gt; &amp; kế hoạch")));
    QVERIFY(xmp.contains(u"<xmp:CreateDate>2026-11-23T00:00:00+07:00<"));

    const docsig::pdf::Array intents = pdf->get(catalog, "OutputIntents").array();
    QCOMPARE(intents.size(), 1);
    const docsig::pdf::Value profile = pdf->resolve(intents.first()).dictionary().value("DestOutputProfile");
    QVERIFY(profile.asReference() != nullptr);
    const auto raw = pdf->rawStream(profile.asReference()->number);
    QVERIFY(raw.has_value());
    const auto icc = docsig::pdf::decodeStream(*raw, pdf->resolve(profile).dictionary(), 1 << 20);
    QVERIFY(icc.has_value());
    QCOMPARE(QColorSpace::fromIccProfile(*icc), QColorSpace(QColorSpace::SRgb));

    // A font that is a subset says so, under one name from the page down to its program.
    static const QRegularExpression fontName(u"/(BaseFont|FontName) /(\\S+)"_s);
    auto names = fontName.globalMatch(QString::fromLatin1(laidOut->pdf));
    int seen = 0;
    while (names.hasNext()) {
        const QString name = names.next().captured(2);
        QVERIFY2(QRegularExpression(u"^[A-Z]{6}\\+"_s).match(name).hasMatch(), qPrintable(name));
        ++seen;
    }
    QVERIFY(seen >= 9 && seen % 3 == 0);
}

void LayoutTest::tooMuchIsRefused_data() {
    QTest::addColumn<OfficialDocument>("document");
    QTest::addColumn<QString>("code");
    OfficialDocument longName = samples::congVan();
    longName.agency = QString(5000, u'A');
    QTest::newRow("name") << longName << u"layout-text-too-long"_s;
    OfficialDocument longBody = samples::congVan();
    longBody.body = {QString(1'000'001, u'a')};
    QTest::newRow("body") << longBody << u"layout-text-too-long"_s;
    OfficialDocument manyRecipients = samples::congVan();
    manyRecipients.recipients = QStringList(200, u"Sở Mẫu"_s);
    QTest::newRow("recipients") << manyRecipients << u"layout-recipients-too-long"_s;
    OfficialDocument manyPages = samples::congVan();
    manyPages.body = QStringList(12'000, u"x"_s);
    QTest::newRow("pages") << manyPages << u"layout-too-many-pages"_s;
}

void LayoutTest::tooMuchIsRefused() {
    QFETCH(const OfficialDocument, document);
    QFETCH(const QString, code);
    const auto laidOut = app::layOut(document);
    QVERIFY(!laidOut.has_value());
    QCOMPARE(laidOut.error().code, code);
}

void LayoutTest::textAppearancesFitTheirField() {
    const auto laidOut = app::layOut(samples::quyetDinh());
    QVERIFY(laidOut.has_value());
    const QSizeF field = laidOut->places.number.rect.size();
    for (const QString& digits : {u"07"_s, u"12345"_s}) {
        const auto number = app::numberAppearance(digits, field);
        QVERIFY(number.has_value());
        MeasuredPages page(*number);
        QCOMPARE(page.count(), 1);
        QVERIFY(qAbs(page.points(0).width() - field.width()) < 0.01);
        QVERIFY(qAbs(page.points(0).height() - field.height()) < 0.01);
        const QRectF box = page.boxOf(digits);
        QVERIFY(!box.isNull());
        QVERIFY(box.left() >= -0.1 && qAbs(box.right() - field.width()) < 0.5);
        // Base line and size as on the page: the letters stand where "Số:" stands.
        MeasuredPages document(laidOut->pdf);
        const QRectF before = document.boxOf(text("Số:"));
        QVERIFY(qAbs(box.top() + laidOut->places.number.rect.top() - before.top()) < 0.2);
        QVERIFY(qAbs(box.height() - before.height()) < 0.2);
    }
    const QSizeF wide = laidOut->places.date.rect.size();
    const auto date = app::dateAppearance(app::printedDate(QDate(2026, 11, 23)), wide);
    QVERIFY(date.has_value());
    const QRectF words = MeasuredPages(*date).boxOf(text("ngày 23 tháng 11 năm 2026"));
    QVERIFY(!words.isNull());
    QVERIFY(words.left() >= -0.1 && words.right() <= wide.width() + 0.6);

    // A field that a person drew too narrow: smaller letters, nothing cut.
    const auto narrow = app::dateAppearance(app::printedDate(QDate(2026, 11, 23)), QSizeF(70, 18));
    QVERIFY(narrow.has_value());
    QVERIFY(MeasuredPages(*narrow).boxOf(text("ngày 23 tháng 11 năm 2026")).right() <= 70.6);
    QCOMPARE(app::numberAppearance(u"7"_s, QSizeF(2, 2)).error().code, u"layout-field-too-small"_s);
}

void LayoutTest::pictureAppearanceKeepsShapeAndTransparency() {
    const QByteArray signature = app::demoSignaturePicture(text("Trần Thị B"));
    const auto appearance = app::pictureAppearance(signature, 40, 16);
    QVERIFY(appearance.has_value());
    QVERIFY2(appearance->size() <= 8192, qPrintable(QString::number(appearance->size())));
    MeasuredPages page(*appearance);
    QVERIFY(qAbs(page.points(0).width() - 40 * millimetre) < 0.01);
    QVERIFY(qAbs(page.points(0).height() - 16 * millimetre) < 0.01);
    QVERIFY(appearance->contains("/SMask"));
    const QImage pixels = page.pixels(0, 254);
    int blue = 0;
    for (int y = 0; y < pixels.height(); ++y) {
        for (int x = 0; x < pixels.width(); ++x) {
            blue += qBlue(pixels.pixel(x, y)) > qRed(pixels.pixel(x, y)) + 60 ? 1 : 0;
        }
    }
    QVERIFY(blue > 1000);
    QCOMPARE(pixels.pixel(0, 0), qRgb(255, 255, 255));

    // A square picture in a wide field keeps its shape, in the middle.
    const auto seal = app::pictureAppearance(app::demoSealPicture(text("Sở Nội vụ")), QSizeF(200, 100));
    QVERIFY(seal.has_value());
    MeasuredPages sealPage(*seal);
    const QRectF red = redBox(sealPage);
    QVERIFY(qAbs(red.width() - red.height()) < 2 && qAbs(red.center().x() - 100) < 2);
}

void LayoutTest::badPicturesAreRefused_data() {
    QTest::addColumn<QByteArray>("png");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"layout-picture-unreadable"_s;
    QTest::newRow("no picture") << QByteArray("GIF89a no") << u"layout-picture-unreadable"_s;
    QTest::newRow("cut") << app::demoSealPicture(u"A"_s).left(500) << u"layout-picture-unreadable"_s;
    QImage large(2100, 2000, QImage::Format_Mono);
    large.fill(0);
    QByteArray huge;
    QBuffer buffer(&huge);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && large.save(&buffer, "png"));
    QTest::newRow("huge") << huge << u"layout-picture-too-large"_s;
}

void LayoutTest::badPicturesAreRefused() {
    QFETCH(const QByteArray, png);
    QFETCH(const QString, code);
    const auto appearance = app::pictureAppearance(png, 40, 16);
    QVERIFY(!appearance.has_value());
    QCOMPARE(appearance.error().code, code);
}

void LayoutTest::demoPicturesAreSmallAndTransparent() {
    QSet<QByteArray> seen;
    for (const char* name : {"Nguyễn Văn A", "Trần Thị B", "Lê Hoàng C"}) {
        const QByteArray png = app::demoSignaturePicture(text(name));
        QVERIFY(png.size() <= 8192 && !seen.contains(png));
        seen.insert(png);
        QCOMPARE(qAlpha(decoded(png).pixel(0, 0)), 0);
        QCOMPARE(decoded(png).size(), QSize(400, 160));
    }
    for (const char* name :
         {"Ủy ban nhân dân tỉnh Mẫu", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Mẫu", "Sở Y tế"}) {
        const QByteArray png = app::demoSealPicture(text(name));
        QVERIFY2(png.size() <= 8192, qPrintable(QString::number(png.size())));
        QVERIFY(!seen.contains(png));
        seen.insert(png);
        const QImage seal = decoded(png);
        QCOMPARE(qAlpha(seal.pixel(0, 0)), 0);
        QCOMPARE(seal.width(), seal.height());
    }
}

QTEST_MAIN(LayoutTest)
#include "layouttest.moc"
