// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/democertificate.h"
#include "docsig/trust/ocspresponse.h"
#include "docsig/trust/truststore.h"
#include "tests/support/ocspresponder.h"

#include <QTest>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;
using support::OcspManner;

namespace {

QStringList codesOf(const PathJudgement& judgement) {
    QStringList codes;
    for (const Finding& one : judgement.findings) {
        codes.append(one.code);
    }
    return codes;
}

} // namespace

class OcspTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void respondersWithTheRight_data();
    void respondersWithTheRight();
    void respondersWithoutTheRight_data();
    void respondersWithoutTheRight();
    void delegateThatMayBeRevoked();
    void revokedBeatsAll();
    void revokedAfterTheTime();
    void freshness_data();
    void freshness();
    void unknownSaysNothing();
    void responseAboutSomebodyElse();
    void anyChangedByteCounts();
    void responseFromAfterTheEnd();
    void suspensionThatWasLifted();
    void refusalsAreNoResponses();

private:
    [[nodiscard]] OcspManner manner(const DemoKey& signer) const;
    [[nodiscard]] QByteArray ask(const QByteArray& certificate, const OcspManner& how) const;
    [[nodiscard]] TrustStore store(const QList<QByteArray>& responses) const;
    [[nodiscard]] PathJudgement judge(const OcspManner& how, const TrustPolicy& policy = {}) const;
    /// A responder as no authority makes one.
    [[nodiscard]] DemoKey responder(const DemoKey& issuer, EvpKey key, const QString& usage,
                                    const QDateTime& until = {}, bool noCheck = true) const;

    const QDateTime m_now = QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC);
    std::optional<DemoAuthority> m_authority;
    std::optional<DemoAuthority> m_stranger;
    DemoKey m_person;
    DemoKey m_issuer;
    DemoKey m_delegate;
};

void OcspTest::initTestCase() {
    auto authority = DemoAuthority::create(m_now);
    auto stranger = DemoAuthority::create(m_now);
    QVERIFY(authority && stranger);
    m_authority = std::move(*authority);
    m_stranger = std::move(*stranger);
    m_person = m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve).value();
    m_issuer = m_authority->issuerKey(DemoLevel::Intermediate);
    m_delegate = m_authority->issueOcspResponder(DemoLevel::Intermediate).value();
}

OcspManner OcspTest::manner(const DemoKey& signer) const {
    OcspManner how;
    how.signer = signer;
    how.thisUpdate = m_now.addSecs(-60);
    how.nextUpdate = m_now.addDays(1);
    return how;
}

QByteArray OcspTest::ask(const QByteArray& certificate, const OcspManner& how) const {
    return support::ocspAnswer(
        ocspRequestFor(parseCertificate(certificate).get(), parseCertificate(m_issuer.certificate).get()), how);
}

TrustStore OcspTest::store(const QList<QByteArray>& responses) const {
    TrustStore made;
    made.addRoot(m_authority->rootCertificate());
    made.addCrl(m_authority->rootCrl(m_now.addYears(-1), m_now.addYears(10)).value_or(QByteArray()));
    for (const QByteArray& one : responses) {
        made.addOcspResponse(one);
    }
    return made;
}

PathJudgement OcspTest::judge(const OcspManner& how, const TrustPolicy& policy) const {
    return judgePath(m_person.certificate, m_person.issuers, store({ask(m_person.certificate, how)}), m_now,
                     Purpose::DocumentSigning, false, policy);
}

DemoKey OcspTest::responder(const DemoKey& issuer, EvpKey key, const QString& usage, const QDateTime& until,
                            bool noCheck) const {
    const auto* at = reinterpret_cast<const unsigned char*>(issuer.privateKey.constData());
    const EvpKey issuerKey(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(issuer.privateKey.size())));
    DemoCertificate wanted;
    wanted.subject = {{u"CN"_s, u"Trả lời"_s}};
    wanted.notBefore = m_now.addDays(-1);
    wanted.notAfter = until.isValid() ? until : m_now.addYears(1);
    wanted.extendedKeyUsage = usage;
    wanted.noCheck = noCheck;
    const X509Certificate certificate =
        makeDemoCertificate(wanted, key.get(), parseCertificate(issuer.certificate).get(), issuerKey.get());
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freeing<PKCS8_PRIV_KEY_INFO_free>> plain(EVP_PKEY2PKCS8(key.get()));
    return {derOf(certificate.get(), i2d_X509), derOf(plain.get(), i2d_PKCS8_PRIV_KEY_INFO), {}, KeyKind::Rsa};
}

