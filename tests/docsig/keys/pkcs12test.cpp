// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/certificate.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/keys/remotekey.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

bool verifies(const QByteArray& certificateDer, const QByteArray& message, const QByteArray& value,
              const EVP_MD* digest) {
    const auto* at = reinterpret_cast<const unsigned char*>(certificateDer.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(d2i_X509(nullptr, &at, certificateDer.size()),
                                                                  X509_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, X509_get0_pubkey(certificate.get()));
    return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(value.constData()),
                            static_cast<std::size_t>(value.size()),
                            reinterpret_cast<const unsigned char*>(message.constData()),
                            static_cast<std::size_t>(message.size())) == 1;
}

/// A service that keeps a key and signs digests; says what it was asked.
class FakeService final : public RemoteSigner {
public:
    explicit FakeService(const QByteArray& privateKeyDer)
        : m_key(nullptr, EVP_PKEY_free) {
        const auto* at = reinterpret_cast<const unsigned char*>(privateKeyDer.constData());
        m_key.reset(d2i_AutoPrivateKey(nullptr, &at, privateKeyDer.size()));
    }

    Result<QByteArray> sign(const RemoteSigningJob& job, std::stop_token) override {
        jobs.append(job);
        if (source != nullptr) {
            source->request_stop();
        }
        if (refuses) {
            return fail("refused-by-test");
        }
        const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
            EVP_PKEY_CTX_new(m_key.get(), nullptr), EVP_PKEY_CTX_free);
        EVP_PKEY_sign_init(context.get());
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
        QByteArray value(512, '\0');
        std::size_t size = 512;
        EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size,
                      reinterpret_cast<const unsigned char*>(job.digest.constData()),
                      static_cast<std::size_t>(job.digest.size()));
        value.truncate(static_cast<qsizetype>(size));
        return value;
    }

    QList<RemoteSigningJob> jobs;
    std::stop_source* source = nullptr;
    bool refuses = false;

private:
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

} // namespace

class Pkcs12Test : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pinIsMovedAndEmptied();
    void signsWithEveryDigest_data();
    void signsWithEveryDigest();
    void pssIsByChoice();
    void remoteKeySignsThroughItsPort();
    void remoteKeyIsCancelled();
    void chainEndsBelowTheRoot();
    void wrongPin();
    void pinWithDiacritics();
    void notAKeyFile_data();
    void notAKeyFile();
    void missingFile();
    void fileWithoutKey();
    void unusableKey();
    void namesAreReadAsUtf8();
    void sealCarriesTheOrganId();
    void personalNumbersAreMasked_data();
    void personalNumbersAreMasked();
    void demoAuthorityComesBack();
    void demoAuthorityNeedsAFolder();
    void keyFileIsTheOwnersAlone();

private:
    QString write(const QString& name, const QByteArray& bytes);

    CryptoRuntime m_runtime;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    DemoKey m_person;
};

QString Pkcs12Test::write(const QString& name, const QByteArray& bytes) {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void Pkcs12Test::initTestCase() {
    QVERIFY(m_runtime.isUsable());
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    m_authority = std::move(*authority);
    const auto person = m_authority->issuePerson({u"Nguyễn Thị Ánh Tuyết"_s, u"Giám đốc"_s, u"Sở Nội vụ tỉnh Mẫu"_s});
    QVERIFY(person);
    m_person = *person;
    QVERIFY(m_person.writePkcs12(m_folder.filePath(u"khóa của tôi.p12"_s), Pin::fromUtf8("12345678")));
}

void Pkcs12Test::pinIsMovedAndEmptied() {
    Pin first = Pin::fromString(u"mật khẩu");
    QCOMPARE(first.utf8().toByteArray(), QByteArray("mật khẩu"));
    Pin second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT: what is left after a move is part of the promise
    QCOMPARE(second.utf8().toByteArray(), QByteArray("mật khẩu"));
    second = Pin();
    QVERIFY(second.isEmpty());
    QVERIFY(Pin::fromString(u"").isEmpty());
}

void Pkcs12Test::signsWithEveryDigest_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("digest");
    for (const KeyKind kind : {KeyKind::Rsa, KeyKind::EllipticCurve}) {
        for (const Digest digest : {Digest::Sha256, Digest::Sha384, Digest::Sha512}) {
            QTest::addRow("%d/%d", int(kind), int(digest)) << int(kind) << int(digest);
        }
    }
}

