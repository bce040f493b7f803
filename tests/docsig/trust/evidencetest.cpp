// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/evidence.h"
#include "docsig/cms/derwriter.h"
#include "docsig/keys/democertificate.h"
#include "docsig/trust/signingcertificatecheck.h"
#include "tests/support/authorities.h"

#include <QTest>

#include <openssl/x509v3.h>

#include <thread>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;
using support::Authorities;
using support::EvidenceFault;
using support::MemoryEvidence;

namespace {

QStringList codesOf(const QList<Finding>& findings) {
    QStringList codes;
    for (const Finding& one : findings) {
        codes.append(one.code);
    }
    return codes;
}

/// A certs-only CMS (P7C).
QByteArray p7cOf(const QList<QByteArray>& certificates) {
    const QByteArray data = derElement(0x30, QByteArray::fromHex("06092a864886f70d010701"));
    const QByteArray body = QByteArray::fromHex("020101") + derElement(0x31, {}) + data +
                            derElement(0xa0, certificates.join()) + derElement(0x31, {});
    return derElement(0x30, QByteArray::fromHex("06092a864886f70d010702") + derElement(0xa0, derElement(0x30, body)));
}

EvpKey privateKeyOf(const DemoKey& key) {
    const auto* at = reinterpret_cast<const unsigned char*>(key.privateKey.constData());
    return EvpKey(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(key.privateKey.size())));
}

} // namespace

class EvidenceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void ocspIsEnough();
    void stamperToo();
    void listsStandIn_data();
    void listsStandIn();
    void nothingToBeHad_data();
    void nothingToBeHad();
    void whatIsKnownIsNotAskedFor();
    void revokedIsAnAnswer();
    void missingIssuerIsFetched_data();
    void missingIssuerIsFetched();
    void issuersThatNameEachOther();
    void floodOfIssuers();
    void issuerIsFetchedForACrowdedFile();
    void listOfAPart_data();
    void listOfAPart();
    void delegateThatMayBeRevoked();
    void stopEndsIt();
    void certificateThatIsNone();
    void evidenceIsAdded();
    void goodCertificateMaySign();
    void certificateThatMustNotSign_data();
    void certificateThatMustNotSign();
    void certificateOfWhichLittleIsKnown();

private:
    [[nodiscard]] Evidence collect(const QByteArray& certificate, const QList<QByteArray>& others = {},
                                   const Evidence& known = {});
    [[nodiscard]] PathJudgement judgedWith(const Evidence& evidence, const QByteArray& certificate,
                                           Purpose purpose = Purpose::DocumentSigning) const;
    [[nodiscard]] DemoKey made(DemoCertificate wanted, const DemoKey& issuer, EvpKey key) const;

    const QDateTime m_now = QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC);
    std::optional<DemoAuthority> m_authority;
    std::optional<Authorities> m_services;
    std::optional<MemoryEvidence> m_source;
    TrustStore m_store;
    DemoKey m_person;
};

void EvidenceTest::initTestCase() {
    auto authority = DemoAuthority::create(m_now, {}, u"http://bang-chung.ban-thu.invalid"_s);
    QVERIFY(authority);
    m_authority = std::move(*authority);
    m_person = m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}).value();
    m_store.addRoot(m_authority->rootCertificate());
    m_services.emplace(*m_authority, m_now);
}

void EvidenceTest::init() {
    m_services->restore(m_now);
    m_source.emplace(*m_services);
}

Evidence EvidenceTest::collect(const QByteArray& certificate, const QList<QByteArray>& others, const Evidence& known) {
    return collectEvidence(certificate, others, m_store, known, m_now, *m_source);
}

PathJudgement EvidenceTest::judgedWith(const Evidence& evidence, const QByteArray& certificate, Purpose purpose) const {
    TrustStore store = m_store;
    for (const QByteArray& one : evidence.lists) {
        store.addCrl(one);
    }
    for (const QByteArray& one : evidence.ocspResponses) {
        store.addOcspResponse(one);
    }
    return judgePath(certificate, evidence.certificates, store, m_now, purpose, true);
}

DemoKey EvidenceTest::made(DemoCertificate wanted, const DemoKey& issuer, EvpKey key) const {
    wanted.notBefore = m_now.addDays(-1);
    wanted.notAfter = m_now.addYears(1);
    const X509Certificate certificate =
        makeDemoCertificate(wanted, key.get(), parseCertificate(issuer.certificate).get(), privateKeyOf(issuer).get());
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freeing<PKCS8_PRIV_KEY_INFO_free>> plain(EVP_PKEY2PKCS8(key.get()));
    return {derOf(certificate.get(), i2d_X509), derOf(plain.get(), i2d_PKCS8_PRIV_KEY_INFO), {}, KeyKind::Rsa};
}

