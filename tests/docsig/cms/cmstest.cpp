// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/cadesbuilder.h"
#include "docsig/cms/cmsreader.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "tests/support/timestamper.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;

namespace {

template <auto Function>
struct Freeing {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Function(handle);
    }
};

template <typename Handle, auto Function>
using Owner = std::unique_ptr<Handle, Freeing<Function>>;

/// What a foreign signer may do.
struct Manner {
    unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP;
    const EVP_MD* digest = EVP_sha256();
    bool pss = false;
    bool indefiniteLengths = false;
};

QByteArray foreign(const QByteArray& content, const QList<DemoKey>& signers, const Manner& manner) {
    const Owner<CMS_ContentInfo, CMS_ContentInfo_free> cms(
        CMS_sign(nullptr, nullptr, nullptr, nullptr, manner.flags | CMS_PARTIAL));
    for (const DemoKey& one : signers) {
        const auto* certificateAt = reinterpret_cast<const unsigned char*>(one.certificate.constData());
        const auto* keyAt = reinterpret_cast<const unsigned char*>(one.privateKey.constData());
        const Owner<X509, X509_free> certificate(d2i_X509(nullptr, &certificateAt, one.certificate.size()));
        const Owner<EVP_PKEY, EVP_PKEY_free> key(d2i_AutoPrivateKey(nullptr, &keyAt, one.privateKey.size()));
        CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), certificate.get(), key.get(), manner.digest,
                                                 manner.flags | (manner.pss ? CMS_KEY_PARAM : 0U));
        if (manner.pss) {
            EVP_PKEY_CTX_set_rsa_padding(CMS_SignerInfo_get0_pkey_ctx(signer), RSA_PKCS1_PSS_PADDING);
        }
    }
    const Owner<BIO, BIO_free_all> input(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    const Owner<BIO, BIO_free_all> output(BIO_new(BIO_s_mem()));
    if (manner.indefiniteLengths) {
        i2d_CMS_bio_stream(output.get(), cms.get(), input.get(), static_cast<int>(manner.flags | CMS_STREAM));
    } else if (CMS_final(cms.get(), input.get(), nullptr, manner.flags) != 1 ||
               i2d_CMS_bio(output.get(), cms.get()) != 1) {
        return {};
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(output.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

QStringList codesOf(const CmsReading& reading) {
    QStringList codes;
    for (const Finding& one : reading.findings) {
        codes.append(one.code);
    }
    return codes;
}

/// A copy with one byte changed at the first place where `where` begins.
QByteArray changed(QByteArray bytes, const QByteArray& where) {
    const qsizetype at = bytes.indexOf(where);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    return bytes;
}

} // namespace

class CmsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void ownSignaturesAreGood_data();
    void ownSignaturesAreGood();
    void openSslAgrees_data();
    void openSslAgrees();
    void pssNamesItsParameters();
    void wrongDigestSizeIsRefused();
    void refusalOfTheKeyIsPassedOn();
    void contentInSeveralParts();
    void changesAreFound();
    void zerosArePaddingAndNothingElse();
    void rubbishIsUnreadable_data();
    void rubbishIsUnreadable();
    void foreignMannersAreRead_data();
    void foreignMannersAreRead();
    void contentInsideToo();
    void digestIsASignatureAlgorithm();
    void certificateMissing();
    void severalSigners();
    void anotherCertificateOfTheSameKey();
    void sha1ContentStandsForTheDocument_data();
    void sha1ContentStandsForTheDocument();
    void timeStamps();
    void timeStampInTheAttributes();
    void subFilters();

private:
    [[nodiscard]] const DemoKey& keyFor(const QString& method) const {
        if (method.startsWith(u"RSA"_s)) {
            return m_person;
        }
        return method == u"P-384"_s ? m_largeCurve : m_elliptic;
    }
    static SignatureScheme schemeFor(const QString& method) {
        return method == u"RSA-PSS"_s ? SignatureScheme::RsaPss : SignatureScheme::Standard;
    }
    DemoKey issue(const QString& name, KeyKind kind = KeyKind::Rsa);
    std::unique_ptr<SigningKey> open(const DemoKey& key);

    CryptoRuntime m_runtime;
    QTemporaryDir m_folder;
    std::optional<DemoAuthority> m_authority;
    DemoKey m_person;
    DemoKey m_elliptic;
    DemoKey m_largeCurve;
    const QByteArray m_content = "%PDF-1.7 nội dung văn bản";
};

DemoKey CmsTest::issue(const QString& name, KeyKind kind) {
    return m_authority->issuePerson({name, {}, u"Sở Nội vụ"_s}, DemoFlaw::None, kind).value_or(DemoKey());
}

std::unique_ptr<SigningKey> CmsTest::open(const DemoKey& key) {
    const QString path = m_folder.filePath(u"khóa.p12"_s);
    if (!key.writePkcs12(path, Pin::fromUtf8("1"))) {
        return nullptr;
    }
    auto opened = openPkcs12(path, Pin::fromUtf8("1"));
    return opened ? std::move(*opened) : nullptr;
}

void CmsTest::initTestCase() {
    auto authority = DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    m_authority = std::move(*authority);
    m_person = issue(u"Nguyễn Văn A"_s);
    m_elliptic = issue(u"Trần Thị B"_s, KeyKind::EllipticCurve);
    m_largeCurve =
        m_authority
            ->issuePerson({u"Lê Văn C"_s, {}, u"Sở Nội vụ"_s}, DemoFlaw::None, KeyKind::EllipticCurve, DemoCurve::P384)
            .value_or(DemoKey());
    QVERIFY(!m_largeCurve.certificate.isEmpty());
    QVERIFY(!m_person.certificate.isEmpty() && !m_elliptic.certificate.isEmpty());
}

void CmsTest::ownSignaturesAreGood_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("digest");
    QTest::addColumn<QString>("name");
    for (const QString& method : {u"RSA"_s, u"RSA-PSS"_s, u"P-256"_s, u"P-384"_s}) {
        QTest::addRow("%s/256", qPrintable(method)) << method << int(Digest::Sha256) << u"SHA256"_s;
        QTest::addRow("%s/384", qPrintable(method)) << method << int(Digest::Sha384) << u"SHA384"_s;
        QTest::addRow("%s/512", qPrintable(method)) << method << int(Digest::Sha512) << u"SHA512"_s;
    }
}

