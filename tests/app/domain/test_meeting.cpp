// SPDX-License-Identifier: GPL-3.0-or-later
// What counts of a meeting.
#include "app/domain/meetingfold.h"
#include "app/domain/streams.h"
#include "app/domain/work.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

const OrganId meetingOffice = *OrganId::parse(u"H99.02");
const QString caller = u"H99.02/an"_s;
const QString chair = u"H99.02/binh"_s;
const QString writer = u"H99.02/cuc"_s;
const QString dung = u"H99.02/dung"_s;
const QString em = u"H99.02/em"_s;
const QString room = u"meeting/H99.02/mot"_s;
const QString apart = u"answer/H99.02/mot"_s;

QDateTime meetingTime(int minutes) {
    return QDateTime::fromString(u"2026-11-30T02:00:00Z"_s, Qt::ISODate).addSecs(minutes * 60);
}

MeetingPlan meetingPlan() {
    return {.subject = u"Họp giao ban"_s,
            .text = {},
            .starts = meetingTime(0),
            .ends = meetingTime(120),
            .place = u"Phòng họp số 1"_s,
            .chair = chair,
            .secretary = writer,
            .invited = {dung, em},
            .guests = {},
            .agenda = {{.key = 1, .title = u"Cải cách hành chính"_s}, {.key = 2, .title = u"Biên chế"_s}}};
}

acts::MeetingPlanned planned(const MeetingPlan& plan = meetingPlan(), const QString& by = caller) {
    return {.meeting = meetingOf(by, u"n"_s), .nonce = u"n"_s, .plan = plan};
}

MeetingDeed deedOf(const QString& by, const QString& stream = room, int minutes = -1000) {
    return {.by = by,
            .at = meetingTime(minutes),
            .stream = stream,
            .joining = {chair, writer, dung, em},
            .isLeaders = true};
}

MeetingFold called() {
    MeetingFold fold(meetingOffice);
    if (!fold.apply(planned(), deedOf(caller))) {
        qFatal("the call does not count");
    }
    return fold;
}

const MeetingId id = meetingOf(caller, u"n"_s);

acts::MeetingAnswered says(Attendance attendance, const QString& text = {}, const QString& substitute = {}) {
    return {.meeting = id, .attendance = attendance, .substitute = substitute, .text = text};
}

} // namespace

class TestMeetingFold : public QObject {
    Q_OBJECT

private slots:
    void whoCallsItChangesIt();
    void nobodyPresidesWithoutKnowing();
    void whatIsMalformedCountsForNothing();
    void thoseInvitedAnswer();
    void whenItMovesTheyAnswerAnew();
    void whoIsTakenOffIsLeftBehind();
    void theChairAloneConcludes();
    void notesOfThoseWhoHoldIt();
    void whatIsChangedIsSaid();
    void whoJoinsAnInvitedUnitIsInvited();
};

void TestMeetingFold::whoCallsItChangesIt() {
    MeetingFold fold = called();
    MeetingPlan other = meetingPlan();
    other.subject = u"Khác"_s;
    // Not under another's id, with whatever nonce; not by the chair either.
    QVERIFY(!fold.apply(planned(other), deedOf(em)));
    QVERIFY(!fold.apply(planned(other), deedOf(chair)));
    QVERIFY(!MeetingFold(meetingOffice).apply(planned(), deedOf(em)));
    QVERIFY(!fold.apply(planned(other), deedOf(caller, u"case/H99.02/mot"_s)));
    QVERIFY(fold.apply(planned(other), deedOf(caller)));
    QCOMPARE(fold.meeting()->plan.subject, u"Khác"_s);
    QCOMPARE(fold.meeting()->changes.size(), 2);
    // A stranger calls nobody of this office.
    MeetingPlan theirs = meetingPlan();
    QVERIFY(!MeetingFold(meetingOffice).apply(planned(theirs, u"H99.03/x"_s), deedOf(u"H99.03/x"_s)));
    for (const QString& by : {em, writer}) {
        QVERIFY(!fold.apply(acts::MeetingCancelled{.meeting = id, .reason = u"x"_s}, deedOf(by)));
    }
    QVERIFY(fold.apply(acts::MeetingCancelled{.meeting = id, .reason = u"Lãnh đạo đi công tác"_s}, deedOf(chair)));
    QVERIFY(!fold.apply(planned(), deedOf(caller)));
    QVERIFY(!fold.apply(says(Attendance::Attends), deedOf(em, apart)));
}

void TestMeetingFold::nobodyPresidesWithoutKnowing() {
    for (const QString& kept : {chair, writer}) {
        MeetingDeed deed = deedOf(caller);
        deed.joining = {kept, dung, em};
        QVERIFY(!MeetingFold(meetingOffice).apply(planned(), deed));
    }
    MeetingPlan strange = meetingPlan();
    strange.chair = u"H99.03/x"_s;
    MeetingDeed deed = deedOf(caller);
    deed.joining.append(strange.chair);
    QVERIFY(!MeetingFold(meetingOffice).apply(planned(strange), deed));
    strange = meetingPlan();
    strange.invited = {u"H99.03/x"_s, dung, dung, chair};
    MeetingFold fold(meetingOffice);
    QVERIFY(fold.apply(planned(strange), deedOf(caller)));
    QCOMPARE(fold.meeting()->members.size(), 1);
}

