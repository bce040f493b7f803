// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/signaturelevel.h"
#include "app/services/evidencequeue.h"
#include "app/services/sealdocument.h"
#include "app/services/senddocument.h"
#include "app/services/signdocument.h"
#include "app/store/database.h"
#include "app/store/transaction.h"
#include "docsig/keys/certificate.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/pades/padesverifier.h"
#include "docsig/pdf/pdfacheck.h"
#include "tests/support/evidenceserver.h"
#include "tests/world/office/codes.h"
#include "tests/world/office/onedesk.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using docsig::Level;
using support::EvidenceFault;
using world::codeOf;
using world::OneDesk;

class TestEvidenceQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutAuthorityNothingWaits();
    void authorityAwayThenBack();
    void wantedWithoutAuthorityIsSaid();
    void whatWasSentKeepsItsBytes();
    void slowAuthorityIsCancelled();
    void triesAreFinite();
    void proofIsRenewedBeforeItEnds();
    void renewalWaitsForTheAuthority();
    void theCalendarComesBackFromTheActs();
    void killedWhileTheAuthorityThinks();
    void commandLineExtendsAnyFile();

private:
    /// Submitted and signed; the receipt.
    Result<SigningReceipt> sign(const DocumentId& id);
    Result<DocumentId> sealed();
    /// Sealed, at B-LTA, and in the calendar of renewals.
    Result<DocumentId> archived();
    void travelTo(const QDateTime& time);
    [[nodiscard]] docsig::SignatureReport judged(const QByteArray& pdf) const;
    [[nodiscard]] QByteArray newestPdf(const DocumentId& id) { return m_desk->pdf(id); }
    struct Outcome {
        int exitCode;
        QJsonObject json;
        QString err;
    };
    [[nodiscard]] static Outcome congvanctl(const QStringList& words);

    std::unique_ptr<OneDesk> m_desk;
    std::unique_ptr<support::EvidenceServer> m_server;
    std::unique_ptr<support::Authorities> m_authorities;
};

void TestEvidenceQueue::init() {
    m_server = std::make_unique<support::EvidenceServer>();
    m_desk = std::make_unique<OneDesk>();
    m_authorities = std::make_unique<support::Authorities>(m_desk->authority(), QDateTime::currentDateTimeUtc());
    m_desk->evidence.timeStampAddress = m_server->stampAddress();
    std::ignore = m_desk->as(Role::Clerk); // the officer's was opened without the address
}

void TestEvidenceQueue::cleanup() {
    m_server.reset();
    m_authorities.reset();
    m_desk.reset();
}

Result<SigningReceipt> TestEvidenceQueue::sign(const DocumentId& id) {
    if (auto submitted = m_desk->submit(id); !submitted) {
        return std::unexpected(submitted.error());
    }
    SignDocument signing(m_desk->as(Role::Leader));
    const auto view = signing.open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    return signing.sign(id, view->sha256, m_desk->signatureKey(), OneDesk::pin());
}

Result<DocumentId> TestEvidenceQueue::sealed() {
    const auto id = m_desk->draft();
    if (!id) {
        return id;
    }
    if (auto done = sign(*id); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = m_desk->number(*id); !done) {
        return std::unexpected(done.error());
    }
    const auto done = m_desk->seal(*id);
    return done ? Result<DocumentId>(*id) : std::unexpected(done.error());
}

Result<DocumentId> TestEvidenceQueue::archived() {
    m_server->serve(*m_authorities);
    const auto id = sealed();
    if (!id) {
        return id;
    }
    const auto done = EvidenceQueue(m_desk->as(Role::Clerk)).complete(*id);
    return done ? Result<DocumentId>(*id) : std::unexpected(done.error());
}

void TestEvidenceQueue::travelTo(const QDateTime& time) {
    m_desk->secondsLater = QDateTime::currentDateTimeUtc().secsTo(time);
    m_authorities->setNow(time);
}

