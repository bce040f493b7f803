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

/// Meetings of an office, from the call to the tasks that come of it: desks of their own over a real hub.
class TestMeetings : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<OfficeWorld>();
        for (OfficeSession* desk : {&clerk(), &leader(), &officer()}) {
            QVERIFY(m_world->sync(*desk)); // who is of the office
        }
    }
    void cleanup() { m_world.reset(); }

    void thoseInvitedLearnOfItAndNobodyElse();
    void theyReadWhatLiesBesideAnItem();
    void aSecretDocumentIsRefused();
    void whoIsTakenOffReadsNothingNew();
    void whoComesInsteadIsInvited();
    void itMovesAndIsCancelled();
    void whoMayNotIsRefused();
    void wrongOnesAreRefused();
    void anInvitationGoesTheWayOfDrafts();
    void tasksAreWorkWithADay();
    void nobodyElseGivesTasks();
    void theDigestTellsOfIt();
    void aNewComputerSeesTheSame();
    void theCommandLineDoesItAll();

private:
    OfficeSession& clerk() { return m_world->clerk(OfficeWorld::finance); }
    OfficeSession& leader() { return m_world->leader(OfficeWorld::finance); }
    OfficeSession& officer() { return m_world->officer(OfficeWorld::finance); }
    QString mailbox(Role role) { return m_world->demo().profile(OfficeWorld::finance, role).person.mailbox(); }
    OrganId organ() { return m_world->demo().profile(OfficeWorld::finance, Role::Clerk).person.organ; }
    void carry(OfficeSession& from, const QList<OfficeSession*>& to) { CONGVAN_VERIFY(m_world->carry(from, to)); }
    /// In two days; the leader presides.
    MeetingForm form(const QStringList& invited = {u"vanthu"_s}) {
        return {.subject = u"Họp giao ban tháng 12"_s,
                .text = u"Đánh giá kết quả tháng 11."_s,
                .starts = QDateTime::currentDateTimeUtc().addDays(2),
                .ends = QDateTime::currentDateTimeUtc().addDays(2).addSecs(7200),
                .place = u"Phòng họp số 1"_s,
                .chair = u"lanhdao"_s,
                .secretary = {},
                .invited = invited,
                .guests = {u"Sở Nội vụ"_s},
                .agenda = {{.title = u"Cải cách hành chính"_s, .presenter = u"Văn phòng"_s, .minutes = 20},
                           {.title = u"Dự toán năm 2027"_s}}};
    }
    /// By the officer, and on the desks of all.
    MeetingId called(const MeetingForm& wanted) {
        const auto id = officer().meetings().call(wanted);
        if (!id) {
            qFatal("%s %s", qPrintable(id.error().code), qPrintable(id.error().detail));
        }
        carry(officer(), {&leader(), &clerk()});
        return *id;
    }
    static Meeting seen(OfficeSession& desk, const MeetingId& id) {
        const auto meeting = desk.meetings().show(id);
        if (!meeting) {
            qFatal("%s", qPrintable(meeting.error().code));
        }
        return *meeting;
    }
    /// Past every check of ours, into a stream of the office.
    void append(Role role, const QString& stream, const ActBody& body, const QStringList& joining = {}) {
        CONGVAN_VERIFY(m_world->append(mailbox(role), stream, body, joining));
    }
    void beLater(Role role, int days) {
        m_world->close(OfficeWorld::finance, role);
        SessionOptions later;
        later.clock = [days] { return QDateTime::currentDateTimeUtc().addDays(days); };
        m_world->setOptions(later);
    }

    std::unique_ptr<OfficeWorld> m_world;
};

void TestMeetings::thoseInvitedLearnOfItAndNobodyElse() {
    MeetingForm wanted = form({});
    const MeetingId id = called(wanted); // the leader presides, and nobody else is invited
    QVERIFY(clerk().meetings().list()->isEmpty());
    QCOMPARE(codeOf(clerk().meetings().show(id)), u"meeting-not-found"_s);
    const QString stream = seen(officer(), id).stream;
    QVERIFY(!m_world->hub().client(mailbox(Role::Clerk))->messages(stream, 1, 10)); // nor from the hub

    wanted = formOf(seen(officer(), id).plan);
    wanted.invited = {u"vanthu"_s};
    CONGVAN_VERIFY(officer().meetings().change(id, wanted, u"Bổ sung thành phần"_s));
    carry(officer(), {&clerk(), &leader()});
    QVERIFY(clerk().meetings().list()->first().waits(QDateTime::currentDateTimeUtc()));
    QCOMPARE(clerk().queryDocuments().counts()->meetings, 1);
    QCOMPARE(leader().queryDocuments().counts()->meetings, 0);
    QCOMPARE(seen(clerk(), id).changes.last().what, QStringList{u"invited"_s});
    QCOMPARE(seen(clerk(), id).changes.last().reason, u"Bổ sung thành phần"_s);

    QCOMPARE(codeOf(clerk().meetings().answer(id, Attendance::Absent)), u"reason-missing"_s);
    CONGVAN_VERIFY(clerk().meetings().answer(id, Attendance::Attends));
    QCOMPARE(clerk().queryDocuments().counts()->meetings, 0);
    carry(clerk(), {&officer(), &leader()});
    for (OfficeSession* desk : {&officer(), &leader()}) {
        QCOMPARE(tallyOf(seen(*desk, id)).attends, 1);
        QCOMPARE(desk->meetings().list()->first().attending, 1);
    }
}