void EvidenceTest::ocspIsEnough() {
    const Evidence evidence = collect(m_person.certificate, m_person.issuers);
    QVERIFY(evidence.isComplete());
    QCOMPARE(m_source->asked(), (QList<QByteArray>{"/ocsp/trung-gian", "/ocsp/goc"}));
    QCOMPARE(evidence.ocspResponses.size(), 2);
    QCOMPARE(evidence.lists.size(), 0);
    QCOMPARE(evidence.certificates.size(), 5); // the path of three and two responders
    QCOMPARE(evidence.certificates.first(3),
             (QList<QByteArray>{m_person.certificate, m_authority->intermediateCertificate(),
                                m_authority->rootCertificate()}));
    const PathJudgement judgement = judgedWith(evidence, m_person.certificate);
    QCOMPARE(codesOf(judgement.findings), QStringList());
    QCOMPARE(judgement.trust, Judgement::Valid);
}

void EvidenceTest::stamperToo() {
    const QByteArray certificate = m_services->stamper().certificate;
    const Evidence evidence = collect(certificate);
    QVERIFY(evidence.isComplete());
    QCOMPARE(judgedWith(evidence, certificate, Purpose::TimeStamping).trust, Judgement::Valid);
}

void EvidenceTest::listsStandIn_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("out of order") << int(EvidenceFault::HttpError);
    QTest::newRow("a page") << int(EvidenceFault::Garbage);
    QTest::newRow("too large") << int(EvidenceFault::Oversize);
    QTest::newRow("try later") << int(EvidenceFault::Refused);
    QTest::newRow("changed on the way") << int(EvidenceFault::Broken);
}

void EvidenceTest::listsStandIn() {
    QFETCH(int, fault);
    m_services->setFault("/ocsp/goc", EvidenceFault(fault));
    m_services->setFault("/ocsp/trung-gian", EvidenceFault(fault));
    const Evidence evidence = collect(m_person.certificate, m_person.issuers);
    QVERIFY(evidence.isComplete());
    QCOMPARE(m_source->asked(), (QList<QByteArray>{"/ocsp/trung-gian", "/trung-gian.crl", "/ocsp/goc", "/goc.crl"}));
    QCOMPARE(evidence.ocspResponses.size(), 0);
    QCOMPARE(evidence.lists.size(), 2);
    QCOMPARE(judgedWith(evidence, m_person.certificate).trust, Judgement::Valid);
}

void EvidenceTest::nothingToBeHad_data() {
    listsStandIn_data();
}

void EvidenceTest::nothingToBeHad() {
    QFETCH(int, fault);
    for (const QByteArray path : {"/ocsp/trung-gian", "/trung-gian.crl"}) {
        m_services->setFault(path, EvidenceFault(fault));
    }
    if (EvidenceFault(fault) == EvidenceFault::Refused) { // a list can't refuse
        m_services->setFault("/trung-gian.crl", EvidenceFault::HttpError);
    }
    const Evidence evidence = collect(m_person.certificate, m_person.issuers);
    QCOMPARE(codesOf(evidence.missing), QStringList{u"evidence-revocation-missing"_s});
    QCOMPARE(evidence.missing.constFirst().place, u"Nguyễn Văn A"_s);
    QCOMPARE(evidence.missing.constFirst().part, Part::Trust);
    QVERIFY(evidence.missing.constFirst().detail.contains(u"trung-gian.crl"_s));
    QCOMPARE(evidence.ocspResponses.size(), 1); // the intermediate's own
    QCOMPARE(evidence.lists.size(), 0);
}

void EvidenceTest::whatIsKnownIsNotAskedFor() {
    const Evidence first = collect(m_person.certificate, m_person.issuers);
    const qsizetype asked = m_source->asked().size();
    const Evidence again = collect(m_person.certificate, {}, first);
    QCOMPARE(m_source->asked().size(), asked);
    QCOMPARE(again, first);
    // A day later it is stale, and is asked for anew.
    m_services->setNow(m_now.addDays(2));
    const Evidence later = collectEvidence(m_person.certificate, {}, m_store, first, m_now.addDays(2), *m_source);
    QVERIFY(later.isComplete());
    QCOMPARE(m_source->asked().size(), asked + 2);
    QVERIFY(later.ocspResponses != first.ocspResponses);
}

