// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/domain/workdays.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

/// What the office owes when nobody looks, and whose turn it is: several desks over a real hub, whose clock is the
/// test's.
class TestDuties : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_hubSeconds = 0;
        m_deskDays = 0;
        // Programs of their own have the clock of this machine.
        const bool isOwnProgram = QLatin1StringView(QTest::currentTestFunction()) == "theCommandLineDoesItAll"_L1;
        m_start = isOwnProgram ? 0 : daysToAPlainMonday();
        m_world = std::make_unique<OfficeWorld>(
            [this] { return QDateTime::currentDateTimeUtc().addSecs(m_hubSeconds.load()); });
        SessionOptions options;
        options.clock = [this] { return QDateTime::currentDateTimeUtc().addDays(m_deskDays.load()); };
        m_world->setOptions(options);
        for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
            CONGVAN_VERIFY(m_world->sync(*desk)); // who is of the office
        }
    }
    void cleanup() { m_world.reset(); }

    void oneOfTwoDesksHoldsIt();
    void anAgentTakesItFromAWindow();
    void itRunsOutByTheServersClock();
    void aClockThatIsOffTakesAndKeepsNothing();
    void whoeverIsNoClerkHoldsNothing();
    void thoseWhoHaveWorkAreRemindedOnce();
    void whatIsLateComesToTheHead();
    void anotherDeskGoesOnWithoutTellingTwice();
    void whatIsWrittenDownSurvivesAKill();
    void whatBreaksTheRulesCountsNowhere();
    void theDaysCanBeChanged();
    void whatAClerkSetsHoldsForAllDesks();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    OrganId organ() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ; }
    /// To a Monday with no public holiday in the two weeks behind it: what is due is counted in workdays.
    static int daysToAPlainMonday() {
        for (int days = 0;; ++days) {
            const QDate monday = vietnamToday().addDays(days);
            if (monday.dayOfWeek() == Qt::Monday && workdaysLeft(monday, monday.addDays(14), {}) == 10) {
                return days;
            }
        }
    }
    [[nodiscard]] QDate today() const { return vietnamToday().addDays(m_start); }
    std::unique_ptr<OfficeSession> secondClerk() {
        auto desk = m_world->secondDesk(OfficeWorld::finance, Role::Clerk);
        if (!m_world->sync(*desk)) {
            qFatal("the second desk does not synchronise");
        }
        return desk;
    }
    /// The turn of a desk that has just synchronised.
    DutyTurn turn(OfficeSession& desk, LeaseKind kind = LeaseKind::Window) {
        const auto synced = m_world->sync(desk);
        const auto turned = synced ? desk.officeDuties().turn(kind) : std::unexpected(synced.error());
        if (!turned) {
            qFatal("%s %s", qPrintable(turned.error().code), qPrintable(turned.error().detail));
        }
        return *turned;
    }
    /// A document that the officer leads, by that day; the test's first day begins with it.
    DocumentId given(const QDate& due) {
        const auto packet = m_world->sendOne();
        const auto arrived = packet ? m_world->sync(clerk()) : std::unexpected(packet.error());
        const DocumentId id = documentOfPacket(packet.value_or(QByteArray()));
        const auto accepted =
            arrived
                ? clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = due, .note = {}, .withoutVerdict = true})
                : std::unexpected(arrived.error());
        if (!accepted) {
            qFatal("not accepted: %s %s", qPrintable(accepted.error().code), qPrintable(accepted.error().detail));
        }
        const auto directed =
            clerk().directDocument().direct(id, {.words = u"Giao tham mưu"_s,
                                                 .dueDate = due,
                                                 .shares = {{.to = mailbox(Role::Officer), .role = WorkRole::Lead}}});
        if (!directed || !m_world->sync(clerk()) || !m_world->sync(officer())) {
            qFatal("not directed");
        }
        pass(0); // the book is written by clocks that agree, before they are moved
        return id;
    }
    static QStringList told(OfficeSession& desk) {
        QStringList words;
        const auto mine = desk.reminders().mine();
        for (const ReminderView& view : mine.value_or(QList<ReminderView>())) {
            words << reminderStageKey(view.reminder.step.stage) + u':' + QString::number(view.reminder.step.days);
        }
        return words;
    }
    static qsizetype remindedIn(OfficeSession& desk, const DocumentId& id) {
        const auto detail = desk.queryDocuments().detail(id);
        return detail ? std::ranges::count(detail->history, u"reminded"_s, &HistoryLine::kind) : -1;
    }
    /// Past every check of ours, into a stream of the office.
    void append(Role role, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        CONGVAN_VERIFY(m_world->append(mailbox(role), stream, body, joining));
    }
    acts::Reminded reminder(const DocumentId& id, const QString& to, int days) {
        const auto known = clerk().queryDocuments().detail(id);
        return {.document = id,
                .to = to,
                .holder = mailbox(Role::Officer),
                .due = known->summary.dueDate,
                .step = {.stage = ReminderStage::Before, .days = days},
                .given = {.packetSha256 = known->packetSha256,
                          .from = known->issuer.id,
                          .received = known->received,
                          .arrivalNumber = known->summary.arrivalNumber,
                          .arrivalDate = known->arrivalDate,
                          .dueDate = known->summary.dueDate}};
    }
    /// The server's clock moves on, and a message that says nothing shows it to everybody.
    void tick(int seconds) {
        m_hubSeconds = seconds;
        append(Role::Clerk, leaseStream(organ()), acts::LeaseLeft{.desk = DocumentId::create().text()});
    }
    /// The clocks of all, days ahead.
    void pass(int days) {
        m_hubSeconds = qint64(m_start + days) * 24 * 3600;
        m_deskDays = m_start + days;
    }

    std::atomic<qint64> m_hubSeconds = 0;
    std::atomic<int> m_deskDays = 0;
    int m_start = 0; ///< days from the machine's to the day on which the test begins
    std::unique_ptr<OfficeWorld> m_world;
};

