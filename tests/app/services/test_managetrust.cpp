// SPDX-License-Identifier: GPL-3.0-or-later
// The trust store that the office manages: what files bring, what is refused, what stays.
#include "app/services/managetrust.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/trust/truststore.h"
#include "tests/support/congvanctl.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/pkcs7.h>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using docsig::TrustItem;

namespace {

QByteArray pem(const QByteArray& label, const QByteArray& der) {
    QByteArray text = "-----BEGIN " + label + "-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 64) {
        text += base64.mid(at, 64) + '\n';
    }
    return text + "-----END " + label + "-----\n";
}

/// A PKCS#7 bag without a signature: how authorities hand out chains.
QByteArray bag(const QList<QByteArray>& certificates, const QByteArray& list) {
    PKCS7* bag = PKCS7_new();
    PKCS7_set_type(bag, NID_pkcs7_signed);
    PKCS7_content_new(bag, NID_pkcs7_data);
    for (const QByteArray& der : certificates) {
        const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
        X509* one = d2i_X509(nullptr, &at, der.size());
        PKCS7_add_certificate(bag, one);
        X509_free(one);
    }
    const auto* at = reinterpret_cast<const unsigned char*>(list.constData());
    X509_CRL* crl = d2i_X509_CRL(nullptr, &at, list.size());
    PKCS7_add_crl(bag, crl);
    X509_CRL_free(crl);
    unsigned char* out = nullptr;
    const int size = i2d_PKCS7(bag, &out);
    const QByteArray der(reinterpret_cast<char*>(out), size);
    OPENSSL_free(out);
    PKCS7_free(bag);
    return der;
}

QStringList codesOf(const QList<docsig::Finding>& findings) {
    QStringList codes;
    for (const docsig::Finding& one : findings) {
        codes << one.code;
    }
    return codes;
}

} // namespace

class TestManageTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyFormIsRead_data();
    void everyFormIsRead();
    void nothingIsTakenBeforeItIsConfirmed();
    void whatIsTakenIsTrusted();
    void whatIsThereAlreadyIsTold();
    void aLeafIsRefused();
    void expiredAndEndedAreTold();
    void whatIsNoCertificateIsRefused_data();
    void whatIsNoCertificateIsRefused();
    void removingKeepsTheOthersOfTheFile();
    void removingWantsOneItem();
    void systemRootsAreAChoice();
    void everyChangeIsWrittenDown();
    void aFolderThatCannotBeWrittenIsTold();

private:
    [[nodiscard]] QString trustFolder() const { return m_folder->filePath(u"hồ sơ/trust"_s); }
    [[nodiscard]] ManageTrust trust() const {
        return ManageTrust(trustFolder(), u"Lê Văn Thư"_s, [this] { return m_now; });
    }
    [[nodiscard]] QString file(const QByteArray& bytes) const {
        const QString path = m_folder->filePath(u"tệp nhận.bin"_s);
        return congvanctl::put(path, bytes) ? path : QString();
    }

    std::optional<docsig::CryptoRuntime> m_crypto;
    std::optional<QTemporaryDir> m_folder;
    std::optional<docsig::DemoAuthority> m_authority;
    QByteArray m_root;
    QByteArray m_between;
    QByteArray m_list;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

void TestManageTrust::initTestCase() {
    m_crypto.emplace();
    m_authority = docsig::DemoAuthority::create(m_now).value();
    m_root = m_authority->rootCertificate();
    m_between = m_authority->intermediateCertificate();
    m_list = m_authority->intermediateCrl(m_now.addDays(-1), m_now.addDays(7)).value();
}

void TestManageTrust::init() {
    m_folder.emplace();
    m_now = QDateTime::currentDateTimeUtc();
}

void TestManageTrust::everyFormIsRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("roots");
    QTest::addColumn<int>("between");
    QTest::addColumn<int>("lists");
    const QByteArray pkcs7 = bag({m_root, m_between}, m_list);
    QTest::newRow("DER root") << m_root << 1 << 0 << 0;
    QTest::newRow("DER list") << m_list << 0 << 0 << 1;
    QTest::newRow("PEM, several") << "CN = Gốc\n" + pem("CERTIFICATE", m_root) + pem("CERTIFICATE", m_between) +
                                         pem("X509 CRL", m_list)
                                  << 1 << 1 << 1;
    QTest::newRow("PEM, the same twice") << pem("CERTIFICATE", m_root) + pem("X509 CERTIFICATE", m_root) << 1 << 0 << 0;
    QTest::newRow("P7B, DER") << pkcs7 << 1 << 1 << 1;
    QTest::newRow("P7B, PEM") << pem("PKCS7", pkcs7) << 1 << 1 << 1;
    QTest::newRow("a broken block is passed over")
        << pem("CERTIFICATE", "rubbish") + pem("CERTIFICATE", m_between) << 0 << 1 << 0;
}