docsig::SignatureReport TestEvidenceQueue::judged(const QByteArray& pdf) const {
    const auto trust = docsig::TrustStore::load(m_desk->path(u"trust"_s));
    return docsig::PadesVerifier(*trust).verify(pdf, {});
}

TestEvidenceQueue::Outcome TestEvidenceQueue::congvanctl(const QStringList& words) {
    QProcess process;
    process.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"), words + QStringList{u"--json"_s});
    process.waitForFinished(120'000);
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestEvidenceQueue::withoutAuthorityNothingWaits() {
    m_desk->evidence = {};
    std::ignore = m_desk->as(Role::Leader);
    const auto id = sealed();
    CONGVAN_VERIFY(id);
    EvidenceQueue queue(m_desk->as(Role::Clerk));
    QVERIFY(queue.list()->isEmpty());
    QCOMPARE(codeOf(queue.complete(*id)), u"evidence-nothing-waits"_s);
    QVERIFY(m_server->http().requests().isEmpty());
}

void TestEvidenceQueue::authorityAwayThenBack() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    const auto receipt = sign(*id); // the server answers 503
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->level, Level::BB);
    QCOMPARE(receipt->wanted, Level::BT);
    QCOMPARE(m_desk->state(*id), DocumentState::Signed);
    const QByteArray plain = newestPdf(*id);
    EvidenceQueue queue(m_desk->as(Role::Leader));
    const auto tried = queue.run();
    CONGVAN_VERIFY(tried);
    QCOMPARE(tried->size(), 1);
    QVERIFY(!tried->first().settled);
    QCOMPARE(tried->first().reached, Level::BB);
    QVERIFY(!tried->first().missing.isEmpty());
    QVERIFY(tried->first().nextAttempt > QDateTime::currentDateTimeUtc());
    QCOMPARE(newestPdf(*id), plain);
    // It waits now, and says why.
    QVERIFY(queue.run()->isEmpty());
    const auto job = queue.jobOf(*id);
    QVERIFY(job && *job);
    QCOMPARE((*job)->attempts, 1);
    QCOMPARE((*job)->missing.size(), tried->first().missing.size());

    m_server->serve(*m_authorities);
    m_desk->secondsLater = 120;
    const auto done = queue.run();
    CONGVAN_VERIFY(done);
    QCOMPARE(done->size(), 1);
    QVERIFY2(done->first().settled, qPrintable(done->first().error.code));
    QCOMPARE(done->first().reached, Level::BT);
    QVERIFY(!*queue.jobOf(*id));
    const QByteArray stamped = newestPdf(*id);
    QVERIFY(stamped.startsWith(plain) && stamped.size() > plain.size());
    QCOMPARE(weakestLevel(judged(stamped)), Level::BT);
    QCOMPARE(m_desk->state(*id), DocumentState::Signed);

    // The flow goes on over the stamped PDF; the seal is wanted at B-LTA.
    CONGVAN_VERIFY(m_desk->number(*id));
    CONGVAN_VERIFY(m_desk->seal(*id));
    EvidenceQueue atTheClerk(m_desk->as(Role::Clerk));
    const auto archived = atTheClerk.complete(*id);
    CONGVAN_VERIFY(archived);
    QVERIFY2(archived->settled, qPrintable(archived->error.code));
    QCOMPARE(archived->reached, Level::BLta);
    const auto report = judged(newestPdf(*id));
    QCOMPARE(report.verdict, docsig::Verdict::Valid);
    QCOMPARE(weakestLevel(report), Level::BLta);
    QCOMPARE(m_desk->state(*id), DocumentState::Sealed);
    CONGVAN_VERIFY(SendDocument(m_desk->as(Role::Clerk)).send(*id));
}

