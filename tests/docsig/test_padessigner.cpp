// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, numbers and signatures put into PDFs by incremental updates; other programs read the results.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "tests/docsig/handmadepdf.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

const PagePlace numberPlace{0, QRectF(100, 700, 40, 16)};
const PagePlace datePlace{0, QRectF(300, 700, 160, 16)};
const PagePlace leaderPlace{0, QRectF(330, 200, 113, 45)};
const PagePlace sealPlace{0, QRectF(266, 170, 102, 102)};

FlowFields flow() {
    return {{{u"LeaderSignature"_s, leaderPlace, {}},
             {u"SealSignature"_s, sealPlace, {u"DocumentNumber"_s, u"DocumentDate"_s}}},
            {{u"DocumentNumber"_s, numberPlace}, {u"DocumentDate"_s, datePlace}}};
}

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

} // namespace

class TestPadesSigner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theBytesBeforeStayAsTheyAre_data();
    void theBytesBeforeStayAsTheyAre();
    void otherProgramsAgree_data();
    void otherProgramsAgree();
    void fieldsAreEmptyThenFilled();
    void aFieldIsMadeWhereAPlaceIsGiven();
    void theSealLocksNumberAndDate();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void anyTruncationIsRefusedOrEqual();

private:
    QByteArray prepared(bool streams) const;
    QByteArray signedOnce(bool streams);

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    std::unique_ptr<SigningKey> m_leader;
    std::unique_ptr<SigningKey> m_seal;
};

void TestPadesSigner::initTestCase() {
    m_crypto.emplace();
    m_authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const auto open = [&](const DemoKey& key, const QString& name) {
        const QString path = m_folder.filePath(name);
        return key.writePkcs12(path, pin) ? openPkcs12(path, pin) : Result<std::unique_ptr<SigningKey>>(nullptr);
    };
    m_leader =
        open(m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value(), u"lãnh đạo.p12"_s)
            .value();
    m_seal = open(m_authority->issueSeal({u"Sở Mẫu"_s, u"H99.02"_s}).value(), u"con dấu.p12"_s).value();
    QVERIFY(m_leader && m_seal);
}

QByteArray TestPadesSigner::prepared(bool streams) const {
    return addFlowFields(streams ? handmade::pdfWithStreams() : handmade::pdfWithTable(), flow()).value();
}

QByteArray TestPadesSigner::signedOnce(bool streams) {
    SignRequest request;
    request.fieldName = u"LeaderSignature"_s;
    request.appearancePdf = handmade::appearance(113, 45);
    request.docMdpPermission = 2;
    request.claimedTime = QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600);
    return PadesSigner().sign(prepared(streams), request, *m_leader).value();
}

void TestPadesSigner::theBytesBeforeStayAsTheyAre_data() {
    QTest::addColumn<bool>("streams");
    QTest::newRow("cross-reference table") << false;
    QTest::newRow("cross-reference stream") << true;
}

void TestPadesSigner::theBytesBeforeStayAsTheyAre() {
    QFETCH(bool, streams);
    const QByteArray original = streams ? handmade::pdfWithStreams() : handmade::pdfWithTable();
    const QByteArray fields = prepared(streams);
    const QByteArray once = signedOnce(streams);
    QVERIFY(fields.startsWith(original) && fields.size() > original.size());
    QVERIFY(once.startsWith(fields) && once.size() > fields.size());
    const auto document = pdf::Document::open(once).value();
    QCOMPARE(document.sections().constFirst().isStream, streams);
    QCOMPARE(pdf::revisionEnds(document).size(), 3);
    QCOMPARE(pdf::revisionEnds(document).constLast(), once.size());
    QCOMPARE(pdf::certifiedPermission(document), 2);
}

void TestPadesSigner::otherProgramsAgree_data() {
    theBytesBeforeStayAsTheyAre_data();
}

