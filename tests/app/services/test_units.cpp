// SPDX-License-Identifier: GPL-3.0-or-later
// What leaders and clerks call the units of the office reaches every desk, and nobody else has a say in it.
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

class TestUnitNames : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<OfficeWorld>();
        QJsonArray people;
        for (const Role role : {Role::Officer, Role::Leader}) {
            const Person& person = m_world->demo().profile(OfficeWorld::finance, role).person;
            people << QJsonObject{{u"agency"_s, organ()},
                                  {u"login"_s, person.login},
                                  {u"name"_s, person.name},
                                  {u"role"_s, roleKey(role)},
                                  {u"unit"_s, role == Role::Officer ? u"ke-toan"_s : u"lanh-dao"_s},
                                  {u"account"_s, false}};
        }
        m_world->hub().import({{u"people"_s, people}});
        meet();
    }
    void cleanupTestCase() { m_world.reset(); }

    void aUnitGoesByItsId();
    void aNameReachesEveryDesk();
    void whatIsNoNameIsRefused_data();
    void whatIsNoNameIsRefused();
    void nobodyElseHasASay();
    void theNewestCounts();
    void theCommandLineDoesIt();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString organ() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ.text(); }
    void meet() {
        for (OfficeSession* desk : {&clerk(), &leader(), &officer(), &clerk(), &leader()}) {
            CONGVAN_VERIFY(m_world->sync(*desk));
        }
    }
    QString nameAt(OfficeSession& desk, const QString& unit = u"ke-toan"_s) {
        const auto units = desk.nameUnits().units();
        const QList<Unit> all = units.value_or(QList<Unit>());
        const auto found = std::ranges::find(all, unit, &Unit::id);
        return found == all.end() ? u"none"_s : found->name;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestUnitNames::aUnitGoesByItsId() {
    const auto units = officer().nameUnits().units();
    CONGVAN_VERIFY(units);
    QCOMPARE(*units, (QList<Unit>{{.id = u"ke-toan"_s, .people = 1}, {.id = u"lanh-dao"_s, .people = 1}}));
    const auto people = officer().queryDirectory().people();
    CONGVAN_VERIFY(people);
    QCOMPARE(unitTitle(*people, organ() + u"/unit:ke-toan"_s), u"ke-toan"_s);
    QCOMPARE(unitTitle(*people, organ() + u"/chuyenvien"_s), QString());
}

void TestUnitNames::aNameReachesEveryDesk() {
    CONGVAN_VERIFY(clerk().nameUnits().name(u"ke-toan"_s, u"  Phòng Kế toán "_s));
    QCOMPARE(nameAt(clerk()), u"Phòng Kế toán"_s); // before it is at the server
    meet();
    for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
        QCOMPARE(nameAt(*desk), u"Phòng Kế toán"_s);
        QCOMPARE(nameAt(*desk, u"lanh-dao"_s), QString());
    }
    const auto people = officer().queryDirectory().people();
    CONGVAN_VERIFY(people);
    QCOMPARE(unitTitle(*people, organ() + u"/unit:ke-toan"_s), u"Phòng Kế toán"_s);
    // Where work is counted as well.
    const auto packet = m_world->sendOne();
    CONGVAN_VERIFY(packet);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentId id = documentOfPacket(*packet);
    CONGVAN_VERIFY(
        clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true}));
    CONGVAN_VERIFY(clerk().directDocument().direct(
        id, {.words = {}, .shares = {{.to = organ() + u"/unit:ke-toan"_s, .role = WorkRole::Lead}}}));
    const auto report = clerk().reportWork().report(quarterOf(vietnamToday()), Breakdown::Unit);
    CONGVAN_VERIFY(report);
    QCOMPARE(report->rows.first().key, u"ke-toan"_s);
    QCOMPARE(report->rows.first().name, u"Phòng Kế toán"_s);
    const auto lines = clerk().registers().read({.kind = RegisterKind::Handling, .year = vietnamToday().year()});
    CONGVAN_VERIFY(lines);
    QCOMPARE(lines->lines.last().holders, QStringList{u"Phòng Kế toán"_s});
}

void TestUnitNames::whatIsNoNameIsRefused_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such unit") << u"thanh-tra"_s << u"Thanh tra Sở"_s << u"unit-unknown"_s;
    QTest::newRow("too long") << u"ke-toan"_s << QString(121, u'x') << u"unit-name-too-long"_s;
    QTest::newRow("the name of another") << u"lanh-dao"_s << u"PHÒNG kế toán"_s << u"unit-name-taken"_s;
    QTest::newRow("the id of one without a name") << u"ke-toan"_s << u"Lanh-dao"_s << u"unit-name-taken"_s;
}
void TestUnitNames::whatIsNoNameIsRefused() {
    QFETCH(const QString, unit);
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    QCOMPARE(codeOf(clerk().nameUnits().name(unit, name)), code);
}

void TestUnitNames::nobodyElseHasASay() {
    QVERIFY(!officer().nameUnits().mayName());
    QCOMPARE(codeOf(officer().nameUnits().name(u"ke-toan"_s, u"Của tôi"_s)), u"unit-naming-not-yours"_s);
    // Nor by a deed that goes past the check.
    CONGVAN_VERIFY(m_world->append(officer().person().mailbox(), standingStream(clerk().agency().id),
                                   acts::UnitNamed{.unit = u"ke-toan"_s, .name = u"Của tôi"_s}));
    meet();
    QCOMPARE(nameAt(clerk()), u"Phòng Kế toán"_s);
    QCOMPARE(nameAt(officer()), u"Phòng Kế toán"_s);
}

void TestUnitNames::theNewestCounts() {
    CONGVAN_VERIFY(leader().nameUnits().name(u"ke-toan"_s, u"Phòng Tài chính - Kế toán"_s));
    meet();
    QCOMPARE(nameAt(clerk()), u"Phòng Tài chính - Kế toán"_s);
    CONGVAN_VERIFY(clerk().nameUnits().name(u"ke-toan"_s, {}));
    meet();
    QCOMPARE(nameAt(leader()), QString());
}

void TestUnitNames::theCommandLineDoesIt() {
    const QString profile = m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder;
    m_world->close(OfficeWorld::finance, Role::Clerk);
    const auto run = [&](const QStringList& words) {
        return congvanctl::run(words + QStringList{u"--profile"_s, profile, u"--language"_s, u"vi"_s});
    };
    const auto named = run({u"unit"_s, u"name"_s, u"lanh-dao"_s, u"--name"_s, u"Ban Giám đốc"_s});
    QVERIFY2(named.exitCode == 0, qPrintable(named.err));
    const auto listed = run({u"unit"_s, u"list"_s, u"--json"_s});
    QVERIFY2(listed.exitCode == 0, qPrintable(listed.err));
    const QJsonArray units = listed.json()[u"units"_s].toArray();
    QCOMPARE(units.size(), 2);
    QCOMPARE(units.last().toObject()[u"name"_s].toString(), u"Ban Giám đốc"_s);
    QVERIFY(run({u"unit"_s, u"name"_s, u"khong-co"_s}).err.contains(u"unit-unknown"_s));
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestUnitNames test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_units.moc"