void TestDuties::oneOfTwoDesksHoldsIt() {
    QVERIFY(!clerk().officeDuties().look()->lease);
    QVERIFY(turn(clerk()).isOurs);
    const auto second = secondClerk();
    const DutyTurn theirs = turn(*second);
    QVERIFY(!theirs.isOurs && theirs.lease);
    QCOMPARE(theirs.lease->holder.mailbox, mailbox(Role::Clerk));
    QVERIFY(turn(clerk()).isOurs);
    // Whoever leaves it need not be waited for.
    CONGVAN_VERIFY(second->officeDuties().leave()); // it is not theirs: nothing
    QVERIFY(turn(clerk()).isOurs);
    CONGVAN_VERIFY(clerk().officeDuties().leave());
    QVERIFY(turn(*second).isOurs);
    QVERIFY(!turn(clerk()).isOurs);
}

void TestDuties::anAgentTakesItFromAWindow() {
    QVERIFY(turn(clerk()).isOurs);
    const auto second = secondClerk();
    QVERIFY(turn(*second, LeaseKind::Agent).isOurs);
    const DutyTurn window = turn(clerk());
    QVERIFY(!window.isOurs);
    QCOMPARE(window.lease->holder.kind, LeaseKind::Agent);
    QVERIFY(!turn(clerk(), LeaseKind::Agent).isOurs); // one agent does not take it from another
    QVERIFY(turn(*second, LeaseKind::Agent).isOurs);
}

void TestDuties::itRunsOutByTheServersClock() {
    QVERIFY(turn(clerk()).isOurs);
    const auto second = secondClerk();
    tick(leaseOfWindow - 60);
    QVERIFY(!turn(*second).isOurs);
    tick(leaseOfWindow + 60);
    QVERIFY(turn(*second).isOurs);
    QVERIFY(!turn(clerk()).isOurs); // it was off too long
    tick(leaseOfWindow + 60 + leaseOfWindow / 2 + 1);
    QVERIFY(turn(*second).isOurs); // renewed
    tick(2 * leaseOfWindow + 90);
    QVERIFY(!turn(clerk()).isOurs);
}

void TestDuties::aClockThatIsOffTakesAndKeepsNothing() {
    const auto second = secondClerk();
    QVERIFY(turn(clerk()).isOurs);
    m_deskDays = 366;                                                 // both are a year ahead of the server from now on
    QVERIFY(!second->officeDuties().turn(LeaseKind::Window)->isOurs); // before they speak to the server, too
    QVERIFY(!turn(*second).isOurs);
    QVERIFY(turn(clerk()).isOurs);
    m_deskDays = -366;
    tick(2 * leaseOfWindow);
    QVERIFY(turn(*second).isOurs);
    QVERIFY(!turn(clerk()).isOurs);
}

