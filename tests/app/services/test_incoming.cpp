// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/incomingpackets.h"
#include "app/services/judgeincoming.h"
#include "app/services/officedesk.h"
#include "app/services/querydocuments.h"
#include "app/store/storesink.h"
#include "exchange/protocol/packetnotice.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

QByteArray sample(const char* name) {
    QFile file(QStringLiteral(CONGVAN_TEST_DATA) + u"/office/"_s + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("test data missing");
    }
    return file.readAll();
}

/// A packet to H99.03; `change` spoils it.
QByteArray packet(const QByteArray& from = {}, const QByteArray& to = {}) {
    QByteArray xml = sample("document.edxml");
    return from.isEmpty() ? xml : xml.replace(from, to);
}

} // namespace

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
    void unknownStatusIsHeld();
    void missingWorkerIsNoVerdict();

private:
    exchange::Result<void> deliver(const QByteArray& bytes, const QString& kind = u"edoc"_s);
    Result<DocumentDetail> received(const QByteArray& bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OfficeStore> m_store;
    std::unique_ptr<docsig::VerifyClient> m_verifier;
    std::unique_ptr<OfficeDesk> m_desk;
    std::unique_ptr<IncomingPackets> m_incoming;
    std::unique_ptr<StoreSink> m_sink;
};

void TestIncoming::init() {
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/đến XXXXXX"_s);
    QDir(m_folder->path()).mkpath(u"spool"_s);
    Profile profile;
    profile.folder = m_folder->path();
    profile.agency.id = *OrganId::parse(u"H99.03");
    profile.person = {.organ = profile.agency.id,
                      .login = u"vanthu"_s,
                      .name = u"Đặng Mỹ Linh"_s,
                      .role = Role::Clerk,
                      .title = {},
                      .unit = {}};
    auto store = OfficeStore::open({.database = {.file = profile.storeFile()},
                                    .blobs = {.folder = profile.objectsFolder(), .syncFolder = {}, .throughDevice = {}},
                                    .owner = profile.person});
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    m_store = std::move(*store);
    m_verifier = std::make_unique<docsig::VerifyClient>(QString(), QString());
    m_desk = std::make_unique<OfficeDesk>(OfficeDesk::Collaborators{.store = *m_store,
                                                                    .verifyClient = *m_verifier,
                                                                    .connect = {},
                                                                    .spoolFolder = m_folder->filePath(u"spool"_s),
                                                                    .clock = {}},
                                          profile);
    m_incoming = std::make_unique<IncomingPackets>(*m_desk);
    m_sink = std::make_unique<StoreSink>(*m_store, *m_incoming);
}

void TestIncoming::cleanup() {
    m_sink.reset();
    m_incoming.reset();
    m_desk.reset();
    m_verifier.reset();
    m_store.reset();
    m_folder.reset();
}

exchange::Result<void> TestIncoming::deliver(const QByteArray& bytes, const QString& kind) {
    const QByteArray sha256 = exchange::sha256Hex(bytes);
    const QString path = m_folder->filePath(u"packet"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("packet not written");
    }
    file.close();
    if (auto kept = m_sink->acceptContent(sha256, path); !kept) {
        return kept;
    }
    exchange::Message message;
    message.header.stream = u"packet/"_s + QString::fromLatin1(sha256);
    message.header.sequence = 1;
    message.header.kind = kind;
    message.header.messageId = QUuid::createUuidV5(QUuid(), sha256).toString(QUuid::WithoutBraces);
    message.header.author = u"H99.02/vanthu"_s;
    message.header.authorAgency = u"H99.02"_s;
    message.header.time = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    message.payload = exchange::packetNoticeXml(
        {.sha256 = sha256, .size = bytes.size(), .kind = kind, .from = u"H99.02"_s, .to = {u"H99.03"_s}});
    message.header.payloadSha256 = exchange::sha256Hex(message.payload);
    message.cites = {sha256};
    message.participants = {u"H99.02"_s, u"H99.03"_s};
    message.header.attachedSha256 = exchange::attachedHash(message.cites, message.participants);
    return m_sink->accept(message);
}

Result<DocumentDetail> TestIncoming::received(const QByteArray& bytes) const {
    return QueryDocuments(*m_desk).detail(documentOfPacket(exchange::sha256Hex(bytes)));
}

