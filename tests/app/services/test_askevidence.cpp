// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk asks about documents that came in, whom, and what the verdict becomes.
#include "app/services/askevidence.h"
#include "app/services/judgeincoming.h"
#include "app/services/verifywithevidence.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/pades/padesextender.h"
#include "tests/support/authorities.h"
#include "tests/support/signedsamples.h"
#include "tests/world/office/codes.h"
#include "tests/world/office/receivingdesk.h"

#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using docsig::Judgement;
using support::EvidenceFault;
using world::codeOf;
using world::ReceivingDesk;

namespace {

constexpr QLatin1StringView host("ca.example.vn");

/// Asks the authorities in memory, and only those that it is allowed to.
class AllowedEvidence final : public docsig::EvidenceSource {
public:
    AllowedEvidence(EvidenceAccess access, support::MemoryEvidence& source)
        : m_access(std::move(access))
        , m_source(source) {}

    docsig::Result<QByteArray> fetch(const docsig::EvidenceQuery& query, std::stop_token stop) override {
        if (!m_access.mayAsk(EvidenceAccess::placeOf(query.address))) {
            return std::unexpected(docsig::Error{.code = u"test-not-allowed"_s, .detail = query.address});
        }
        return m_source.fetch(query, std::move(stop));
    }

private:
    EvidenceAccess m_access;
    support::MemoryEvidence& m_source;
};

} // namespace

class TestAskEvidence : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void openingAsksNobody();
    void askingChangesTheVerdict();
    void nobodyUnnamedIsAsked();
    void silentAuthorityIsCancelled();
    void theTimeOfAStampIsAskedFor();
    void nothingIsAskedWhereNothingIsMissing();

private:
    /// The packet that brings this PDF, delivered; the document.
    [[nodiscard]] DocumentId arrived(ReceivingDesk& at, const QByteArray& pdf) const;
    [[nodiscard]] ReceivingDesk::Options options(const QStringList& hosts);
    [[nodiscard]] static docsig::SignatureResult first(const docsig::SignatureReport& report) {
        return report.signatures.value(0);
    }

    std::optional<docsig::CryptoRuntime> m_crypto;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    std::optional<docsig::DemoAuthority> m_authority;
    std::optional<support::Authorities> m_services;
    std::optional<support::MemoryEvidence> m_source;
    QByteArray m_pdf;
};

void TestAskEvidence::initTestCase() {
    m_crypto.emplace();
    m_authority = docsig::DemoAuthority::create(m_now, {}, u"http://"_s + host).value();
    const auto leader =
        samples::opened(m_authority->issuePerson({u"Trần Thị Bưởi"_s, u"Giám đốc"_s, u"Sở Mẫu"_s}).value());
    QVERIFY(leader);
    m_pdf = samples::signedPdf(*leader);
}

void TestAskEvidence::init() {
    m_services.emplace(*m_authority, m_now);
    m_source.emplace(*m_services);
}

ReceivingDesk::Options TestAskEvidence::options(const QStringList& hosts) {
    ReceivingDesk::Options options;
    options.verifyWorker = QStringLiteral(CONGVAN_BIN_DIR "/congvan-verify");
    options.evidence = [this](const EvidenceAccess& access) {
        return std::make_unique<AllowedEvidence>(access, *m_source);
    };
    options.settings.hosts = hosts;
    options.root = m_authority->rootCertificate();
    return options;
}

DocumentId TestAskEvidence::arrived(ReceivingDesk& at, const QByteArray& pdf) const {
    const QByteArray packet = world::samplePacket("JVBERi0xLjQK", pdf.toBase64());
    if (!at.deliver(packet)) {
        qFatal("not delivered");
    }
    return at.received(packet)->summary.id;
}

void TestAskEvidence::openingAsksNobody() {
    ReceivingDesk at(options({host}));
    const DocumentId id = arrived(at, m_pdf);
    JudgeIncoming judging(at.desk());
    const auto verdict = judging.judge(id);
    QVERIFY(verdict);
    QCOMPARE(int(first(verdict->report).trust), int(Judgement::CannotTell));
    QVERIFY(evidenceMayHelp(verdict->report));
    QVERIFY(m_source->asked().isEmpty());
}

