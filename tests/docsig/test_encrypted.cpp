// SPDX-License-Identifier: GPL-3.0-or-later
// Signed files that are encrypted and open without a password: judged as they open, in every way that the standard
// handler has; and never valid where it can't be seen what they hold. qpdf encrypts them before they are signed.
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "docsig/pdf/document.h"
#include "tests/docsig/attacks/workshop.h"
#include "tests/docsig/genuine/blob.h"
#include "tests/docsig/handmadepdf.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype reserve = 6000;

/// A page with a field and a signature whose value waits to be filled in; the numbers are as long as they will be.
QByteArray prepared() {
    const QByteArray widget = "<< /Type /Annot /Subtype /Widget /P 3 0 R ";
    QList<QByteArray> objects = handmade::onePage("/AcroForm 6 0 R /Metadata 10 0 R");
    objects[2] =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
        ">> >> /Annots [7 0 R 8 0 R] >>";
    objects << "<< /Fields [7 0 R 8 0 R] /SigFlags 3 /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 10 Tf 0 g) >>"
            << widget + "/FT /Tx /T (Amount) /V (100) /Rect [100 600 200 620] /F 4 >>"
            << widget + "/FT /Sig /T (First) /V 9 0 R /Rect [330 200 443 245] /F 132 >>"
            << "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20261125090000+07'00') "
               "/Reason (Duyet) /ByteRange [0 1000000001 1000000002 1000000003] /Contents <" +
                   QByteArray(2 * reserve, '0') + "> >>"
            << "<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\n<x/>\nendstream";
    return handmade::withTable(objects, "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ");
}

} // namespace

class TestEncrypted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesThatOpenAreJudged_data();
    void filesThatOpenAreJudged();
    void filesUnderAPasswordAreNotJudged();
    void updatesAreJudged();
    void anotherEncryptionAfterwardsIsNotFollowed_data();
    void anotherEncryptionAfterwardsIsNotFollowed();
    void nothingIsSigned();

private:
    [[nodiscard]] QByteArray encrypted(const QStringList& how, const QByteArray& file = prepared()) const;
    [[nodiscard]] QByteArray signedFile(const QStringList& how) const;

    std::optional<attacks::Workshop> m_workshop;
    std::optional<genuine::Signer> m_signer;
    QTemporaryDir m_folder;
};

namespace {

const QStringList strongest{u"--encrypt"_s, u""_s, u"owner"_s, u"256"_s, u"--"_s};

QStringList codesOf(const SignatureReport& report) {
    QStringList codes;
    for (const Finding& finding : report.findings) {
        codes << finding.code;
    }
    for (const SignatureResult& signature : report.signatures) {
        for (const Finding& finding : signature.findings) {
            codes << finding.code;
        }
    }
    return codes;
}

QByteArray turned(QByteArray file, qsizetype at) {
    file[at] = static_cast<char>(file[at] ^ 1);
    return file;
}

} // namespace

void TestEncrypted::initTestCase() {
    if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty()) {
        QSKIP("qpdf is not installed, which makes these files");
    }
    m_workshop.emplace();
    m_signer = genuine::makeSigner(m_workshop->authority(), genuine::KeyForm::P256);
}

QByteArray TestEncrypted::encrypted(const QStringList& how, const QByteArray& file) const {
    QFile in(m_folder.filePath(u"vào.pdf"_s));
    QFile out(m_folder.filePath(u"ra.pdf"_s));
    if (!in.open(QIODevice::WriteOnly) || in.write(file) != file.size()) {
        return {};
    }
    in.close();
    QProcess process;
    process.start(u"qpdf"_s, QStringList{u"--allow-weak-crypto"_s} + how + QStringList{in.fileName(), out.fileName()});
    const bool done = process.waitForFinished() && process.exitCode() == 0 && out.open(QIODevice::ReadOnly);
    return done ? out.readAll() : QByteArray();
}

QByteArray TestEncrypted::signedFile(const QStringList& how) const {
    QByteArray file = encrypted(how);
    const qsizetype begin = file.indexOf("/Contents <0000") + 10;
    const qsizetype end = file.indexOf('>', begin) + 1;
    const auto padded = [](qsizetype number) { return QByteArray::number(number).rightJustified(10, '0'); };
    file.replace("1000000001", padded(begin)).replace("1000000002", padded(end));
    file.replace("1000000003", padded(file.size() - end));
    genuine::Manner manner;
    manner.value = genuine::Value::Ecdsa;
    const QByteArray blob = genuine::blob(*m_signer, file.first(begin) + file.sliced(end), manner);
    return file.replace(begin + 1, 2 * blob.size(), blob.toHex());
}

void TestEncrypted::filesThatOpenAreJudged_data() {
    QTest::addColumn<QStringList>("how");
    const auto row = [](const char* name, const QString& options) { QTest::newRow(name) << options.split(u' '); };
    row("RC4 of 40 bits", u"--encrypt  owner 40 --"_s);
    row("RC4 of 128 bits", u"--encrypt  owner 128 --use-aes=n --"_s);
    row("RC4 by a crypt filter", u"--encrypt  owner 128 --force-V4 --use-aes=n --"_s);
    row("RC4, readable metadata", u"--encrypt  owner 128 --use-aes=n --cleartext-metadata --"_s);
    row("AESV2", u"--encrypt  owner 128 --use-aes=y --"_s);
    row("AESV2, readable metadata", u"--encrypt  owner 128 --use-aes=y --cleartext-metadata --"_s);
    row("AESV3, revision 5", u"--encrypt  owner 256 --force-R5 --"_s);
    row("AESV3", u"--encrypt  owner 256 --"_s);
    row("AESV3, readable metadata", u"--encrypt  owner 256 --cleartext-metadata --"_s);
    row("AESV2, object streams", u"--object-streams=generate --encrypt  owner 128 --use-aes=y --"_s);
    row("AESV3, object streams", u"--object-streams=generate --encrypt  owner 256 --"_s);
    row("RC4, object streams", u"--object-streams=generate --encrypt  owner 128 --use-aes=n --"_s);
}