void TestManageTrust::everyFormIsRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, roots);
    QFETCH(int, between);
    QFETCH(int, lists);
    const auto proposals = trust().look(file(bytes));
    QVERIFY(proposals);
    const auto count = [&](TrustItem::Kind kind) {
        return int(std::ranges::count(*proposals, kind, [](const TrustProposal& one) { return one.item.kind; }));
    };
    QCOMPARE(count(TrustItem::Kind::Root), roots);
    QCOMPARE(count(TrustItem::Kind::Intermediate), between);
    QCOMPARE(count(TrustItem::Kind::RevocationList), lists);
    QCOMPARE(int(proposals->size()), roots + between + lists);
}

void TestManageTrust::nothingIsTakenBeforeItIsConfirmed() {
    const auto proposals = trust().look(file(m_root));
    QVERIFY(proposals);
    QVERIFY(proposals->first().isNew());
    QVERIFY(!proposals->first().item.name.isEmpty());
    QCOMPARE(proposals->first().item.sha256, QCryptographicHash::hash(m_root, QCryptographicHash::Sha256).toHex());
    QVERIFY(!proposals->first().item.key.isEmpty());
    QVERIFY(trust().list()->isEmpty());
    QVERIFY(!QDir(trustFolder()).exists());
}

void TestManageTrust::whatIsTakenIsTrusted() {
    const QByteArray rootList = m_authority->rootCrl(m_now.addDays(-1), m_now.addDays(7)).value();
    const QByteArray all = pem("CERTIFICATE", m_root) + pem("CERTIFICATE", m_between) + pem("X509 CRL", m_list) +
                           pem("X509 CRL", rootList);
    ManageTrust managed = trust();
    QCOMPARE(managed.import(managed.look(file(all)).value()), 4);
    const auto entries = managed.list();
    QCOMPARE(entries->size(), 4);
    QCOMPARE(entries->first().item.kind, TrustItem::Kind::Root);
    const auto person =
        m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}, docsig::DemoFlaw::None, docsig::KeyKind::EllipticCurve);
    const auto store = docsig::TrustStore::load(trustFolder());
    QVERIFY(store);
    QCOMPARE(docsig::judgePath(person->certificate, {}, *store, m_now).trust, docsig::Judgement::Valid);
}

void TestManageTrust::whatIsThereAlreadyIsTold() {
    ManageTrust managed = trust();
    QCOMPARE(managed.import(managed.look(file(m_root)).value()), 1);
    const auto again = managed.look(file(pem("CERTIFICATE", m_root) + pem("CERTIFICATE", m_between)));
    QVERIFY(again->at(0).known);
    QVERIFY(!again->at(1).known);
    QCOMPARE(managed.import(*again), 1);
    QCOMPARE(managed.list()->size(), 2);
}

void TestManageTrust::aLeafIsRefused() {
    const auto person =
        m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}, docsig::DemoFlaw::None, docsig::KeyKind::EllipticCurve);
    ManageTrust managed = trust();
    const auto proposals = managed.look(file(person->certificate));
    QCOMPARE(codesOf(proposals->first().concerns), QStringList{u"trust-item-leaf"_s});
    QVERIFY(proposals->first().isRefused());
    QCOMPARE(managed.import(*proposals), 0);
    QVERIFY(managed.list()->isEmpty());
}

void TestManageTrust::expiredAndEndedAreTold() {
    m_now = m_now.addYears(30);
    const auto proposals = trust().look(file(pem("CERTIFICATE", m_root) + pem("X509 CRL", m_list)));
    QCOMPARE(codesOf(proposals->at(0).concerns), QStringList{u"trust-item-expired"_s});
    QCOMPARE(codesOf(proposals->at(1).concerns), QStringList{u"trust-list-ended"_s});
    QVERIFY(proposals->at(0).isNew()); // it may still prove what is old
}