void Pkcs12Test::signsWithEveryDigest() {
    QFETCH(int, kind);
    QFETCH(int, digest);
    const EVP_MD* methods[] = {EVP_sha256(), EVP_sha384(), EVP_sha512()};
    DemoKey issued = m_person;
    if (KeyKind(kind) == KeyKind::EllipticCurve) {
        const auto elliptic =
            m_authority->issuePerson({u"Trần Văn B"_s, {}, u"Sở Nội vụ"_s}, DemoFlaw::None, KeyKind::EllipticCurve);
        QVERIFY(elliptic);
        issued = *elliptic;
    }
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    QVERIFY(issued.writePkcs12(path, Pin::fromUtf8("1")));
    const auto key = openPkcs12(path, Pin::fromUtf8("1"));
    QVERIFY(key);
    QCOMPARE((*key)->kind(), KeyKind(kind));
    const auto value = (*key)->sign(QByteArray("văn bản"), Digest(digest));
    QVERIFY(value);
    QVERIFY(verifies(issued.certificate, "văn bản", *value, methods[digest]));
    QVERIFY(!verifies(issued.certificate, "văn bản khác", *value, methods[digest]));
}

void Pkcs12Test::pssIsByChoice() {
    const auto key = openPkcs12(m_folder.filePath(u"khóa của tôi.p12"_s), Pin::fromUtf8("12345678"));
    QVERIFY(key);
    const auto first = (*key)->sign(QByteArray("x"), Digest::Sha384, SignatureScheme::RsaPss);
    const auto second = (*key)->sign(QByteArray("x"), Digest::Sha384, SignatureScheme::RsaPss);
    QVERIFY(first && second);
    QVERIFY(*first != *second);
    QVERIFY(!verifies(m_person.certificate, "x", *first, EVP_sha384())); // it is no PKCS#1 v1.5
}

void Pkcs12Test::remoteKeySignsThroughItsPort() {
    FakeService service(m_person.privateKey);
    const auto key = openRemote({m_person.certificate, m_authority->intermediateCertificate()}, service);
    QVERIFY(key);
    QCOMPARE((*key)->chain(), (QList<QByteArray>{m_person.certificate, m_authority->intermediateCertificate()}));
    const auto value = (*key)->sign(QByteArray("văn bản"), Digest::Sha256);
    QVERIFY(value);
    QVERIFY(verifies(m_person.certificate, "văn bản", *value, EVP_sha256()));
    QCOMPARE(service.jobs.size(), 1);
    QCOMPARE(service.jobs.constFirst().digest, QCryptographicHash::hash("văn bản", QCryptographicHash::Sha256));

    service.refuses = true;
    QCOMPARE((*key)->sign(QByteArray("x"), Digest::Sha256).error().code, u"refused-by-test"_s);

    const auto other = m_authority->issuePerson({u"Người khác"_s, {}, {}});
    QVERIFY(other);
    FakeService wrong(other->privateKey);
    const auto liar = openRemote({m_person.certificate}, wrong);
    QVERIFY(liar);
    QCOMPARE((*liar)->sign(QByteArray("x"), Digest::Sha256).error().code, u"key-signature-wrong"_s);
    QCOMPARE(openRemote({}, service).error().code, u"remote-key-unusable"_s);
    QCOMPARE(openRemote({QByteArray("rubbish")}, service).error().code, u"remote-key-unusable"_s);
}