void TestDuties::whoeverIsNoClerkHoldsNothing() {
    // A clerk lets an officer into the stream, who claims the longest lease.
    append(Role::Clerk, leaseStream(organ()), acts::LeaseLeft{.desk = DocumentId::create().text()},
           {organ().mailbox(), mailbox(Role::Officer)});
    append(Role::Officer, leaseStream(organ()),
           acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = longestLease});
    QVERIFY(!officer().officeDuties().turn(LeaseKind::Agent)->isOurs);
    QVERIFY(turn(clerk()).isOurs);
    append(Role::Officer, leaseStream(organ()),
           acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = longestLease});
    QVERIFY(turn(clerk()).isOurs);
    // A lease of another stream, or for longer than any, is none.
    append(Role::Clerk, u"lease/%1/khac"_s.arg(organ().text()),
           acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = 600});
    append(
        Role::Clerk, leaseStream(organ()),
        acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = longestLease * 400});
    QVERIFY(turn(clerk()).isOurs);
    // Nor does an officer keep the office out of it by opening it first.
    const OrganId other = m_world->demo().profile(OfficeWorld::sender, Role::Clerk).person.organ;
    const QString of = m_world->demo().profile(OfficeWorld::sender, Role::Officer).person.mailbox();
    const OfficeAct act =
        makeAct(of, acts::LeaseTaken{.desk = DocumentId::create().text(), .kind = LeaseKind::Agent, .seconds = 600});
    const auto refused = m_world->hub().client(of)->append({.stream = leaseStream(other),
                                                            .expectedSequence = 1,
                                                            .kind = u"office"_s,
                                                            .messageId = act.id,
                                                            .payload = writeAct(act),
                                                            .cites = {},
                                                            .participants = {of},
                                                            .lastSeenHead = {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"not-permitted"_s);
    CONGVAN_VERIFY(m_world->sync(m_world->clerk(OfficeWorld::sender)));
    const auto held = m_world->clerk(OfficeWorld::sender).officeDuties().turn(LeaseKind::Agent);
    CONGVAN_VERIFY(held);
    QVERIFY(held->lease && held->isOurs);
}

void TestDuties::thoseWhoHaveWorkAreRemindedOnce() {
    const DocumentId id = given(today().addDays(5));
    QCOMPARE(turn(clerk()).reminders, 0);
    pass(2);
    QCOMPARE(turn(clerk()).reminders, 1);
    QCOMPARE(turn(clerk()).reminders, 0);
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(told(officer()), QStringList{u"before:3"_s});
    QVERIFY(told(clerk()).isEmpty());
    QCOMPARE(remindedIn(officer(), id), 1);
    QCOMPARE(officer().dailyDigest().look()->reminders.first().subject,
             officer().queryDocuments().detail(id)->summary.subject);
    QCOMPARE(officer().reminders().takeNew()->size(), 1);
    QVERIFY(officer().reminders().takeNew()->isEmpty());
    pass(5);
    QCOMPARE(turn(clerk()).reminders, 1);
    QCOMPARE(turn(clerk()).reminders, 0);
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(told(officer()), QStringList{u"before:0"_s}); // the newest word
    QCOMPARE(officer().reminders().takeNew()->size(), 1);
    CONGVAN_VERIFY(officer().handleIncoming().finish(id, u"Đã xong"_s));
    QVERIFY(told(officer()).isEmpty());
    CONGVAN_VERIFY(m_world->sync(officer()));
    pass(9);
    QCOMPARE(turn(clerk()).reminders, 0); // nobody has it any more
}

void TestDuties::whatIsLateComesToTheHead() {
    const DocumentId id = given(today().addDays(1));
    QCOMPARE(codeOf(leader().queryDocuments().detail(id)), u"document-not-found"_s);
    pass(3);
    QCOMPARE(turn(clerk()).reminders, 2); // to who leads it, and to the head
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(told(officer()), QStringList{u"after:1"_s});
    QCOMPARE(told(leader()), QStringList{u"escalated:2"_s});
    const auto seen = leader().queryDocuments().detail(id);
    CONGVAN_VERIFY(seen); // it came along
    CONGVAN_VERIFY(leader().queryDocuments().mainPdf(id));
    QCOMPARE(leader().reminders().mine()->first().holderName,
             m_world->demo().profile(OfficeWorld::finance, Role::Officer).person.name);
    // The head was told and has no part of the work.
    QVERIFY(!seen->actions.canDirect && !seen->actions.canReply && !seen->actions.canGiveBackWork);
    // A longer time makes what was told of the old one silent.
    CONGVAN_VERIFY(officer().directDocument().askMoreTime(id, today().addDays(20), u"Chờ số liệu"_s));
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().directDocument().answerMoreTime(
        id, {.to = mailbox(Role::Officer), .granted = true, .until = today().addDays(20), .words = {}}));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(told(officer()).isEmpty());
    QVERIFY(told(leader()).isEmpty());
    QCOMPARE(turn(clerk()).reminders, 0);
}

