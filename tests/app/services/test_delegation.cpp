// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/support/congvanctl.h"
#include "tests/world/office/officeworld.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;
using world::OfficeWorld;

namespace {

DocumentDetail lookAt(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    if (!detail) {
        qFatal("%s %s", qPrintable(detail.error().code), qPrintable(detail.error().detail));
    }
    return *detail;
}

QString standsIn(OfficeSession& desk, const DocumentId& id) {
    const auto detail = desk.queryDocuments().detail(id);
    return detail ? folderKey(detail->summary.folder) : detail.error().code;
}

} // namespace

/// Somebody is away and another stands in: desks of their own over a real hub.
class TestDelegation : public QObject {
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanup() { m_world.reset(); }

    void whileItHoldsTheOtherDeskHasTheWork();
    void whoeverGivesWorkToSomebodyAbsentBringsTheOther();
    void withoutItNothingMoves();
    void itIsNotPassedOn();
    void onlyWhatIsToDirectOrToLeadIsGiven();
    void moreTimeIsAnsweredInTheirPlace();
    void itEndsEarlyAndByItself();
    void wrongOnesAreRefused();
    void whatBreaksTheRulesCountsNowhere();
    void aClockThatIsOffGivesNothing();
    void newcomersLearnOfIt();
    void aNewComputerSeesTheSame();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    OrganId organ() {
        return *OrganId::parse(m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ.text());
    }
    void carry(OfficeSession& from, const QList<OfficeSession*>& to) { CONGVAN_VERIFY(m_world->carry(from, to)); }
    /// A document that the clerk of the receiving office accepted.
    DocumentId accepted() {
        const auto packet = m_world->sendOne();
        if (!packet || !m_world->sync(clerk())) {
            qFatal("the document was not sent");
        }
        const DocumentId id = documentOfPacket(*packet);
        if (!clerk().acceptIncoming().accept(id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true})) {
            qFatal("the document was not accepted");
        }
        return id;
    }
    /// The same, presented to the leader, whose desk has it.
    DocumentId presented() {
        const DocumentId id = accepted();
        if (!clerk().directDocument().present(id, mailbox(Role::Leader)) || !m_world->sync(clerk()) ||
            !m_world->sync(leader()) || !m_world->sync(officer())) {
            qFatal("the document was not presented");
        }
        return id;
    }
    DelegationForm toOfficer(int days = 5) {
        return {.to = u"chuyenvien"_s, .from = {}, .until = vietnamToday().addDays(days), .words = u"Đi công tác"_s};
    }
    /// Past every check of ours, into a stream of the office.
    void append(Role role, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        CONGVAN_VERIFY(m_world->append(mailbox(role), stream, body, joining));
    }
    QString caseOf(const DocumentId& id) { return caseStream(organ(), id); }
    /// As that person would direct in the leader's place, whether they may or not.
    acts::Directed inPlaceOfLeader(const DocumentId& id, Role lead) {
        const DocumentDetail known = lookAt(clerk(), id);
        return {
            .document = id,
            .packetSha256 = known.packetSha256,
            .from = known.issuer.id,
            .received = known.received,
            .arrivalNumber = known.summary.arrivalNumber,
            .arrivalDate = known.arrivalDate,
            .documentDueDate = {},
            .directive = {.words = u"thay"_s, .dueDate = {}, .shares = {{.to = mailbox(lead), .role = WorkRole::Lead}}},
            .as = mailbox(Role::Leader)};
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestDelegation::whileItHoldsTheOtherDeskHasTheWork() {
    const DocumentId id = presented();
    QCOMPARE(standsIn(officer(), id), u"document-not-found"_s);
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    QVERIFY(leader().delegations().holding()->first().isPending);
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(standsIn(officer(), id), u"to-direct"_s);
    QCOMPARE(standsIn(leader(), id), u"to-direct"_s); // whoever is away may still do it
    CONGVAN_VERIFY(officer().queryDocuments().mainPdf(id));
    const Actions can = lookAt(officer(), id).actions;
    QVERIFY(can.canDirect && can.canReply && !can.canSign);
    QCOMPARE(officer().queryDocuments().counts()->toDirect, 1);

    CONGVAN_VERIFY(
        officer().directDocument().direct(id, {.words = u"Giao tham mưu"_s,
                                               .dueDate = {},
                                               .shares = {{.to = mailbox(Role::Clerk), .role = WorkRole::Lead}}}));
    carry(officer(), {&leader(), &clerk()});
    for (OfficeSession* desk : {&leader(), &officer(), &clerk()}) {
        const DocumentDetail seen = lookAt(*desk, id);
        QCOMPARE(seen.work.last().to, mailbox(Role::Clerk));
        QCOMPARE(seen.work.last().by, mailbox(Role::Leader)); // it is the leader's directive, and comes back to them
        QCOMPARE(seen.history.last().by, mailbox(Role::Officer));
        QCOMPARE(seen.history.last().as, mailbox(Role::Leader));
        QCOMPARE(seen.work, lookAt(clerk(), id).work);
    }
    QCOMPARE(standsIn(leader(), id), u"following"_s);
    QCOMPARE(standsIn(clerk(), id), u"to-handle"_s);
    QCOMPARE(standsIn(officer(), id), u"done"_s);
    QVERIFY(!lookAt(officer(), id).actions.canDirect); // what is done in another's place gives no say of one's own
}

void TestDelegation::whoeverGivesWorkToSomebodyAbsentBringsTheOther() {
    CONGVAN_VERIFY(m_world->sync(leader())); // whoever delegates knows the people
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    const DocumentId id = accepted();
    const Directive toLeader{
        .words = {}, .dueDate = {}, .shares = {{.to = mailbox(Role::Leader), .role = WorkRole::Direct}}};
    const auto absent = clerk().directDocument().absent(toLeader);
    CONGVAN_VERIFY(absent);
    QCOMPARE(absent->size(), 1);
    QCOMPARE(absenceCode(absent->first()), u"assignee-absent"_s);
    CONGVAN_VERIFY(clerk().directDocument().present(id, mailbox(Role::Leader)));
    carry(clerk(), {&officer(), &leader()});
    QCOMPARE(standsIn(officer(), id), u"to-direct"_s);
    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"đang xem"_s));
    carry(officer(), {&leader()});
    QCOMPARE(int(lookAt(leader(), id).work.first().state), int(WorkState::Working));
}

