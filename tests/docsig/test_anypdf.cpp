// SPDX-License-Identifier: GPL-3.0-or-later
// Any PDF that can be read is signed where a person sees it, upright, and is valid for us and for other programs.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/pageboxes.h"
#include "tests/docsig/oddpdfs.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

const QRectF place(40, 60, 113, 45);

struct Run {
    int exitCode = -1;
    QString out;
};

Run run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

bool installed(const QString& program) {
    return !QStandardPaths::findExecutable(program).isEmpty();
}

QList<double> numbersOf(const pdf::Document& document, const pdf::Value& value) {
    QList<double> numbers;
    for (const pdf::Value& entry : document.resolve(value).array()) {
        numbers << document.resolve(entry).asNumber().value_or(0);
    }
    return numbers;
}

QByteArray withDictionary(const QByteArray& keys) {
    return handmade::pdfWithPage(keys);
}

} // namespace

class TestAnyPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void placesAreMeasuredAsShown_data();
    void placesAreMeasuredAsShown();
    void pagesWithOddBoxesAreShownAsReadersDo_data();
    void pagesWithOddBoxesAreShownAsReadersDo();
    void everyFormOfFileIsSigned_data();
    void everyFormOfFileIsSigned();
    void picturesStandUprightOnTurnedPages_data();
    void picturesStandUprightOnTurnedPages();
    void annotationsStayOnTheirPages();
    void fieldsOfOtherMakersAreSignedAndFilled_data();
    void fieldsOfOtherMakersAreSignedAndFilled();
    void fieldsThatCannotTakeAValueAreRefused_data();
    void fieldsThatCannotTakeAValueAreRefused();

private:
    [[nodiscard]] QByteArray signedAt(const QByteArray& file, const PagePlace& where) const;
    [[nodiscard]] QByteArray signedIn(const QByteArray& file, const QString& field) const;
    [[nodiscard]] SignatureReport judged(const QByteArray& file) const;
    void compareWithOtherPrograms(const QByteArray& file, bool askPoppler = true) const;
    [[nodiscard]] QByteArray rewritten(const QByteArray& file, const QStringList& options) const;

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    std::optional<TrustStore> m_trust;
    std::unique_ptr<SigningKey> m_key;
};

void TestAnyPdf::initTestCase() {
    m_crypto.emplace();
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    QVERIFY(authority.issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s})->writePkcs12(path, pin));
    m_key = openPkcs12(path, pin).value();
    QVERIFY(authority.writeTrustFolder(m_folder.filePath(u"tin cậy"_s)));
    m_trust = TrustStore::load(m_folder.filePath(u"tin cậy"_s)).value();
}

QByteArray TestAnyPdf::signedAt(const QByteArray& file, const PagePlace& where) const {
    SignRequest request;
    request.fieldName = u"Signature"_s;
    request.place = where;
    request.appearancePdf = handmade::appearance(113, 45);
    request.claimedTime = QDateTime::currentDateTimeUtc();
    const auto result = PadesSigner().sign(file, request, *m_key);
    return result ? *result : result.error().code.toLatin1();
}

QByteArray TestAnyPdf::signedIn(const QByteArray& file, const QString& field) const {
    SignRequest request;
    request.fieldName = field;
    request.appearancePdf = handmade::appearance(113, 45);
    request.claimedTime = QDateTime::currentDateTimeUtc();
    const auto result = PadesSigner().sign(file, request, *m_key);
    return result ? *result : result.error().code.toLatin1();
}

SignatureReport TestAnyPdf::judged(const QByteArray& file) const {
    return PadesVerifier(*m_trust).verify(file, {});
}

/// By qpdf, which writes what we do not: linearised files, packed objects, predictors. Empty where it is not installed.
QByteArray TestAnyPdf::rewritten(const QByteArray& file, const QStringList& options) const {
    if (!installed(u"qpdf"_s)) {
        return {};
    }
    QFile in(m_folder.filePath(u"vào.pdf"_s));
    QFile out(m_folder.filePath(u"ra.pdf"_s));
    if (!in.open(QIODevice::WriteOnly) || in.write(file) != file.size()) {
        return {};
    }
    in.close();
    run(u"qpdf"_s, options + QStringList{in.fileName(), out.fileName()});
    return out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
}

