// SPDX-License-Identifier: GPL-3.0-or-later
// Initials before the leader's signature (ký nháy): a step that an office may want, and what stands after it.
#include "app/runtime/demotexts.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

constexpr double millimetre = 72 / 25.4;

DocumentDetail detailAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? *detail : DocumentDetail{.summary = {.id = id, .state = DocumentState::Problem}};
}

QStringList fieldsOf(const docsig::SignatureReport& report) {
    QStringList names;
    for (const docsig::SignatureResult& signature : report.signatures) {
        names.append(signature.fieldName);
    }
    return names;
}

} // namespace

class TestInitial : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() { m_world.reset(); }

    void theWholeWay_data();
    void theWholeWay();
    void nobodySignsBeforeIt();
    void whoCanInitial();
    void givenBackAndSubmittedAnew();
    void anImportedPdf();
    void commandLine();

private:
    [[nodiscard]] QString officer() { return m_world->officer().person().mailbox(); }
    [[nodiscard]] QString leader() { return m_world->leader().person().mailbox(); }
    [[nodiscard]] Result<void> submit(const DocumentId& id);
    [[nodiscard]] Result<SigningReceipt> initial(const DocumentId& id);

    std::unique_ptr<OfficeWorld> m_world;
};

Result<void> TestInitial::submit(const DocumentId& id) {
    return m_world->officer().submitForSignature().submit(id, leader(), officer());
}

Result<SigningReceipt> TestInitial::initial(const DocumentId& id) {
    OfficeSession& desk = m_world->officer();
    const auto view = desk.initialDocument().open(id);
    if (!view) {
        return std::unexpected(view.error());
    }
    auto receipt = desk.initialDocument().initial(id, view->sha256, *desk.profile().signatureKey, OfficeWorld::pin());
    if (const auto synced = m_world->sync(desk); receipt && !synced) {
        return std::unexpected(synced.error());
    }
    return receipt;
}

void TestInitial::theWholeWay_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("letter") << int(DocumentKind::CongVan);
    QTest::newRow("decision") << int(DocumentKind::QuyetDinh);
}

void TestInitial::theWholeWay() {
    QFETCH(int, kind);
    const auto id = m_world->draft(DocumentKind(kind));
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(submit(*id));
    const DocumentDetail submitted = detailAt(m_world->officer(), *id);
    QCOMPARE(submitted.summary.state, DocumentState::WaitingForInitial);
    QCOMPARE(submitted.summary.folder, Folder::ToSign);
    // After the text, a quarter of a signature, clear of the other places.
    const QRectF place = submitted.places.initial.rect;
    QVERIFY(qAbs(place.width() - 20 * millimetre) < 0.1 && qAbs(place.height() - 8 * millimetre) < 0.1);
    QVERIFY(place.left() >= 30 * millimetre && place.right() <= 195.1 * millimetre);
    QVERIFY(!place.intersects(submitted.places.leaderSignature.rect));
    QVERIFY(!place.intersects(submitted.places.seal.rect));
    QVERIFY(place.bottom() > submitted.places.leaderSignature.rect.bottom());

    const auto initialled = initial(*id);
    CONGVAN_VERIFY(initialled);
    QCOMPARE(fieldsOf(initialled->report), QStringList{u"Initial"_s});
    QCOMPARE(initialled->report.signatures.first().docMdpPermission, 2);
    QCOMPARE(initialled->certificate.commonName, m_world->officer().person().name);
    QCOMPARE(detailAt(m_world->officer(), *id).summary.state, DocumentState::WaitingForSignature);

    const auto signing = m_world->sign(*id);
    CONGVAN_VERIFY(signing);
    // One signature alone certifies the file, the first (ISO 32000-1 §12.8.2.2); the leader's locks the initials.
    QCOMPARE(signing->report.signatures.last().docMdpPermission, 0);
    QCOMPARE(signing->report.signatures.last().lockedFields, QStringList{u"Initial"_s});
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
    CONGVAN_VERIFY(m_world->number(*id));
    const auto sealing = m_world->seal(*id);
    CONGVAN_VERIFY(sealing);
    QCOMPARE(fieldsOf(sealing->report), (QStringList{u"Initial"_s, u"LeaderSignature"_s, u"OfficeSeal"_s}));
    QCOMPARE(int(sealing->report.verdict), int(docsig::Verdict::Valid));
    const auto sent = m_world->clerk().sendDocument().send(*id);
    CONGVAN_VERIFY(sent);
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));

    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(receiver));
    const DocumentId incoming = documentOfPacket(sent->packetSha256);
    const auto verdict = receiver.judgeIncoming().judge(incoming);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Valid));
    QCOMPARE(int(verdict->sender.binding), int(SealBinding::Directory));
    QVERIFY(verdict->sender.findings.isEmpty());
    // Each update is explained: the page, initials, leader, number and date, seal.
    QStringList explained;
    for (const docsig::RevisionInfo& revision : verdict->report.revisions) {
        explained.append(revision.explanation);
    }
    QCOMPARE(explained.count(u"revision-signature"_s), 3);
    QCOMPARE(explained.count(u"revision-fields-filled"_s), 1);
    QVERIFY(!explained.contains(QString()));
    // The list names the one who signed, not the one who initialled.
    QCOMPARE(detailAt(receiver, incoming).summary.verdict->signerName, m_world->leader().person().name);
}

