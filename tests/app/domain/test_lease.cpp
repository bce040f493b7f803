// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds the office's lease, on which days reminders go out, and to whom.
#include "app/domain/lease.h"
#include "app/domain/reminder.h"
#include "app/domain/work.h"
#include "app/domain/workdays.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

const OrganId office = *OrganId::parse(u"H99.02");
const LeaseHolder window{.mailbox = u"H99.02/vanthu"_s, .desk = u"a"_s, .kind = LeaseKind::Window};
const LeaseHolder other{.mailbox = u"H99.02/vanthu"_s, .desk = u"b"_s, .kind = LeaseKind::Window};
const LeaseHolder agent{.mailbox = u"H99.02/maychu"_s, .desk = u"c"_s, .kind = LeaseKind::Agent};

QDateTime at(int minutes) {
    return QDateTime::fromString(u"2026-11-30T01:00:00Z"_s, Qt::ISODate).addSecs(minutes * 60);
}

Person person(const QString& login, Role role, const QString& unit = {}) {
    return {.organ = office, .login = login, .name = login, .role = role, .unit = unit};
}

ReminderStep before(int days) {
    return {.stage = ReminderStage::Before, .days = days};
}
ReminderStep after(int days) {
    return {.stage = ReminderStage::After, .days = days};
}
ReminderStep escalated(int days) {
    return {.stage = ReminderStage::Escalated, .days = days};
}

} // namespace

class TestLease : public QObject {
    Q_OBJECT

private slots:
    void whoIsFirstHoldsItUntilItsEnd() {
        LeaseFold fold;
        QVERIFY(!fold.at(at(0)));
        QVERIFY(fold.take(window, 1800, at(0)));
        QVERIFY(!fold.take(other, 1800, at(1)));
        QCOMPARE(fold.at(at(29))->holder, window);
        QVERIFY(!fold.at(at(30))); // its end is the end
        QVERIFY(fold.take(other, 1800, at(30)));
        QCOMPARE(fold.at(at(31))->holder, other);
        QVERIFY(!fold.take(window, 1800, at(31)));
    }

    void renewingGoesOnFromTheServersTime() {
        LeaseFold fold;
        QVERIFY(fold.take(window, 1800, at(0)));
        QVERIFY(fold.take(window, 1800, at(20)));
        QCOMPARE(fold.at(at(49))->since, at(0));
        QCOMPARE(fold.at(at(49))->until, at(50));
        QVERIFY(fold.take(window, 60, at(21))); // asking for less ends it sooner
        QVERIFY(!fold.at(at(22)));
        QVERIFY(fold.take(window, 1800, at(60)));
        QCOMPARE(fold.at(at(61))->since, at(60)); // it had ended in between
    }

    void anAgentOutranksAWindowAndNobodyAnAgent() {
        LeaseFold fold;
        QVERIFY(fold.take(window, 1800, at(0)));
        QVERIFY(fold.take(agent, 7200, at(1)));
        QVERIFY(!fold.take(window, 1800, at(2)));
        LeaseHolder second = agent;
        second.desk = u"d"_s;
        QVERIFY(!fold.take(second, 7200, at(3)));
        QCOMPARE(fold.at(at(4))->holder, agent);
    }

    void onlyTheHolderLeaves() {
        LeaseFold fold;
        QVERIFY(!fold.leave(window.mailbox, window.desk, at(0)));
        QVERIFY(fold.take(window, 1800, at(0)));
        QVERIFY(!fold.leave(other.mailbox, other.desk, at(1)));
        QVERIFY(!fold.leave(u"H99.02/khac"_s, window.desk, at(1)));
        QVERIFY(fold.leave(window.mailbox, window.desk, at(2)));
        QVERIFY(fold.take(other, 1800, at(3)));
    }

    void termsHaveLimits() {
        LeaseFold fold;
        QVERIFY(!fold.take(window, shortestLease - 1, at(0)));
        QVERIFY(!fold.take(window, longestLease + 1, at(0)));
        QVERIFY(!fold.take({.mailbox = window.mailbox, .desk = {}, .kind = LeaseKind::Agent}, 1800, at(0)));
        QVERIFY(!fold.take(window, 1800, {}));
        QVERIFY(!fold.at(at(0)));
        QVERIFY(fold.take(window, longestLease, at(0)));
        QVERIFY(!fold.at(at(24 * 60)));
    }

    void aLeaseIsRenewedAtHalfOfIt() {
        const Lease lease{.holder = window, .since = at(0), .until = at(30)};
        QVERIFY(isFresh(lease, at(14), 1800));
        QVERIFY(!isFresh(lease, at(15), 1800));
        QVERIFY(!isFresh(lease, at(-1), 1800)); // by a clock that is behind it would never end
        QVERIFY(mayTake(std::nullopt, other) && mayTake(lease, window) && mayTake(lease, agent));
        QVERIFY(!mayTake(lease, other));
    }

    void theNearestDayAloneIsTold_data() {
        QTest::addColumn<int>("late"); // days after the last one
        QTest::addColumn<QList<ReminderStep>>("steps");
        QTest::newRow("far: a weekend is between") << -6 << QList<ReminderStep>{};
        QTest::newRow("three workdays") << -5 << QList<ReminderStep>{before(3)};
        QTest::newRow("two: what three days said") << -4 << QList<ReminderStep>{before(3)};
        QTest::newRow("Friday before a Monday") << -3 << QList<ReminderStep>{before(1)};
        QTest::newRow("one") << -1 << QList<ReminderStep>{before(1)};
        QTest::newRow("the day") << 0 << QList<ReminderStep>{before(0)};
        QTest::newRow("late") << 1 << QList<ReminderStep>{after(1)};
        QTest::newRow("the head hears") << 2 << QList<ReminderStep>{after(1), escalated(2)};
        QTest::newRow("five") << 6 << QList<ReminderStep>{after(5), escalated(2)};
        QTest::newRow("forgotten") << 400 << QList<ReminderStep>{after(5), escalated(7)};
    }

