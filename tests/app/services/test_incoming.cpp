// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/acceptincoming.h"
#include "app/services/judgeincoming.h"
#include "app/services/packetsigning.h"
#include "app/services/querydocuments.h"
#include "app/services/refuseincoming.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "tests/world/office/receivingdesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::officeSample;
using world::ReceivingDesk;
using world::samplePacket;

/// What a receiving desk makes of packets, good and bad, without a server: the very classes that sync calls.
class TestIncoming : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void goodPacketBecomesADocument();
    void oddPacketsAreRead_data();
    void oddPacketsAreRead();
    void badPacketsAreKeptAsProblems_data();
    void badPacketsAreKeptAsProblems();
    void badPacketDoesNotBlockTheFeed();
    void deliveredTwiceIsStoredOnce();
    void whatSeemsToComeAgainIsToldBeforeItIsAccepted();
    void unknownStatusIsHeld();
    void missingWorkerIsNoVerdict();
    void packetSignatureIsToldApart();

private:
    std::unique_ptr<ReceivingDesk> m_at;
};

void TestIncoming::init() {
    m_at = std::make_unique<ReceivingDesk>();
}

void TestIncoming::cleanup() {
    m_at.reset();
}

void TestIncoming::goodPacketBecomesADocument() {
    QVERIFY(m_at->deliver(samplePacket()));
    const auto document = m_at->received(samplePacket());
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
    QCOMPARE(document->summary.number, u"07/SNV-VP"_s);
    QCOMPARE(document->signer.fullName, u"Trần Thị Bích Ngọc"_s);
    QCOMPARE(document->issuer.id.text(), u"H99.02"_s);
    QVERIFY(!document->summary.verdict);
    QCOMPARE(document->packetFindings, QStringList(u"packet-bussiness-missing"_s));
    const auto pdf = QueryDocuments(m_at->desk()).mainPdf(document->summary.id);
    QVERIFY(pdf);
    QFile file(*pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("%PDF-1.4\n"));
    QCOMPARE(m_at->store().verdicts().pending()->size(), 1);
}

void TestIncoming::oddPacketsAreRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("finding");
    QTest::newRow("namespace broken") << samplePacket(" xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "")
                                      << u"packet-prefix-undeclared"_s;
    QTest::newRow("path as attachment name")
        << samplePacket("<edXML:AttachmentName>07.pdf", "<edXML:AttachmentName>../../etc/07.pdf")
        << u"attachment-name-unsafe"_s;
    QTest::newRow("impossible date") << samplePacket("2026/11/20</edXML:Prom", "2026/02/30</edXML:Prom")
                                     << u"packet-date-wrong"_s;
}

void TestIncoming::oddPacketsAreRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, finding);
    QVERIFY(m_at->deliver(bytes));
    const auto document = m_at->received(bytes);
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
    QVERIFY2(document->packetFindings.contains(finding), qPrintable(document->packetFindings.join(u", "_s)));
    // Whatever it was called, it lies in the object store and nowhere else.
    const auto path = QueryDocuments(m_at->desk()).mainPdf(document->summary.id);
    QVERIFY(path);
    QVERIFY(path->startsWith(m_at->path(u"objects"_s)));
    QVERIFY(QDir(m_at->path(u"spool"_s)).isEmpty());
}

void TestIncoming::badPacketsAreKeptAsProblems_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("not XML") << QByteArray("%PDF-1.4 this is no packet") << u"packet-not-xml"_s;
    QTest::newRow("cut off") << samplePacket().left(900) << u"packet-not-xml"_s;
    QTest::newRow("document type") << samplePacket("<edXML xmlns", "<!DOCTYPE x [<!ENTITY e 'x'>]><edXML xmlns")
                                   << u"packet-dtd"_s;
    QTest::newRow("not for us") << samplePacket("H99.03", "H99.07") << u"packet-not-for-us"_s;
    QTest::newRow("broken attachment") << samplePacket("JVBERi0xLjQK", "<b/>") << u"packet-content-nested"_s;
    QTest::newRow("other XML") << QByteArray("<html/>") << u"packet-not-edxml"_s;
}

void TestIncoming::badPacketsAreKeptAsProblems() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QVERIFY(m_at->deliver(bytes));
    const auto document = m_at->received(bytes);
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Problem);
    QCOMPARE(document->summary.problem.code, code);
    QVERIFY(!document->actions.canAccept);
    const auto kept = m_at->store().blobs().bytes(exchange::sha256Hex(bytes));
    QVERIFY(kept);
    QCOMPARE(*kept, bytes);
    const auto rows = QueryDocuments(m_at->desk()).list(Folder::ToAccept);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
}

void TestIncoming::badPacketDoesNotBlockTheFeed() {
    QVERIFY(m_at->deliver("nonsense"));
    QVERIFY(m_at->deliver(samplePacket()));
    const auto document = m_at->received(samplePacket());
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
}