void TestAnyPdf::compareWithOtherPrograms(const QByteArray& file, bool askPoppler) const {
    const QString path = m_folder.filePath(u"đã ký.pdf"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
    out.close();
    if (askPoppler && installed(u"pdfsig"_s)) {
        const Run told = run(u"pdfsig"_s, {u"-nocert"_s, path});
        QVERIFY2(told.out.contains(u"Signature is Valid"_s), qPrintable(told.out));
        QVERIFY2(told.out.contains(u"Total document signed"_s), qPrintable(told.out));
    }
    if (installed(u"qpdf"_s)) {
        const Run checked = run(u"qpdf"_s, {u"--check"_s, path});
        QVERIFY2(checked.exitCode == 0, qPrintable(checked.out));
    }
}

void TestAnyPdf::placesAreMeasuredAsShown_data() {
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QRectF>("rect"); // of a place 10 from the left, 20 from below, 30 wide, 40 high
    const auto keys = [](const char* more) { return QByteArray("/MediaBox [0 0 600 800] ") + more; };
    QTest::newRow("upright") << keys("") << QSizeF(600, 800) << QRectF(10, 20, 30, 40);
    QTest::newRow("90") << keys("/Rotate 90") << QSizeF(800, 600) << QRectF(540, 10, 40, 30);
    QTest::newRow("180") << keys("/Rotate 180") << QSizeF(600, 800) << QRectF(560, 740, 30, 40);
    QTest::newRow("270") << keys("/Rotate 270") << QSizeF(800, 600) << QRectF(20, 760, 40, 30);
    QTest::newRow("-90") << keys("/Rotate -90") << QSizeF(800, 600) << QRectF(20, 760, 40, 30);
    QTest::newRow("cropped") << keys("/CropBox [100 50 500 750]") << QSizeF(400, 700) << QRectF(110, 70, 30, 40);
    QTest::newRow("cropped, 90") << keys("/CropBox [100 50 500 750] /Rotate 90") << QSizeF(700, 400)
                                 << QRectF(440, 60, 40, 30);
    QTest::newRow("cropped, 270") << keys("/CropBox [100 50 500 750] /Rotate 270") << QSizeF(700, 400)
                                  << QRectF(120, 710, 40, 30);
    QTest::newRow("origin elsewhere") << QByteArray("/MediaBox [-300 -400 300 400]") << QSizeF(600, 800)
                                      << QRectF(-290, -380, 30, 40);
    QTest::newRow("a unit of two points")
        << keys("/UserUnit 2 /Rotate 90") << QSizeF(1600, 1200) << QRectF(570, 5, 20, 15);
}

void TestAnyPdf::placesAreMeasuredAsShown() {
    QFETCH(QByteArray, keys);
    QFETCH(QSizeF, size);
    QFETCH(QRectF, rect);
    const auto document = pdf::Document::open(withDictionary(keys)).value();
    const pdf::ShownPage page = pdf::shownPage(document, document.pages()->constFirst());
    const QRectF shown(10, 20, 30, 40);
    QCOMPARE(page.size(), size);
    QCOMPARE(page.toUserSpace(shown), rect);
    QCOMPARE(page.toShown(rect), shown);
    QCOMPARE(page.flipped(shown), QRectF(10, size.height() - 60, 30, 40));
    QCOMPARE(page.flipped(page.flipped(shown)), shown);
    // What is asked for is what the report tells.
    const SignatureReport report = judged(signedAt(document.bytes(), {0, shown}));
    QCOMPARE(report.verdict, Verdict::Valid);
    QCOMPARE(report.signatures.constFirst().page, 0);
    QCOMPARE(report.signatures.constFirst().rect, shown);
}

void TestAnyPdf::pagesWithOddBoxesAreShownAsReadersDo_data() {
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("inherited");
    QTest::addColumn<pdf::ShownPage>("shown");
    const QRectF a4(0, 0, 595, 842);
    QTest::newRow("all inherited") << QByteArray() << QByteArray("/MediaBox [0 0 595 842] /Rotate 90")
                                   << pdf::ShownPage{a4, 90, 1};
    QTest::newRow("own before inherited") << QByteArray("/Rotate 0 /MediaBox [0 0 595 842]")
                                          << QByteArray("/Rotate 90 /MediaBox [0 0 10 10]") << pdf::ShownPage{a4, 0, 1};
    QTest::newRow("corners in another order")
        << QByteArray("/MediaBox [595 842 0 0]") << QByteArray() << pdf::ShownPage{a4, 0, 1};
    QTest::newRow("crop larger than the page")
        << QByteArray("/MediaBox [0 0 595 842] /CropBox [-10 -10 900 900]") << QByteArray() << pdf::ShownPage{a4, 0, 1};
    QTest::newRow("crop outside of the page")
        << QByteArray("/MediaBox [0 0 595 842] /CropBox [900 900 950 950]") << QByteArray() << pdf::ShownPage{a4, 0, 1};
    QTest::newRow("no box at all") << QByteArray() << QByteArray() << pdf::ShownPage{{0, 0, 612, 792}, 0, 1};
    QTest::newRow("rotation that is none")
        << QByteArray("/MediaBox [0 0 595 842] /Rotate 45") << QByteArray() << pdf::ShownPage{a4, 0, 1};
    QTest::newRow("unit that is none") << QByteArray("/MediaBox [0 0 595 842] /UserUnit -3") << QByteArray()
                                       << pdf::ShownPage{a4, 0, 1};
}

void TestAnyPdf::pagesWithOddBoxesAreShownAsReadersDo() {
    QFETCH(QByteArray, keys);
    QFETCH(QByteArray, inherited);
    QFETCH(pdf::ShownPage, shown);
    const auto document = pdf::Document::open(handmade::pdfWithPage(keys, inherited)).value();
    QCOMPARE(pdf::shownPage(document, document.pages()->constFirst()), shown);
}

void TestAnyPdf::everyFormOfFileIsSigned_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("page");
    const QByteArray many = handmade::pdfWithPages(120);
    QTest::newRow("table") << handmade::pdfWithTable() << 0;
    QTest::newRow("streams") << handmade::pdfWithStreams() << 0;
    QTest::newRow("hybrid") << handmade::hybridPdf() << 0;
    QTest::newRow("120 pages, the last") << many << 119;
    QTest::newRow("2,000 pages, the last") << handmade::pdfWithPages(2000) << 1999;
    QTest::newRow("2,000 pages, the middle") << handmade::pdfWithPages(2000) << 1000;
    QTest::newRow("linearised, first page") << rewritten(many, {u"--linearize"_s}) << 0;
    QTest::newRow("linearised, last page") << rewritten(many, {u"--linearize"_s}) << 119;
    QTest::newRow("linearised, packed") << rewritten(many, {u"--linearize"_s, u"--object-streams=generate"_s}) << 5;
    QTest::newRow("packed") << rewritten(many, {u"--object-streams=generate"_s}) << 60;
    QTest::newRow("signed before") << signedIn(handmade::pdfWithForm(true), u"form.signer"_s) << 0;
    QTest::newRow("form") << handmade::pdfWithForm(false) << 0;
    QTest::newRow("form of its own object") << handmade::pdfWithForm(true) << 0;
    QTest::newRow("annotations shared") << handmade::pdfWithSharedAnnotations() << 1;
    QTest::newRow("turned and cropped") << withDictionary(
                                               "/MediaBox [0 0 600 800] /CropBox [100 50 500 750] /Rotate 270")
                                        << 0;
}