void TestIncoming::goodPacketBecomesADocument() {
    QVERIFY(deliver(packet()));
    const auto document = received(packet());
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
    QCOMPARE(document->summary.number, u"07/SNV-VP"_s);
    QCOMPARE(document->signer.fullName, u"Trần Thị Bích Ngọc"_s);
    QCOMPARE(document->issuer.id.text(), u"H99.02"_s);
    QVERIFY(!document->summary.verdict);
    QCOMPARE(document->packetFindings, QStringList());
    const auto pdf = QueryDocuments(*m_desk).mainPdf(document->summary.id);
    QVERIFY(pdf);
    QFile file(*pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("%PDF-1.4\n"));
    QCOMPARE(m_store->verdicts().pending()->size(), 1);
}

void TestIncoming::oddPacketsAreRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("finding");
    QTest::newRow("namespace broken") << packet(" xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "")
                                      << u"packet-prefix-undeclared"_s;
    QTest::newRow("path as attachment name")
        << packet("<edXML:AttachmentName>07.pdf", "<edXML:AttachmentName>../../etc/07.pdf")
        << u"attachment-name-unsafe"_s;
    QTest::newRow("impossible date") << packet("2026/11/20</edXML:Prom", "2026/02/30</edXML:Prom")
                                     << u"packet-date-wrong"_s;
}

void TestIncoming::oddPacketsAreRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, finding);
    QVERIFY(deliver(bytes));
    const auto document = received(bytes);
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
    QVERIFY2(document->packetFindings.contains(finding), qPrintable(document->packetFindings.join(u", "_s)));
    // Whatever it was called, it lies in the object store and nowhere else.
    const auto path = QueryDocuments(*m_desk).mainPdf(document->summary.id);
    QVERIFY(path);
    QVERIFY(path->startsWith(m_folder->filePath(u"objects"_s)));
    QVERIFY(QDir(m_folder->filePath(u"spool"_s)).isEmpty());
}

void TestIncoming::badPacketsAreKeptAsProblems_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("not XML") << QByteArray("%PDF-1.4 this is no packet") << u"packet-not-xml"_s;
    QTest::newRow("cut off") << packet().left(900) << u"packet-not-xml"_s;
    QTest::newRow("document type") << packet("<edXML xmlns", "<!DOCTYPE x [<!ENTITY e 'x'>]><edXML xmlns")
                                   << u"packet-dtd"_s;
    QTest::newRow("not for us") << packet("H99.03", "H99.07") << u"packet-not-for-us"_s;
    QTest::newRow("broken attachment") << packet("JVBERi0xLjQK", "<b/>") << u"packet-content-nested"_s;
    QTest::newRow("other XML") << QByteArray("<html/>") << u"packet-not-edxml"_s;
}

void TestIncoming::badPacketsAreKeptAsProblems() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QVERIFY(deliver(bytes));
    const auto document = received(bytes);
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Problem);
    QCOMPARE(document->summary.problem.code, code);
    QVERIFY(!document->actions.canAccept);
    const auto kept = m_store->blobs().bytes(exchange::sha256Hex(bytes));
    QVERIFY(kept);
    QCOMPARE(*kept, bytes);
    const auto rows = QueryDocuments(*m_desk).list(Folder::ToAccept);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
}

void TestIncoming::badPacketDoesNotBlockTheFeed() {
    QVERIFY(deliver("nonsense"));
    QVERIFY(deliver(packet()));
    const auto document = received(packet());
    QVERIFY(document);
    QCOMPARE(document->summary.state, DocumentState::Arrived);
}

void TestIncoming::deliveredTwiceIsStoredOnce() {
    QVERIFY(deliver(packet()));
    QVERIFY(deliver(packet()));
    const auto rows = QueryDocuments(*m_desk).list(Folder::ToAccept);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
}

void TestIncoming::unknownStatusIsHeld() {
    const QByteArray status = sample("status.edxml");
    QVERIFY(deliver(status, u"status"_s));
    const auto held = m_store->documents().heldStatuses();
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().statusCode, u"03"_s);
    QCOMPARE(held->first().statusTime, QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
}

void TestIncoming::missingWorkerIsNoVerdict() {
    QVERIFY(deliver(packet()));
    JudgeIncoming judging(*m_desk);
    const DocumentId id = documentOfPacket(exchange::sha256Hex(packet()));
    const auto verdict = judging.judge(id);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, u"worker-not-started"_s);
    QVERIFY(!received(packet())->summary.verdict);
    QCOMPARE(judging.pending()->size(), 1);
    const auto judged = judging.judgePending();
    QVERIFY(judged);
    QCOMPARE(*judged, 0);
    QCOMPARE(judging.pending()->size(), 1);
}

QTEST_GUILESS_MAIN(TestIncoming)
#include "test_incoming.moc"
