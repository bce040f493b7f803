// SPDX-License-Identifier: GPL-3.0-or-later
// docsig's questions over real HTTP: a demo authority that serves, and the program's own way to the network.
#include "app/runtime/httpevidencesource.h"
#include "docsig/cms/cadesbuilder.h"
#include "docsig/cms/timestamprequest.h"
#include "docsig/trust/signingcertificatecheck.h"
#include "tests/support/evidenceserver.h"

#include <QTest>

#include <thread>

using namespace docsig;
using namespace Qt::Literals::StringLiterals;
using support::Authorities;
using support::EvidenceFault;
using support::EvidenceServer;

class EvidenceOverHttpTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everythingIsCollected();
    void timeStampComes();
    void wrongAnswers_data();
    void wrongAnswers();
    void waitCanBeCancelled();

private:
    [[nodiscard]] Result<QByteArray> stamp(std::stop_token stop = {}) const;
    [[nodiscard]] app::EvidenceSourceOptions options() const;

    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    EvidenceServer m_server;
    std::optional<DemoAuthority> m_authority;
    std::optional<Authorities> m_services;
    TrustStore m_store;
    DemoKey m_person;
};

void EvidenceOverHttpTest::initTestCase() {
    auto authority = DemoAuthority::create(m_now, {}, m_server.url());
    QVERIFY(authority);
    m_authority = std::move(*authority);
    m_person = m_authority->issuePerson({u"Nguyễn Văn A"_s, {}, {}}).value();
    m_store.addRoot(m_authority->rootCertificate());
    m_services.emplace(*m_authority, m_now);
    m_server.serve(*m_services);
}

void EvidenceOverHttpTest::init() {
    m_services->restore(m_now);
}

app::EvidenceSourceOptions EvidenceOverHttpTest::options() const {
    app::EvidenceSourceOptions made;
    made.access.allow(m_server.url());
    return made;
}

Result<QByteArray> EvidenceOverHttpTest::stamp(std::stop_token stop) const {
    const auto request = makeTimeStampRequest(digestOf({QByteArrayView("hello")}, Digest::Sha384), Digest::Sha384);
    app::HttpEvidenceSource source(options());
    const auto answer =
        source.fetch({EvidenceQuery::Kind::TimeStamp, m_server.stampAddress(), request->der}, std::move(stop));
    return answer ? tokenFromAnswer(*answer, *request) : answer;
}

void EvidenceOverHttpTest::everythingIsCollected() {
    app::HttpEvidenceSource source(options());
    const SigningCertificateCheck check = checkSigningCertificate({m_person.certificate}, m_store, m_now, &source);
    QVERIFY(check.maySign() && !check.needsWarning());
    QVERIFY(check.evidence.isComplete());
    QCOMPARE(check.evidence.ocspResponses.size(), 2);
    m_services->setFault("/ocsp/trung-gian", EvidenceFault::HttpError);
    m_services->setFault("/ocsp/goc", EvidenceFault::HttpError);
    const Evidence lists = collectEvidence(m_person.certificate, {}, m_store, {}, m_now, source);
    QVERIFY(lists.isComplete());
    QCOMPARE(lists.lists.size(), 2);
}

void EvidenceOverHttpTest::timeStampComes() {
    const auto token = stamp();
    QVERIFY(token);
    QVERIFY(!token->isEmpty());
}

void EvidenceOverHttpTest::wrongAnswers_data() {
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("out of order") << int(EvidenceFault::HttpError) << u"evidence-http-status"_s;
    QTest::newRow("too large") << int(EvidenceFault::Oversize) << u"evidence-too-large"_s;
    QTest::newRow("a page") << int(EvidenceFault::Garbage) << u"time-stamp-answer-unreadable"_s;
    QTest::newRow("refused") << int(EvidenceFault::Refused) << u"time-stamp-refused"_s;
    QTest::newRow("other nonce") << int(EvidenceFault::OtherNonce) << u"time-stamp-answer-foreign"_s;
    QTest::newRow("other imprint") << int(EvidenceFault::OtherImprint) << u"time-stamp-answer-foreign"_s;
    QTest::newRow("broken") << int(EvidenceFault::Broken) << u"time-stamp-answer-wrong"_s;
}

void EvidenceOverHttpTest::wrongAnswers() {
    QFETCH(int, fault);
    QFETCH(QString, code);
    m_services->setFault(Authorities::stampPath, EvidenceFault(fault));
    const auto token = stamp();
    QVERIFY(!token);
    QCOMPARE(token.error().code, code);
}

void EvidenceOverHttpTest::waitCanBeCancelled() {
    m_services->setFault(Authorities::stampPath, EvidenceFault::Hangs);
    const qsizetype before = m_server.http().requests().size();
    std::stop_source stop;
    std::optional<Result<QByteArray>> token;
    std::jthread asking([&] { token = stamp(stop.get_token()); });
    QTRY_COMPARE(m_server.http().requests().size(), before + 1);
    stop.request_stop();
    asking.join();
    QVERIFY(token && !*token);
    QCOMPARE(token->error().code, u"evidence-cancelled"_s);
}

QTEST_GUILESS_MAIN(EvidenceOverHttpTest)
#include "test_evidenceoverhttp.moc"