void TestInitial::nobodySignsBeforeIt() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(submit(*id));
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    // It is on no leader's desk yet, and on none of the clerk's.
    QCOMPARE(codeOf(m_world->leader().signDocument().open(*id)), u"document-not-found"_s);
    QCOMPARE(codeOf(m_world->officer().signDocument().open(*id)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(initial(*id));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    CONGVAN_VERIFY(m_world->leader().signDocument().open(*id));
    // Once is enough.
    QCOMPARE(codeOf(m_world->officer().initialDocument().open(*id)), u"action-not-allowed"_s);
    // Nobody but the one who was named.
    QCOMPARE(codeOf(m_world->leader().initialDocument().open(*id)), u"action-not-allowed"_s);
}

void TestInitial::whoCanInitial() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    SubmitForSignature& submitting = m_world->officer().submitForSignature();
    QCOMPARE(codeOf(submitting.submit(*id, leader(), leader())), u"initialler-not-possible"_s);
    QCOMPARE(codeOf(submitting.submit(*id, leader(), u"H99.02/khongco"_s)), u"initialler-not-possible"_s);
    QCOMPARE(detailAt(m_world->officer(), *id).summary.state, DocumentState::Draft);
    // Offices without the step do not meet it.
    CONGVAN_VERIFY(submitting.submit(*id, leader()));
    const DocumentDetail plain = detailAt(m_world->officer(), *id);
    QCOMPARE(plain.summary.state, DocumentState::WaitingForSignature);
    QVERIFY(plain.places.initial.rect.isEmpty() && !plain.actions.canInitial);
}

void TestInitial::givenBackAndSubmittedAnew() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(submit(*id));
    QVERIFY(detailAt(m_world->officer(), *id).actions.canReturn);
    CONGVAN_VERIFY(m_world->officer().returnDraft().returnToDrafter(*id, u"Sửa lại căn cứ"_s));
    QCOMPARE(detailAt(m_world->officer(), *id).summary.state, DocumentState::Returned);
    QCOMPARE(codeOf(m_world->officer().initialDocument().open(*id)), u"action-not-allowed"_s);
    CONGVAN_VERIFY(m_world->submit(*id)); // without initials this time
    QCOMPARE(detailAt(m_world->officer(), *id).summary.state, DocumentState::WaitingForSignature);
    const auto signing = m_world->sign(*id);
    CONGVAN_VERIFY(signing);
    QCOMPARE(fieldsOf(signing->report), QStringList{u"LeaderSignature"_s});
    QCOMPARE(signing->report.signatures.first().docMdpPermission, 2);
}

void TestInitial::anImportedPdf() {
    const QString path = m_world->path(u"soạn ngoài.pdf"_s);
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    auto metadata = m_world->officer().draftDocument().start(DocumentKind::CongVan);
    CONGVAN_VERIFY(metadata);
    fillDemoLetter(*metadata);
    const auto page = m_world->officer().draftDocument().preview(*metadata);
    CONGVAN_VERIFY(page);
    QVERIFY(congvanctl::put(path, page->pdf));
    metadata->receivers = {{.id = m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ, .name = {}}};
    const auto id = m_world->officer().importPdf().import(path, *metadata);
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(submit(*id));
    const FlowPlaces places = detailAt(m_world->officer(), *id).places;
    QVERIFY(!places.initial.rect.isEmpty() && !places.initial.rect.intersects(places.leaderSignature.rect));
    CONGVAN_VERIFY(initial(*id));
    const auto signing = m_world->sign(*id);
    CONGVAN_VERIFY(signing);
    QCOMPARE(fieldsOf(signing->report), (QStringList{u"Initial"_s, u"LeaderSignature"_s}));
    QCOMPARE(int(signing->report.verdict), int(docsig::Verdict::Valid));
}

void TestInitial::commandLine() {
    const auto id = m_world->draft();
    const auto second = m_world->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(second);
    const QStringList office{u"--profile"_s, m_world->officer().profile().folder, u"--json"_s};
    const QString mailbox = officer();
    const QString signer = leader();
    const QString pin = m_world->path(u"pin"_s);
    QVERIFY(congvanctl::put(pin, OfficeWorld::pin().utf8().toByteArray()));
    m_world->close(OfficeWorld::sender, Role::Officer);
    for (const DocumentId& one : {*id, *second}) {
        const auto submitted = congvanctl::run(
            QStringList{u"submit"_s, one.text(), u"--signer"_s, signer, u"--initial-by"_s, mailbox} + office);
        QVERIFY2(submitted.exitCode == 0, qPrintable(submitted.err));
    }
    const auto one = congvanctl::run(QStringList{u"initial"_s, id->text(), u"--pin-file"_s, pin} + office);
    QVERIFY2(one.exitCode == 0, qPrintable(one.err));
    QCOMPARE(one.json()[u"sha256"_s].toString().size(), 64);
    const auto both =
        congvanctl::run(QStringList{u"initial"_s, id->text(), second->text(), u"--pin-file"_s, pin} + office);
    QVERIFY2(both.exitCode == 0, qPrintable(both.err));
    const QJsonArray results = both.json()[u"results"_s].toArray();
    QCOMPARE(results.at(0).toObject()[u"state"_s].toString(), u"signed-before"_s);
    QCOMPARE(results.at(1).toObject()[u"state"_s].toString(), u"signed"_s);
    const auto again = congvanctl::run(QStringList{u"initial"_s, id->text(), u"--pin-file"_s, pin} + office);
    QCOMPARE(again.exitCode, 77);
    QVERIFY(again.err.contains(u"[action-not-allowed]"_s));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestInitial test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_initial.moc"