void CmsTest::ownSignaturesAreGood() {
    QFETCH(QString, method);
    QFETCH(int, digest);
    QFETCH(QString, name);
    const DemoKey& issued = keyFor(method);
    const auto key = open(issued);
    QVERIFY(key);
    const auto cms = buildDetachedCades(digestOf({m_content}, Digest(digest)), *key, Digest(digest), schemeFor(method));
    QVERIFY2(cms, qPrintable(cms ? QString() : cms.error().code + cms.error().detail));
    QVERIFY(cms->size() <= cadesSizeBound(*key));
    QVERIFY(cadesSizeBound(*key) - cms->size() < 1024); // the reserve in the file is not wasted
    const CmsReading reading = readCms(*cms, CmsForm::Cades, {m_content});
    QCOMPARE(codesOf(reading), QStringList());
    QCOMPARE(reading.integrity, Judgement::Valid);
    QCOMPARE(reading.algorithm, Judgement::Valid);
    QCOMPARE(reading.digestAlgorithm, name);
    QCOMPARE(reading.signatureAlgorithm, method.startsWith(u"RSA") ? method : u"ECDSA"_s);
    QCOMPARE(reading.signerCertificate, issued.certificate);
    QVERIFY(reading.certificates.contains(m_authority->intermediateCertificate()));
    QVERIFY(!reading.certificates.contains(m_authority->rootCertificate()));
    QVERIFY(reading.signingCertificateMatches);
    QVERIFY(!reading.claimedTime.isValid()); // PAdES: no signingTime
    QCOMPARE(reading.messageDigest, digestOf({m_content}, Digest(digest)));
}

void CmsTest::openSslAgrees_data() {
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("digest");
    QTest::newRow("RSA") << u"RSA"_s << int(Digest::Sha256);
    QTest::newRow("PSS") << u"RSA-PSS"_s << int(Digest::Sha256);
    QTest::newRow("PSS, SHA-512") << u"RSA-PSS"_s << int(Digest::Sha512);
    QTest::newRow("P-256") << u"P-256"_s << int(Digest::Sha256);
    QTest::newRow("P-384") << u"P-384"_s << int(Digest::Sha384);
}