void TestIncoming::deliveredTwiceIsStoredOnce() {
    QVERIFY(m_at->deliver(samplePacket()));
    QVERIFY(m_at->deliver(samplePacket()));
    const auto rows = QueryDocuments(m_at->desk()).list(Folder::ToAccept);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
}

void TestIncoming::whatSeemsToComeAgainIsToldBeforeItIsAccepted() {
    const auto twins = [](const Result<DocumentDetail>& document) {
        QStringList numbers;
        for (const DocumentLink& link : document->links) {
            if (link.kind == DocumentLink::Kind::SameAs) {
                numbers.append(link.number);
            }
        }
        return numbers;
    };
    const QByteArray again = samplePacket("<edXML:AttachmentName>07.pdf", "<edXML:AttachmentName>07 ban 2.pdf");
    const QByteArray nextYear = samplePacket().replace("2026/11/20", "2027/11/20");
    QVERIFY(m_at->deliver(samplePacket()));
    QVERIFY(m_at->deliver(nextYear));
    QCOMPARE(twins(m_at->received(samplePacket())), QStringList()); // numbers begin anew each year
    QVERIFY(m_at->deliver(again));
    QCOMPARE(twins(m_at->received(samplePacket())), QStringList(u"07/SNV-VP"_s));
    const auto second = m_at->received(again);
    QCOMPARE(twins(second), QStringList(u"07/SNV-VP"_s));
    AcceptIncoming accepting(m_at->desk());
    const ArrivalForm form{.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true};
    const auto receipt = accepting.accept(second->summary.id, form);
    QCOMPARE(receipt ? QString() : receipt.error().code, u"arrival-twin"_s);
    // What was sent back is none: it comes again since it had to.
    const auto first = m_at->received(samplePacket());
    Profile profile = m_at->desk().profile();
    profile.agency.name = u"Sở Tài chính"_s;
    m_at->desk().setProfile(profile);
    const auto refused = RefuseIncoming(m_at->desk()).refuse(first->summary.id, u"Thiếu phụ lục"_s);
    QVERIFY2(refused.has_value(), refused ? "" : qPrintable(refused.error().code + refused.error().detail));
    QCOMPARE(twins(m_at->received(again)), QStringList());
}

void TestIncoming::unknownStatusIsHeld() {
    const QByteArray status = officeSample("status.edxml");
    QVERIFY(m_at->deliver(status, u"status"_s));
    const auto held = m_at->store().documents().heldStatuses();
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().statusCode, u"03"_s);
    QCOMPARE(held->first().statusTime, QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
}

void TestIncoming::missingWorkerIsNoVerdict() {
    QVERIFY(m_at->deliver(samplePacket()));
    JudgeIncoming judging(m_at->desk());
    const DocumentId id = documentOfPacket(exchange::sha256Hex(samplePacket()));
    const auto verdict = judging.judge(id);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, u"worker-not-started"_s);
    QVERIFY(!m_at->received(samplePacket())->summary.verdict);
    QCOMPARE(judging.pending()->size(), 1);
    const auto judged = judging.judgePending();
    QVERIFY(judged);
    QCOMPARE(*judged, 0);
    QCOMPARE(judging.pending()->size(), 1);
}

void TestIncoming::packetSignatureIsToldApart() {
    using State = PacketSignatureFacts::State;
    const docsig::Pin pin = docsig::Pin::fromString(u"123456");
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    QVERIFY(authority);
    const auto seal = authority->issueSeal({.officeName = u"Sở Nội vụ tỉnh Mẫu"_s, .organId = u"H99.02"_s});
    QVERIFY(seal && seal->writePkcs12(m_at->path(u"dấu.p12"_s), pin));
    const auto key = docsig::openPkcs12(m_at->path(u"dấu.p12"_s), pin);
    QVERIFY(key);
    KeyPacketSigner signer(**key);
    const auto made = exchange::signPacket(samplePacket(), signer);
    QVERIFY2(made, made ? "" : qPrintable(made.error().code + made.error().detail));

    QVERIFY(m_at->deliver(*made));
    const auto valid = m_at->received(*made);
    QVERIFY(valid);
    QCOMPARE(valid->packetSignature.state, State::Valid);
    QVERIFY(!valid->packetSignature.signer.isEmpty());
    QVERIFY(!valid->summary.verdict); // it is no verdict on the document
    QCOMPARE(valid->pdfSha256, exchange::sha256Hex("%PDF-1.4\n"));

    const QByteArray changed = QByteArray(*made).replace("SNV-VP", "SNV-TC");
    QVERIFY(m_at->deliver(changed));
    const auto wrong = m_at->received(changed);
    QVERIFY(wrong);
    QCOMPARE(wrong->packetSignature.state, State::Wrong);
    QCOMPARE(wrong->packetSignature.reason, u"packet-signature-wrong"_s);
    QCOMPARE(wrong->summary.state, DocumentState::Arrived);

    QVERIFY(m_at->deliver(samplePacket()));
    QCOMPARE(m_at->received(samplePacket())->packetSignature, PacketSignatureFacts());
}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestIncoming test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_incoming.moc"