void EvidenceTest::revokedIsAnAnswer() {
    const DemoKey key = m_authority->issuePerson({u"Bị thu hồi"_s, {}, {}}).value();
    m_authority->revoke(key.certificate, m_now.addDays(-1));
    const Evidence evidence = collect(key.certificate, key.issuers);
    QVERIFY(evidence.isComplete());
    QCOMPARE(codesOf(judgedWith(evidence, key.certificate).findings), QStringList{u"certificate-revoked"_s});
}

void EvidenceTest::missingIssuerIsFetched_data() {
    QTest::addColumn<QByteArray>("answer");
    const QByteArray issuer = m_authority->intermediateCertificate();
    QTest::newRow("DER") << issuer;
    QTest::newRow("P7C") << p7cOf({m_authority->rootCertificate(), issuer});
    QTest::newRow("PEM") << QByteArray("-----BEGIN CERTIFICATE-----\n" + issuer.toBase64() +
                                       "\n-----END CERTIFICATE-----\n");
}

void EvidenceTest::missingIssuerIsFetched() {
    QFETCH(QByteArray, answer);
    m_services->setAnswer("/trung-gian.der", answer);
    const Evidence evidence = collect(m_person.certificate);
    QVERIFY(evidence.isComplete());
    QCOMPARE(m_source->asked().constFirst(), "/trung-gian.der");
    QCOMPARE(judgedWith(evidence, m_person.certificate).trust, Judgement::Valid);
    // A root that was fetched is not trusted for that.
    const Evidence strange = collectEvidence(m_person.certificate, {}, TrustStore(), {}, m_now, *m_source);
    QVERIFY(codesOf(strange.missing).contains(u"evidence-issuer-missing"_s));
}

void EvidenceTest::issuersThatNameEachOther() {
    // A was issued by B, B by A, and each says that the other is to be had.
    DemoCertificate a;
    a.basicConstraints = u"critical,CA:TRUE"_s;
    a.keyUsage = u"critical,keyCertSign,cRLSign"_s;
    DemoCertificate b = a;
    a.subject = {{u"CN"_s, u"A"_s}};
    b.subject = {{u"CN"_s, u"B"_s}};
    a.issuerAddress = u"http://bang-chung.ban-thu.invalid/b.der"_s;
    b.issuerAddress = u"http://bang-chung.ban-thu.invalid/a.der"_s;
    const DemoKey start = m_authority->issuerKey(DemoLevel::Root);
    const DemoKey firstA = made(a, start, generateDemoKey(KeyKind::EllipticCurve));
    const DemoKey madeB = made(b, firstA, generateDemoKey(KeyKind::EllipticCurve));
    const DemoKey madeA = made(a, madeB, privateKeyOf(firstA));
    DemoCertificate leaf;
    leaf.subject = {{u"CN"_s, u"Lá"_s}};
    leaf.issuerAddress = a.issuerAddress;
    const DemoKey person = made(leaf, madeB, generateDemoKey(KeyKind::EllipticCurve));
    m_services->setAnswer("/a.der", madeA.certificate);
    m_services->setAnswer("/b.der", madeB.certificate);
    const Evidence evidence = collectEvidence(person.certificate, {}, TrustStore(), {}, m_now, *m_source);
    QVERIFY(codesOf(evidence.missing).contains(u"evidence-issuer-missing"_s));
    QVERIFY2(m_source->asked().size() <= 4, qPrintable(QString::number(m_source->asked().size())));
}

void EvidenceTest::floodOfIssuers() {
    QList<QByteArray> many;
    for (int i = 0; i < 200; ++i) {
        DemoCertificate wanted;
        wanted.subject = {{u"CN"_s, QString::number(i)}};
        many.append(
            made(wanted, m_authority->issuerKey(DemoLevel::Root), generateDemoKey(KeyKind::EllipticCurve)).certificate);
    }
    m_services->setAnswer("/trung-gian.der", p7cOf(many));
    const Evidence evidence = collect(m_person.certificate);
    QVERIFY(codesOf(evidence.missing).contains(u"evidence-issuer-missing"_s));
    QVERIFY(evidence.certificates.size() < 5);
    QVERIFY(m_source->asked().size() < 10);
}