void TestMeetings::theyReadWhatLiesBesideAnItem() {
    const auto packet = m_world->sendOne();
    QVERIFY(packet && m_world->sync(clerk()));
    const DocumentId document = documentOfPacket(*packet);
    const QString note = m_world->path(u"báo cáo.txt"_s);
    QVERIFY(congvanctl::put(note, "nội dung báo cáo"));
    MeetingForm wanted = form({u"chuyenvien"_s});
    wanted.agenda[1].documents = {document};
    wanted.agenda[1].files = {note};
    const auto id = clerk().meetings().call(wanted);
    CONGVAN_VERIFY(id);
    carry(clerk(), {&officer()});
    const Meeting known = seen(officer(), *id);
    QVERIFY(known.plan.agenda.first().files.isEmpty());
    QCOMPARE(known.plan.agenda.last().files.size(), 2);
    QCOMPARE(codeOf(officer().queryDocuments().detail(document)), u"document-not-found"_s); // the file alone
    const int key = known.plan.agenda.last().key;
    const auto pdf = officer().meetings().openFile(*id, key, 0);
    CONGVAN_VERIFY(pdf);
    QFile file(*pdf);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    QCOMPARE(officer().auditLog().lines(1, 100)->last().document, document.text());
    const QString copy = m_world->path(u"bản sao.txt"_s);
    CONGVAN_VERIFY(officer().meetings().saveFile(*id, key, 1, copy));
    QFile saved(copy);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("nội dung báo cáo"));
    QCOMPARE(codeOf(officer().meetings().openFile(*id, key, 2)), u"meeting-file-unknown"_s);
    QCOMPARE(codeOf(officer().meetings().openFile(*id, 9, 0)), u"meeting-file-unknown"_s);
    // A change keeps what lies there.
    MeetingForm changed = formOf(known.plan);
    std::swap(changed.agenda[0], changed.agenda[1]);
    CONGVAN_VERIFY(clerk().meetings().change(*id, changed));
    QCOMPARE(seen(clerk(), *id).plan.agenda.first().key, key);
    QCOMPARE(seen(clerk(), *id).plan.agenda.first().files.size(), 2);
}

void TestMeetings::aSecretDocumentIsRefused() {
    auto draft = officer().draftDocument().start(DocumentKind::CongVan);
    CONGVAN_VERIFY(draft);
    draft->secrecy = Secrecy::Secret;
    // It is in no store from which it could come into a meeting.
    QCOMPARE(codeOf(officer().draftDocument().save(*draft)), u"secret-book-instead"_s);
    MeetingForm wanted = form();
    wanted.agenda[0].documents = {draft->id};
    QCOMPARE(codeOf(officer().meetings().call(wanted)), u"document-not-found"_s);
    QVERIFY(officer().meetings().list()->isEmpty());
}