void OcspTest::respondersWithTheRight_data() {
    QTest::addColumn<DemoKey>("signer");
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<bool>("bare");
    QTest::addColumn<bool>("pss");
    QTest::newRow("delegate") << m_delegate << false << false << false;
    QTest::newRow("delegate by key") << m_delegate << true << false << false;
    QTest::newRow("issuer") << m_issuer << false << false << false;
    QTest::newRow("issuer without a certificate") << m_issuer << true << true << false;
    const QString usage = u"OCSPSigning"_s;
    QTest::newRow("RSA") << responder(m_issuer, generateDemoKey(KeyKind::Rsa), usage) << false << false << false;
    QTest::newRow("RSA-PSS") << responder(m_issuer, generateDemoKey(KeyKind::Rsa), usage) << false << false << true;
    QTest::newRow("P-384") << responder(m_issuer, EvpKey(EVP_EC_gen("P-384")), usage) << false << false << false;
    QTest::newRow("Ed25519") << responder(m_issuer, EvpKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")), usage)
                             << false << false << false;
}

void OcspTest::respondersWithTheRight() {
    QFETCH(DemoKey, signer);
    QFETCH(bool, byKey);
    QFETCH(bool, bare);
    QFETCH(bool, pss);
    OcspManner how = manner(signer);
    how.namesItselfByKey = byKey;
    how.withoutCertificate = bare;
    how.pss = pss;
    const PathJudgement judgement = judge(how);
    QCOMPARE(codesOf(judgement), QStringList());
    QCOMPARE(judgement.trust, Judgement::Valid);
    how.revokedAt = [this](const QString&) { return m_now.addSecs(-3600); };
    QCOMPARE(codesOf(judge(how)), QStringList{u"certificate-revoked"_s});
}

void OcspTest::respondersWithoutTheRight_data() {
    QTest::addColumn<DemoKey>("signer");
    QTest::addColumn<bool>("bare");
    const auto key = [] { return generateDemoKey(KeyKind::EllipticCurve); };
    QTest::newRow("a person") << m_person << false;
    QTest::newRow("a server") << responder(m_issuer, key(), u"serverAuth"_s) << false;
    QTest::newRow("any purpose") << responder(m_issuer, key(), u"anyExtendedKeyUsage"_s) << false;
    QTest::newRow("no purpose named") << responder(m_issuer, key(), {}) << false;
    QTest::newRow("ended") << responder(m_issuer, key(), u"OCSPSigning"_s, m_now.addSecs(-3600)) << false;
    QTest::newRow("the root's delegate") << m_authority->issueOcspResponder(DemoLevel::Root).value() << false;
    QTest::newRow("a stranger's delegate") << m_stranger->issueOcspResponder(DemoLevel::Intermediate).value() << false;
    QTest::newRow("a stranger of the issuer's name") << m_stranger->issuerKey(DemoLevel::Intermediate) << false;
    QTest::newRow("the issuer's issuer") << m_authority->issuerKey(DemoLevel::Root) << false;
    QTest::newRow("a delegate that does not show itself") << m_delegate << true;
    // A delegate of a delegate.
    QTest::newRow("a delegate's delegate") << responder(m_delegate, key(), u"OCSPSigning"_s) << false;
}

void OcspTest::respondersWithoutTheRight() {
    QFETCH(DemoKey, signer);
    QFETCH(bool, bare);
    OcspManner how = manner(signer);
    how.withoutCertificate = bare;
    QCOMPARE(codesOf(judge(how)), QStringList{u"revocation-unknown"_s});
    // Nor can it make anybody's certificate revoked.
    how.revokedAt = [this](const QString&) { return m_now.addSecs(-3600); };
    QCOMPARE(codesOf(judge(how)), QStringList{u"revocation-unknown"_s});
}

void OcspTest::delegateThatMayBeRevoked() {
    const DemoKey delegate = m_authority->issueOcspResponder(DemoLevel::Intermediate, false).value();
    const QByteArray response = ask(m_person.certificate, manner(delegate));
    const auto judged = [this](const TrustStore& with) {
        return codesOf(judgePath(m_person.certificate, m_person.issuers, with, m_now));
    };
    TrustStore with = store({response});
    QCOMPARE(judged(with), QStringList{u"revocation-unknown"_s});
    // Its own issuer's list clears it; that list does not reach the time that is asked about, the response does.
    with.addCrl(m_authority->intermediateCrl(m_now.addDays(-1), m_now.addSecs(-30)).value());
    QCOMPARE(judged(with), QStringList());
    m_authority->revoke(delegate.certificate, m_now.addDays(-1));
    TrustStore without = store({response});
    without.addCrl(m_authority->intermediateCrl(m_now.addDays(-1), m_now.addSecs(-30)).value());
    QCOMPARE(judged(without), QStringList{u"revocation-stale"_s});
}

void OcspTest::revokedBeatsAll() {
    const DemoKey person =
        m_authority->issuePerson({u"Bị thu hồi"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve).value();
    OcspManner saysRevoked = manner(m_delegate);
    saysRevoked.revokedAt = [this](const QString&) { return m_now.addSecs(-3600); };
    const QByteArray good = ask(person.certificate, manner(m_delegate));
    const QByteArray bad = ask(person.certificate, saysRevoked);
    const auto judged = [&](const TrustStore& with) {
        return codesOf(judgePath(person.certificate, person.issuers, with, m_now));
    };
    QCOMPARE(judged(store({good})), QStringList());
    QCOMPARE(judged(store({good, bad})), QStringList{u"certificate-revoked"_s});
    QCOMPARE(judged(store({bad, good})), QStringList{u"certificate-revoked"_s});
    TrustStore listGood = store({bad});
    listGood.addCrl(m_authority->intermediateCrl(m_now, m_now.addDays(7)).value());
    QCOMPARE(judged(listGood), QStringList{u"certificate-revoked"_s});
    m_authority->revoke(person.certificate, m_now.addDays(-3));
    TrustStore listBad = store({good});
    listBad.addCrl(m_authority->intermediateCrl(m_now.addDays(-2), m_now.addDays(-1)).value());
    QCOMPARE(judged(listBad), QStringList{u"certificate-revoked"_s});
}

void OcspTest::revokedAfterTheTime() {
    OcspManner how = manner(m_delegate);
    how.thisUpdate = m_now.addDays(3);
    how.nextUpdate = m_now.addDays(4);
    how.revokedAt = [this](const QString&) { return m_now.addDays(2); };
    const PathJudgement judgement = judge(how);
    QCOMPARE(codesOf(judgement), QStringList{u"certificate-revoked-later"_s});
    QCOMPARE(judgement.trust, Judgement::Valid);
}

void OcspTest::freshness_data() {
    QTest::addColumn<int>("from"); // seconds from the time in question
    QTest::addColumn<int>("until");
    QTest::addColumn<int>("produced");
    QTest::addColumn<int>("grace");
    QTest::addColumn<QStringList>("codes");
    const QStringList good;
    const QStringList stale{u"revocation-stale"_s};
    const QStringList unknown{u"revocation-unknown"_s};
    const int day = 86400;
    const int none = INT_MAX;
    QTest::newRow("now") << -60 << day << -60 << 0 << good;
    QTest::newRow("until the second") << -day << 0 << -day << 0 << good;
    QTest::newRow("a second over") << -day << -1 << -day << 0 << stale;
    QTest::newRow("a second over, with grace") << -day << -1 << -day << 1 << good;
    QTest::newRow("grace is no more than it is") << -day << -2 << -day << 1 << stale;
    QTest::newRow("made later") << day << 2 * day << day << 0 << good;
    QTest::newRow("open") << -60 << none << -60 << 0 << good;
    QTest::newRow("open and a day old") << -day - 1 << none << -day - 1 << 0 << stale;
    QTest::newRow("knows before it was made") << 0 << day << -301 << 0 << unknown;
    QTest::newRow("clocks differ a little") << 0 << day << -299 << 0 << good;
}

void OcspTest::freshness() {
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(int, produced);
    QFETCH(int, grace);
    QFETCH(QStringList, codes);
    OcspManner how = manner(m_delegate);
    how.thisUpdate = m_now.addSecs(from);
    how.nextUpdate = until == INT_MAX ? QDateTime() : m_now.addSecs(until);
    how.producedAt = m_now.addSecs(produced);
    TrustPolicy policy;
    policy.revocationGraceSeconds = grace;
    QCOMPARE(codesOf(judge(how, policy)), codes);
}

void OcspTest::unknownSaysNothing() {
    OcspManner how = manner(m_delegate);
    how.unknown = true;
    QCOMPARE(codesOf(judge(how)), QStringList{u"revocation-unknown"_s});
}

void OcspTest::responseAboutSomebodyElse() {
    const DemoKey other =
        m_authority->issuePerson({u"Người khác"_s, {}, {}}, DemoFlaw::None, KeyKind::EllipticCurve).value();
    const TrustStore with = store({ask(other.certificate, manner(m_delegate))});
    QCOMPARE(codesOf(judgePath(m_person.certificate, m_person.issuers, with, m_now)),
             QStringList{u"revocation-unknown"_s});
    QCOMPARE(judgePath(other.certificate, other.issuers, with, m_now).trust, Judgement::Valid);
    // The same serial number of another issuer is another certificate.
    const QByteArray request = ocspRequestFor(parseCertificate(m_person.certificate).get(),
                                              parseCertificate(m_authority->rootCertificate()).get());
    const TrustStore twin = store({support::ocspAnswer(request, manner(m_delegate))});
    QCOMPARE(codesOf(judgePath(m_person.certificate, m_person.issuers, twin, m_now)),
             QStringList{u"revocation-unknown"_s});
}

void OcspTest::anyChangedByteCounts() {
    OcspManner how = manner(m_delegate);
    how.revokedAt = [this](const QString&) { return m_now.addSecs(-3600); };
    const QByteArray response = ask(m_person.certificate, how);
    for (qsizetype at = 0; at < response.size(); at += 3) {
        QByteArray changed = response;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto codes = codesOf(judgePath(m_person.certificate, m_person.issuers, store({changed}), m_now));
        QVERIFY2(codes == QStringList{u"revocation-unknown"_s} || codes == QStringList{u"certificate-revoked"_s},
                 qPrintable(codes.join(u' ')));
    }
}

void OcspTest::responseFromAfterTheEnd() {
    const DemoKey old = m_authority->issuePerson({u"Người cũ"_s, {}, {}}, DemoFlaw::Expired).value();
    const QDateTime end = m_now.addMonths(-1);
    OcspManner how = manner(m_delegate);
    const auto judged = [&] {
        return codesOf(judgePath(old.certificate, old.issuers, store({ask(old.certificate, how)}), m_now.addMonths(-2),
                                 Purpose::DocumentSigning, true));
    };
    // The responder may have forgotten it, unless it says how far back it remembers.
    QVERIFY(judged().contains(u"revocation-unknown"_s));
    how.archiveCutoff = end.addSecs(1);
    QVERIFY(judged().contains(u"revocation-unknown"_s));
    how.archiveCutoff = end;
    QVERIFY(!judged().contains(u"revocation-unknown"_s));
    // That it was revoked counts whenever it is told.
    how.archiveCutoff = {};
    how.revokedAt = [this](const QString&) { return m_now.addMonths(-3); };
    QVERIFY(judged().contains(u"certificate-revoked"_s));
}

void OcspTest::suspensionThatWasLifted() {
    OcspManner held = manner(m_issuer);
    held.onHold = true;
    held.thisUpdate = m_now.addDays(-5);
    held.nextUpdate = m_now.addDays(5);
    held.revokedAt = [this](const QString&) { return m_now.addDays(-6); };
    QCOMPARE(codesOf(judge(held)), QStringList{u"certificate-revoked"_s});
    const QByteArray hold = ask(m_person.certificate, held);
    const auto judged = [&](const OcspManner& newer) {
        return codesOf(
            judgePath(m_person.certificate, m_person.issuers, store({hold, ask(m_person.certificate, newer)}), m_now));
    };
    QCOMPARE(judged(manner(m_delegate)), QStringList());
    // What was lifted after the time in question was on hold at the time.
    OcspManner later = manner(m_delegate);
    later.thisUpdate = m_now.addDays(1);
    later.nextUpdate = m_now.addDays(2);
    QCOMPARE(judged(later), QStringList{u"certificate-revoked"_s});
    // Revocation proper is never lifted.
    held.onHold = false;
    const QByteArray revoked = ask(m_person.certificate, held);
    QCOMPARE(codesOf(judgePath(m_person.certificate, m_person.issuers,
                               store({revoked, ask(m_person.certificate, manner(m_delegate))}), m_now)),
             QStringList{u"certificate-revoked"_s});
}

void OcspTest::refusalsAreNoResponses() {
    TrustStore any;
    QVERIFY(!any.addOcspResponse(support::ocspRefusal()));
    QVERIFY(!any.addOcspResponse("rubbish"));
    QVERIFY(!any.addOcspResponse({}));
    const QByteArray good = ask(m_person.certificate, manner(m_delegate));
    QVERIFY(any.addOcspResponse(good));
    QVERIFY(!any.addOcspResponse(good + 'x'));
    QVERIFY(!any.addOcspResponse(good.first(good.size() - 1)));
}

QTEST_GUILESS_MAIN(OcspTest)
#include "ocsptest.moc"
