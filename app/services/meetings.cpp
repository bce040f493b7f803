// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/meetings.h"

#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "app/services/draftdocument.h"
#include "app/services/meetingconclusion.h"
#include "app/services/meetingdrafts.h"
#include "app/services/meetingplanning.h"
#include "app/services/officedesk.h"
#include "app/services/reasons.h"
#include "app/services/recordall.h"
#include "app/services/sharedfile.h"
#include "app/services/streamtail.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<void> refuseOver(const Meeting& meeting) {
    return meeting.isOver() ? fail("meeting-over", meetingStateKey(meeting.state())) : Result<void>();
}

/// A deed that goes to those who hold the meeting alone, as far as they are still of the office: in a stream that is
/// theirs, under a name that nobody can guess.
Result<void> recordForHolders(OfficeDesk& desk, const Meeting& meeting, const ActBody& body) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    QStringList readers{desk.person().mailbox()};
    for (const QString& holder : {meeting.by, meeting.plan.chair, meeting.plan.secretary}) {
        if (memberNamed(*people, desk.organ(), holder)) {
            readers.append(holder);
        }
    }
    readers.removeDuplicates();
    return recordAll(desk,
                     {{.stream = freshAnswerStream(desk.organ()), .body = body, .participants = readers, .cites = {}}});
}

Deed inMeeting(const OfficeDesk& desk, const Meeting& meeting, const ActBody& body) {
    return {.stream = meeting.stream, .body = body, .participants = {desk.person().mailbox()}, .cites = {}};
}

Result<QString> substituteOf(const OfficeDesk& desk, const QString& name) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    const Person* one = memberNamed(*people, desk.organ(), name);
    return one && one->mailbox() != desk.person().mailbox() ? Result<QString>(one->mailbox())
                                                            : fail("meeting-substitute-wrong", name);
}

} // namespace

bool mayCallMeetings(Role role) {
    return role != Role::Archivist;
}

MeetingForm formOf(const MeetingPlan& plan) {
    MeetingForm form{.subject = plan.subject,
                     .text = plan.text,
                     .starts = plan.starts,
                     .ends = plan.ends,
                     .place = plan.place,
                     .chair = plan.chair,
                     .secretary = plan.secretary,
                     .invited = plan.invited,
                     .units = plan.units,
                     .guests = plan.guests};
    for (const AgendaItem& item : plan.agenda) {
        form.agenda.append({.key = item.key,
                            .title = item.title,
                            .presenter = item.presenter,
                            .minutes = item.minutes,
                            .kept = item.files});
    }
    return form;
}

Meetings::Meetings(OfficeDesk& desk)
    : m_desk(desk) {}

Result<MeetingId> Meetings::call(const MeetingForm& form) {
    const Person self = m_desk.person();
    if (!mayCallMeetings(self.role)) {
        return fail("meeting-calling-not-allowed", roleKey(self.role));
    }
    const auto plan = checkedPlan(m_desk, form, nullptr);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const QString nonce = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const acts::MeetingPlanned act{
        .meeting = meetingOf(self.mailbox(), nonce), .nonce = nonce, .plan = *plan, .reason = {}};
    const auto recorded = recordAll(m_desk, deedsOf(m_desk, act, nullptr));
    return recorded ? Result<MeetingId>(act.meeting) : std::unexpected(recorded.error());
}

Result<void> Meetings::change(const MeetingId& id, const MeetingForm& form, const QString& reason) {
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    if (meeting->by != m_desk.person().mailbox()) {
        return fail("meeting-not-caller", id.text());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return open;
    }
    const auto plan = checkedPlan(m_desk, form, &meeting->plan);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    if (planChanges(meeting->plan, *plan).isEmpty()) {
        return fail("meeting-unchanged", id.text());
    }
    const QString words = commentText(reason);
    if (const auto checked = words.isEmpty() ? Result<QString>(words) : checkedReason(words); !checked) {
        return std::unexpected(checked.error());
    }
    const acts::MeetingPlanned act{.meeting = id, .nonce = meeting->nonce, .plan = *plan, .reason = words};
    return recordAll(m_desk, deedsOf(m_desk, act, &*meeting));
}

Result<Meeting> Meetings::heldByMe(const MeetingId& id) const {
    auto meeting = show(id);
    if (meeting &&
        (!meeting->isHeldBy(m_desk.person().mailbox()) || meeting->left.contains(m_desk.person().mailbox()))) {
        return fail("meeting-not-held", id.text());
    }
    return meeting;
}