void TestMeetings::whoIsTakenOffReadsNothingNew() {
    const MeetingId id = called(form());
    CONGVAN_VERIFY(officer().meetings().note(id, 1, u"Ghi chép ngày đầu"_s, true));
    const QString before = seen(officer(), id).stream;
    MeetingForm wanted = formOf(seen(officer(), id).plan);
    wanted.invited.clear();
    wanted.subject = u"Họp kín"_s;
    CONGVAN_VERIFY(officer().meetings().change(id, wanted));
    CONGVAN_VERIFY(officer().meetings().note(id, 2, u"Ghi chép kín"_s, true));
    carry(officer(), {&leader(), &clerk()});
    const Meeting left = seen(clerk(), id);
    QCOMPARE(left.plan.subject, form().subject);
    QVERIFY(left.left.contains(mailbox(Role::Clerk)));
    QVERIFY(!left.note(2, true));
    QVERIFY(clerk().meetings().list()->first().left);
    QCOMPARE(clerk().queryDocuments().counts()->meetings, 0);
    QCOMPARE(codeOf(clerk().meetings().answer(id, Attendance::Attends)), u"meeting-not-invited"_s);
    const Meeting goesOn = seen(leader(), id);
    QVERIFY(goesOn.stream != before);
    QVERIFY(!m_world->hub().client(mailbox(Role::Clerk))->messages(goesOn.stream, 1, 10));
    QVERIFY(goesOn.note(1, true) && goesOn.note(2, true)); // what was shared before goes on, too
    QCOMPARE(goesOn.plan.subject, u"Họp kín"_s);

    wanted = formOf(goesOn.plan);
    wanted.invited = {u"vanthu"_s};
    CONGVAN_VERIFY(officer().meetings().change(id, wanted));
    carry(officer(), {&clerk()});
    QCOMPARE(seen(clerk(), id).plan.subject, u"Họp kín"_s);
    QVERIFY(seen(clerk(), id).left.isEmpty());
}

void TestMeetings::whoComesInsteadIsInvited() {
    MeetingForm wanted = form({u"chuyenvien"_s});
    const auto id = leader().meetings().call(wanted);
    CONGVAN_VERIFY(id);
    carry(leader(), {&officer(), &clerk()});
    QCOMPARE(codeOf(officer().meetings().answer(*id, Attendance::Substitute, {}, u"chuyenvien"_s)),
             u"meeting-substitute-wrong"_s);
    CONGVAN_VERIFY(officer().meetings().answer(*id, Attendance::Substitute, u"Đi công tác"_s, u"vanthu"_s));
    carry(officer(), {&leader(), &clerk()});
    QVERIFY(clerk().meetings().list()->isEmpty()); // whoever called it says who reads it
    QCOMPARE(leader().meetings().list()->first().toInvite, 1);
    wanted = formOf(seen(leader(), *id).plan);
    wanted.invited += seen(leader(), *id).substitutesToInvite();
    CONGVAN_VERIFY(leader().meetings().change(*id, wanted));
    carry(leader(), {&clerk()});
    QCOMPARE(clerk().meetings().list()->size(), 1);
    QCOMPARE(leader().meetings().list()->first().toInvite, 0);
}

void TestMeetings::itMovesAndIsCancelled() {
    const MeetingId id = called(form());
    CONGVAN_VERIFY(clerk().meetings().answer(id, Attendance::Attends));
    carry(clerk(), {&officer()});
    MeetingForm wanted = formOf(seen(officer(), id).plan);
    wanted.starts = wanted.starts.addDays(1);
    wanted.ends = wanted.ends.addDays(1);
    CONGVAN_VERIFY(officer().meetings().change(id, wanted, u"Trùng lịch Ủy ban"_s));
    carry(officer(), {&clerk(), &leader()});
    QVERIFY(clerk().meetings().list()->first().changed);
    QCOMPARE(clerk().queryDocuments().counts()->meetings, 1); // asked anew
    QCOMPARE(tallyOf(seen(officer(), id)).answered(), 0);
    QCOMPARE(codeOf(officer().meetings().change(id, wanted)), u"meeting-unchanged"_s);

    QCOMPARE(codeOf(leader().meetings().cancel(id, u" "_s)), u"reason-missing"_s);
    QCOMPARE(codeOf(clerk().meetings().cancel(id, u"bận"_s)), u"meeting-not-theirs-to-cancel"_s);
    CONGVAN_VERIFY(leader().meetings().cancel(id, u"Lãnh đạo đi công tác"_s));
    carry(leader(), {&clerk(), &officer()});
    QCOMPARE(seen(clerk(), id).cancelReason, u"Lãnh đạo đi công tác"_s);
    QCOMPARE(clerk().queryDocuments().counts()->meetings, 0);
    QCOMPARE(codeOf(clerk().meetings().answer(id, Attendance::Attends)), u"meeting-over"_s);
    wanted.subject = u"Lại họp"_s;
    QCOMPARE(codeOf(officer().meetings().change(id, wanted)), u"meeting-over"_s);
    QCOMPARE(codeOf(officer().meetings().note(id, 0, u"x"_s, true)), u"meeting-over"_s);
}