void TestAnyPdf::everyFormOfFileIsSigned() {
    QFETCH(QByteArray, file);
    QFETCH(int, page);
    if (file.isEmpty()) {
        QSKIP("qpdf is not installed, which makes this file");
    }
    const QByteArray result = signedAt(file, {page, place});
    QVERIFY2(result.startsWith(file) && result.size() > file.size(), result.left(60).constData());
    const SignatureReport report = judged(result);
    QCOMPARE(report.verdict, Verdict::Valid);
    QCOMPARE(report.signatures.constLast().page, page);
    QVERIFY(report.signatures.constLast().coversWholeFile);
    compareWithOtherPrograms(result);
}

void TestAnyPdf::picturesStandUprightOnTurnedPages_data() {
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("before"); // the field is there before it is signed
    for (const bool before : {false, true}) {
        for (const int rotation : {0, 90, 180, 270}) {
            QTest::addRow("%d, %s", rotation, before ? "reserved" : "new") << rotation << before;
        }
    }
}

void TestAnyPdf::picturesStandUprightOnTurnedPages() {
    QFETCH(int, rotation);
    QFETCH(bool, before);
    const QByteArray plain = withDictionary("/MediaBox [0 0 600 800] /Rotate " + QByteArray::number(rotation));
    const PagePlace where{0, place};
    QByteArray file;
    if (before) {
        file = signedIn(addFlowFields(plain, {{{u"Signature"_s, where, {}}}, {}}).value(), u"Signature"_s);
    } else {
        file = signedAt(plain, where);
    }
    const auto document = pdf::Document::open(file).value();
    const auto fields = pdf::formFields(document).value();
    const pdf::Dictionary widget = fields.constFirst().dictionary;
    const pdf::Value normal = document.get(widget, "AP").dictionary().value("N");
    const pdf::Dictionary form = document.resolve(normal).dictionary();
    const QList<double> matrix =
        form.contains("Matrix") ? numbersOf(document, form.value("Matrix")) : QList<double>{1, 0, 0, 1, 0, 0};
    // ISO 32000-1 §12.5.5: the box is turned by the matrix, then fitted into the rectangle.
    const QTransform turned(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]);
    const QRectF box = turned.mapRect(pdf::rectangleOf(document, form.value("BBox")));
    const pdf::ShownPage page = pdf::shownPage(document, document.pages()->constFirst());
    const QRectF rect = pdf::rectangleOf(document, widget.value("Rect"));
    QCOMPARE(box.topLeft(), QPointF(0, 0));
    QCOMPARE(box.size(), rect.size()); // nothing is stretched
    const auto shown = [&](QPointF ofForm) {
        const QPointF at = turned.map(ofForm) - box.topLeft() + rect.topLeft();
        return page.toShown(QRectF(at, QSizeF(0, 0))).topLeft();
    };
    QCOMPARE(shown({0, 0}), place.topLeft());
    QCOMPARE(shown({113, 0}), place.topRight());
    QCOMPARE(shown({0, 45}), place.bottomLeft());
}