void TestDelegation::withoutItNothingMoves() {
    const DocumentId id = presented();
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"@chuyenvien"_s));
    carry(clerk(), {&officer(), &leader()});
    const QList<WorkLine> before = lookAt(clerk(), id).work;
    append(Role::Officer, caseOf(id), inPlaceOfLeader(id, Role::Officer));
    append(Role::Officer, caseOf(id), acts::Finished{.document = id, .note = u"xong"_s, .as = mailbox(Role::Leader)});
    append(
        Role::Officer, caseOf(id),
        acts::Commented{.document = id, .text = u"thay"_s, .mentions = {}, .given = {}, .as = mailbox(Role::Leader)});
    // Nor before its first day.
    CONGVAN_VERIFY(leader().delegations().delegate(
        {.to = u"chuyenvien"_s, .from = vietnamToday().addDays(2), .until = vietnamToday().addDays(3), .words = {}}));
    carry(leader(), {&officer(), &clerk()});
    append(Role::Officer, caseOf(id), inPlaceOfLeader(id, Role::Officer));
    for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(lookAt(*desk, id).work, before);
        QCOMPARE(lookAt(*desk, id).comments.size(), 1);
    }
    QCOMPARE(standsIn(officer(), id), u"to-handle"_s); // they were told, that is all
    QVERIFY(!lookAt(officer(), id).actions.canDirect);
}

void TestDelegation::itIsNotPassedOn() {
    const DocumentId id = presented();
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    carry(leader(), {&officer()});
    CONGVAN_VERIFY(officer().delegations().delegate(
        {.to = u"vanthu"_s, .from = {}, .until = vietnamToday().addDays(5), .words = {}}));
    carry(officer(), {&clerk(), &leader()});
    const QList<WorkLine> before = lookAt(clerk(), id).work;
    append(Role::Clerk, caseOf(id), inPlaceOfLeader(id, Role::Clerk));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(lookAt(leader(), id).work, before);
    QCOMPARE(lookAt(clerk(), id).work, before);
    QCOMPARE(clerk().acting().standsFor, QStringList{mailbox(Role::Officer)});
}