void TestMeetingFold::whatIsMalformedCountsForNothing() {
    const auto refused = [](const auto& change) {
        MeetingPlan plan = meetingPlan();
        change(plan);
        return !MeetingFold(meetingOffice).apply(planned(plan), deedOf(caller));
    };
    QVERIFY(refused([](MeetingPlan& plan) { plan.subject = u"\u200B"_s; }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.place.clear(); }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.ends = plan.starts; }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.ends = plan.starts.addDays(40); }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.agenda[1].key = 1; }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.agenda[0].minutes = 2000; }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.text = QString(longestMeetingText + 1, u'a'); }));
    QVERIFY(refused([](MeetingPlan& plan) { plan.agenda[0].files = QList<MeetingFile>(101, {.name = u"a"_s}); }));
}

void TestMeetingFold::thoseInvitedAnswer() {
    MeetingFold fold = called();
    QVERIFY(!fold.apply(says(Attendance::Attends), deedOf(chair, apart))); // holds it
    QVERIFY(!fold.apply(says(Attendance::Attends), deedOf(u"H99.02/khac"_s, apart)));
    QVERIFY(!fold.apply(says(Attendance::Attends), deedOf(em))); // not where all read it
    QVERIFY(!fold.apply(says(Attendance::Absent, u" \u200B"_s), deedOf(em, apart)));
    QVERIFY(!fold.apply(says(Attendance::Substitute, {}, em), deedOf(em, apart)));
    QVERIFY(!fold.apply(says(Attendance::Substitute, {}, u"H99.03/x"_s), deedOf(em, apart)));
    QVERIFY(fold.apply(says(Attendance::Attends), deedOf(dung, apart)));
    QVERIFY(fold.apply(says(Attendance::Absent, u"Nghỉ phép"_s), deedOf(em, apart)));
    QVERIFY(fold.apply(says(Attendance::Substitute, {}, u"H99.02/giang"_s), deedOf(em, apart)));
    QCOMPARE(tallyOf(*fold.meeting()), (MeetingTally{.invited = 2, .attends = 1, .absent = 0, .substitute = 1}));
    QCOMPARE(fold.meeting()->substitutesToInvite(), QStringList{u"H99.02/giang"_s});
    QCOMPARE(fold.meeting()->member(em)->answers.size(), 2);
}

void TestMeetingFold::whenItMovesTheyAnswerAnew() {
    MeetingFold fold = called();
    QVERIFY(fold.apply(says(Attendance::Attends), deedOf(dung, apart)));
    MeetingPlan longer = meetingPlan();
    longer.agenda.append({.key = 3, .title = u"Việc khác"_s});
    QVERIFY(fold.apply(planned(longer), deedOf(caller)));
    QVERIFY(fold.meeting()->member(dung)->answer()); // the agenda alone
    longer.starts = meetingTime(60);
    QVERIFY(fold.apply(planned(longer), deedOf(caller)));
    QVERIFY(!fold.meeting()->member(dung)->answer());
    QVERIFY(fold.apply(says(Attendance::Attends), deedOf(dung, apart)));
    QVERIFY(fold.meeting()->member(dung)->answer());
}

void TestMeetingFold::whoIsTakenOffIsLeftBehind() {
    MeetingFold fold = called();
    const acts::MeetingLeft gone{.meeting = id, .members = {em}};
    QVERIFY(!fold.apply(gone, deedOf(chair)));
    QVERIFY(fold.apply(gone, deedOf(caller)));
    QVERIFY(fold.meeting()->left == QStringList{em} && !fold.meeting()->member(em));
    QVERIFY(fold.meeting()->takesPart(em)); // it stays in their list, as what it was
    QVERIFY(!fold.apply(says(Attendance::Attends), deedOf(em, apart)));
    QVERIFY(fold.apply(planned(), deedOf(caller, u"meeting/H99.02/hai"_s))); // invited again
    QVERIFY(fold.meeting()->left.isEmpty() && fold.meeting()->member(em));
    // What is written of it where it was before changes nothing where it goes on.
    QVERIFY(fold.apply(gone, deedOf(caller)));
    QVERIFY(fold.meeting()->member(em));
}