void CmsTest::openSslAgrees() {
    QFETCH(QString, method);
    QFETCH(int, digest);
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty()) {
        QSKIP("the program openssl is not installed, so its opinion cannot be asked");
    }
    const auto key = open(keyFor(method));
    QVERIFY(m_authority->writeTrustFolder(m_folder.path()));
    const auto cms = buildDetachedCades(digestOf({m_content}, Digest(digest)), *key, Digest(digest), schemeFor(method));
    QVERIFY(cms);
    for (const auto& [name, bytes] : {std::pair{u"chữ ký.der"_s, *cms}, std::pair{u"nội dung"_s, m_content}}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QProcess process;
    process.start(program,
                  {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                   m_folder.filePath(u"chữ ký.der"_s), u"-content"_s, m_folder.filePath(u"nội dung"_s), u"-CAfile"_s,
                   m_folder.filePath(u"roots/goc.pem"_s), u"-out"_s, m_folder.filePath(u"ra"_s)});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void CmsTest::pssNamesItsParameters() {
    const auto key = open(m_person);
    const auto cms =
        buildDetachedCades(digestOf({m_content}, Digest::Sha256), *key, Digest::Sha256, SignatureScheme::RsaPss);
    QVERIFY(cms);
    // id-RSASSA-PSS with SHA-256, MGF1 over SHA-256 and a salt of 32 bytes, each written out (RFC 4055, 3.1).
    QVERIFY(cms->contains(QByteArray::fromHex("304106092a864886f70d01010a3034"
                                              "a00f300d06096086480165030402010500"
                                              "a11c301a06092a864886f70d010108300d06096086480165030402010500"
                                              "a203020120")));
}

void CmsTest::wrongDigestSizeIsRefused() {
    const auto key = open(m_person);
    const auto cms = buildDetachedCades(QByteArray(20, 'x'), *key);
    QVERIFY(!cms);
    QCOMPARE(cms.error().code, u"cms-digest-size"_s);
}

void CmsTest::refusalOfTheKeyIsPassedOn() {
    class Refusing final : public SigningKey {
    public:
        explicit Refusing(QList<QByteArray> chain)
            : m_chain(std::move(chain)) {}
        KeyKind kind() const override { return KeyKind::Rsa; }
        QList<QByteArray> chain() const override { return m_chain; }
        Result<QByteArray> sign(QByteArrayView, Digest, SignatureScheme) override { return fail("refused-by-test"); }

    private:
        QList<QByteArray> m_chain;
    };
    Refusing refusing({m_person.certificate});
    const auto refused = buildDetachedCades(digestOf({m_content}, Digest::Sha256), refusing);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"refused-by-test"_s);
    Refusing nonsense({QByteArray("no certificate")});
    const auto broken = buildDetachedCades(digestOf({m_content}, Digest::Sha256), nonsense);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, u"cms-build-failed"_s);
}

void CmsTest::contentInSeveralParts() {
    const auto key = open(m_person);
    const QByteArrayView whole(m_content);
    const QList<QByteArrayView> parts{whole.first(5), whole.sliced(5)};
    QCOMPARE(digestOf(parts, Digest::Sha256), QCryptographicHash::hash(m_content, QCryptographicHash::Sha256));
    const auto cms = buildDetachedCades(digestOf(parts, Digest::Sha256), *key);
    QVERIFY(cms);
    QCOMPARE(readCms(*cms, CmsForm::Cades, parts).integrity, Judgement::Valid);
}

void CmsTest::changesAreFound() {
    const auto key = open(m_person);
    const QByteArray cms = *buildDetachedCades(digestOf({m_content}, Digest::Sha256), *key);
    const QByteArray other = changed(m_content, "PDF");
    const CmsReading content = readCms(cms, CmsForm::Cades, {other});
    QCOMPARE(content.integrity, Judgement::Invalid);
    QCOMPARE(codesOf(content), QStringList{u"cms-digest-mismatch"_s});

    // The stated digest changed to fit the other content: the signature over the attributes breaks.
    QByteArray adapted = cms;
    adapted.replace(digestOf({m_content}, Digest::Sha256), digestOf({other}, Digest::Sha256));
    const CmsReading attribute = readCms(adapted, CmsForm::Cades, {other});
    QCOMPARE(attribute.integrity, Judgement::Invalid);
    QCOMPARE(codesOf(attribute), QStringList{u"cms-signature-wrong"_s});

    QByteArray value = cms;
    value[value.size() - 10] = static_cast<char>(value[value.size() - 10] ^ 1);
    QCOMPARE(codesOf(readCms(value, CmsForm::Cades, {m_content})), QStringList{u"cms-signature-wrong"_s});
}

