// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

/// Units that are invited to a meeting: desks of their own over a real hub, whose directory changes.
class TestMeetingUnits : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficeWorld>();
        for (OfficeSession* desk : {&leader(), &officer()}) {
            CONGVAN_VERIFY(m_world->sync(*desk)); // who is of the office
        }
    }
    void cleanup() { m_world.reset(); }

    void whoJoinsAnInvitedUnitIsInvited();

private:
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    OrganId organ() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ; }
    /// In two days; the leader presides. By the officer, and on the leader's desk.
    MeetingId called(const QStringList& invited) {
        const auto id = officer().meetings().call({.subject = u"Họp giao ban tháng 12"_s,
                                                   .starts = QDateTime::currentDateTimeUtc().addDays(2),
                                                   .ends = QDateTime::currentDateTimeUtc().addDays(2).addSecs(7200),
                                                   .place = u"Phòng họp số 1"_s,
                                                   .chair = u"lanhdao"_s,
                                                   .invited = invited});
        if (!id || !m_world->sync(officer()) || !m_world->sync(leader())) {
            qFatal("not called: %s", qPrintable(id ? QString() : id.error().code));
        }
        return *id;
    }
    static Meeting seen(OfficeSession& desk, const MeetingId& id) {
        const auto meeting = desk.meetings().show(id);
        if (!meeting) {
            qFatal("%s", qPrintable(meeting.error().code));
        }
        return *meeting;
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestMeetingUnits::whoJoinsAnInvitedUnitIsInvited() {
    const auto ofUnit = [this](const QString& login, const QString& unit) {
        return QJsonObject{{u"agency"_s, organ().text()}, {u"login"_s, login},     {u"name"_s, login},
                           {u"role"_s, u"officer"_s},     {u"title"_s, QString()}, {u"unit"_s, unit}};
    };
    m_world->hub().import({{u"people"_s, QJsonArray{ofUnit(u"motdonvi"_s, u"pnv"_s)}}});
    CONGVAN_VERIFY(m_world->sync(officer()));
    const MeetingId id = called({u"pnv"_s});
    const QString first = organ().text() + u"/motdonvi"_s;
    const QString second = organ().text() + u"/haidonvi"_s;
    QCOMPARE(seen(officer(), id).plan.invited, QStringList{first});

    m_world->hub().import({{u"people"_s, QJsonArray{ofUnit(u"haidonvi"_s, u"pnv"_s)}}});
    CONGVAN_VERIFY(m_world->sync(officer())); // hears of the person, and invites them
    CONGVAN_VERIFY(m_world->sync(officer()));
    const Meeting wider = seen(officer(), id);
    QCOMPARE(wider.plan.invited, (QStringList{first, second}));
    QCOMPARE(wider.changes.size(), 2);
    const auto line = m_world->hub().client(second);
    QVERIFY(line->messages(wider.stream, 1, 10)); // with all that was written before
    QCOMPARE(seen(leader(), id).changes.size(), 1);
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(seen(leader(), id).plan.invited.size(), 2);
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(seen(officer(), id).changes.size(), 2); // once

    // Whoever takes one of the unit off the list invites the others by name, and nobody who joins it later.
    MeetingForm narrower = formOf(seen(officer(), id).plan);
    narrower.invited.removeAll(second);
    CONGVAN_VERIFY(officer().meetings().change(id, narrower));
    QCOMPARE(seen(officer(), id).plan.invited, QStringList{first});
    QVERIFY(seen(officer(), id).plan.units.isEmpty());
    m_world->hub().import({{u"people"_s, QJsonArray{ofUnit(u"badonvi"_s, u"pnv"_s)}}});
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(seen(officer(), id).plan.invited, QStringList{first});
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestMeetingUnits test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_meetingunits.moc"