void TestDuties::anotherDeskGoesOnWithoutTellingTwice() {
    const DocumentId id = given(today().addDays(1));
    const auto second = secondClerk();
    QCOMPARE(turn(clerk()).reminders, 1);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(clerk().officeDuties().leave());
    QVERIFY(turn(*second, LeaseKind::Agent).isOurs);
    QCOMPARE(turn(*second, LeaseKind::Agent).reminders, 0);
    // Each of them wrote it down, as two do of whom one has no line: it counts once.
    pass(2);
    QCOMPARE(turn(*second, LeaseKind::Agent).reminders, 1);
    CONGVAN_VERIFY(second->officeDuties().leave());
    const DutyTurn again = turn(clerk());
    QVERIFY(again.isOurs);
    QCOMPARE(again.reminders, 1); // the other's is not at the server yet
    CONGVAN_VERIFY(m_world->sync(*second));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(*second));
    CONGVAN_VERIFY(m_world->sync(officer()));
    for (OfficeSession* desk : {&clerk(), second.get(), &officer()}) {
        QCOMPARE(remindedIn(*desk, id), 2);
    }
    QCOMPARE(told(officer()), QStringList{u"after:1"_s});
}

void TestDuties::whatIsWrittenDownSurvivesAKill() {
    const DocumentId id = given(today());
    QCOMPARE(turn(clerk()).reminders, 1);
    m_world->close(OfficeWorld::finance, Role::Clerk); // before anything went out
    QCOMPARE(clerk().officeDuties().turn(LeaseKind::Window)->reminders, 0);
    QVERIFY(clerk().officeDuties().look()->isOurs); // the same desk as before
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(told(officer()), QStringList{u"before:0"_s});
    // The whole store is lost: the desk is another one, and what was told is known again.
    const QString store = clerk().profile().storeFile();
    m_world->close(OfficeWorld::finance, Role::Clerk);
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(store + ending);
    }
    QVERIFY(!turn(clerk()).isOurs);
    QVERIFY(turn(clerk(), LeaseKind::Agent).isOurs);
    QCOMPARE(turn(clerk(), LeaseKind::Agent).reminders, 0);
    QCOMPARE(remindedIn(clerk(), id), 1);
}