void TestEvidenceQueue::wantedWithoutAuthorityIsSaid() {
    m_desk->evidence = {.timeStampAddress = {}, .level = Level::BLt, .hosts = {}};
    std::ignore = m_desk->as(Role::Leader);
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    const auto receipt = sign(*id);
    CONGVAN_VERIFY(receipt);
    QCOMPARE(receipt->wanted, Level::BLt);
    const auto tried = EvidenceQueue(m_desk->as(Role::Leader)).complete(*id);
    CONGVAN_VERIFY(tried);
    QVERIFY(!tried->settled);
    QVERIFY(!tried->missing.isEmpty() || !tried->error.code.isEmpty());
}

void TestEvidenceQueue::whatWasSentKeepsItsBytes() {
    const auto id = sealed();
    CONGVAN_VERIFY(id);
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    CONGVAN_VERIFY(SendDocument(desk).send(*id));
    const auto before = desk.store().documents().detail(*id);
    CONGVAN_VERIFY(before);
    m_server->serve(*m_authorities);
    const auto done = EvidenceQueue(desk).complete(*id);
    CONGVAN_VERIFY(done);
    QVERIFY2(done->settled, qPrintable(done->error.code));
    const auto after = desk.store().documents().detail(*id);
    CONGVAN_VERIFY(after);
    QCOMPARE(after->pdfSha256, before->pdfSha256);
    QCOMPARE(after->packetSha256, before->packetSha256);
    QCOMPARE(after->revisions, before->revisions);
    QCOMPARE(after->summary.state, DocumentState::Sent);
    QCOMPARE(after->summary.time, before->summary.time);
    QCOMPARE(after->evidenceLevel, Level::BLta);
    const auto copy = desk.store().blobs().bytes(after->evidenceSha256);
    CONGVAN_VERIFY(copy);
    QVERIFY(copy->startsWith(*desk.store().blobs().bytes(after->pdfSha256)));
    QCOMPARE(weakestLevel(judged(*copy)), Level::BLta);
    QCOMPARE(after->contents.last().role, ContentRef::Role::Evidence);
    QVERIFY(after->contents.last().here);
    // It is derived from what is kept.
    CONGVAN_VERIFY(desk.store().rebuild());
    QCOMPARE(desk.store().documents().detail(*id)->evidenceSha256, after->evidenceSha256);
}

void TestEvidenceQueue::slowAuthorityIsCancelled() {
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::Hangs);
    m_server->serve(*m_authorities);
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(sign(*id));
    const QByteArray plain = newestPdf(*id);
    EvidenceQueue queue(m_desk->as(Role::Leader));
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread canceller([&] {
        if (m_server->http().waitForRequests(1)) {
            sinceStop.start();
            stop.request_stop();
        }
    });
    const auto outcome = queue.complete(*id, stop.get_token());
    canceller.join();
    CONGVAN_VERIFY(outcome);
    QVERIFY2(sinceStop.elapsed() < 2000, qPrintable(QString::number(sinceStop.elapsed())));
    QVERIFY(!outcome->settled);
    QCOMPARE(outcome->error.code, u"evidence-cancelled"_s);
    QCOMPARE(newestPdf(*id), plain);
    QVERIFY(*queue.jobOf(*id));
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::None);
    QVERIFY(queue.complete(*id)->settled);
}

void TestEvidenceQueue::triesAreFinite() {
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(sign(*id));
    OfficeDesk& desk = m_desk->as(Role::Leader);
    EvidenceQueue queue(desk);
    auto job = **queue.jobOf(*id);
    job.attempts = EvidenceJobs::mostAttempts - 1;
    CONGVAN_VERIFY(desk.store().evidenceJobs().note(job));
    QCOMPARE(queue.run()->size(), 1);
    m_desk->secondsLater = 400LL * 24 * 3600;
    QVERIFY(queue.run()->isEmpty());
    QVERIFY((*queue.jobOf(*id))->rests);
    m_desk->secondsLater = 0;
    m_server->serve(*m_authorities);
    QVERIFY(queue.complete(*id)->settled); // a person asks
}