void TestDelegation::onlyWhatIsToDirectOrToLeadIsGiven() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(clerk().directDocument().direct(
        id, {.words = {}, .dueDate = {}, .shares = {{.to = mailbox(Role::Leader), .role = WorkRole::Support}}}));
    carry(clerk(), {&leader()});
    CONGVAN_VERIFY(m_world->sync(officer()));
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(standsIn(officer(), id), u"document-not-found"_s);
    // Whoever is in the case by another way can't act there in their place, either.
    CONGVAN_VERIFY(clerk().commentDocument().comment(id, u"@chuyenvien"_s));
    carry(clerk(), {&officer()});
    const QList<WorkLine> before = lookAt(clerk(), id).work;
    append(Role::Officer, caseOf(id), acts::Finished{.document = id, .note = u"xong"_s, .as = mailbox(Role::Leader)});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(lookAt(clerk(), id).work, before);
}

void TestDelegation::moreTimeIsAnsweredInTheirPlace() {
    const DocumentId id = presented();
    const QDate due = vietnamToday().addDays(5);
    CONGVAN_VERIFY(leader().directDocument().direct(
        id, {.words = {}, .dueDate = due, .shares = {{.to = mailbox(Role::Clerk), .role = WorkRole::Lead}}}));
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer())); // what they follow is looked after, too
    carry(leader(), {&clerk(), &officer()});
    CONGVAN_VERIFY(clerk().directDocument().askMoreTime(id, due.addDays(7), u"Chờ ý kiến"_s));
    carry(clerk(), {&officer(), &leader()});
    QCOMPARE(standsIn(officer(), id), u"to-direct"_s);
    CONGVAN_VERIFY(
        officer().directDocument().answerMoreTime(id, {.to = {}, .granted = true, .until = {}, .words = {}}));
    carry(officer(), {&clerk(), &leader()});
    const DocumentDetail answered = lookAt(clerk(), id);
    QCOMPARE(answered.summary.dueDate, due.addDays(7));
    QCOMPARE(answered.history.last().kind, u"time-granted"_s);
    QCOMPARE(answered.history.last().as, mailbox(Role::Leader));
    QCOMPARE(lookAt(leader(), id).work, answered.work);
}

void TestDelegation::itEndsEarlyAndByItself() {
    const DocumentId id = presented();
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer(2)));
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(standsIn(officer(), id), u"to-direct"_s);
    // By itself: the day is over at that desk, without a line.
    m_world->close(OfficeWorld::finance, Role::Officer);
    SessionOptions later;
    later.clock = [] { return QDateTime::currentDateTimeUtc().addDays(3); };
    m_world->setOptions(later);
    QCOMPARE(standsIn(officer(), id), u"done"_s);
    QVERIFY(officer().delegations().open()->isEmpty());
    m_world->close(OfficeWorld::finance, Role::Officer);
    m_world->setOptions({});
    QCOMPARE(standsIn(officer(), id), u"to-direct"_s);
    // Early: what was done before stays, what is done after moves nothing.
    CONGVAN_VERIFY(officer().handleIncoming().progress(id, u"đang xem"_s));
    carry(officer(), {&leader()});
    QCOMPARE(codeOf(officer().delegations().end()), u"delegation-unknown"_s); // only whoever is away
    CONGVAN_VERIFY(leader().delegations().end());
    QCOMPARE(codeOf(leader().delegations().end()), u"delegation-unknown"_s);
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(standsIn(officer(), id), u"done"_s);
    QVERIFY(!lookAt(officer(), id).actions.canDirect && !lookAt(officer(), id).actions.canHandle);
    append(Role::Officer, caseOf(id), inPlaceOfLeader(id, Role::Officer));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    const DocumentDetail seen = lookAt(leader(), id);
    QCOMPARE(seen.work.first().note, u"đang xem"_s);
    QVERIFY(seen.work.first().isOpen());
    QCOMPARE(seen.work, lookAt(clerk(), id).work);
    // And they can be away again.
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
}