void EvidenceTest::issuerIsFetchedForACrowdedFile() {
    // A security store of many signers is no reason not to find the issuer of one.
    Evidence known;
    for (int i = 0; i < 80; ++i) {
        DemoCertificate wanted;
        wanted.subject = {{u"CN"_s, QString::number(i)}};
        known.certificates.append(
            made(wanted, m_authority->issuerKey(DemoLevel::Root), generateDemoKey(KeyKind::EllipticCurve)).certificate);
    }
    const Evidence evidence = collect(m_person.certificate, {}, known);
    QVERIFY(evidence.isComplete());
    QCOMPARE(m_source->asked().constFirst(), "/trung-gian.der");
    QCOMPARE(judgedWith(evidence, m_person.certificate).trust, Judgement::Valid);
    // And one that is there need not be fetched.
    known.certificates.append(m_authority->intermediateCertificate());
    QVERIFY(collect(m_person.certificate, {}, known).isComplete());
    QCOMPARE(m_source->asked().count("/trung-gian.der"), 1);
}

void EvidenceTest::listOfAPart_data() {
    QTest::addColumn<QString>("point");
    QTest::addColumn<bool>("counts");
    const QString own = u"fullname:URI:http://bang-chung.ban-thu.invalid/trung-gian.crl"_s;
    QTest::newRow("its own") << own << true;
    QTest::newRow("its own, users") << own + u",onlyuser:TRUE"_s << true;
    QTest::newRow("its own, authorities") << own + u",onlyCA:TRUE"_s << false;
    QTest::newRow("its own, some reasons") << own + u",onlysomereasons:keyCompromise"_s << false;
    QTest::newRow("its own, indirect") << own + u",indirectCRL:TRUE"_s << false;
    QTest::newRow("its own, attributes") << own + u",onlyAA:TRUE"_s << false;
    QTest::newRow("another") << u"fullname:URI:http://bang-chung.ban-thu.invalid/khac.crl"_s << false;
}

void EvidenceTest::listOfAPart() {
    QFETCH(QString, point);
    QFETCH(bool, counts);
    const DemoKey issuer = m_authority->issuerKey(DemoLevel::Intermediate);
    const X509List list =
        parseRevocationList(m_authority->intermediateCrl(m_now.addDays(-1), m_now.addDays(7)).value());
    X509V3_CTX context{};
    X509V3_set_ctx_nodb(&context);
    const std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>> extension(X509V3_EXT_conf_nid(
        nullptr, &context, NID_issuing_distribution_point, (u"critical,"_s + point).toLatin1().constData()));
    QVERIFY(extension);
    QVERIFY(X509_CRL_add_ext(list.get(), extension.get(), -1) == 1);
    QVERIFY(X509_CRL_sign(list.get(), privateKeyOf(issuer).get(), EVP_sha256()) > 0);
    m_services->setFault("/ocsp/trung-gian", EvidenceFault::HttpError);
    m_services->setAnswer("/trung-gian.crl", derOf(list.get(), i2d_X509_CRL));
    const Evidence evidence = collect(m_person.certificate, m_person.issuers);
    QCOMPARE(evidence.isComplete(), counts);
    QCOMPARE(evidence.lists.size(), counts ? 1 : 0);
}

void EvidenceTest::delegateThatMayBeRevoked() {
    support::OcspManner manner;
    manner.signer = m_authority->issueOcspResponder(DemoLevel::Intermediate, false).value();
    manner.producedAt = m_now.addSecs(-60);
    m_services->setOcspManner(DemoLevel::Intermediate, manner);
    // The list that clears the delegate had ended a little before the time in question: alone it is not enough.
    m_services->setAnswer("/trung-gian.crl",
                          m_authority->intermediateCrl(m_now.addDays(-1), m_now.addSecs(-30)).value());
    const Evidence evidence = collect(m_person.certificate, m_person.issuers);
    QVERIFY(evidence.isComplete());
    QVERIFY(evidence.certificates.contains(manner.signer.certificate));
    QCOMPARE(evidence.ocspResponses.size(), 2);
    QCOMPARE(evidence.lists.size(), 1);
    QCOMPARE(judgedWith(evidence, m_person.certificate).trust, Judgement::Valid);
}

void EvidenceTest::stopEndsIt() {
    m_services->setFault("/ocsp/trung-gian", EvidenceFault::Hangs);
    std::stop_source stop;
    Evidence evidence;
    std::jthread asking([&] {
        evidence =
            collectEvidence(m_person.certificate, m_person.issuers, m_store, {}, m_now, *m_source, stop.get_token());
    });
    QTRY_VERIFY(!m_source->asked().isEmpty());
    stop.request_stop();
    asking.join();
    QCOMPARE(codesOf(evidence.missing),
             (QStringList{u"evidence-revocation-missing"_s, u"evidence-revocation-missing"_s}));
    QCOMPARE(m_source->asked().size(), 1);
}

void EvidenceTest::certificateThatIsNone() {
    const Evidence evidence = collect("rubbish");
    QCOMPARE(codesOf(evidence.missing), QStringList{u"evidence-certificate-unreadable"_s});
    QVERIFY(m_source->asked().isEmpty());
}