    void theNearestDayAloneIsTold() {
        QFETCH(int, late);
        QFETCH(QList<ReminderStep>, steps);
        const QDate due(2026, 11, 30);
        QCOMPARE(reminderSteps(usualReminderDays(), due, due.addDays(late)), steps);
        QVERIFY(reminderSteps(usualReminderDays(), {}, due).isEmpty());
        QVERIFY(reminderSteps({}, due, due.addDays(late)).isEmpty());
    }

    void theDaysOffDoNotCount() {
        const QDate friday(2026, 11, 27);
        QVERIFY(isWorkday(friday, {}) && !isWorkday(friday.addDays(1), {}) && !isWorkday(friday.addDays(2), {}));
        QVERIFY(!isWorkday(QDate(2026, 9, 2), {}) && !isWorkday(QDate(2027, 4, 30), {})); // the same each year
        QVERIFY(isWorkday(QDate(2027, 2, 8), {}) && !isWorkday(QDate(2027, 2, 8), {QDate(2027, 2, 8)}));
        QCOMPARE(workdaysLeft(friday, friday.addDays(3), {}), 1);
        QCOMPARE(workdaysLeft(friday, friday.addDays(2), {}),
                 0); // due on a Sunday: Friday is the last day to work on it
        QCOMPARE(workdaysLeft(friday, friday.addDays(-9), {}), 0);
        QCOMPARE(lastWithin(friday, 0, {}), friday.addDays(2));
        QCOMPARE(lastWithin(friday, 1, {}), friday.addDays(3));
        QCOMPARE(lastWithin(friday, 1, {friday.addDays(3)}), friday.addDays(4));
        ReminderDays days = usualReminderDays();
        days.holidays = {friday.addDays(3), friday.addDays(4)};
        const QDate due = friday.addDays(5);
        QCOMPARE(reminderSteps(days, due, friday), QList<ReminderStep>{before(1)});
        QCOMPARE(reminderSteps(usualReminderDays(), due, friday), QList<ReminderStep>{before(3)});
        QVERIFY(furthestDue(days, friday) > furthestDue(usualReminderDays(), friday));
        QCOMPARE(furthestDue({}, friday), friday);
    }

    void tablesHaveLimits() {
        const auto table = readReminderDays(R"({"before": [0, 5, 5, 2], "after": [], "escalate": [365]})");
        QVERIFY(table);
        QCOMPARE(table->before, (QList<int>{0, 2, 5}));
        QCOMPARE(*readReminderDays(writeReminderDays(*table)), *table);
        ReminderDays off = *table;
        off.holidays = {QDate(2027, 2, 5), QDate(2027, 2, 8)};
        QCOMPARE(*readReminderDays(writeReminderDays(off)), off);
        for (const QByteArray& wrong :
             {QByteArray(), QByteArray("[]"), QByteArray(R"({"before": [1], "after": [1]})"),
              QByteArray(R"({"before": [-1], "after": [], "escalate": []})"),
              QByteArray(R"({"before": [], "after": [0], "escalate": []})"),
              QByteArray(R"({"before": [], "after": [1.5], "escalate": []})"),
              QByteArray(R"({"before": [], "after": ["1"], "escalate": []})"),
              QByteArray(R"({"before": [], "after": [], "escalate": [366]})"),
              QByteArray(R"({"before": [], "after": [], "escalate": [], "holidays": ["mai"]})"),
              QByteArray(R"({"before": [], "after": [], "escalate": [], "holidays": 3})"),
              QByteArray(R"({"before": [1,2,3,4,5,6,7,8,9,10,11], "after": [], "escalate": []})")}) {
            QVERIFY2(!readReminderDays(wrong), wrong.constData());
        }
    }

    void headsAreThoseOfTheUnit() {
        const QList<Person> people{person(u"an"_s, Role::Officer, u"tc"_s), person(u"binh"_s, Role::Leader, u"tc"_s),
                                   person(u"cuc"_s, Role::Leader), person(u"dung"_s, Role::Officer),
                                   person(u"em"_s, Role::Clerk)};
        const auto heads = [&](const QString& holder, const QString& giver) {
            return headsOf(u"H99.02/"_s + holder, u"H99.02/"_s + giver, people);
        };
        QCOMPARE(heads(u"an"_s, u"cuc"_s), QStringList{u"H99.02/binh"_s});
        QCOMPARE(heads(u"unit:tc"_s, u"cuc"_s), QStringList{u"H99.02/binh"_s});
        QCOMPARE(heads(u"binh"_s, u"cuc"_s), QStringList{u"H99.02/cuc"_s});   // the head is late
        QCOMPARE(heads(u"dung"_s, u"binh"_s), QStringList{u"H99.02/binh"_s}); // who gave it, where there is no unit
        QCOMPARE(heads(u"dung"_s, u"em"_s), QStringList{u"H99.02/cuc"_s});
        QVERIFY(heads(u"cuc"_s, u"cuc"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLease)
#include "test_lease.moc"
