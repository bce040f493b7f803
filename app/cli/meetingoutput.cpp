// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/meetingoutput.h"

#include "app/cli/documentoutput.h"
#include "app/domain/vietnamtime.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString attendanceName(Attendance attendance, bool vietnamese) {
    switch (attendance) {
    case Attendance::Attends:
        return vietnamese ? u"dự họp"_s : u"attends"_s;
    case Attendance::Absent:
        return vietnamese ? u"vắng"_s : u"absent"_s;
    case Attendance::Substitute:
        break;
    }
    return vietnamese ? u"cử người đi thay"_s : u"sends somebody else"_s;
}

/// How it stands for this person.
QString standingOf(const MeetingSummary& meeting, bool vietnamese) {
    if (meeting.state != MeetingState::Planned) {
        const bool isCancelled = meeting.state == MeetingState::Cancelled;
        return vietnamese ? (isCancelled ? u"đã hủy"_s : u"đã kết luận"_s)
                          : (isCancelled ? u"cancelled"_s : u"concluded"_s);
    }
    if (meeting.left) {
        return vietnamese ? u"không còn được mời"_s : u"no longer invited"_s;
    }
    if (meeting.holds) {
        const QString words = vietnamese ? u"dự %1/%2, đã trả lời %3"_s : u"attend %1/%2, answered %3"_s;
        return words.arg(meeting.attending).arg(meeting.invited).arg(meeting.answered);
    }
    if (meeting.own) {
        return attendanceName(*meeting.own, vietnamese);
    }
    return vietnamese ? u"chờ bạn trả lời"_s : u"waits for you"_s;
}

QJsonArray filesJson(const QList<MeetingFile>& files) {
    QJsonArray rows;
    for (const MeetingFile& file : files) {
        rows << QJsonObject{{u"name"_s, file.name},
                            {u"size"_s, file.size},
                            {u"sha256"_s, QString::fromLatin1(file.sha256)},
                            {u"document"_s, file.document ? QJsonValue(file.document->text()) : QJsonValue()}};
    }
    return rows;
}

QJsonArray agendaJson(const MeetingPlan& plan) {
    QJsonArray rows;
    for (const AgendaItem& item : plan.agenda) {
        rows << QJsonObject{{u"item"_s, item.key},
                            {u"title"_s, item.title},
                            {u"presenter"_s, item.presenter},
                            {u"minutes"_s, item.minutes},
                            {u"files"_s, filesJson(item.files)}};
    }
    return rows;
}

QJsonArray membersJson(const Meeting& meeting) {
    QJsonArray rows;
    for (const MeetingMember& member : meeting.members) {
        const MeetingAnswer* answer = member.answer();
        rows << QJsonObject{{u"mailbox"_s, member.mailbox},
                            {u"attendance"_s, answer ? QJsonValue(attendanceKey(answer->attendance)) : QJsonValue()},
                            {u"substitute"_s, answer ? answer->substitute : QString()},
                            {u"text"_s, answer ? answer->text : QString()},
                            {u"at"_s, answer ? timeOrNull(answer->at) : QJsonValue()}};
    }
    return rows;
}

QJsonArray textsJson(const std::optional<MeetingConclusion>& conclusion) {
    QJsonArray rows;
    for (const ItemText& text : conclusion ? conclusion->texts : QList<ItemText>()) {
        rows << QJsonObject{{u"item"_s, text.item}, {u"text"_s, text.text}};
    }
    return rows;
}

QJsonArray tasksJson(const MeetingReport& report) {
    QJsonArray rows;
    for (const TaskStanding& standing : report.tasks) {
        rows << QJsonObject{{u"document"_s, standing.task.document.text()},
                            {u"text"_s, standing.task.text},
                            {u"lead"_s, standing.task.lead},
                            {u"supports"_s, QJsonArray::fromStringList(standing.task.supports)},
                            {u"due"_s, standing.due.toString(Qt::ISODate)},
                            {u"state"_s, standing.isKnown ? QJsonValue(stateKey(standing.state)) : QJsonValue()},
                            {u"note"_s, standing.note}};
    }
    return rows;
}

QJsonArray changesJson(const Meeting& meeting) {
    QJsonArray rows;
    for (const MeetingChange& change : meeting.changes) {
        rows << QJsonObject{{u"at"_s, timeOrNull(change.at)},
                            {u"what"_s, QJsonArray::fromStringList(change.what)},
                            {u"reason"_s, change.reason}};
    }
    return rows;
}

void printMember(const Terminal& terminal, const MeetingMember& member) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    const MeetingAnswer* answer = member.answer();
    terminal.line(answer ? u"  ● %1  %2  %3  %4"_s.arg(member.mailbox, attendanceName(answer->attendance, vietnamese),
                                                       answer->substitute, QString(answer->text).replace(u'\n', u' '))
                         : u"  – "_s + member.mailbox);
}

void printConclusion(const Terminal& terminal, const MeetingConclusion& conclusion) {
    for (const ItemText& text : conclusion.texts) {
        terminal.line(u"  [%1] %2"_s.arg(text.item).arg(QString(text.text).replace(u'\n', u' ')));
    }
}

} // namespace

QString meetingLine(const MeetingSummary& meeting, Language language) {
    return u"%1  %2  %3  %4  %5"_s.arg(meeting.id.text().left(8), timeDisplay(meeting.starts), meeting.place,
                                       standingOf(meeting, language == Language::Vietnamese), meeting.subject);
}