void TestMeetings::whoMayNotIsRefused() {
    const MeetingId id = called(form());
    MeetingForm wanted = form();
    QCOMPARE(codeOf(leader().meetings().change(id, wanted)), u"meeting-not-caller"_s);
    QCOMPARE(codeOf(clerk().meetings().note(id, 1, u"x"_s, true)), u"meeting-not-held"_s);
    QCOMPARE(codeOf(clerk().meetings().propose(id, {})), u"meeting-not-held"_s);
    QCOMPARE(codeOf(officer().meetings().conclude(id, {})), u"meeting-not-chair"_s);
    QCOMPARE(codeOf(officer().meetings().draftAnnouncement(id)), u"meeting-not-concluded"_s);
    QCOMPARE(codeOf(officer().meetings().answer(id, Attendance::Attends)), u"meeting-not-invited"_s);
    QVERIFY(!mayCallMeetings(Role::Archivist) && mayCallMeetings(Role::Officer));
    // An officer may preside, and gives no tasks.
    wanted.chair.clear();
    const MeetingId own = called(wanted);
    const ConclusionForm tasks{.texts = {},
                               .tasks = {{.text = u"x"_s, .lead = u"vanthu"_s, .due = vietnamToday().addDays(3)}}};
    QCOMPARE(codeOf(officer().meetings().conclude(own, tasks)), u"meeting-tasks-of-leaders"_s);
    CONGVAN_VERIFY(officer().meetings().conclude(own, {.texts = {{.item = 0, .text = u"Nhất trí"_s}}}));
    QCOMPARE(codeOf(officer().meetings().conclude(own, {})), u"meeting-over"_s);
}

void TestMeetings::wrongOnesAreRefused() {
    const auto refused = [this](const auto& change) {
        MeetingForm wanted = form();
        change(wanted);
        return codeOf(officer().meetings().call(wanted));
    };
    const QString empty = m_world->path(u"rỗng.txt"_s);
    QVERIFY(congvanctl::put(empty, {}));
    QCOMPARE(refused([](MeetingForm& one) { one.subject = u"\u200B"_s; }), u"meeting-subject-wrong"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.text = QString(10'001, u'a'); }), u"meeting-text-too-long"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.place.clear(); }), u"meeting-place-wrong"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.starts = {}; }), u"meeting-time-wrong"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.ends = one.starts; }), u"meeting-time-wrong"_s);
    QCOMPARE(refused([](MeetingForm& one) {
                 one.starts = one.starts.addYears(2);
                 one.ends = {};
             }),
             u"meeting-time-wrong"_s);
    for (const QString& nobody : {u"khongai"_s, u"H99.01/vanthu"_s}) {
        QCOMPARE(refused([&](MeetingForm& one) { one.invited = {nobody}; }), u"meeting-person-unknown"_s);
        QCOMPARE(refused([&](MeetingForm& one) { one.chair = nobody; }), u"meeting-person-unknown"_s);
        QCOMPARE(refused([&](MeetingForm& one) { one.secretary = nobody; }), u"meeting-person-unknown"_s);
    }
    QCOMPARE(refused([](MeetingForm& one) {
                 one.invited.clear();
                 one.guests.clear();
             }),
             u"meeting-members-missing"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.guests = {QString(301, u'a')}; }), u"meeting-guest-wrong"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.agenda[0].title.clear(); }), u"meeting-agenda-wrong"_s);
    QCOMPARE(refused([&](MeetingForm& one) { one.agenda[0].files = {empty}; }), u"shared-file-empty"_s);
    QCOMPARE(refused([](MeetingForm& one) { one.agenda[0].documents = {DocumentId::create()}; }),
             u"document-not-found"_s);
    QVERIFY(officer().meetings().list()->isEmpty());

    const auto id = leader().meetings().call(form());
    CONGVAN_VERIFY(id);
    const QDate day = vietnamToday().addDays(3);
    const auto concluded = [&](const ConclusionForm& one) { return codeOf(leader().meetings().conclude(*id, one)); };
    QCOMPARE(concluded({.texts = {{.item = 7, .text = u"x"_s}}}), u"meeting-item-unknown"_s);
    QCOMPARE(concluded({.tasks = {{.text = {}, .lead = u"vanthu"_s, .due = day}}}), u"meeting-task-words-wrong"_s);
    QCOMPARE(concluded({.tasks = {{.text = u"x"_s, .lead = u"khongai"_s, .due = day}}}),
             u"meeting-task-lead-unknown"_s);
    QCOMPARE(concluded({.tasks = {{.text = u"x"_s, .lead = u"vanthu"_s, .due = day.addDays(-9)}}}),
             u"meeting-task-day-wrong"_s);
    QCOMPARE(concluded({.tasks = QList<TaskForm>(61)}), u"meeting-tasks-too-many"_s);
    QCOMPARE(codeOf(leader().meetings().find(u"abc"_s)), u"meeting-not-found"_s);
    QCOMPARE(*leader().meetings().find(id->text().left(8)), *id);
}

