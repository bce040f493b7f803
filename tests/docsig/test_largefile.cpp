// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are too large for the memory: signed and judged from the disk, written beside their place.
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/entries.h"
#include "docsig/pdf/filebytes.h"
#include "tests/docsig/oddpdfs.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sha256Of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A file with a page and a stream of so many bytes that nothing leads to.
QByteArray heavyPdf(qsizetype size) {
    QList<QByteArray> objects = handmade::onePage();
    objects << handmade::stream(QByteArray(size, 'x'));
    return handmade::withTable(objects);
}

} // namespace

class TestLargeFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFileIsSignedBesideItsPlace_data();
    void aFileIsSignedBesideItsPlace();
    void severalSignaturesFollowEachOther();
    void aFileMayTakeItsOwnPlace();
    void nothingStaysBehindWhereItIsRefused_data();
    void nothingStaysBehindWhereItIsRefused();
    void moreThanTwoGibibytesAreRefusedInWords();
    void aChangedByteIsSeenOnTheDisk();
    void entriesAreSortedHoweverTheyCome();

private:
    [[nodiscard]] SignRequest request(const QString& field = u"Signature"_s) const;
    [[nodiscard]] SignatureReport judged(const QString& path) const;
    bool write(const QString& path, const QByteArray& bytes) const;

    std::optional<CryptoRuntime> m_crypto;
    QTemporaryDir m_keys;
    std::optional<QTemporaryDir> m_folder;
    std::optional<TrustStore> m_trust;
    std::unique_ptr<SigningKey> m_key;
};

void TestLargeFile::initTestCase() {
    m_crypto.emplace();
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
    const Pin pin = Pin::fromString(u"mã thử"_s);
    const QString path = m_keys.filePath(u"khóa.p12"_s);
    QVERIFY(authority.issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s})->writePkcs12(path, pin));
    m_key = openPkcs12(path, pin).value();
    QVERIFY(authority.writeTrustFolder(m_keys.filePath(u"tin cậy"_s)));
    m_trust = TrustStore::load(m_keys.filePath(u"tin cậy"_s)).value();
}

void TestLargeFile::init() {
    m_folder.emplace();
}

SignRequest TestLargeFile::request(const QString& field) const {
    SignRequest request;
    request.fieldName = field;
    request.place = PagePlace{0, QRectF(40, 60, 113, 45)};
    request.appearancePdf = handmade::appearance(113, 45);
    return request;
}

SignatureReport TestLargeFile::judged(const QString& path) const {
    return PadesVerifier(*m_trust).verify(pdf::FileBytes::open(path).value(), {});
}

bool TestLargeFile::write(const QString& path, const QByteArray& bytes) const {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void TestLargeFile::aFileIsSignedBesideItsPlace_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Digest>("digest");
    QTest::newRow("small") << handmade::pdfWithTable() << Digest::Sha256;
    QTest::newRow("streams, SHA-512") << handmade::pdfWithStreams() << Digest::Sha512;
    QTest::newRow("hybrid, SHA-384") << handmade::hybridPdf() << Digest::Sha384;
    QTest::newRow("many pieces") << heavyPdf(17'000'001) << Digest::Sha256;
}

void TestLargeFile::aFileIsSignedBesideItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(Digest, digest);
    const QString input = m_folder->filePath(u"vào.pdf"_s);
    const QString output = m_folder->filePath(u"đã ký.pdf"_s);
    QVERIFY(write(input, file));
    SignRequest wanted = request();
    wanted.digest = digest;
    wanted.expectedSha256 = sha256Of(file);
    const auto written = PadesSigner().signFile(input, output, wanted, *m_key);
    QVERIFY2(written, written ? "" : qPrintable(written.error().code));
    const QByteArray result = contentOf(output);
    QVERIFY(result.startsWith(file) && result.size() > file.size());
    QCOMPARE(written->size, result.size());
    QCOMPARE(written->sha256, sha256Of(result));
    QCOMPARE(contentOf(input), file);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    // From the disk and from the memory the same is told.
    const SignatureReport fromDisk = judged(output);
    QCOMPARE(fromDisk.verdict, Verdict::Valid);
    QVERIFY(fromDisk.signatures.constFirst().coversWholeFile);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(PadesVerifier(*m_trust).verify(result, {now, false}) ==
            PadesVerifier(*m_trust).verify(pdf::FileBytes::open(output).value(), {now, false}));
    // And what is signed in memory has the same length and parts.
    const auto inMemory = PadesSigner().sign(file, wanted, *m_key);
    QVERIFY(inMemory && inMemory->size() == result.size());
}

void TestLargeFile::severalSignaturesFollowEachOther() {
    QString path = m_folder->filePath(u"0.pdf"_s);
    QVERIFY(write(path, heavyPdf(5'000'000)));
    for (int round = 1; round <= 3; ++round) {
        const QString next = m_folder->filePath(u"%1.pdf"_s.arg(round));
        QVERIFY(PadesSigner().signFile(path, next, request(u"Signature%1"_s.arg(round)), *m_key));
        path = next;
    }
    const SignatureReport report = judged(path);
    QCOMPARE(report.verdict, Verdict::Valid);
    QCOMPARE(report.signatures.size(), 3);
    QCOMPARE(report.revisions.size(), 4);
}