void TestPadesSigner::otherProgramsAgree() {
    QFETCH(bool, streams);
    const QByteArray file = signedOnce(streams);
    const QString path = m_folder.filePath(u"đã ký.pdf"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
    out.close();
    if (!QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty()) {
        const Run judged = run(u"pdfsig"_s, {u"-nocert"_s, path});
        QVERIFY2(judged.out.contains(u"Signature is Valid"_s), qPrintable(judged.out));
        QVERIFY2(judged.out.contains(u"Total document signed"_s), qPrintable(judged.out));
        QVERIFY2(judged.out.contains(u"ETSI.CAdES.detached"_s), qPrintable(judged.out));
    }
    if (!QStandardPaths::findExecutable(u"qpdf"_s).isEmpty()) {
        const Run checked = run(u"qpdf"_s, {u"--check"_s, path});
        QVERIFY2(checked.exitCode == 0, qPrintable(checked.out));
    }
}

void TestPadesSigner::fieldsAreEmptyThenFilled() {
    const QByteArray once = signedOnce(false);
    const auto filled =
        fillFields(once, {{u"DocumentNumber"_s, u"07"_s, handmade::appearance(40, 16)},
                          {u"DocumentDate"_s, u"ngày 23 tháng 11 năm 2026"_s, handmade::appearance(160, 16)}});
    QVERIFY(filled && filled->startsWith(once));
    const auto fields = pdf::formFields(pdf::Document::open(*filled).value()).value();
    QCOMPARE(fields.size(), 4);
    QCOMPARE(pdf::textOf(*fields[0].value.asString()), u"07"_s);
    QCOMPARE(pdf::textOf(*fields[1].value.asString()), u"ngày 23 tháng 11 năm 2026"_s);
    QVERIFY(!filled->contains("NeedAppearances"));
    const auto missing = fillFields(once, {{u"Nothing"_s, u"1"_s, handmade::appearance(1, 1)}});
    QCOMPARE(missing.error().code, u"field-not-fillable"_s);
}

void TestPadesSigner::aFieldIsMadeWhereAPlaceIsGiven() {
    SignRequest request;
    request.fieldName = u"Initial1"_s;
    request.place = PagePlace{0, QRectF(40, 40, 30, 12)};
    const auto result = PadesSigner().sign(handmade::pdfWithTable(), request, *m_leader);
    QVERIFY(result);
    const pdf::Document document = pdf::Document::open(*result).value();
    const auto fields = pdf::formFields(document).value();
    QCOMPARE(pdf::signedFields(document, fields).size(), 1);
    QCOMPARE(fields.constFirst().name, u"Initial1"_s);
}

void TestPadesSigner::theSealLocksNumberAndDate() {
    const QByteArray numbered =
        fillFields(signedOnce(false), {{u"DocumentNumber"_s, u"07"_s, handmade::appearance(40, 16)}}).value();
    SignRequest request;
    request.fieldName = u"SealSignature"_s;
    request.appearancePdf = handmade::appearance(102, 102);
    request.applyFieldLock = true;
    const auto result = PadesSigner().sign(numbered, request, *m_seal);
    QVERIFY(result && result->startsWith(numbered));
    const QByteArray added = result->mid(numbered.size());
    QVERIFY(added.contains("/FieldMDP") && added.contains("/Action /Include") && added.contains("(DocumentNumber)"));
}

void TestPadesSigner::badFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray good = handmade::pdfWithTable();
    QTest::newRow("nothing") << QByteArray() << u"pdf-empty"_s;
    QTest::newRow("not a PDF") << QByteArray("Kính gửi các sở") << u"pdf-not-a-pdf"_s;
    QTest::newRow("bytes before") << QByteArray("x") + good << u"pdf-prepended-bytes"_s;
    QTest::newRow("cut") << good.left(good.size() / 2) << u"pdf-truncated"_s;
    QTest::newRow("table elsewhere") << QByteArray(good).replace("startxref\n", "startxref\n1") << u"pdf-broken"_s;
    QTest::newRow("encrypted") << QByteArray(good).replace("/Size 6", "/Size 6 /Encrypt 1 0 R") << u"pdf-encrypted"_s;
    QTest::newRow("certified, no changes") << handmade::certifiedPdf() << u"pdf-certified"_s;
}

void TestPadesSigner::badFilesAreRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    SignRequest request;
    request.fieldName = u"X"_s;
    request.place = leaderPlace;
    const auto result = PadesSigner().sign(file, request, *m_leader);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

void TestPadesSigner::badRequestsAreRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("permission");
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QString>("code");
    QTest::newRow("taken") << u"LeaderSignature"_s << 0 << -1 << QByteArray() << u"sign-field-taken"_s;
    QTest::newRow("a text field") << u"DocumentNumber"_s << 0 << -1 << QByteArray() << u"sign-field-unusable"_s;
    QTest::newRow("missing") << u"Nowhere"_s << 0 << -1 << QByteArray() << u"sign-field-missing"_s;
    QTest::newRow("page missing") << u"Nowhere"_s << 0 << 7 << QByteArray() << u"field-page-missing"_s;
    QTest::newRow("certify too late") << u"SealSignature"_s << 2 << -1 << QByteArray() << u"sign-certify-too-late"_s;
    QTest::newRow("other bytes") << u"SealSignature"_s << 0 << -1 << QByteArray(64, '0') << u"sign-other-bytes"_s;
}

void TestPadesSigner::badRequestsAreRefused() {
    QFETCH(QString, field);
    QFETCH(int, permission);
    QFETCH(int, page);
    QFETCH(QByteArray, shown);
    QFETCH(QString, code);
    SignRequest request;
    request.fieldName = field;
    request.docMdpPermission = permission;
    request.expectedSha256 = shown;
    if (page >= 0) {
        request.place = PagePlace{page, QRectF(0, 0, 10, 10)};
    }
    const auto result = PadesSigner().sign(signedOnce(false), request, *m_seal);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

void TestPadesSigner::anyTruncationIsRefusedOrEqual() {
    const QByteArray file = signedOnce(true);
    for (qsizetype length = 0; length < file.size(); length += 37) {
        const auto document = pdf::Document::open(file.left(length));
        if (document) {
            std::ignore = pdf::formFields(*document);
            std::ignore = document->pages();
        }
    }
    QVERIFY(pdf::Document::open(file));
}

QTEST_GUILESS_MAIN(TestPadesSigner)
#include "test_padessigner.moc"