Result<void> Meetings::cancel(const MeetingId& id, const QString& reason) {
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    const QString self = m_desk.person().mailbox();
    if (self != meeting->by && self != meeting->plan.chair) {
        return fail("meeting-not-theirs-to-cancel", id.text());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return open;
    }
    const auto words = checkedReason(commentText(reason));
    return words ? recordAll(m_desk,
                             {inMeeting(m_desk, *meeting, acts::MeetingCancelled{.meeting = id, .reason = *words})})
                 : std::unexpected(words.error());
}

Result<void> Meetings::answer(const MeetingId& id, Attendance attendance, const QString& words,
                              const QString& substitute) {
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    const MeetingMember* member = meeting->member(m_desk.person().mailbox());
    if (!member) {
        return fail("meeting-not-invited", id.text());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return open;
    }
    if (member->answers.size() >= mostMeetingAnswers) {
        return fail("meeting-answers-full", QString::number(member->answers.size()));
    }
    acts::MeetingAnswered act{.meeting = id, .attendance = attendance, .text = commentText(words)};
    if (attendance == Attendance::Absent || !act.text.isEmpty()) {
        if (const auto checked = checkedReason(act.text); !checked) {
            return std::unexpected(checked.error());
        }
    }
    if (attendance == Attendance::Substitute) {
        const auto other = substituteOf(m_desk, substitute);
        if (!other) {
            return std::unexpected(other.error());
        }
        act.substitute = *other;
    }
    return recordForHolders(m_desk, *meeting, act);
}