void Pkcs12Test::remoteKeyIsCancelled() {
    FakeService service(m_person.privateKey);
    std::stop_source source;
    const auto key = openRemote({m_person.certificate}, service, source.get_token());
    QVERIFY(key);
    service.source = &source; // asked to stop while the service works
    QCOMPARE((*key)->sign(QByteArray("x"), Digest::Sha256).error().code, u"remote-cancelled"_s);
    QCOMPARE(service.jobs.size(), 1);
    QCOMPARE((*key)->sign(QByteArray("x"), Digest::Sha256).error().code, u"remote-cancelled"_s);
    QCOMPARE(service.jobs.size(), 1); // and not asked again
}

void Pkcs12Test::chainEndsBelowTheRoot() {
    const auto key = openPkcs12(m_folder.filePath(u"khóa của tôi.p12"_s), Pin::fromUtf8("12345678"));
    QVERIFY(key);
    QCOMPARE((*key)->chain(), (QList<QByteArray>{m_person.certificate, m_authority->intermediateCertificate()}));
}

void Pkcs12Test::wrongPin() {
    for (const QByteArray& pin : {QByteArray("12345679"), QByteArray(), QByteArray("1234567")}) {
        const auto key = openPkcs12(m_folder.filePath(u"khóa của tôi.p12"_s), Pin::fromUtf8(pin));
        QVERIFY(!key);
        QCOMPARE(key.error().code, u"pkcs12-wrong-pin"_s);
    }
}

void Pkcs12Test::pinWithDiacritics() {
    const QString path = m_folder.filePath(u"mật khẩu.p12"_s);
    QVERIFY(m_person.writePkcs12(path, Pin::fromString(u"mật khẩu Đ")));
    QVERIFY(openPkcs12(path, Pin::fromString(u"mật khẩu Đ")));
    QVERIFY(!openPkcs12(path, Pin::fromString(u"mat khau D")));
}

void Pkcs12Test::notAKeyFile_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = *m_person.toPkcs12(Pin::fromUtf8("1"));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7\n");
    QTest::newRow("a certificate") << m_person.certificate;
    QTest::newRow("half of one") << whole.first(whole.size() / 2);
}

void Pkcs12Test::notAKeyFile() {
    QFETCH(QByteArray, bytes);
    const auto key = openPkcs12(write(u"x.p12"_s, bytes), Pin::fromUtf8("1"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"pkcs12-malformed"_s);
}

void Pkcs12Test::missingFile() {
    const auto none = openPkcs12(m_folder.filePath(u"không có.p12"_s), Pin::fromUtf8("1"));
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"pkcs12-unreadable"_s);
    const auto large = openPkcs12(write(u"lớn.p12"_s, QByteArray(2 * 1024 * 1024, 'x')), Pin::fromUtf8("1"));
    QVERIFY(!large);
    QCOMPARE(large.error().code, u"pkcs12-unreadable"_s);
}