void TestMeetings::anInvitationGoesTheWayOfDrafts() {
    // In the office whose drafts this world sends.
    OfficeSession& officerHere = m_world->officer();
    CONGVAN_VERIFY(m_world->sync(officerHere));
    CONGVAN_VERIFY(m_world->sync(m_world->leader()));
    MeetingForm wanted = form({u"vanthu"_s});
    const auto id = officerHere.meetings().call(wanted);
    CONGVAN_VERIFY(id);
    auto draft = officerHere.meetings().draftInvitation(*id);
    CONGVAN_VERIFY(draft);
    QCOMPARE(int(draft->kind), int(DocumentKind::GiayMoi));
    QVERIFY(draft->notation.startsWith(u"GM-"_s));
    QCOMPARE(draft->subject, wanted.subject);
    const QString text = draft->body.join(u'\n');
    QVERIFY2(text.contains(u"Sở Nội vụ"_s) && text.contains(u"Phòng họp số 1"_s) &&
                 text.contains(u"1. Cải cách hành chính (trình bày: Văn phòng; 20 phút)."_s),
             qPrintable(text));
    draft->receivers = {{.id = organ(), .name = u"Sở Tài chính"_s}};
    CONGVAN_VERIFY(officerHere.draftDocument().save(*draft));
    const auto packet = m_world->issue(draft->id);
    CONGVAN_VERIFY(packet);
    for (OfficeSession* desk : {&m_world->officer(), &m_world->leader()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        const auto papers = desk->meetings().papers(seen(*desk, *id));
        CONGVAN_VERIFY(papers);
        QCOMPARE(papers->size(), 1);
        QVERIFY(papers->first().isKnown);
        QCOMPARE(stateKey(papers->first().state), u"sent"_s);
        QVERIFY(papers->first().number.contains(u"/GM-"_s));
    }
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(clerk().queryDocuments().detail(documentOfPacket(*packet))->kind, DocumentKind::GiayMoi);
}

void TestMeetings::tasksAreWorkWithADay() {
    const auto id = leader().meetings().call(form({u"chuyenvien"_s}));
    CONGVAN_VERIFY(id);
    carry(leader(), {&officer(), &clerk()});
    const QDate due = vietnamToday().addDays(2);
    const ConclusionForm said{
        .texts = {{.item = 1, .text = u"Nhất trí báo cáo."_s}, {.item = 0, .text = u"Cuộc họp đạt yêu cầu."_s}},
        .tasks = {{.text = u"Hoàn thiện dự toán"_s, .lead = u"chuyenvien"_s, .supports = {u"vanthu"_s}, .due = due}}};
    CONGVAN_VERIFY(leader().meetings().conclude(*id, said));
    carry(leader(), {&officer(), &clerk()});
    const Meeting concluded = seen(officer(), *id);
    QCOMPARE(concluded.state(), MeetingState::Concluded);
    const DocumentId work = concluded.conclusion->tasks.first().document;
    const auto task = officer().queryDocuments().detail(work);
    CONGVAN_VERIFY(task);
    QVERIFY(task->summary.isTask());
    QCOMPARE(task->summary.subject, u"Hoàn thiện dự toán"_s);
    QCOMPARE(task->summary.dueDate, due);
    QCOMPARE(folderKey(task->summary.folder), u"to-handle"_s);
    QVERIFY(task->actions.canHandle && task->actions.canAskTime && !task->actions.canReply);
    QCOMPARE(folderKey(clerk().queryDocuments().detail(work)->summary.folder), u"to-handle"_s); // supports
    QCOMPARE(folderKey(leader().queryDocuments().detail(work)->summary.folder), u"following"_s);
    QCOMPARE(officer().dailyDigest().look()->soon.size(), 1);
    const auto counted = [&](Breakdown by, WorkSubject subject) {
        const auto report = clerk().reportWork().report(quarterOf(vietnamToday()), by, subject);
        return report ? *report : WorkReport();
    };
    QCOMPARE(counted(Breakdown::Person, WorkSubject::Documents).total, WorkFigures());
    const WorkReport given = counted(Breakdown::Person, WorkSubject::Tasks);
    QCOMPARE(given.total, (WorkFigures{.received = 1, .openInTime = 1}));
    QCOMPARE(given.rows.first().key, mailbox(Role::Officer));
    QCOMPARE(given.rows.last().supporting, 1);
    QCOMPARE(counted(Breakdown::Sender, WorkSubject::Tasks).rows.first().name, concluded.plan.subject);
    // Whoever has it is reminded of it, as of other work.
    const auto told = clerk().reminders().tell();
    CONGVAN_VERIFY(told);
    QVERIFY(*told > 0);
    carry(clerk(), {&officer(), &leader()});
    const auto reminders = officer().reminders().mine();
    CONGVAN_VERIFY(reminders);
    QCOMPARE(reminders->size(), 1);
    QCOMPARE(reminders->first().reminder.document, work);

    // A later day, words, given on to another, done: as with any other work.
    CONGVAN_VERIFY(officer().directDocument().askMoreTime(work, due.addDays(3), u"Chờ số liệu"_s));
    CONGVAN_VERIFY(officer().commentDocument().comment(work, u"Đang tổng hợp"_s));
    carry(officer(), {&leader(), &clerk()});
    CONGVAN_VERIFY(leader().directDocument().answerMoreTime(work, {.granted = true}));
    carry(leader(), {&officer()});
    QCOMPARE(officer().queryDocuments().detail(work)->summary.dueDate, due.addDays(3));
    CONGVAN_VERIFY(officer().directDocument().direct(
        work,
        {.words = u"Nhờ làm"_s, .dueDate = {}, .shares = {{.to = mailbox(Role::Clerk), .role = WorkRole::Lead}}}));
    carry(officer(), {&clerk(), &leader()});
    CONGVAN_VERIFY(clerk().handleIncoming().finish(work, u"Đã trình dự toán"_s));
    carry(clerk(), {&leader(), &officer()});
    const auto standing = leader().meetings().tasks(seen(leader(), *id));
    CONGVAN_VERIFY(standing);
    QCOMPARE(stateKey(standing->first().state), u"answered"_s);
    QCOMPARE(standing->first().note, u"Đã trình dự toán"_s);
    QCOMPARE(counted(Breakdown::Person, WorkSubject::Tasks).total, (WorkFigures{.received = 1, .doneInTime = 1}));

    const auto draft = leader().meetings().draftAnnouncement(*id);
    CONGVAN_VERIFY(draft);
    QCOMPARE(int(draft->kind), int(DocumentKind::ThongBao));
    const QString text = draft->body.join(u'\n');
    QVERIFY2(text.contains(u"Nhất trí báo cáo."_s) && text.contains(u"Hoàn thiện dự toán; hoàn thành trước ngày"_s),
             qPrintable(text));
    CONGVAN_VERIFY(leader().draftDocument().preview(*draft)); // and has a page
}

void TestMeetings::nobodyElseGivesTasks() {
    const auto given = [&](Role by, const QString& named, char digit = 'a') {
        const QByteArray key(32, digit);
        acts::Directed act{.document = documentOfTask(key), .packetSha256 = {}};
        act.from = organ();
        act.received = QDateTime::currentDateTimeUtc();
        act.directive = {.dueDate = vietnamToday(), .shares = {{.to = mailbox(Role::Clerk)}}};
        act.task = TaskEntry{.key = key,
                             .meeting = meetingOf(mailbox(by), u"n"_s),
                             .subject = u"Họp"_s,
                             .by = named,
                             .at = act.received,
                             .text = u"Giả mạo"_s,
                             .due = vietnamToday()};
        return act;
    };
    const DocumentId work = given(Role::Leader, {}).document;
    const QString stream = caseStream(organ(), work);
    // An officer as if they gave tasks, and in the leader's name.
    append(Role::Officer, stream, given(Role::Officer, mailbox(Role::Officer)), {mailbox(Role::Clerk)});
    append(Role::Officer, stream, given(Role::Officer, mailbox(Role::Leader)));
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(clerk().queryDocuments().detail(work)), u"document-not-found"_s);
    // A leader whose key names another document.
    acts::Directed other = given(Role::Leader, mailbox(Role::Leader));
    other.document = DocumentId::ofName("khác");
    append(Role::Leader, caseStream(organ(), other.document), other, {mailbox(Role::Clerk)});
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(clerk().queryDocuments().detail(other.document)), u"document-not-found"_s);

    // In a case that somebody else opened before the leader: they would have a say in it.
    const acts::Directed late = given(Role::Leader, mailbox(Role::Leader), 'b');
    const QString taken = caseStream(organ(), late.document);
    append(Role::Officer, taken, late, {mailbox(Role::Leader), mailbox(Role::Clerk)});
    append(Role::Leader, taken, late);
    CONGVAN_VERIFY(m_world->sync(clerk()));
    QCOMPARE(codeOf(clerk().queryDocuments().detail(late.document)), u"document-not-found"_s);
    // A conclusion or a change that somebody else writes into the meeting moves nothing.
    const MeetingId id = called(form());
    const QString room = seen(officer(), id).stream;
    append(Role::Clerk, room, acts::MeetingConcluded{.meeting = id, .isFinal = true});
    append(Role::Officer, room, acts::MeetingConcluded{.meeting = id, .isFinal = true}); // called it, does not preside
    append(Role::Clerk, room,
           acts::MeetingPlanned{.meeting = id, .nonce = seen(clerk(), id).nonce, .plan = seen(clerk(), id).plan});
    append(Role::Clerk, room, acts::MeetingCancelled{.meeting = id, .reason = u"x"_s});
    for (OfficeSession* desk : {&clerk(), &officer(), &leader()}) {
        CONGVAN_VERIFY(m_world->sync(*desk));
        QCOMPARE(seen(*desk, id).state(), MeetingState::Planned);
        QCOMPARE(seen(*desk, id).changes.size(), 1);
    }
}