/// The calendar wakes a document before its last stamp stops to prove anything, and the new stamp is over the old one.
void TestEvidenceQueue::proofIsRenewedBeforeItEnds() {
    const auto id = archived();
    CONGVAN_VERIFY(id);
    EvidenceQueue queue(m_desk->as(Role::Clerk));
    QVERIFY(!*queue.jobOf(*id));
    const auto planned = queue.renewals();
    CONGVAN_VERIFY(planned);
    QCOMPARE(planned->size(), 1);
    const EvidenceRenewal first = planned->first();
    QCOMPARE(first.document, *id);
    QCOMPARE(first.ends, docsig::describe(m_authorities->stamper().certificate)->notAfter);
    QCOMPARE(first.due, first.ends.addDays(-365));
    const QByteArray before = newestPdf(*id);

    travelTo(first.due.addDays(-1));
    QVERIFY(queue.run()->isEmpty());
    QCOMPARE(newestPdf(*id), before);
    // As long as the authority has the same certificate, another stamp would prove no longer: nothing is added.
    travelTo(first.due.addDays(1));
    const auto useless = queue.run();
    CONGVAN_VERIFY(useless);
    QCOMPARE(useless->size(), 1);
    QCOMPARE(useless->first().error.code, u"renewal-gains-nothing"_s);
    QCOMPARE(newestPdf(*id), before);
    QVERIFY(!*queue.jobOf(*id));
    QVERIFY(queue.run()->isEmpty());

    const QDateTime later = first.due.addDays(40);
    travelTo(later);
    m_authorities->renewStamper(later);
    const auto renewed = queue.run();
    CONGVAN_VERIFY(renewed);
    QCOMPARE(renewed->size(), 1);
    QVERIFY2(renewed->first().settled, qPrintable(renewed->first().error.code));
    const QByteArray after = newestPdf(*id);
    QVERIFY(after.startsWith(before) && after.size() > before.size());
    QCOMPARE(judged(after).signatures.size(), judged(before).signatures.size() + 1);
    // The page was laid out as PDF/A-2b; number, seal, evidence and stamps keep it.
    for (const QByteArray& each : {before, after}) {
        const auto archival = docsig::pdf::checkPdfA(each);
        QVERIFY(archival && archival->part == 2);
        QVERIFY2(archival->holds(), archival->findings.isEmpty() ? "" : qPrintable(archival->findings.first().code));
    }
    const EvidenceRenewal second = queue.renewals()->first();
    QCOMPARE(second.ends, docsig::describe(m_authorities->stamper().certificate)->notAfter);
    QCOMPARE(second.due, second.ends.addDays(-365));
    QVERIFY(queue.run()->isEmpty());
}

void TestEvidenceQueue::renewalWaitsForTheAuthority() {
    const auto id = archived();
    CONGVAN_VERIFY(id);
    EvidenceQueue queue(m_desk->as(Role::Clerk));
    const QByteArray before = newestPdf(*id);
    travelTo(queue.renewals()->first().due.addDays(1));
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::HttpError);
    const auto tried = queue.run();
    CONGVAN_VERIFY(tried);
    QCOMPARE(tried->size(), 1);
    QVERIFY(!tried->first().settled);
    QVERIFY(!tried->first().missing.isEmpty());
    QVERIFY(newestPdf(*id).startsWith(before)); // evidence may have come, a stamp has not
    QVERIFY(*queue.jobOf(*id));
    // It keeps its count and its waiting time: another run does not begin anew.
    QVERIFY(queue.run()->isEmpty());
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::None);
    m_authorities->renewStamper(QDateTime::currentDateTimeUtc().addSecs(m_desk->secondsLater));
    const auto done = queue.complete(*id);
    CONGVAN_VERIFY(done);
    QVERIFY2(done->settled, qPrintable(done->error.code));
    QVERIFY(!*queue.jobOf(*id));
}

