// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/vietnamtime.h"
#include "app/runtime/initoffice.h"
#include "app/runtime/secretfile.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::Fault;
using world::OfficeWorld;

Q_DECLARE_METATYPE(Fault)

/// What a desk does when the line or the server is bad: one code each, and nothing is lost.
class TestBadLines : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() { m_world.reset(); }

    void syncSaysWhatIsWrong_data();
    void syncSaysWhatIsWrong();
    void cutTransferGoesOn();
    void secondStartIsRefused();
    void killedBetweenLockAndItsName();
    void profileThatIsNone();
    void unsealedPacketOfAnotherOffice();
    void aRenewedSecretIsNeverLost();

private:
    std::unique_ptr<OfficeWorld> m_world;
};

void TestBadLines::syncSaysWhatIsWrong_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("down") << Fault{.kind = Fault::Kind::Down} << u"server-unreachable"_s;
    QTest::newRow("slow") << Fault{.kind = Fault::Kind::Silent} << u"server-slow"_s;
    QTest::newRow("500") << Fault{.kind = Fault::Kind::Status500} << u"server-error"_s;
    QTest::newRow("garbage") << Fault{.kind = Fault::Kind::Garbage} << u"server-garbage"_s;
    QTest::newRow("cut") << Fault{.kind = Fault::Kind::CutAnswer, .bytes = 20} << u"transfer-cut"_s;
}

void TestBadLines::syncSaysWhatIsWrong() {
    QFETCH(Fault, fault);
    QFETCH(QString, code);
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    OfficeSession& officer = m_world->officer();
    CONGVAN_VERIFY(officer.submitForSignature().submit(
        *id, m_world->demo().profile(OfficeWorld::sender, Role::Leader).person.mailbox()));
    const int queued = officer.syncOffice().state().queued;
    QVERIFY(queued > 0);
    m_world->hub().setFault(fault);
    const auto tried = m_world->sync(officer);
    QCOMPARE(codeOf(tried), code);
    const SyncState state = officer.syncOffice().state();
    QCOMPARE(int(state.reach), int(SyncState::Reach::Offline));
    QCOMPARE(state.lastError.code, code);
    QCOMPARE(state.queued, queued);
    m_world->hub().setFault({});
    CONGVAN_VERIFY(m_world->sync(officer));
    QCOMPARE(officer.syncOffice().state().queued, 0);
    CONGVAN_VERIFY(m_world->sign(*id));
}

void TestBadLines::cutTransferGoesOn() {
    DocumentId id = DocumentId::create();
    const auto packet = m_world->sendOne(&id);
    CONGVAN_VERIFY(packet);
    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    // The line breaks after ever more bytes: greeting, directory, feed, packet. Each time nothing half is kept.
    for (const qint64 bytes : {50, 500, 2'000, 6'000, 20'000}) {
        m_world->hub().setFault({.kind = Fault::Kind::CutAnswer, .bytes = bytes});
        std::ignore = m_world->sync(receiver);
    }
    m_world->hub().setFault({});
    SyncState state = receiver.syncOffice().state();
    for (int tries = 0; tries < 3; ++tries) {
        CONGVAN_VERIFY(m_world->sync(receiver));
    }
    const auto rows = receiver.queryDocuments().list(Folder::ToAccept);
    CONGVAN_VERIFY(rows);
    QCOMPARE(rows->size(), 1);
    const auto verdict = receiver.judgeIncoming().judge(rows->first().id);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Valid));
}

void TestBadLines::secondStartIsRefused() {
    OfficeSession& first = m_world->clerk();
    const auto second = OfficeSession::open(first.profile().folder, m_world->programs());
    QCOMPARE(codeOf(second), u"profile-in-use"_s);
    const QString folder = first.profile().folder;
    m_world->close(OfficeWorld::sender, Role::Clerk);
    CONGVAN_VERIFY(OfficeSession::open(folder, m_world->programs()));
}

void TestBadLines::killedBetweenLockAndItsName() {
    const QString folder = m_world->clerk().profile().folder;
    m_world->close(OfficeWorld::sender, Role::Clerk);
    // What a process leaves that is killed after it made the file and before it wrote its number there.
    QFile lock(folder + u"/profile.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
    lock.close();
    CONGVAN_VERIFY(OfficeSession::open(folder, m_world->programs()));
}

void TestBadLines::profileThatIsNone() {
    QCOMPARE(codeOf(OfficeSession::open(m_world->path(u"không có"_s), m_world->programs())), u"profile-missing"_s);
    const QString folder = m_world->demo().profile(OfficeWorld::sender, Role::Officer).folder;
    QFile file(folder + u"/profile.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray good = file.readAll();
    file.resize(good.size() / 2);
    file.close();
    QCOMPARE(codeOf(OfficeSession::open(folder, m_world->programs())), u"profile-unreadable"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(good);
    file.close();
    QVERIFY(QFile::setPermissions(folder + u"/secret.key"_s,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    QCOMPARE(codeOf(OfficeSession::open(folder, m_world->programs())), u"secret-unreadable"_s);
}

/// A packet of the sender whose PDF is sealed by another office: the receiver's clerk is told before accepting.
void TestBadLines::unsealedPacketOfAnotherOffice() {
    DocumentId id = DocumentId::create();
    const auto packet = m_world->sendOne(&id);
    CONGVAN_VERIFY(packet);
    const auto path = m_world->clerk().queryDocuments().content(*packet);
    CONGVAN_VERIFY(path);
    QFile file(*path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    // The same document under a number that it does not carry.
    QByteArray forged = file.readAll();
    QVERIFY(forged.contains("<edXML:CodeNumber>01<"));
    forged.replace("<edXML:CodeNumber>01<", "<edXML:CodeNumber>99<");
    const auto sent = m_world->sendRaw(forged);
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().code));
    OfficeSession& receiver = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(receiver));
    const DocumentId incoming = documentOfPacket(sent->sha256);
    const auto verdict = receiver.judgeIncoming().judge(incoming);
    CONGVAN_VERIFY(verdict);
    QCOMPARE(int(verdict->report.verdict), int(docsig::Verdict::Valid));
    QCOMPARE(int(verdict->verdict), int(docsig::Verdict::Invalid));
    QCOMPARE(codeOf(receiver.acceptIncoming().accept(incoming, {})), u"verdict-not-valid"_s);
    CONGVAN_VERIFY(receiver.acceptIncoming().accept(
        incoming, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true, .despiteTwin = true}));
}

void TestBadLines::aRenewedSecretIsNeverLost() {
    const Profile profile = m_world->officer().profile();
    const auto secret = [&profile] { return readSecret(profile.secretFile()).value_or(QByteArray()); };
    const QByteArray old = secret();
    m_world->close(OfficeWorld::sender, Role::Officer);
    // The hub has the new one and its answer never comes: the old one works on.
    m_world->hub().setFault({.kind = Fault::Kind::LoseAnswer});
    QCOMPARE(codeOf(renewSecret(profile)), u"transfer-cut"_s);
    m_world->hub().setFault({});
    QCOMPARE(secret(), old);
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    m_world->close(OfficeWorld::sender, Role::Officer);

    CONGVAN_VERIFY(renewSecret(profile));
    QVERIFY(secret() != old);
    CONGVAN_VERIFY(m_world->sync(m_world->officer()));
    const exchange::HubAccount before{
        .baseUrl = m_world->hub().url(), .account = profile.account, .secret = old, .caFile = {}};
    const auto refused = exchange::HubClient(before).status();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"auth-failed"_s);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestBadLines test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_badlines.moc"