void CmsTest::zerosArePaddingAndNothingElse() {
    const auto key = open(m_person);
    const QByteArray cms = *buildDetachedCades(digestOf({m_content}, Digest::Sha256), *key);
    QCOMPARE(codesOf(readCms(cms + QByteArray(5000, '\0'), CmsForm::Cades, {m_content})), QStringList());
    QCOMPARE(codesOf(readCms(cms + QByteArray(5000, '\0') + 'x', CmsForm::Cades, {m_content})),
             QStringList{u"cms-trailing-bytes"_s});
    const CmsReading large = readCms(cms + QByteArray(5 * 1024 * 1024, '\0'), CmsForm::Cades, {m_content});
    QCOMPARE(codesOf(large), QStringList{u"cms-too-large"_s});
    QCOMPARE(large.integrity, Judgement::Invalid);
}

void CmsTest::rubbishIsUnreadable_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray cms = foreign(m_content, {m_person}, {});
    QTest::newRow("nothing") << QByteArray() << u"cms-unreadable"_s;
    QTest::newRow("zeros") << QByteArray(4000, '\0') << u"cms-unreadable"_s;
    QTest::newRow("text") << QByteArray("chữ ký") << u"cms-unreadable"_s;
    QTest::newRow("truncated") << cms.first(cms.size() - 1) << u"cms-unreadable"_s;
    QTest::newRow("half") << cms.first(cms.size() / 2) << u"cms-unreadable"_s;
    QTest::newRow("length beyond the end")
        << QByteArray::fromHex("3084ffffffff06092a864886f70d010702") << u"cms-unreadable"_s;
    QTest::newRow("plain data") << QByteArray::fromHex("300f06092a864886f70d010701a0020400")
                                << u"cms-not-signed-data"_s;
    QTest::newRow("no signer") << QByteArray::fromHex(
                                      "302306092a864886f70d010702a01630140201013100300b06092a864886f70d0107013100")
                               << u"cms-no-signer"_s;
}

void CmsTest::rubbishIsUnreadable() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const CmsReading reading = readCms(bytes, CmsForm::Detached, {m_content});
    QCOMPARE(codesOf(reading), QStringList{code});
    QCOMPARE(reading.integrity, Judgement::Invalid);
}

void CmsTest::foreignMannersAreRead_data() {
    QTest::addColumn<QByteArray>("cms");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QStringList>("codes");
    const QString unbound = u"cms-signing-certificate-missing"_s;
    const Manner usual;
    QTest::newRow("plain") << foreign(m_content, {m_person}, usual) << u"RSA"_s << QStringList{unbound};
    QTest::newRow("elliptic") << foreign(m_content, {m_elliptic}, usual) << u"ECDSA"_s << QStringList{unbound};
    Manner manner = usual;
    manner.pss = true;
    QTest::newRow("PSS") << foreign(m_content, {m_person}, manner) << u"RSA-PSS"_s << QStringList{unbound};
    manner = usual;
    manner.flags |= CMS_CADES;
    QTest::newRow("CAdES") << foreign(m_content, {m_person}, manner) << u"RSA"_s << QStringList{};
    manner = usual;
    manner.digest = EVP_sha1();
    QTest::newRow("SHA-1") << foreign(m_content, {m_person}, manner) << u"RSA"_s
                           << QStringList{unbound, u"cms-weak-digest"_s};
    manner = usual;
    manner.flags |= CMS_NOATTR;
    QTest::newRow("no attributes") << foreign(m_content, {m_person}, manner) << u"RSA"_s << QStringList{unbound};
}