void TestMeetings::theDigestTellsOfIt() {
    MeetingForm wanted = form();
    wanted.starts = QDateTime::currentDateTimeUtc().addSecs(600);
    wanted.ends = {};
    const MeetingId id = called(wanted);
    const auto digest = clerk().dailyDigest().look();
    CONGVAN_VERIFY(digest);
    QVERIFY(!digest->isEmpty());
    QCOMPARE(digest->meetings.size(), 1);
    QCOMPARE(digest->toAnswer, 1);
    QVERIFY(leader().dailyDigest().look()->toConclude.isEmpty());
    beLater(Role::Leader, 3);
    const auto later = leader().dailyDigest().look();
    CONGVAN_VERIFY(later);
    QVERIFY(later->meetings.isEmpty());
    QCOMPARE(later->toConclude.first().id, id);
}

void TestMeetings::aNewComputerSeesTheSame() {
    const MeetingId id = called(form());
    CONGVAN_VERIFY(clerk().meetings().answer(id, Attendance::Absent, u"Nghỉ phép"_s));
    CONGVAN_VERIFY(officer().meetings().note(id, 1, u"Nháp"_s, false));
    carry(clerk(), {&officer(), &leader()});
    carry(officer(), {&leader()});
    CONGVAN_VERIFY(leader().meetings().conclude(
        id, {.texts = {{.item = 2, .text = u"Thông qua"_s}},
             .tasks = {{.text = u"Trình ký"_s, .lead = u"vanthu"_s, .due = vietnamToday()}}}));
    carry(leader(), {&officer(), &clerk()});
    const Meeting before = seen(leader(), id);
    const QList<MeetingSummary> listed = *leader().meetings().list();
    const DocumentId work = before.conclusion->tasks.first().document;
    const DocumentDetail task = *leader().queryDocuments().detail(work);
    const QString store = leader().profile().storeFile();
    m_world->close(OfficeWorld::finance, Role::Leader);
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(store + ending);
    }
    CONGVAN_VERIFY(m_world->sync(leader()));
    QCOMPARE(seen(leader(), id), before);
    QCOMPARE(*leader().meetings().list(), listed);
    QCOMPARE(leader().queryDocuments().detail(work)->task, task.task);
    QCOMPARE(leader().queryDocuments().detail(work)->work, task.work);
    QVERIFY(!seen(clerk(), id).note(1, false)); // who is invited has no working notes
}

