// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

/// The directory changes what somebody of the office may do: leaders and clerks hear of it until one confirms it.
class TestRights : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void aFirstDirectoryIsNoChange();
    void aNewClerkIsToldUntilSomebodyConfirms();
    void nobodyConfirmsTheirOwn();
    void whoLeftIsTold();
    void aConfirmationCoversWhatItSaw();
    void othersAreNotTold();
    void theCommandLineDoesIt();
    void whoseOwnIsOpenHasNoSay();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString organ() { return clerk().agency().id.text(); }
    /// As the people who run the server do it.
    void setPerson(const QString& login, const QString& name, const QString& role) {
        m_world->hub().import({{u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, organ()},
                                                                    {u"login"_s, login},
                                                                    {u"name"_s, name},
                                                                    {u"role"_s, role},
                                                                    {u"account"_s, false}}}}});
    }
    QStringList openAt(OfficeSession& desk) {
        QStringList open;
        const auto changes = desk.watchRights().open();
        for (const RightsChange& change : changes.value_or(QList<RightsChange>())) {
            open << change.mailbox.section(u'/', 1) + u':' + change.before.role + u'>' + change.now.role;
        }
        return open;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestRights::aFirstDirectoryIsNoChange() {
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(openAt(clerk()).isEmpty());
    QVERIFY(clerk().watchRights().all()->isEmpty());
}

void TestRights::aNewClerkIsToldUntilSomebodyConfirms() {
    setPerson(u"mai"_s, u"Đỗ Thị Mai"_s, u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(openAt(clerk()), QStringList{u"mai:>clerk"_s});
    QCOMPARE(openAt(leader()), QStringList{u"mai:>clerk"_s});
    CONGVAN_VERIFY(leader().watchRights().confirm(u"mai"_s));
    QVERIFY(openAt(leader()).isEmpty());
    QCOMPARE(codeOf(leader().watchRights().confirm(u"mai"_s)), u"rights-nothing-waits"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(openAt(clerk()).isEmpty());
    const auto kept = clerk().watchRights().all();
    CONGVAN_VERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->first().confirmedBy, leader().person().mailbox());
    QVERIFY(kept->first().confirmed.isValid());
    // Another title changes nothing that they may do.
    setPerson(u"mai"_s, u"Đỗ Thị Mai (VP)"_s, u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(openAt(clerk()).isEmpty());
}

void TestRights::nobodyConfirmsTheirOwn() {
    const QString login = clerk().person().login;
    setPerson(login, clerk().person().name, u"officer"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(codeOf(clerk().watchRights().confirm(login)), u"rights-own"_s);
    // Nor by a deed that goes past the check, nor an officer.
    const auto append = [&](OfficeSession& desk, const QString& role) {
        const auto version = leader().watchRights().open();
        CONGVAN_VERIFY(m_world->append(desk.person().mailbox(), standingStream(clerk().agency().id),
                                       acts::RightsConfirmed{.mailbox = clerk().person().mailbox(),
                                                             .rights = {.role = role, .unit = {}},
                                                             .version = version->first().version}));
    };
    append(clerk(), u"officer"_s);
    append(officer(), u"officer"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(openAt(leader()), QStringList{login + u":clerk>officer"_s});
    setPerson(login, clerk().person().name, u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(openAt(leader()).size(), 2); // there and back: both are told
    CONGVAN_VERIFY(leader().watchRights().confirm(login));
    QVERIFY(openAt(leader()).isEmpty());
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(openAt(clerk()).isEmpty());
}

void TestRights::whoLeftIsTold() {
    setPerson(u"mai"_s, u"Đỗ Thị Mai"_s, u"left"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(openAt(clerk()), QStringList{u"mai:clerk>left"_s});
    const auto people = clerk().queryDirectory().people();
    CONGVAN_VERIFY(people);
    for (const Person& person : *people) {
        QVERIFY(person.login != u"mai"_s);
    }
    CONGVAN_VERIFY(clerk().watchRights().confirm(u"mai"_s));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QVERIFY(openAt(clerk()).isEmpty());
}

void TestRights::aConfirmationCoversWhatItSaw() {
    // The leader's desk was off while the clerk's saw and confirmed: it need not be confirmed there again.
    setPerson(u"nam"_s, u"Vũ Văn Nam"_s, u"leader"_s);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().watchRights().confirm(u"nam"_s));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    setPerson(u"binh"_s, u"Hồ Thanh Bình"_s, u"clerk"_s); // the directory went on meanwhile
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(openAt(leader()), QStringList{u"binh:>clerk"_s});
    // What comes after a confirmation is a change of its own, also where it is the same as once before.
    setPerson(u"nam"_s, u"Vũ Văn Nam"_s, u"officer"_s);
    setPerson(u"nam"_s, u"Vũ Văn Nam"_s, u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(openAt(leader()).contains(u"nam:leader>clerk"_s));
    setPerson(u"nam"_s, u"Vũ Văn Nam"_s, u"leader"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(openAt(leader()).contains(u"nam:clerk>leader"_s));
    CONGVAN_VERIFY(leader().watchRights().confirm(u"nam"_s));
    QCOMPARE(openAt(leader()), QStringList{u"binh:>clerk"_s});
}

void TestRights::othersAreNotTold() {
    CONGVAN_VERIFY(m_world->sync(officer()));
    QVERIFY(openAt(officer()).isEmpty());
    QCOMPARE(codeOf(officer().watchRights().all()), u"rights-not-yours"_s);
    QCOMPARE(codeOf(officer().watchRights().confirm(u"binh"_s)), u"rights-not-yours"_s);
}

void TestRights::theCommandLineDoesIt() {
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    const auto listed = congvanctl::run(QStringList{u"rights"_s, u"list"_s} + of(Role::Leader));
    QVERIFY2(listed.exitCode == 0, qPrintable(listed.err));
    QCOMPARE(listed.json()[u"changes"_s].toArray().size(), 1);
    QCOMPARE(congvanctl::run(QStringList{u"rights"_s, u"list"_s} + of(Role::Officer)).exitCode, 77);
    QCOMPARE(congvanctl::run(QStringList{u"rights"_s, u"confirm"_s, u"binh"_s} + of(Role::Leader)).exitCode, 0);
    const auto all = congvanctl::run(QStringList{u"rights"_s, u"list"_s, u"--all"_s} + of(Role::Leader)).json();
    QVERIFY(all[u"changes"_s].toArray().size() > 1);
    QVERIFY(congvanctl::run(QStringList{u"rights"_s, u"list"_s} + of(Role::Leader))
                .json()[u"changes"_s]
                .toArray()
                .isEmpty());
}

void TestRights::whoseOwnIsOpenHasNoSay() {
    const QString login = officer().person().login;
    setPerson(u"hoa"_s, u"Lê Thị Hoa"_s, u"officer"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    const auto before = leader().watchRights().open();
    CONGVAN_VERIFY(before);
    for (const RightsChange& change : *before) {
        CONGVAN_VERIFY(leader().watchRights().confirm(change.mailbox.section(u'/', 1)));
    }
    // Two get more rights in one go, and one of them confirms the other.
    setPerson(login, officer().person().name, u"leader"_s);
    setPerson(u"hoa"_s, u"Lê Thị Hoa"_s, u"clerk"_s);
    CONGVAN_VERIFY(m_world->sync(leader()));
    const auto open = leader().watchRights().open();
    CONGVAN_VERIFY(open);
    QCOMPARE(open->size(), 2);
    CONGVAN_VERIFY(m_world->append(officer().person().mailbox(), standingStream(clerk().agency().id),
                                   acts::RightsConfirmed{.mailbox = organ() + u"/hoa"_s,
                                                         .rights = {.role = u"clerk"_s, .unit = {}},
                                                         .version = open->last().version}));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(openAt(leader()).size(), 2);
    // Once their own is confirmed, what they said counts.
    CONGVAN_VERIFY(leader().watchRights().confirm(login));
    QVERIFY(openAt(leader()).isEmpty());
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestRights test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_rights.moc"