void TestMeetingFold::theChairAloneConcludes() {
    MeetingFold fold = called();
    acts::MeetingConcluded said{.meeting = id, .isFinal = true, .texts = {{.item = 1, .text = u"Nhất trí"_s}}};
    for (const QString& by : {caller, writer, em}) {
        QVERIFY(!fold.apply(said, deedOf(by)));
    }
    QVERIFY(!fold.apply(said, deedOf(chair, apart)));
    acts::MeetingConcluded proposal = said;
    proposal.isFinal = false;
    QVERIFY(!fold.apply(proposal, deedOf(em, apart)));
    QVERIFY(!fold.apply(proposal, deedOf(writer))); // not before all
    QVERIFY(fold.apply(proposal, deedOf(writer, apart)));
    QVERIFY(fold.meeting()->proposal && !fold.meeting()->isOver());
    acts::MeetingConcluded empty = said;
    empty.tasks = {{.document = DocumentId::ofName("x"), .text = {}, .lead = em, .due = QDate(2026, 12, 1)}};
    QVERIFY(!fold.apply(empty, deedOf(chair)));
    QVERIFY(fold.apply(said, deedOf(chair)));
    QCOMPARE(fold.meeting()->state(), MeetingState::Concluded);
    QVERIFY(!fold.apply(said, deedOf(chair)));
    QVERIFY(!fold.apply(acts::MeetingCancelled{.meeting = id}, deedOf(caller)));
}

void TestMeetingFold::notesOfThoseWhoHoldIt() {
    MeetingFold fold = called();
    const auto note = [](const QString& text, int item = 1) {
        return acts::MeetingNoted{.meeting = id, .item = item, .text = text};
    };
    QVERIFY(!fold.apply(note(u"chen"_s), deedOf(em)));
    QVERIFY(!fold.apply(note(u"chen"_s, 9), deedOf(writer)));
    QVERIFY(fold.apply(note(u"nháp"_s), deedOf(writer, apart)));
    QVERIFY(!fold.meeting()->note(1, true) && fold.meeting()->note(1, false));
    QVERIFY(fold.apply(note(u"Đã thảo luận"_s), deedOf(writer)));
    QVERIFY(fold.meeting()->note(1, true) && !fold.meeting()->note(1, false)); // what was shared takes its place
    QVERIFY(fold.apply(note({}), deedOf(writer)));
    QVERIFY(fold.meeting()->notes.isEmpty());
    const acts::MeetingPaperNamed paper{.meeting = id, .paper = DocumentId::ofName("giấy mời")};
    QVERIFY(!fold.apply(paper, deedOf(em)));
    QVERIFY(fold.apply(paper, deedOf(writer)));
    QVERIFY(!fold.apply(paper, deedOf(writer))); // once
}

void TestMeetingFold::whatIsChangedIsSaid() {
    const MeetingPlan before = meetingPlan();
    QVERIFY(planChanges(before, before).isEmpty());
    MeetingPlan now = before;
    now.invited = {em, dung}; // another order is the same list
    QVERIFY(planChanges(before, now).isEmpty());
    now.invited = {em};
    now.place = u"Hội trường"_s;
    now.agenda[0].files = {{.name = u"báo cáo.pdf"_s, .sha256 = QByteArray(64, 'a'), .size = 1}};
    QCOMPARE(planChanges(before, now), (QStringList{u"place"_s, u"invited"_s, u"files"_s}));
}

void TestMeetingFold::whoJoinsAnInvitedUnitIsInvited() {
    const auto person = [](const QString& login, const QString& unit) {
        return Person{.organ = meetingOffice, .login = login, .name = login, .unit = unit};
    };
    MeetingPlan plan = meetingPlan();
    plan.invited = {dung, em};
    plan.units = {unitMailbox(meetingOffice, u"pnv"_s)};
    QList<Person> people{person(u"an"_s, {}), person(u"binh"_s, {}), person(u"cuc"_s, u"pnv"_s),
                         person(u"dung"_s, u"pnv"_s), person(u"em"_s, {})};
    QVERIFY(!withJoined(plan, caller, people)); // all of the unit are there
    people << person(u"gam"_s, u"pnv"_s) << person(u"hai"_s, u"ptc"_s);
    const auto wider = withJoined(plan, caller, people);
    QVERIFY(wider);
    QCOMPARE(wider->invited, (QStringList{dung, em, u"H99.02/gam"_s}));
    QVERIFY(!withJoined(*wider, caller, people)); // once
    people.removeIf([](const Person& one) { return one.login == u"em"_s; });
    QCOMPARE(withJoined(plan, caller, people)->invited,
             (QStringList{dung, u"H99.02/gam"_s})); // the server takes nobody who left
    people.removeIf([](const Person& one) { return one.login == u"binh"_s; });
    QVERIFY(!withJoined(plan, caller, people)); // nobody presides: whoever called it decides

    plan.units << u"H99.03/unit:pnv"_s << u"em"_s; // of another office, or no unit
    MeetingFold fold(meetingOffice);
    QVERIFY(fold.apply(planned(plan), deedOf(caller)));
    QCOMPARE(fold.meeting()->plan.units, QStringList{unitMailbox(meetingOffice, u"pnv"_s)});
    MeetingPlan without = meetingPlan();
    QCOMPARE(planChanges(plan, without), QStringList{u"invited"_s});
}

QTEST_APPLESS_MAIN(TestMeetingFold)
#include "test_meeting.moc"