void EvidenceTest::evidenceIsAdded() {
    const Evidence one = collect(m_person.certificate, m_person.issuers);
    Evidence sum = one;
    sum.add(one);
    QCOMPARE(sum, one);
    const Evidence other = collect(m_services->stamper().certificate);
    sum.add(other);
    QCOMPARE(sum.ocspResponses.size(), 3 + (one.ocspResponses.contains(other.ocspResponses.constLast()) ? 0 : 1));
    QCOMPARE(QSet<QByteArray>(sum.certificates.begin(), sum.certificates.end()).size(), sum.certificates.size());
}

void EvidenceTest::goodCertificateMaySign() {
    const SigningCertificateCheck check = checkSigningCertificate({m_person.certificate}, m_store, m_now, &*m_source);
    QCOMPARE(codesOf(check.findings), QStringList());
    QVERIFY(check.maySign() && !check.needsWarning());
    QVERIFY(check.evidence.isComplete());
}

void EvidenceTest::certificateThatMustNotSign_data() {
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QString>("code");
    const auto flawed = [this](DemoFlaw flaw) { return m_authority->issuePerson({u"Ai đó"_s, {}, {}}, flaw).value(); };
    QTest::newRow("ended") << flawed(DemoFlaw::Expired).certificate << u"certificate-expired"_s;
    QTest::newRow("not begun") << flawed(DemoFlaw::NotYetValid).certificate << u"certificate-not-yet-valid"_s;
    QTest::newRow("wrong usage") << flawed(DemoFlaw::WrongUsage).certificate << u"certificate-wrong-purpose"_s;
    QTest::newRow("no certificate") << QByteArray("rubbish") << u"certificate-unreadable"_s;
    QTest::newRow("nothing") << QByteArray() << u"certificate-unreadable"_s;
    const QByteArray revoked = flawed(DemoFlaw::None).certificate;
    m_authority->revoke(revoked, m_now.addDays(-1));
    QTest::newRow("revoked") << revoked << u"certificate-revoked"_s;
    const QByteArray held = flawed(DemoFlaw::None).certificate;
    m_authority->revoke(held, m_now.addDays(-1), true);
    QTest::newRow("suspended") << held << u"certificate-revoked"_s;
    DemoCertificate wanted;
    wanted.subject = {{u"CN"_s, u"Khóa"_s}};
    const DemoKey issuer = m_authority->issuerKey(DemoLevel::Intermediate);
    QTest::newRow("RSA 1024") << made(wanted, issuer, EvpKey(EVP_RSA_gen(1024))).certificate
                              << u"signing-key-too-short"_s;
    QTest::newRow("P-224") << made(wanted, issuer, EvpKey(EVP_EC_gen("P-224"))).certificate
                           << u"signing-key-too-short"_s;
    QTest::newRow("Ed25519") << made(wanted, issuer, EvpKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))).certificate
                             << u"signing-key-not-allowed"_s;
}

void EvidenceTest::certificateThatMustNotSign() {
    QFETCH(QByteArray, certificate);
    QFETCH(QString, code);
    const QList<QByteArray> chain = certificate.isEmpty()
                                        ? QList<QByteArray>()
                                        : QList<QByteArray>{certificate, m_authority->intermediateCertificate()};
    const SigningCertificateCheck check = checkSigningCertificate(chain, m_store, m_now, &*m_source);
    QVERIFY(!check.maySign());
    QVERIFY(!check.needsWarning());
    QVERIFY2(codesOf(check.findings).contains(code), qPrintable(codesOf(check.findings).join(u' ')));
}

void EvidenceTest::certificateOfWhichLittleIsKnown() {
    const QList<QByteArray> chain{m_person.certificate, m_authority->intermediateCertificate()};
    // Nobody to ask: the signer is warned.
    const SigningCertificateCheck offline = checkSigningCertificate(chain, m_store, m_now);
    QVERIFY(offline.maySign() && offline.needsWarning());
    QCOMPARE(codesOf(offline.findings), (QStringList{u"revocation-unknown"_s, u"revocation-unknown"_s}));
    const SigningCertificateCheck stranger = checkSigningCertificate(chain, TrustStore(), m_now, &*m_source);
    QVERIFY(stranger.maySign() && stranger.needsWarning());
    QCOMPARE(codesOf(stranger.findings), QStringList{u"path-unknown-root"_s});
}

QTEST_GUILESS_MAIN(EvidenceTest)
#include "evidencetest.moc"