void TestDelegation::wrongOnesAreRefused() {
    CONGVAN_VERIFY(m_world->sync(leader()));
    Delegations& use = leader().delegations();
    const QDate today = vietnamToday();
    const auto code = [&](const QString& to, const QDate& from, const QDate& until, const QString& words = {}) {
        return codeOf(use.delegate({.to = to, .from = from, .until = until, .words = words}));
    };
    QCOMPARE(code(u"chuyenvien"_s, today, {}), u"delegation-days-wrong"_s);
    QCOMPARE(code(u"chuyenvien"_s, today.addDays(1), today), u"delegation-days-wrong"_s);
    QCOMPARE(code(u"chuyenvien"_s, today.addDays(-1), today), u"delegation-past"_s);
    QCOMPARE(code(u"chuyenvien"_s, today, today.addDays(366)), u"delegation-too-long"_s);
    QCOMPARE(code(u"lanhdao"_s, today, today), u"delegation-to-oneself"_s);
    QCOMPARE(code(u"khongco"_s, today, today), u"delegate-unknown"_s);
    QCOMPARE(code(u"H99.02/lanhdao"_s, today, today), u"delegate-unknown"_s);
    QCOMPARE(code({}, today, today, QString(501, u'x')), u"delegation-words-too-long"_s);
    QVERIFY(use.open()->isEmpty());
    CONGVAN_VERIFY(use.delegate({.to = {}, .from = today.addDays(1), .until = today.addDays(365), .words = {}}));
    QCOMPARE(code(u"chuyenvien"_s, today, today.addDays(1)), u"delegation-overlaps"_s);
    CONGVAN_VERIFY(use.delegate({.to = u"chuyenvien"_s, .from = today, .until = today, .words = {}}));
    QCOMPARE(use.open()->size(), 2);
    QCOMPARE(use.holding()->size(), 1);
    QCOMPARE(codeOf(use.end(u"8d9c2f6e-4f3b-4b44-9a53-0f6f0f6f0f6f"_s)), u"delegation-unknown"_s);
}

void TestDelegation::whatBreaksTheRulesCountsNowhere() {
    const DocumentId id = presented();
    CONGVAN_VERIFY(
        leader().delegations().delegate({.to = {}, .from = vietnamToday(), .until = vietnamToday(), .words = {}}));
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(clerk().delegations().holding()->size(), 1);
    const QDate today = vietnamToday();
    const QString standing = standingStream(organ());
    const acts::Delegated toOfficerToday{.to = mailbox(Role::Officer), .from = today, .until = today, .words = {}};
    // Over the same day; for longer than a year; to oneself; in a stream of another name.
    append(Role::Leader, standing, toOfficerToday);
    append(Role::Leader, standing,
           acts::Delegated{
               .to = mailbox(Role::Officer), .from = today.addDays(1), .until = today.addDays(400), .words = {}});
    append(Role::Officer, standing,
           acts::Delegated{.to = mailbox(Role::Officer), .from = today, .until = today, .words = {}});
    append(Role::Leader, u"standing/%1/khac"_s.arg(organ().text()), toOfficerToday,
           {mailbox(Role::Officer), mailbox(Role::Clerk)});
    // Nobody ends what is another's.
    append(Role::Officer, standing, acts::DelegationEnded{.delegation = clerk().delegations().holding()->first().id});
    for (OfficeSession* desk : {&clerk(), &officer(), &leader()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(desk->delegations().open()->size(), 1);
        QVERIFY(desk->delegations().open()->first().to.isEmpty());
    }
    QVERIFY(officer().acting().standsFor.isEmpty());
    QCOMPARE(standsIn(officer(), id), u"document-not-found"_s);
}

void TestDelegation::aClockThatIsOffGivesNothing() {
    CONGVAN_VERIFY(m_world->sync(leader()));
    m_world->close(OfficeWorld::finance, Role::Leader);
    SessionOptions late;
    late.clock = [] { return QDateTime::currentDateTimeUtc().addDays(-40); };
    m_world->setOptions(late);
    CONGVAN_VERIFY(leader().delegations().delegate(
        {.to = u"chuyenvien"_s, .from = {}, .until = vietnamToday().addDays(-30), .words = {}}));
    CONGVAN_VERIFY(m_world->sync(leader()));
    QVERIFY(leader().delegations().open()->isEmpty()); // it was over when the server had it
    m_world->setOptions({});
    CONGVAN_VERIFY(m_world->sync(officer()));
    QVERIFY(officer().acting().standsFor.isEmpty());
}

void TestDelegation::newcomersLearnOfIt() {
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    carry(leader(), {&clerk()});
    m_world->hub().import({{u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, organ().text()},
                                                                {u"login"_s, u"nguoimoi"_s},
                                                                {u"name"_s, u"Mai Thị Mới"_s},
                                                                {u"role"_s, u"officer"_s},
                                                                {u"title"_s, u"CHUYÊN VIÊN"_s},
                                                                {u"unit"_s, QString()}}}}});
    CONGVAN_VERIFY(m_world->sync(clerk())); // hears of the person
    CONGVAN_VERIFY(m_world->sync(clerk())); // and has told them
    const auto line = m_world->hub().client(organ().text() + u"/nguoimoi"_s);
    const auto told = line->messages(standingStream(organ()), 1, 100);
    QVERIFY2(told, told ? "" : qPrintable(told.error().code));
    const qsizetype messages = told->size();
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(line->messages(standingStream(organ()), 1, 100)->size(), messages); // once
}