void TestAnyPdf::annotationsStayOnTheirPages() {
    const QByteArray file = signedAt(handmade::pdfWithSharedAnnotations(), {1, place});
    const auto document = pdf::Document::open(file).value();
    const auto listOn = [&](qsizetype page) {
        return document.get(document.object(document.pages()->at(page)).dictionary(), "Annots").array().size();
    };
    QCOMPARE(listOn(0), 1);
    QCOMPARE(listOn(1), 2);
}

void TestAnyPdf::fieldsOfOtherMakersAreSignedAndFilled_data() {
    QTest::addColumn<bool>("indirect");
    QTest::newRow("form in the catalog") << false;
    QTest::newRow("form of its own object") << true;
}

void TestAnyPdf::fieldsOfOtherMakersAreSignedAndFilled() {
    QFETCH(bool, indirect);
    const QByteArray plain = handmade::pdfWithForm(indirect);
    const QByteArray filled =
        fillFields(plain, {{u"form.name"_s, u"Nguyễn Văn Cam"_s, handmade::appearance(200, 20)}}).value();
    const QByteArray file = signedIn(filled, u"form.signer"_s);
    QVERIFY2(file.startsWith(filled), file.left(60).constData());
    const SignatureReport report = judged(file);
    QCOMPARE(report.verdict, Verdict::Valid);
    QCOMPARE(report.signatures.constFirst().page, 0); // told by the page's list alone
    QCOMPARE(report.signatures.constFirst().rect, QRectF(330, 200, 113, 45));
    QCOMPARE(report.fieldValues.value(u"form.name"_s), u"Nguyễn Văn Cam"_s);
    const auto document = pdf::Document::open(file).value();
    const pdf::Dictionary form = document.get(document.catalog(), "AcroForm").dictionary();
    QVERIFY(form.contains("DR") && form.contains("DA") && !form.contains("NeedAppearances"));
    QCOMPARE(document.get(form, "SigFlags").asInteger().value_or(0), 3);
    // The picture lies in the widget, which stands apart from its field, and the page needs no change.
    QVERIFY(document.object(12).dictionary().contains("AP") && !document.object(11).dictionary().contains("AP"));
    compareWithOtherPrograms(file, false); // Poppler looks for /V in the widget alone
}

void TestAnyPdf::fieldsThatCannotTakeAValueAreRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray two =
        handmade::pdfWithForm(true).replace("/FT /Sig /Kids [12 0 R]", "/FT /Sig /Kids [12 0 R 12 0 R]");
    QTest::newRow("two widgets") << rewritten(two, {}) << u"field-widgets-unusable"_s;
    QList<QByteArray> direct = handmade::onePage("/AcroForm << /Fields [<< /T (form.signer) /FT /Sig >>] >>");
    QTest::newRow("field that is no object") << handmade::withTable(direct) << u"field-widgets-unusable"_s;
    direct = handmade::onePage();
    direct[1] = "<< /Type /Pages /Count 1 /Kids [<< /Type /Page /MediaBox [0 0 595 842] >>] >>";
    QTest::newRow("page that is no object") << handmade::withTable(direct) << u"field-page-not-own"_s;
}

void TestAnyPdf::fieldsThatCannotTakeAValueAreRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    if (file.isEmpty()) {
        QSKIP("qpdf is not installed, which makes this file");
    }
    SignRequest request;
    request.fieldName = u"form.signer"_s;
    request.place = PagePlace{0, place};
    const auto result = PadesSigner().sign(file, request, *m_key);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

QTEST_GUILESS_MAIN(TestAnyPdf)
#include "test_anypdf.moc"