void TestEncrypted::filesThatOpenAreJudged() {
    QFETCH(QStringList, how);
    const QByteArray file = signedFile(how);
    QVERIFY(file.contains("/Encrypt"));
    const SignatureReport report = m_workshop->verified(file);
    QVERIFY2(report.verdict == Verdict::Valid, qPrintable(codesOf(report).join(u' ')));
    QVERIFY(codesOf(report).contains(u"encrypted-opened"));
    QCOMPARE(report.pageCount, 1);
    QCOMPARE(report.signatures.size(), 1);
    QCOMPARE(report.signatures.constFirst().fieldName, u"First"_s);
    QCOMPARE(report.signatures.constFirst().reason, u"Duyet"_s);
    QCOMPARE(report.fieldValues.value(u"Amount"_s), u"100"_s);
    const SignatureReport changed = m_workshop->verified(turned(file, file.indexOf("stream\n") + 9));
    QVERIFY2(changed.verdict == Verdict::Invalid || changed.verdict == Verdict::Unreadable,
             qPrintable(codesOf(changed).join(u' ')));
}

void TestEncrypted::filesUnderAPasswordAreNotJudged() {
    const QByteArray file = signedFile({u"--encrypt"_s, u"bí mật"_s, u"owner"_s, u"256"_s, u"--"_s});
    const SignatureReport report = m_workshop->verified(file);
    QCOMPARE(report.verdict, Verdict::Unreadable);
    QVERIFY(codesOf(report).contains(u"encrypted-not-judged"));
}

void TestEncrypted::updatesAreJudged() {
    const QByteArray file = signedFile(strongest);
    const pdf::Document document = pdf::Document::open(file).value();
    const QByteArray root = document.trailer().value("Root").toPdf();
    const QByteArray encrypt = document.trailer().value("Encrypt").toPdf();
    const QByteArray keys = "/Root " + root + " /Encrypt " + encrypt + " /ID " + document.trailer().value("ID").toPdf();
    const int catalog = document.catalogReference()->number;
    pdf::Dictionary entries = document.object(catalog).dictionary();
    entries.insert("DSS", pdf::Value(pdf::Dictionary{{"Certs", pdf::Value(pdf::Array{})}}));
    const SignatureReport evident =
        m_workshop->verified(handmade::revised(file, {{catalog, pdf::Value(entries).toPdf()}}, {}, keys));
    QVERIFY2(evident.verdict == Verdict::Valid, qPrintable(codesOf(evident).join(u' ')));
    QVERIFY(codesOf(evident).contains(u"revision-evidence"));
    const int page = document.pages()->constFirst();
    pdf::Dictionary elsewhere = document.object(page).dictionary();
    elsewhere.remove("Contents");
    const SignatureReport emptied =
        m_workshop->verified(handmade::revised(file, {{page, pdf::Value(elsewhere).toPdf()}}, {}, keys));
    QCOMPARE(emptied.verdict, Verdict::Invalid);
}

void TestEncrypted::anotherEncryptionAfterwardsIsNotFollowed_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("none any more") << QByteArray("none");
    QTest::newRow("another dictionary") << QByteArray("direct");
    QTest::newRow("another identifier") << QByteArray("identifier");
    QTest::newRow("the dictionary rewritten") << QByteArray("rewritten");
}

void TestEncrypted::anotherEncryptionAfterwardsIsNotFollowed() {
    QFETCH(QByteArray, change);
    const QByteArray file = signedFile(strongest);
    const pdf::Document document = pdf::Document::open(file).value();
    const pdf::Value encrypt = document.trailer().value("Encrypt");
    const QByteArray dictionary = document.resolve(encrypt).toPdf();
    QByteArray keys = "/Root " + document.trailer().value("Root").toPdf();
    keys += change == "none" ? QByteArray() : " /Encrypt " + (change == "direct" ? dictionary : encrypt.toPdf());
    keys += change == "identifier" ? QByteArray(" /ID [<00> <00>]") : " /ID " + document.trailer().value("ID").toPdf();
    QList<std::pair<int, QByteArray>> objects;
    if (change == "rewritten") {
        objects << std::pair(encrypt.asReference()->number, dictionary);
    }
    const SignatureReport report = m_workshop->verified(handmade::revised(file, objects, {}, keys));
    QVERIFY2(report.verdict != Verdict::Valid, qPrintable(codesOf(report).join(u' ')));
}

void TestEncrypted::nothingIsSigned() {
    const auto key = m_workshop->authority().issuePerson({u"Lê Văn C"_s, {}, u"Sở Mẫu"_s}).value();
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    QVERIFY(key.writePkcs12(path, Pin::fromUtf8("1")));
    const auto opened = openPkcs12(path, Pin::fromUtf8("1")).value();
    SignRequest request;
    request.fieldName = u"Second"_s;
    const auto again = PadesSigner().sign(signedFile(strongest), request, *opened);
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"pdf-encrypted"_s);
}

QTEST_GUILESS_MAIN(TestEncrypted)
#include "test_encrypted.moc"