void CmsTest::foreignMannersAreRead() {
    QFETCH(QByteArray, cms);
    QFETCH(QString, algorithm);
    QFETCH(QStringList, codes);
    const CmsReading reading = readCms(cms, CmsForm::Detached, {m_content});
    QCOMPARE(codesOf(reading), codes);
    QCOMPARE(reading.integrity, Judgement::Valid);
    QCOMPARE(reading.algorithm, Judgement::Valid);
    QCOMPARE(reading.signatureAlgorithm, algorithm);
    const CmsReading other = readCms(cms, CmsForm::Detached, {QByteArrayView("another content")});
    QCOMPARE(other.integrity, Judgement::Invalid);
}

void CmsTest::contentInsideToo() {
    Manner manner;
    manner.flags &= ~static_cast<unsigned int>(CMS_DETACHED);
    const CmsReading reading = readCms(foreign(m_content, {m_person}, manner), CmsForm::Detached, {m_content});
    QVERIFY(codesOf(reading).contains(u"cms-content-attached"_s));
    QCOMPARE(reading.integrity, Judgement::Invalid);
}

void CmsTest::digestIsASignatureAlgorithm() {
    QByteArray cms = foreign(m_content, {m_person}, {});
    cms.replace(QByteArray::fromHex("0609608648016503040201"),  // sha256
                QByteArray::fromHex("06092a864886f70d01010b")); // sha256WithRSAEncryption
    const CmsReading reading = readCms(cms, CmsForm::Detached, {m_content});
    QVERIFY(codesOf(reading).contains(u"cms-digest-misnamed"_s));
    QCOMPARE(reading.integrity, Judgement::Invalid);
}

void CmsTest::certificateMissing() {
    Manner manner;
    manner.flags |= CMS_NOCERTS;
    const CmsReading reading = readCms(foreign(m_content, {m_person}, manner), CmsForm::Detached, {m_content});
    QCOMPARE(codesOf(reading), QStringList{u"cms-signer-certificate-missing"_s});
    QVERIFY(reading.signerCertificate.isEmpty());
    QVERIFY(reading.integrity != Judgement::Valid);
}

void CmsTest::severalSigners() {
    const CmsReading reading = readCms(foreign(m_content, {m_person, m_elliptic}, {}), CmsForm::Detached, {m_content});
    QVERIFY(codesOf(reading).contains(u"cms-several-signers"_s));
    QCOMPARE(reading.integrity, Judgement::CannotTell);
}

void CmsTest::anotherCertificateOfTheSameKey() {
    // The certificate in the blob exchanged for one of the same length: the signer's identifier no longer finds it.
    const auto key = open(m_person);
    QByteArray cms = *buildDetachedCades(digestOf({m_content}, Digest::Sha256), *key);
    // The name in the certificate alone is altered, so that issuer, serial and key still fit the signature.
    const QByteArray name("Nguyễn Văn A");
    QByteArray altered("Nguyễn Văn B");
    const qsizetype at = cms.indexOf(name);
    QVERIFY(at > 0);
    cms.replace(at, name.size(), altered);
    const CmsReading reading = readCms(cms, CmsForm::Cades, {m_content});
    QCOMPARE(codesOf(reading), QStringList{u"cms-signing-certificate-wrong"_s});
    QCOMPARE(reading.integrity, Judgement::Invalid);
    QVERIFY(!reading.signingCertificateMatches);
}

void CmsTest::sha1ContentStandsForTheDocument_data() {
    QTest::addColumn<bool>("indefiniteLengths");
    QTest::newRow("DER") << false;
    QTest::newRow("BER") << true;
}

void CmsTest::sha1ContentStandsForTheDocument() {
    QFETCH(bool, indefiniteLengths);
    const QByteArray sha1 = QCryptographicHash::hash(m_content, QCryptographicHash::Sha1);
    Manner manner;
    manner.flags &= ~static_cast<unsigned int>(CMS_DETACHED);
    manner.indefiniteLengths = indefiniteLengths;
    const QByteArray cms = foreign(sha1, {m_person}, manner);
    QCOMPARE(cms.startsWith(QByteArray::fromHex("3080")), indefiniteLengths);
    const CmsReading good = readCms(cms + QByteArray(100, '\0'), CmsForm::EnvelopedSha1, {m_content});
    QCOMPARE(codesOf(good), (QStringList{u"cms-signing-certificate-missing"_s, u"cms-weak-digest"_s}));
    QCOMPARE(good.integrity, Judgement::Valid);
    const CmsReading other = readCms(cms, CmsForm::EnvelopedSha1, {QByteArrayView("another content")});
    QCOMPARE(other.integrity, Judgement::Invalid);
    QVERIFY(codesOf(other).contains(u"cms-content-mismatch"_s));
    const CmsReading without = readCms(foreign(m_content, {m_person}, {}), CmsForm::EnvelopedSha1, {m_content});
    QCOMPARE(codesOf(without), QStringList{u"cms-content-missing"_s});
}