QJsonObject toJson(const MeetingSummary& meeting) {
    return {{u"id"_s, meeting.id.text()},
            {u"subject"_s, meeting.subject},
            {u"starts"_s, timeOrNull(meeting.starts)},
            {u"ends"_s, timeOrNull(meeting.ends)},
            {u"place"_s, meeting.place},
            {u"by"_s, meeting.by},
            {u"chair"_s, meeting.chair},
            {u"state"_s, meetingStateKey(meeting.state)},
            {u"holds"_s, meeting.holds},
            {u"left"_s, meeting.left},
            {u"changed"_s, meeting.changed},
            {u"own"_s, meeting.own ? QJsonValue(attendanceKey(*meeting.own)) : QJsonValue()},
            {u"invited"_s, meeting.invited},
            {u"answered"_s, meeting.holds ? QJsonValue(meeting.answered) : QJsonValue()},
            {u"attending"_s, meeting.holds ? QJsonValue(meeting.attending) : QJsonValue()},
            {u"toInvite"_s, meeting.toInvite},
            {u"pending"_s, meeting.isPending}};
}

void printMeeting(const Terminal& terminal, const MeetingReport& report) {
    const Meeting& meeting = report.meeting;
    const MeetingPlan& plan = meeting.plan;
    terminal.line(plan.subject);
    const QString times = u"%1 – %2, %3"_s.arg(timeDisplay(plan.starts), timeDisplay(plan.ends), plan.place);
    terminal.line(times);
    terminal.line(u"called by %1, chair %2, secretary %3"_s.arg(meeting.by, plan.chair, plan.secretary),
                  u"triệu tập: %1, chủ trì: %2, thư ký: %3"_s.arg(meeting.by, plan.chair, plan.secretary));
    if (!plan.text.isEmpty()) {
        terminal.line(plan.text);
    }
    for (const AgendaItem& item : plan.agenda) {
        terminal.line(u"[%1] %2  %3  %4"_s.arg(item.key).arg(item.title, item.presenter).arg(item.minutes));
        int number = 0;
        for (const MeetingFile& file : item.files) {
            terminal.line(u"    %1.%2 %3"_s.arg(item.key).arg(++number).arg(file.name));
        }
        for (const bool isShared : {true, false}) {
            if (const MeetingNote* note = meeting.note(item.key, isShared)) {
                terminal.line(u"    ✎ %1"_s.arg(note->text));
            }
        }
    }
    for (const MeetingMember& member : meeting.members) {
        printMember(terminal, member);
    }
    for (const QString& unit : plan.units) {
        terminal.line(u"  unit: %1"_s.arg(unit), u"  đơn vị: %1"_s.arg(unit));
    }
    if (meeting.cancelled.isValid()) {
        terminal.line(u"cancelled: %1"_s.arg(meeting.cancelReason), u"đã hủy: %1"_s.arg(meeting.cancelReason));
    }
    if (meeting.conclusion) {
        terminal.line(u"Conclusion:"_s, u"Kết luận:"_s);
        printConclusion(terminal, *meeting.conclusion);
    } else if (meeting.proposal) {
        terminal.line(u"Proposed conclusion:"_s, u"Dự thảo kết luận:"_s);
        printConclusion(terminal, *meeting.proposal);
    }
    for (const TaskStanding& task : report.tasks) {
        terminal.line(u"  ⚑ %1  %2  %3  %4  %5"_s.arg(task.task.document.text().left(8),
                                                      task.due.toString(u"dd/MM/yyyy"_s), task.task.lead,
                                                      task.isKnown ? stateKey(task.state) : u"–"_s, task.task.text));
    }
    for (const PaperStanding& paper : report.papers) {
        terminal.line(u"  ≡ %1  %2  %3"_s.arg(meetingPaperKey(paper.paper.paper), paper.paper.document.text().left(8),
                                              paper.isKnown ? stateKey(paper.state) + u' ' + paper.number : u"–"_s));
    }
}

QJsonObject toJson(const MeetingReport& report) {
    const Meeting& meeting = report.meeting;
    QJsonArray notes;
    for (const MeetingNote& note : meeting.notes) {
        notes << QJsonObject{
            {u"item"_s, note.item}, {u"text"_s, note.text}, {u"by"_s, note.by}, {u"shared"_s, note.isShared}};
    }
    QJsonArray papers;
    for (const PaperStanding& paper : report.papers) {
        papers << QJsonObject{{u"document"_s, paper.paper.document.text()},
                              {u"what"_s, meetingPaperKey(paper.paper.paper)},
                              {u"state"_s, paper.isKnown ? QJsonValue(stateKey(paper.state)) : QJsonValue()},
                              {u"number"_s, paper.number}};
    }
    return {{u"id"_s, meeting.id.text()},
            {u"subject"_s, meeting.plan.subject},
            {u"text"_s, meeting.plan.text},
            {u"starts"_s, timeOrNull(meeting.plan.starts)},
            {u"ends"_s, timeOrNull(meeting.plan.ends)},
            {u"place"_s, meeting.plan.place},
            {u"by"_s, meeting.by},
            {u"chair"_s, meeting.plan.chair},
            {u"secretary"_s, meeting.plan.secretary},
            {u"state"_s, meetingStateKey(meeting.state())},
            {u"units"_s, QJsonArray::fromStringList(meeting.plan.units)},
            {u"guests"_s, QJsonArray::fromStringList(meeting.plan.guests)},
            {u"agenda"_s, agendaJson(meeting.plan)},
            {u"members"_s, membersJson(meeting)},
            {u"left"_s, QJsonArray::fromStringList(meeting.left)},
            {u"changes"_s, changesJson(meeting)},
            {u"notes"_s, notes},
            {u"proposal"_s, textsJson(meeting.proposal)},
            {u"conclusion"_s, textsJson(meeting.conclusion)},
            {u"tasks"_s, tasksJson(report)},
            {u"papers"_s, papers},
            {u"cancelReason"_s, meeting.cancelReason},
            {u"pending"_s, meeting.isPending}};
}

} // namespace app::cli