void Pkcs12Test::fileWithoutKey() {
    const auto* at = reinterpret_cast<const unsigned char*>(m_person.certificate.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(d2i_X509(nullptr, &at, m_person.certificate.size()),
                                                                  X509_free);
    const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> file(
        PKCS12_create("1", nullptr, nullptr, certificate.get(), nullptr, 0, 0, 0, 0, 0), PKCS12_free);
    QByteArray bytes(i2d_PKCS12(file.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    i2d_PKCS12(file.get(), &out);
    const auto key = openPkcs12(write(u"x.p12"_s, bytes), Pin::fromUtf8("1"));
    QVERIFY(!key);
    QCOMPARE(key.error().code, u"pkcs12-no-key"_s);
}

void Pkcs12Test::unusableKey() {
    // An Ed25519 key with a certificate of its own.
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
                                                                  EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    X509_set_pubkey(certificate.get(), key.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 1000);
    QVERIFY(X509_sign(certificate.get(), key.get(), nullptr) > 0);
    const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> file(
        PKCS12_create("1", nullptr, key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0), PKCS12_free);
    QByteArray bytes(i2d_PKCS12(file.get(), nullptr), '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    i2d_PKCS12(file.get(), &out);
    const auto opened = openPkcs12(write(u"x.p12"_s, bytes), Pin::fromUtf8("1"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"pkcs12-unusable"_s);
}

void Pkcs12Test::namesAreReadAsUtf8() {
    const auto facts = describe(m_person.certificate);
    QVERIFY(facts);
    QCOMPARE(facts->commonName, u"Nguyễn Thị Ánh Tuyết"_s);
    QCOMPARE(facts->organisation, u"Sở Nội vụ tỉnh Mẫu"_s);
    QCOMPARE(facts->title, u"Giám đốc"_s);
    QVERIFY(facts->issuerName.contains(u"BẢN THỬ"_s));
    QCOMPARE(facts->organisationIdentifier, QString());
    QCOMPARE(facts->der, m_person.certificate);
    QCOMPARE(facts->sha256.size(), 64);
    QVERIFY(facts->notBefore < facts->notAfter);
    QVERIFY(!describe(m_person.certificate + '\0'));
    QVERIFY(!describe("rubbish"));
    QVERIFY(!describe({}));
}

void Pkcs12Test::sealCarriesTheOrganId() {
    const QString office =
        u"Ủy ban nhân dân huyện Mẫu, tỉnh Mẫu – một cơ quan có tên rất dài, dài hơn sáu mươi tư ký tự"_s;
    const auto seal = m_authority->issueSeal({office, u"000.00.15.H99"_s});
    QVERIFY(seal);
    const auto facts = describe(seal->certificate);
    QVERIFY(facts);
    QCOMPARE(facts->commonName, office);
    QCOMPARE(facts->organisation, office);
    QCOMPARE(facts->organisationIdentifier, u"000.00.15.H99"_s);
}

void Pkcs12Test::personalNumbersAreMasked_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::newRow("CMND") << u"CMND:012345678"_s << u"CMND:*****5678"_s;
    QTest::newRow("CCCD") << u"UID=CCCD:001099012345, Nguyễn A"_s << u"UID=CCCD:********2345, Nguyễn A"_s;
    QTest::newRow("short") << u"CMND:1234"_s << u"CMND:****"_s;
    QTest::newRow("lower case") << u"cmnd:012345678"_s << u"cmnd:*****5678"_s;
    QTest::newRow("without a label") << u"Nguyễn A 001099012345"_s << u"Nguyễn A ********2345"_s;
    QTest::newRow("an office's tax number") << u"MST:0101234567"_s << u"MST:0101234567"_s;
    QTest::newRow("a plain name") << u"Nguyễn Văn A"_s << u"Nguyễn Văn A"_s;
}

void Pkcs12Test::personalNumbersAreMasked() {
    QFETCH(QString, name);
    QFETCH(QString, masked);
    QCOMPARE(maskPersonalNumbers(name), masked);
}

void Pkcs12Test::demoAuthorityComesBack() {
    const QString folder = m_folder.filePath(u"cơ quan/chứng thực"_s);
    QVERIFY(m_authority->save(folder));
    auto again = DemoAuthority::load(folder);
    QVERIFY(again);
    QCOMPARE(again->rootCertificate(), m_authority->rootCertificate());
    QCOMPARE(again->intermediateCertificate(), m_authority->intermediateCertificate());
    const auto person = again->issuePerson({u"Lê C"_s, {}, {}});
    QVERIFY(person);
    QCOMPARE(person->issuers, QList<QByteArray>{m_authority->intermediateCertificate()});
    const QFile key(folder + u"/root.key.der"_s);
    QVERIFY((key.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
}

void Pkcs12Test::demoAuthorityNeedsAFolder() {
    const auto none = DemoAuthority::load(m_folder.filePath(u"không có"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().code, u"demo-authority-failed"_s);
    const QString file = write(u"tệp"_s, "x");
    const auto written = m_authority->writeTrustFolder(file);
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"demo-authority-failed"_s);
}

void Pkcs12Test::keyFileIsTheOwnersAlone() {
    const QFile file(m_folder.filePath(u"khóa của tôi.p12"_s));
    QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) == 0);
}

QTEST_GUILESS_MAIN(Pkcs12Test)
#include "pkcs12test.moc"