void CmsTest::timeStamps() {
    const auto stamper = m_authority->issueTimeStamper(u"Dấu thời gian (bản thử)"_s);
    QVERIFY(stamper);
    const QDateTime time({2026, 3, 5}, {7, 8, 9}, Qt::UTC);
    const QByteArray token = support::stamp(*stamper, digestOf({m_content}, Digest::Sha256), time);
    QVERIFY(!token.isEmpty());
    const CmsReading good = readCms(token, CmsForm::TimeStamp, {m_content});
    QCOMPARE(codesOf(good), QStringList());
    QCOMPARE(good.integrity, Judgement::Valid);
    QCOMPARE(good.stampedTime, std::optional(time));
    QCOMPARE(good.signerCertificate, stamper->certificate);
    const CmsReading other = readCms(token, CmsForm::TimeStamp, {QByteArrayView("another content")});
    QCOMPARE(codesOf(other), QStringList{u"cms-stamp-mismatch"_s});
    QCOMPARE(other.integrity, Judgement::Invalid);
    // A signature is no time-stamp.
    const CmsReading signature = readCms(foreign(m_content, {m_person}, {}), CmsForm::TimeStamp, {m_content});
    QCOMPARE(codesOf(signature), QStringList{u"cms-content-missing"_s});
    QVERIFY(!signature.stampedTime);
}

void CmsTest::timeStampInTheAttributes() {
    const auto key = open(m_person);
    QByteArray bytes = *buildDetachedCades(digestOf({m_content}, Digest::Sha256), *key);
    const auto stamper = m_authority->issueTimeStamper(u"Dấu thời gian (bản thử)"_s);
    const CmsReading before = readCms(bytes, CmsForm::Cades, {m_content});
    QVERIFY(before.timeStampToken.isEmpty());
    const QDateTime time({2026, 3, 5}, {7, 8, 9}, Qt::UTC);
    const QByteArray token = support::stamp(*stamper, digestOf({before.signatureValue}, Digest::Sha256), time);

    const auto* at = reinterpret_cast<const unsigned char*>(bytes.constData());
    const Owner<CMS_ContentInfo, CMS_ContentInfo_free> cms(d2i_CMS_ContentInfo(nullptr, &at, bytes.size()));
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
    CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                  static_cast<int>(token.size()));
    bytes.resize(i2d_CMS_ContentInfo(cms.get(), nullptr));
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    i2d_CMS_ContentInfo(cms.get(), &out);

    const CmsReading reading = readCms(bytes, CmsForm::Cades, {m_content});
    QCOMPARE(reading.integrity, Judgement::Valid);
    QCOMPARE(reading.timeStampToken, token);
    const CmsReading stamp = readCms(reading.timeStampToken, CmsForm::TimeStamp, {reading.signatureValue});
    QCOMPARE(stamp.integrity, Judgement::Valid);
    QCOMPARE(stamp.stampedTime, std::optional(time));
}

void CmsTest::subFilters() {
    QCOMPARE(cmsFormOf(u"adbe.pkcs7.detached"_s), std::optional(CmsForm::Detached));
    QCOMPARE(cmsFormOf(u"adbe.pkcs7.sha1"_s), std::optional(CmsForm::EnvelopedSha1));
    QCOMPARE(cmsFormOf(u"ETSI.CAdES.detached"_s), std::optional(CmsForm::Cades));
    QCOMPARE(cmsFormOf(u"ETSI.RFC3161"_s), std::optional(CmsForm::TimeStamp));
    QVERIFY(!cmsFormOf(u"adbe.x509.rsa_sha1"_s));
    QVERIFY(!cmsFormOf({}));
}

QTEST_GUILESS_MAIN(CmsTest)
#include "cmstest.moc"