void TestManageTrust::whatIsNoCertificateIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("text") << QByteArray("Kính gửi") << u"trust-import-empty"_s;
    QTest::newRow("nothing") << QByteArray() << u"trust-import-empty"_s;
    QTest::newRow("cut short") << m_root.left(m_root.size() - 1) << u"trust-import-empty"_s;
    QTest::newRow("something behind it") << m_root + "x" << u"trust-import-empty"_s;
    QTest::newRow("a private key beside it")
        << pem("CERTIFICATE", m_root) + pem("PRIVATE KEY", "secret") << u"trust-import-private-key"_s;
    QTest::newRow("an encrypted one") << pem("ENCRYPTED PRIVATE KEY", "secret") << u"trust-import-private-key"_s;
    QTest::newRow("too large") << QByteArray(17 << 20, ' ') << u"trust-import-too-large"_s;
}

void TestManageTrust::whatIsNoCertificateIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto looked = trust().look(file(bytes));
    QVERIFY(!looked);
    QCOMPARE(looked.error().code, code);
}

void TestManageTrust::removingKeepsTheOthersOfTheFile() {
    QVERIFY(QDir().mkpath(trustFolder() + u"/roots"_s));
    const auto other = docsig::DemoAuthority::create(m_now, u"Tổ chức khác"_s);
    QVERIFY(congvanctl::put(trustFolder() + u"/roots/hai.pem"_s,
                            pem("CERTIFICATE", m_root) + pem("CERTIFICATE", other->rootCertificate())));
    ManageTrust managed = trust();
    QCOMPARE(managed.list()->size(), 2);
    const QByteArray fingerprint = QCryptographicHash::hash(m_root, QCryptographicHash::Sha256).toHex();
    const auto gone = managed.remove(displayFingerprint(fingerprint));
    QVERIFY(gone);
    QCOMPARE(gone->der, m_root);
    const auto left = managed.list();
    QCOMPARE(left->size(), 1);
    QCOMPARE(left->first().item.der, other->rootCertificate());
    QCOMPARE(docsig::TrustStore::load(trustFolder())->rootCount(), 1);
}

void TestManageTrust::removingWantsOneItem() {
    ManageTrust managed = trust();
    QCOMPARE(managed.import(managed.look(file(m_root)).value()), 1);
    const QString fingerprint = QString::fromLatin1(managed.list()->first().item.sha256);
    for (const QString& wrong : {QString(), fingerprint.left(7), u"0000000000"_s}) {
        const auto gone = managed.remove(wrong);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, u"trust-entry-unknown"_s);
    }
    QVERIFY(managed.remove(fingerprint.left(8).toUpper()));
    QVERIFY(managed.list()->isEmpty());
}

void TestManageTrust::systemRootsAreAChoice() {
    ManageTrust managed = trust();
    QCOMPARE(managed.import(managed.look(file(m_root)).value()), 1);
    QVERIFY(!managed.usesSystemRoots());
    QCOMPARE(docsig::TrustStore::load(trustFolder())->rootCount(), 1);
    QVERIFY(managed.setUseSystemRoots(true));
    QVERIFY(managed.usesSystemRoots());
    if (QDir(u"/etc/ssl/certs"_s).entryList({u"*.crt"_s, u"*.pem"_s}).isEmpty()) {
        QSKIP("the system has no roots");
    }
    QVERIFY(docsig::TrustStore::load(trustFolder())->rootCount() > 1);
    QVERIFY(managed.setUseSystemRoots(false));
    QCOMPARE(docsig::TrustStore::load(trustFolder())->rootCount(), 1);
}

void TestManageTrust::everyChangeIsWrittenDown() {
    ManageTrust managed = trust();
    QVERIFY(managed.import(managed.look(file(m_root)).value()));
    QVERIFY(managed.setUseSystemRoots(true));
    QVERIFY(managed.remove(QString::fromLatin1(managed.list()->first().item.sha256)));
    QStringList acts;
    for (const ManageTrust::LogLine& line : managed.log()) {
        acts << line.act;
        QCOMPARE(line.person, u"Lê Văn Thư"_s);
        QVERIFY(qAbs(line.at.msecsTo(m_now)) < 1000);
    }
    QCOMPARE(acts, (QStringList{u"import"_s, u"system-roots-on"_s, u"remove"_s}));
    QCOMPARE(managed.log().first().sha256,
             QString::fromLatin1(QCryptographicHash::hash(m_root, QCryptographicHash::Sha256).toHex()));
}

void TestManageTrust::aFolderThatCannotBeWrittenIsTold() {
    QVERIFY(QDir().mkpath(m_folder->filePath(u"hồ sơ"_s)));
    QVERIFY(congvanctl::put(trustFolder(), "a file where the folder should be"));
    ManageTrust managed = trust();
    const auto taken = managed.import(managed.look(file(m_root)).value());
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, u"trust-log-not-written"_s);
}

QTEST_GUILESS_MAIN(TestManageTrust)
#include "test_managetrust.moc"