void TestLargeFile::aFileMayTakeItsOwnPlace() {
    const QString path = m_folder->filePath(u"văn bản.pdf"_s);
    const QByteArray file = heavyPdf(3'000'000);
    QVERIFY(write(path, file));
    QVERIFY(PadesSigner().signFile(path, path, request(), *m_key));
    QVERIFY(contentOf(path).startsWith(file));
    QCOMPARE(judged(path).verdict, Verdict::Valid);
}

void TestLargeFile::nothingStaysBehindWhereItIsRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("code");
    const QByteArray good = handmade::pdfWithTable();
    const QString output = u"đã ký.pdf"_s;
    QTest::newRow("empty") << QByteArray() << QByteArray() << output << u"pdf-empty"_s;
    QTest::newRow("no PDF") << QByteArray("Kính gửi") << QByteArray() << output << u"pdf-not-a-pdf"_s;
    QTest::newRow("other bytes than shown") << good << QByteArray(64, '0') << output << u"sign-other-bytes"_s;
    QTest::newRow("encrypted") << QByteArray(good).replace("/Size 6", "/Size 6 /Encrypt 1 0 R") << QByteArray()
                               << output << u"pdf-encrypted"_s;
    QTest::newRow("no such folder") << good << QByteArray() << u"không có/đã ký.pdf"_s << u"pdf-file-unwritable"_s;
}

void TestLargeFile::nothingStaysBehindWhereItIsRefused() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, shown);
    QFETCH(QString, output);
    QFETCH(QString, code);
    const QString input = m_folder->filePath(u"vào.pdf"_s);
    QVERIFY(write(input, file));
    SignRequest wanted = request();
    wanted.expectedSha256 = shown;
    const auto result = PadesSigner().signFile(input, m_folder->filePath(output), wanted, *m_key);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"vào.pdf"_s});
    const QString missing = m_folder->filePath(u"không có.pdf"_s);
    QCOMPARE(PadesSigner().signFile(missing, missing, request(), *m_key).error().code, u"pdf-file-unreadable"_s);
}

void TestLargeFile::moreThanTwoGibibytesAreRefusedInWords() {
    const QString path = m_folder->filePath(u"lớn.pdf"_s);
    QVERIFY(write(path, handmade::pdfWithTable()));
    QVERIFY(QFile::resize(path, 3LL << 30)); // a hole: it takes no room on the disk
    const auto result = PadesSigner().signFile(path, m_folder->filePath(u"đã ký.pdf"_s), request(), *m_key);
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"pdf-too-large"_s);
    QCOMPARE(pdf::FileBytes::open(path).error().code, u"pdf-too-large"_s);
}

void TestLargeFile::aChangedByteIsSeenOnTheDisk() {
    const QString input = m_folder->filePath(u"vào.pdf"_s);
    const QString output = m_folder->filePath(u"đã ký.pdf"_s);
    QVERIFY(write(input, heavyPdf(9'000'000)));
    QVERIFY(PadesSigner().signFile(input, output, request(), *m_key));
    const QByteArray good = contentOf(output);
    for (const qsizetype at : {qsizetype(8'500'000), qsizetype(4 << 20), qsizetype((4 << 20) - 1), qsizetype(1000)}) {
        QByteArray changed = good;
        changed[at] = 'y';
        QVERIFY(changed != good && write(output, changed));
        QCOMPARE(judged(output).verdict, Verdict::Invalid);
    }
}

void TestLargeFile::entriesAreSortedHoweverTheyCome() {
    using Kind = pdf::Entry::Kind;
    pdf::Entries entries;
    for (const int number : {5, 9, 2, 7, 12, 1}) {
        entries.insert(number, {Kind::InFile, number * 10, 0});
    }
    entries.insert(7, {Kind::InFile, 71, 0}); // waits aside
    entries.insert(9, {Kind::InFile, 91, 0}); // is in the list
    QCOMPARE(entries.value(7).place, 71);
    QVERIFY(entries.contains(1) && !entries.contains(3));
    entries.settle();
    QList<int> numbers;
    for (auto entry = entries.constBegin(); entry != entries.constEnd(); ++entry) {
        numbers << entry.key();
    }
    QCOMPARE(numbers, (QList<int>{1, 2, 5, 7, 9, 12}));
    QCOMPARE(entries.value(7).place, 71);
    QCOMPARE(entries.value(9).place, 91);
    QCOMPARE(entries.lastKey(), 12);
    QCOMPARE(entries.value(3).kind, Kind::Free);
    pdf::Entries older;
    older.insert(2, {Kind::InFile, 999, 0});
    older.insert(3, {Kind::InFile, 30, 0});
    const pdf::Entries both = pdf::Entries::merged({entries, older});
    QCOMPARE(both.size(), 7);
    QCOMPARE(both.value(2).place, 20);
    QCOMPARE(both.value(3).place, 30);
}

QTEST_GUILESS_MAIN(TestLargeFile)
#include "test_largefile.moc"