void TestAskEvidence::askingChangesTheVerdict() {
    ReceivingDesk at(options({host}));
    const DocumentId id = arrived(at, m_pdf);
    JudgeIncoming judging(at.desk());
    QVERIFY(judging.judge(id));
    AskEvidence asking(at.desk(), judging);
    const auto answer = asking.about(id);
    QVERIFY(answer);
    QVERIFY(!m_source->asked().isEmpty());
    QCOMPARE(int(first(answer->report).trust), int(Judgement::Valid));
    QVERIFY(answer->missing.isEmpty());
    QVERIFY(!evidenceMayHelp(answer->report));
    // It is what the desk knows from now on.
    const auto stored = judging.stored(id);
    QVERIFY(stored && *stored);
    QCOMPARE(int(first((*stored)->report).trust), int(Judgement::Valid));
    QCOMPARE(int((*stored)->verdict), int(answer->verdict));
}

void TestAskEvidence::nobodyUnnamedIsAsked() {
    ReceivingDesk at(options({u"other.example.vn"_s}));
    const DocumentId id = arrived(at, m_pdf);
    JudgeIncoming judging(at.desk());
    AskEvidence asking(at.desk(), judging);
    const auto answer = asking.about(id);
    QVERIFY(answer);
    QVERIFY(m_source->asked().isEmpty());
    QCOMPARE(int(first(answer->report).trust), int(Judgement::CannotTell));
    QVERIFY(!answer->missing.isEmpty());
    QVERIFY(answer->missing.first().detail.contains(host)); // whom a person could allow
    // A person may, this once.
    const auto allowed = asking.about(id, {}, {.hosts = {host}});
    QVERIFY(allowed);
    QCOMPARE(int(first(allowed->report).trust), int(Judgement::Valid));
}

void TestAskEvidence::silentAuthorityIsCancelled() {
    for (const char* path : {"/trung-gian.der", "/trung-gian.crl", "/goc.crl", "/ocsp/trung-gian", "/ocsp/goc"}) {
        m_services->setFault(path, EvidenceFault::Hangs);
    }
    ReceivingDesk at(options({host}));
    const DocumentId id = arrived(at, m_pdf);
    JudgeIncoming judging(at.desk());
    QVERIFY(judging.judge(id));
    AskEvidence asking(at.desk(), judging);
    std::optional<Result<EvidenceAnswer>> answer;
    {
        std::jthread asker([&](std::stop_token stop) { answer = asking.about(id, stop); });
        QTRY_VERIFY_WITH_TIMEOUT(!m_source->asked().isEmpty(), 60000);
    } // asks to stop and waits
    QVERIFY(answer && !*answer);
    QCOMPARE(codeOf(*answer), u"judging-cancelled"_s);
    const auto stored = judging.stored(id);
    QVERIFY(stored && *stored);
    QCOMPARE(int(first((*stored)->report).trust), int(Judgement::CannotTell));
}

void TestAskEvidence::theTimeOfAStampIsAskedFor() {
    docsig::TrustStore root;
    QVERIFY(root.addRoot(m_authority->rootCertificate()));
    const auto stamped =
        docsig::PadesExtender(root, *m_source)
            .extend(m_pdf,
                    {.target = docsig::Level::BT, .timeStampAddress = u"http://"_s + host + u"/tsa"_s, .at = m_now});
    QVERIFY(stamped);
    m_source.emplace(*m_services);
    ReceivingDesk at(options({host}));
    const DocumentId id = arrived(at, stamped->pdf);
    JudgeIncoming judging(at.desk());
    const auto before = judging.judge(id);
    QVERIFY(before);
    QCOMPARE(int(first(before->report).time), int(Judgement::CannotTell));
    const auto answer = AskEvidence(at.desk(), judging).about(id);
    QVERIFY(answer);
    QCOMPARE(int(first(answer->report).time), int(Judgement::Valid));
    QVERIFY(first(answer->report).provenTime.has_value());
    QCOMPARE(int(first(answer->report).trust), int(Judgement::Valid));
}

void TestAskEvidence::nothingIsAskedWhereNothingIsMissing() {
    ReceivingDesk at(options({host}));
    const DocumentId id = arrived(at, handmade::pdfWithTable());
    JudgeIncoming judging(at.desk());
    const auto answer = AskEvidence(at.desk(), judging).about(id);
    QVERIFY(answer);
    QCOMPARE(int(answer->report.verdict), int(docsig::Verdict::Unsigned));
    QVERIFY(m_source->asked().isEmpty());
}

QTEST_GUILESS_MAIN(TestAskEvidence)
#include "test_askevidence.moc"