void TestMeetings::theCommandLineDoesItAll() {
    const auto of = [this](Role role) {
        return QStringList{u"--profile"_s, m_world->demo().profile(OfficeWorld::finance, role).folder, u"--json"_s};
    };
    const auto run = [](const QStringList& command, const QStringList& where) {
        return congvanctl::run(command + where);
    };
    for (const Role role : {Role::Clerk, Role::Leader, Role::Officer}) {
        m_world->close(OfficeWorld::finance, role);
    }
    const auto meet = [&](const QStringList& words, Role role) {
        return run(QStringList{u"meeting"_s} + words, of(role));
    };
    const auto carried = [&](const QList<Role>& roles) {
        for (const Role role : roles) {
            QCOMPARE(run({u"sync"_s}, of(role)).exitCode, 0);
        }
    };
    const QString note = m_world->path(u"báo cáo.txt"_s);
    QVERIFY(congvanctl::put(note, "nội dung"));
    const QString day = vietnamToday().addDays(1).toString(Qt::ISODate);
    const QStringList create{u"create"_s, u"--subject"_s, u"Giao ban"_s, u"--place"_s, u"Phòng 1"_s, u"--starts"_s};
    QCOMPARE(meet(create + QStringList{u"mai"_s}, Role::Officer).exitCode, 64);
    const QStringList rest{
        day + u"T08:30"_s, u"--chair"_s,   u"lanhdao"_s, u"--everybody"_s, u"--item"_s, u"Báo cáo | Văn phòng | 15"_s,
        u"--item"_s,       u"Việc khác"_s, u"--file"_s,  u"1="_s + note};
    QCOMPARE(meet(create + rest + QStringList{u"--item"_s, u"a | b | c"_s}, Role::Officer).exitCode, 64);
    const auto made = meet(create + rest, Role::Officer);
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QString id = made.json()[u"id"_s].toString();
    carried({Role::Officer, Role::Leader, Role::Clerk});
    const auto row = meet({u"list"_s}, Role::Clerk).json()[u"meetings"_s].toArray().first().toObject();
    QVERIFY(row[u"own"_s].isNull());
    QCOMPARE(parseIsoTime(row[u"starts"_s].toString()),
             vietnamDayBegin(vietnamToday().addDays(1)).addSecs(8 * 3600 + 1800)); // half past eight in Vietnam
    QCOMPARE(run({u"digest"_s}, of(Role::Clerk)).json()[u"meetingsToAnswer"_s].toInt(), 1);
    QCOMPARE(meet({u"answer"_s, id}, Role::Clerk).exitCode, 64);
    QCOMPARE(meet({u"answer"_s, id.left(8), u"--absent"_s, u"--text"_s, u"Nghỉ phép"_s}, Role::Clerk).exitCode, 0);
    const QString copy = m_world->path(u"bản sao.txt"_s);
    QCOMPARE(meet({u"file"_s, id, u"1"_s, u"1"_s, u"--output"_s, copy}, Role::Clerk).exitCode, 0);
    QVERIFY(QFile::exists(copy));
    QCOMPARE(meet({u"change"_s, id, u"--starts"_s, day + u"T09:00"_s, u"--reason"_s, u"Trùng lịch"_s}, Role::Officer)
                 .exitCode,
             0);
    QCOMPARE(
        meet({u"note"_s, id, u"--item"_s, u"1"_s, u"--text"_s, u"Đã nghe"_s, u"--share"_s}, Role::Officer).exitCode, 0);
    QCOMPARE(meet({u"propose"_s, id, u"--conclusion"_s, u"1=Nhất trí"_s}, Role::Officer).exitCode, 0);
    const auto invitation = meet({u"invite-draft"_s, id}, Role::Officer);
    QVERIFY2(invitation.exitCode == 0, qPrintable(invitation.err));
    carried({Role::Clerk, Role::Officer, Role::Leader});
    QCOMPARE(meet({u"conclude"_s, id, u"--task"_s, u"vanthu"_s}, Role::Leader).exitCode, 64);
    const auto ended = meet({u"conclude"_s, id, u"--conclusion"_s, u"1=Nhất trí"_s, u"--task"_s,
                             u"vanthu | %1 | Gửi báo cáo | chuyenvien"_s.arg(day)},
                            Role::Leader);
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
    QCOMPARE(meet({u"conclusion-draft"_s, id}, Role::Leader).exitCode, 0);
    QCOMPARE(meet({u"cancel"_s, id, u"--reason"_s, u"x"_s}, Role::Officer).exitCode, 0); // not here yet
    carried({Role::Leader, Role::Officer, Role::Clerk});
    const QJsonObject shown = meet({u"show"_s, id}, Role::Leader).json();
    QCOMPARE(shown[u"state"_s].toString(), u"concluded"_s); // what came second counts for nothing
    QCOMPARE(shown[u"tasks"_s].toArray().first()[u"state"_s].toString(), u"registered"_s);
    QCOMPARE(shown[u"changes"_s].toArray().size(), 2);
    QCOMPARE(shown[u"papers"_s].toArray().size(), 2);
    const QString task = shown[u"tasks"_s].toArray().first()[u"document"_s].toString();
    const auto detail = run({u"show"_s, task}, of(Role::Clerk));
    QVERIFY2(detail.exitCode == 0, qPrintable(detail.err));
    QCOMPARE(run({u"finish"_s, task, u"--note"_s, u"Đã gửi"_s}, of(Role::Clerk)).exitCode, 0);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime runtime;
    TestMeetings test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_meetings.moc"