void TestDelegation::aNewComputerSeesTheSame() {
    const DocumentId id = presented();
    CONGVAN_VERIFY(leader().delegations().delegate(toOfficer()));
    carry(leader(), {&officer(), &clerk()});
    CONGVAN_VERIFY(officer().directDocument().direct(
        id, {.words = {}, .dueDate = {}, .shares = {{.to = mailbox(Role::Clerk), .role = WorkRole::Lead}}}));
    carry(officer(), {&clerk(), &leader()});
    const DocumentDetail before = lookAt(leader(), id);
    const QString store = leader().profile().storeFile();
    m_world->close(OfficeWorld::finance, Role::Leader);
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(store + ending);
    }
    CONGVAN_VERIFY(m_world->sync(leader()));
    const DocumentDetail after = lookAt(leader(), id);
    QCOMPARE(after.work, before.work);
    QCOMPARE(after.history, before.history);
    QCOMPARE(leader().delegations().open()->size(), 1);
}

void TestDelegation::theCommandLineDoesItAll() {
    const DocumentId id = accepted();
    CONGVAN_VERIFY(m_world->sync(clerk()));
    CONGVAN_VERIFY(m_world->sync(leader()));
    CONGVAN_VERIFY(m_world->sync(officer()));
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    const auto run = [](const QStringList& command, const QStringList& where) {
        return congvanctl::run(command + where);
    };
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    for (const QStringList& command :
         {QStringList{u"delegate"_s}, {u"delegation"_s, u"list"_s}, {u"delegation"_s, u"end"_s}}) {
        QCOMPARE(congvanctl::run(command + QStringList{u"--help"_s}).exitCode, 0);
    }
    const QString until = vietnamToday().addDays(5).toString(Qt::ISODate);
    QCOMPARE(run({u"delegate"_s, u"--to"_s, u"chuyenvien"_s}, of(Role::Leader)).exitCode, 64); // until when
    QCOMPARE(run({u"delegate"_s, u"--until"_s, u"mai"_s}, of(Role::Leader)).exitCode, 64);
    const auto made = run({u"delegate"_s, u"--to"_s, u"chuyenvien"_s, u"--until"_s, until, u"--note"_s, u"Đi họp"_s},
                          of(Role::Leader));
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QCOMPARE(run({u"delegate"_s, u"--until"_s, until}, of(Role::Leader)).exitCode, 65); // on the same days
    QCOMPARE(run({u"sync"_s}, of(Role::Leader)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Clerk)).exitCode, 0);
    const auto presented = run({u"present"_s, id.text(), u"--to"_s, u"lanhdao"_s}, of(Role::Clerk));
    QCOMPARE(presented.exitCode, 0);
    QCOMPARE(presented.json()[u"absent"_s].toArray().first().toObject()[u"code"_s].toString(), u"assignee-absent"_s);
    QCOMPARE(run({u"sync"_s}, of(Role::Clerk)).exitCode, 0);
    QCOMPARE(run({u"sync"_s}, of(Role::Officer)).exitCode, 0);
    const auto listed = run({u"list"_s, u"to-direct"_s}, of(Role::Officer)).json()[u"documents"_s].toArray();
    QCOMPARE(listed.first().toObject()[u"id"_s].toString(), id.text());
    QCOMPARE(run({u"direct"_s, id.text(), u"--lead"_s, u"chuyenvien"_s}, of(Role::Officer)).exitCode, 0);
    const auto history = run({u"show"_s, id.text()}, of(Role::Officer)).json()[u"history"_s].toArray();
    QCOMPARE(history.last().toObject()[u"as"_s].toString(), mailbox(Role::Leader));
    const auto known = run({u"delegation"_s, u"list"_s}, of(Role::Officer)).json()[u"delegations"_s].toArray();
    QCOMPARE(known.first().toObject()[u"note"_s].toString(), u"Đi họp"_s);
    QVERIFY(known.first().toObject()[u"holds"_s].toBool());
    QCOMPARE(run({u"delegation"_s, u"end"_s}, of(Role::Officer)).exitCode, 66);
    QCOMPARE(run({u"delegation"_s, u"end"_s, made.json()[u"id"_s].toString()}, of(Role::Leader)).exitCode, 0);
    QCOMPARE(run({u"delegation"_s, u"list"_s}, of(Role::Leader)).json()[u"delegations"_s].toArray().size(), 0);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestDelegation test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_delegation.moc"