Result<void> Meetings::note(const MeetingId& id, int item, const QString& text, bool isShared) {
    const auto meeting = heldByMe(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    if (meeting->state() == MeetingState::Cancelled) {
        return refuseOver(*meeting);
    }
    if (item != 0 && !meeting->plan.item(item)) {
        return fail("meeting-note-item-unknown", QString::number(item));
    }
    const acts::MeetingNoted act{.meeting = id, .item = item, .text = commentText(text)};
    if (act.text.size() > longestMeetingText) {
        return fail("meeting-note-too-long", QString::number(act.text.size()));
    }
    return isShared ? recordAll(m_desk, {inMeeting(m_desk, *meeting, act)}) : recordForHolders(m_desk, *meeting, act);
}

Result<void> Meetings::propose(const MeetingId& id, const ConclusionForm& form) {
    const auto meeting = heldByMe(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return open;
    }
    const auto act = checkedConclusion(m_desk, *meeting, form, false);
    return act ? recordForHolders(m_desk, *meeting, *act) : std::unexpected(act.error());
}

/// Tasks are deeds of their own, which a meeting that was cancelled meanwhile does not take back: what others wrote is
/// read first.
Result<void> Meetings::readOn(const MeetingId& id) {
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    const auto server = m_desk.connect();
    const auto read = readStreamTail(m_desk.store(), *server, meeting->stream, {});
    return read ? read : fail("meeting-tasks-need-server", read.error().code + u": "_s + read.error().detail);
}

Result<void> Meetings::conclude(const MeetingId& id, const ConclusionForm& form) {
    if (auto fresh = form.tasks.isEmpty() ? Result<void>() : readOn(id); !fresh) {
        return fresh;
    }
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    const Person self = m_desk.person();
    if (meeting->plan.chair != self.mailbox()) {
        return fail("meeting-not-chair", id.text());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return open;
    }
    if (!form.tasks.isEmpty() && self.role != Role::Leader) {
        return fail("meeting-tasks-of-leaders", roleKey(self.role));
    }
    const auto act = checkedConclusion(m_desk, *meeting, form, true);
    const auto deeds = act ? deedsOf(m_desk, *meeting, *act) : std::unexpected(act.error());
    return deeds ? recordAll(m_desk, *deeds) : std::unexpected(deeds.error());
}

Result<Draft> Meetings::keepDraft(const Meeting& meeting, const Draft& draft, MeetingPaper what) {
    return m_desk.store().together([&]() -> Result<Draft> {
        if (auto saved = DraftDocument(m_desk).save(draft); !saved) {
            return std::unexpected(saved.error());
        }
        const acts::MeetingPaperNamed naming{.meeting = meeting.id, .paper = draft.id, .what = what};
        // All invited learn of the id by it: its case is opened first, so that nobody else opens it.
        const auto named = recordAll(m_desk, {{.stream = m_desk.caseOf(draft.id),
                                               .body = naming,
                                               .participants = {m_desk.person().mailbox()},
                                               .cites = {}},
                                              inMeeting(m_desk, meeting, naming)});
        return named ? Result<Draft>(draft) : std::unexpected(named.error());
    });
}

Result<Draft> Meetings::draftInvitation(const MeetingId& id) {
    const auto meeting = heldByMe(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    if (auto open = refuseOver(*meeting); !open) {
        return std::unexpected(open.error());
    }
    const auto draft = invitationDraft(m_desk, *meeting);
    return draft ? keepDraft(*meeting, *draft, MeetingPaper::Invitation) : draft;
}

Result<Draft> Meetings::draftAnnouncement(const MeetingId& id) {
    const auto meeting = heldByMe(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    if (!meeting->conclusion) {
        return fail("meeting-not-concluded", id.text());
    }
    const auto draft = announcementDraft(m_desk, *meeting);
    return draft ? keepDraft(*meeting, *draft, MeetingPaper::Announcement) : draft;
}

Result<int> Meetings::settle() {
    const auto people = m_desk.store().directory().people();
    const auto known = people ? list() : std::unexpected(people.error());
    if (!known) {
        return std::unexpected(known.error());
    }
    const QString self = m_desk.person().mailbox();
    int changed = 0;
    for (const MeetingSummary& summary : *known) {
        if (summary.by != self || summary.state != MeetingState::Planned || summary.ends <= m_desk.now()) {
            continue;
        }
        const auto meeting = show(summary.id);
        if (!meeting) {
            return std::unexpected(meeting.error());
        }
        // One that can't be changed any more would be changed again with each synchronisation.
        const bool isFull = meeting->changes.size() >= mostMeetingVersions;
        const auto plan = isFull ? std::nullopt : withJoined(meeting->plan, self, *people);
        if (!plan) {
            continue;
        }
        const acts::MeetingPlanned act{.meeting = meeting->id, .nonce = meeting->nonce, .plan = *plan, .reason = {}};
        if (auto recorded = recordAll(m_desk, deedsOf(m_desk, act, &*meeting)); !recorded) {
            return std::unexpected(recorded.error());
        }
        ++changed;
    }
    return changed;
}

Result<QList<MeetingSummary>> Meetings::list() const {
    return m_desk.store().meetings().list(m_desk.now());
}

Result<Meeting> Meetings::show(const MeetingId& id) const {
    return m_desk.store().meetings().detail(id);
}

Result<MeetingId> Meetings::find(const QString& text) const {
    return m_desk.store().meetings().find(text);
}

Result<QList<TaskStanding>> Meetings::tasks(const Meeting& meeting) const {
    QList<TaskStanding> standings;
    for (const MeetingTask& task : meeting.conclusion ? meeting.conclusion->tasks : QList<MeetingTask>()) {
        TaskStanding standing{.task = task, .due = task.due};
        if (const auto known = m_desk.store().documents().detail(task.document); known && known->task) {
            standing.isKnown = true;
            standing.state = known->summary.state;
            standing.due = known->summary.dueDate;
            for (const WorkLine& line : known->work) {
                standing.note = line.note.isEmpty() ? standing.note : line.note;
            }
        }
        standings.append(standing);
    }
    return standings;
}

Result<QList<PaperStanding>> Meetings::papers(const Meeting& meeting) const {
    QList<PaperStanding> standings;
    for (const MeetingDocument& paper : meeting.documents) {
        PaperStanding standing{.paper = paper};
        if (const auto known = m_desk.store().documents().summary(paper.document)) {
            standing.isKnown = true;
            standing.state = known->state;
            standing.number = known->number;
        } else if (m_desk.store().drafts().load(paper.document)) {
            standing.isKnown = true;
        }
        standings.append(standing);
    }
    return standings;
}

Result<MeetingFile> Meetings::fileOf(const MeetingId& id, int item, int index) const {
    const auto meeting = show(id);
    if (!meeting) {
        return std::unexpected(meeting.error());
    }
    const AgendaItem* one = meeting->plan.item(item);
    if (!one || index < 0 || index >= one->files.size()) {
        return fail("meeting-file-unknown", u"%1.%2"_s.arg(item).arg(index + 1));
    }
    return one->files.at(index);
}

Result<QString> Meetings::openFile(const MeetingId& id, int item, int index) {
    const auto file = fileOf(id, item, index);
    return file ? openSharedFile(m_desk, u"meeting "_s + id.text(), *file) : std::unexpected(file.error());
}

Result<void> Meetings::saveFile(const MeetingId& id, int item, int index, const QString& path) {
    const auto file = fileOf(id, item, index);
    return file ? saveSharedFile(m_desk, u"meeting "_s + id.text(), *file, path) : std::unexpected(file.error());
}

} // namespace app