void TestDuties::whatBreaksTheRulesCountsNowhere() {
    const DocumentId id = given(today().addDays(3));
    QCOMPARE(turn(clerk()).reminders, 1);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const QString stream = caseStream(organ(), id);
    // An officer reminds others; a clerk says the same twice, and once in a stream that is not the document's case.
    append(Role::Officer, stream, reminder(id, mailbox(Role::Leader), 3), {mailbox(Role::Leader)});
    append(Role::Clerk, stream, reminder(id, mailbox(Role::Officer), 3));
    append(Role::Clerk, u"case/%1/khac"_s.arg(organ().text()), reminder(id, mailbox(Role::Officer), 1),
           {mailbox(Role::Officer)});
    for (OfficeSession* desk : {&clerk(), &officer(), &leader()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
    }
    QVERIFY(told(leader()).isEmpty());
    QCOMPARE(told(officer()), QStringList{u"before:3"_s});
    QCOMPARE(remindedIn(officer(), id), 1);
    QCOMPARE(remindedIn(clerk(), id), 1);
}

void TestDuties::theDaysCanBeChanged() {
    const DocumentId id = given(today().addDays(5));
    QCOMPARE(codeOf(clerk().reminders().setDays(ReminderDays{.before = {-1}, .after = {}, .escalate = {}})),
             u"reminder-days-wrong"_s);
    CONGVAN_VERIFY(clerk().reminders().setDays(ReminderDays{.before = {5}, .after = {}, .escalate = {}}));
    QCOMPARE(turn(clerk()).reminders, 1);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(told(officer()), QStringList{u"before:5"_s});
    pass(20);
    QCOMPARE(turn(clerk()).reminders, 0);
    CONGVAN_VERIFY(clerk().reminders().setDays(std::nullopt));
    QCOMPARE(*clerk().reminders().days(), usualReminderDays());
    QCOMPARE(turn(clerk()).reminders, 2);
    QVERIFY(remindedIn(clerk(), id) >= 3);
}

void TestDuties::whatAClerkSetsHoldsForAllDesks() {
    QCOMPARE(codeOf(officer().reminders().setDays(std::nullopt)), u"reminder-days-not-yours"_s);
    QVERIFY(!m_world->append(mailbox(Role::Officer), leaseStream(organ()), acts::ReminderDaysSet{.days = {}},
                             {organ().mailbox(), mailbox(Role::Officer)})); // opens no stream before a clerk does
    append(Role::Clerk, leaseStream(organ()), acts::LeaseLeft{.desk = DocumentId::create().text()},
           {mailbox(Role::Officer)});
    append(Role::Officer, leaseStream(organ()), acts::ReminderDaysSet{.days = {}});
    const auto second = secondClerk();
    QCOMPARE(*second->reminders().days(), usualReminderDays());
    ReminderDays days = usualReminderDays();
    days.before = {2};
    days.holidays = {today().addDays(1), today().addDays(2)};
    CONGVAN_VERIFY(clerk().reminders().setDays(days));
    CONGVAN_VERIFY(m_world->sync(*second));
    QCOMPARE(*second->reminders().days(), days);
    // Behind what another desk wrote meanwhile, which this one has not seen.
    days.after = {4};
    CONGVAN_VERIFY(second->reminders().setDays(days));
    days.escalate = {9};
    CONGVAN_VERIFY(clerk().reminders().setDays(days));
    CONGVAN_VERIFY(m_world->sync(*second));
    QCOMPARE(*second->reminders().days(), days);
    // What somebody else writes there is nothing.
    append(Role::Officer, leaseStream(organ()), acts::ReminderDaysSet{.days = {}});
    CONGVAN_VERIFY(m_world->sync(*second));
    QCOMPARE(*second->reminders().days(), days);
    // Tuesday and Wednesday are off: on Monday two workdays are left until Friday.
    std::ignore = given(today().addDays(4));
    QCOMPARE(turn(*second, LeaseKind::Agent).reminders, 1);
    CONGVAN_VERIFY(m_world->sync(*second));
    CONGVAN_VERIFY(m_world->sync(officer()));
    QCOMPARE(told(officer()), QStringList{u"before:2"_s});
}

void TestDuties::theCommandLineDoesItAll() {
    const DocumentId id = given(vietnamToday());
    for (const Role role : {Role::Clerk, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const auto run = [this](Role role, const QStringList& command) {
        return congvanctl::run(command + QStringList{u"--profile"_s,
                                                     m_world->demo().profile(OfficeWorld::finance, role).folder,
                                                     u"--json"_s});
    };
    for (const QString& word : {u"show"_s, u"leave"_s, u"days"_s}) {
        QCOMPARE(congvanctl::run({u"lease"_s, word, u"--help"_s}).exitCode, 0);
    }
    QVERIFY(run(Role::Clerk, {u"lease"_s, u"show"_s}).json()[u"lease"_s].isNull());
    const auto days = run(Role::Clerk, {u"lease"_s, u"days"_s, u"--escalate"_s, u"4,9"_s});
    QCOMPARE(days.json()[u"escalate"_s].toArray(), (QJsonArray{4, 9}));
    QCOMPARE(run(Role::Clerk, {u"lease"_s, u"days"_s, u"--after"_s, u"mai"_s}).exitCode, 64);
    QCOMPARE(run(Role::Clerk, {u"lease"_s, u"days"_s, u"--holiday"_s, u"mai"_s}).exitCode, 64);
    QCOMPARE(run(Role::Officer, {u"lease"_s, u"days"_s, u"--after"_s, u"3"_s}).exitCode, 77);
    const auto off =
        run(Role::Clerk, {u"lease"_s, u"days"_s, u"--holiday"_s, u"2027-02-08"_s, u"--holiday"_s, u"2027-02-05"_s});
    QCOMPARE(off.json()[u"holidays"_s].toArray(), (QJsonArray{u"2027-02-05"_s, u"2027-02-08"_s}));
    QCOMPARE(off.json()[u"escalate"_s].toArray(), (QJsonArray{4, 9})); // what is not named stays
    QCOMPARE(
        run(Role::Clerk, {u"lease"_s, u"days"_s, u"--no-holiday"_s, u"2027-02-05"_s}).json()[u"holidays"_s].toArray(),
        QJsonArray{u"2027-02-08"_s});
    const auto agent = run(Role::Clerk, {u"agent"_s, u"--for"_s, u"0"_s});
    QVERIFY2(agent.exitCode == 0, qPrintable(agent.err));
    QVERIFY(agent.out.contains(u"\"reminded\""_s));
    QVERIFY(run(Role::Clerk, {u"lease"_s, u"show"_s}).json()[u"lease"_s].isNull()); // it left it at its end
    QCOMPARE(run(Role::Officer, {u"sync"_s}).exitCode, 0);
    const auto digest = run(Role::Officer, {u"digest"_s}).json()[u"reminders"_s].toArray();
    QCOMPARE(digest.size(), 1);
    QCOMPARE(digest.first().toObject()[u"document"_s].toString(), id.text());
    QCOMPARE(run(Role::Clerk, {u"lease"_s, u"leave"_s}).exitCode, 0);
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestDuties test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_duties.moc"