/// A calendar that was lost with its store is filled again from what is kept; nothing is stamped for it.
void TestEvidenceQueue::theCalendarComesBackFromTheActs() {
    const auto id = archived();
    CONGVAN_VERIFY(id);
    OfficeDesk& desk = m_desk->as(Role::Clerk);
    EvidenceQueue queue(desk);
    const EvidenceRenewal known = queue.renewals()->first();
    const QByteArray before = newestPdf(*id);
    CONGVAN_VERIFY(desk.store().database().write([](Transaction& transaction) -> Result<void> {
        transaction.change(u"DELETE FROM evidence_renewal"_s);
        return {};
    }));
    QVERIFY(queue.renewals()->isEmpty());
    CONGVAN_VERIFY(desk.store().rebuild());
    QCOMPARE(queue.renewals()->size(), 1);
    const auto looked = queue.run();
    CONGVAN_VERIFY(looked);
    QCOMPARE(looked->size(), 1);
    QVERIFY2(looked->first().settled, qPrintable(looked->first().error.code));
    QCOMPARE(queue.renewals()->first(), known);
    QCOMPARE(newestPdf(*id), before);
    QVERIFY(queue.run()->isEmpty());
}

void TestEvidenceQueue::killedWhileTheAuthorityThinks() {
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::Hangs);
    m_server->serve(*m_authorities);
    const auto id = m_desk->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(sign(*id));
    const QByteArray plain = newestPdf(*id);
    const QStringList office{u"--profile"_s, m_desk->writeProfileFolder(Role::Leader)};
    QProcess program;
    program.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"), QStringList{u"evidence"_s, u"run"_s} + office);
    QVERIFY(m_server->http().waitForRequests(1));
    program.kill();
    QVERIFY(program.waitForFinished());
    // The attempt is counted, nothing else changed.
    EvidenceQueue queue(m_desk->as(Role::Leader));
    const auto job = queue.jobOf(*id);
    QVERIFY(job && *job);
    QCOMPARE((*job)->attempts, 1);
    QCOMPARE(newestPdf(*id), plain);
    // The next program completes it.
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::None);
    const Outcome listed = congvanctl(QStringList{u"evidence"_s, u"list"_s} + office);
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.json[u"waiting"_s].toArray().size(), 1);
    const Outcome done = congvanctl(QStringList{u"evidence"_s, u"run"_s, id->text()} + office);
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QCOMPARE(done.json[u"completed"_s].toInt(), 1);
    QCOMPARE(done.json[u"waiting"_s].toInt(), 0);
    QCOMPARE(weakestLevel(judged(newestPdf(*id))), Level::BT);
}

void TestEvidenceQueue::commandLineExtendsAnyFile() {
    const auto id = sealed();
    CONGVAN_VERIFY(id);
    m_server->serve(*m_authorities);
    const QString in = m_desk->file(u"vào.pdf"_s, newestPdf(*id));
    const QString out = m_desk->path(u"ra.pdf"_s);
    const QStringList words{
        u"extend"_s,   in, u"--tsa"_s, m_server->stampAddress(), u"--trust"_s, m_desk->path(u"trust"_s),
        u"--output"_s, out};
    const Outcome done = congvanctl(words);
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QCOMPARE(done.json[u"level"_s].toString(), u"B-LTA"_s);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(weakestLevel(judged(file.readAll())), Level::BLta);
    // Nothing is overwritten.
    QCOMPARE(congvanctl(words).exitCode, 73);
    // An authority that is away: what could be had is written, and said by the exit code.
    m_authorities->setFault(support::Authorities::stampPath, EvidenceFault::HttpError);
    QStringList elsewhere = words;
    elsewhere.last() = m_desk->path(u"ra 2.pdf"_s);
    const Outcome less = congvanctl(elsewhere);
    QCOMPARE(less.exitCode, 2);
    QVERIFY(!less.json[u"missing"_s].toArray().isEmpty());
    QVERIFY(less.json[u"level"_s].toString() != u"B-LTA"_s);
}

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestEvidenceQueue test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_evidencequeue.moc"
