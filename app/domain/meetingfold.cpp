// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/meetingfold.h"

#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "app/domain/work.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

bool MeetingFold::apply(const ActBody& body, const MeetingDeed& deed) {
    const bool counts = std::visit(
        [&](const auto& act) {
            if constexpr (requires { act.meeting; }) {
                return (!m_meeting || m_meeting->id == act.meeting) && fold(act, deed);
            } else {
                return false;
            }
        },
        body);
    if (counts && m_meeting) {
        m_meeting->isPending = m_meeting->isPending || deed.isPending;
    }
    return counts;
}

bool MeetingFold::isAllowed(const acts::MeetingPlanned& act, const MeetingPlan& plan, const MeetingDeed& deed) const {
    // The id is made of who called it: whoever else writes a plan under it can't be right.
    const bool isTheirs = meetingOf(deed.by, act.nonce) == act.meeting && isPersonOf(deed.by, m_office);
    const auto isKnown = [&](const QString& mailbox) {
        return mailbox.isEmpty() || mailbox == deed.by ||
               (isPersonOf(mailbox, m_office) && deed.joining.contains(mailbox));
    };
    const bool isOpen = !m_meeting || (!m_meeting->isOver() && m_meeting->changes.size() < mostMeetingVersions);
    return isTheirs && isOpen && isMeetingStream(deed.stream, m_office) && faultOf(plan).isEmpty() &&
           isKnown(plan.chair) && isKnown(plan.secretary);
}

bool MeetingFold::fold(const acts::MeetingPlanned& act, const MeetingDeed& deed) {
    MeetingPlan plan = tidied(act.plan);
    plan.invited.removeIf([&](const QString& mailbox) {
        return !isPersonOf(mailbox, m_office) || mailbox == deed.by || mailbox == plan.chair ||
               mailbox == plan.secretary;
    });
    plan.invited.removeDuplicates();
    plan.units.removeIf([&](const QString& unit) { return !unit.startsWith(unitMailbox(m_office, {})); });
    plan.units.removeDuplicates();
    if (!isAllowed(act, plan, deed)) {
        return false;
    }
    take(plan, act, deed);
    return true;
}

void MeetingFold::take(const MeetingPlan& plan, const acts::MeetingPlanned& act, const MeetingDeed& deed) {
    if (!m_meeting) {
        m_meeting = Meeting{.id = act.meeting, .by = deed.by, .nonce = act.nonce};
    }
    Meeting& meeting = *m_meeting;
    const QStringList what = meeting.changes.isEmpty() ? QStringList() : planChanges(meeting.plan, plan);
    const bool isMoved = what.contains(u"time"_s) || what.contains(u"place"_s);
    QList<MeetingMember> members;
    for (const QString& mailbox : plan.invited) {
        const MeetingMember* known = meeting.member(mailbox);
        MeetingMember member = known ? *known : MeetingMember{.mailbox = mailbox};
        for (MeetingAnswer& answer : member.answers) {
            answer.isStale = answer.isStale || isMoved;
        }
        members.append(member);
    }
    meeting.members = members;
    meeting.plan = plan;
    meeting.stream = deed.stream;
    meeting.changes.append({.at = deed.at, .reason = commentText(act.reason).left(longestMeetingWords), .what = what});
    meeting.left.removeIf([&](const QString& mailbox) { return everybodyIn(plan, meeting.by).contains(mailbox); });
}

bool MeetingFold::fold(const acts::MeetingLeft& act, const MeetingDeed& deed) {
    if (!m_meeting || deed.by != m_meeting->by || !isMeetingStream(deed.stream, m_office)) {
        return false;
    }
    if (deed.stream != m_meeting->stream) {
        return true; // it went on without them, and this desk has that
    }
    for (const QString& mailbox : act.members) {
        if (mailbox == m_meeting->by || !m_meeting->takesPart(mailbox) || m_meeting->left.contains(mailbox)) {
            continue;
        }
        MeetingPlan& plan = m_meeting->plan;
        m_meeting->members.removeIf([&](const MeetingMember& one) { return one.mailbox == mailbox; });
        plan.invited.removeAll(mailbox);
        plan.chair = plan.chair == mailbox ? m_meeting->by : plan.chair;
        plan.secretary = plan.secretary == mailbox ? QString() : plan.secretary;
        m_meeting->left.append(mailbox);
    }
    return true;
}

bool MeetingFold::fold(const acts::MeetingCancelled& act, const MeetingDeed& deed) {
    if (!m_meeting || m_meeting->isOver() || !isMeetingStream(deed.stream, m_office) ||
        (deed.by != m_meeting->by && deed.by != m_meeting->plan.chair)) {
        return false;
    }
    m_meeting->cancelled = deed.at;
    m_meeting->cancelledBy = deed.by;
    m_meeting->cancelReason = commentText(act.reason).left(longestMeetingWords);
    return true;
}

bool MeetingFold::fold(const acts::MeetingAnswered& act, const MeetingDeed& deed) {
    if (!m_meeting || m_meeting->isOver() || !isAnswerStream(deed.stream, m_office)) {
        return false;
    }
    const auto member = std::ranges::find(m_meeting->members, deed.by, &MeetingMember::mailbox);
    const QString words = commentText(act.text);
    const bool isWhole =
        act.attendance == Attendance::Attends ||
        (act.attendance == Attendance::Absent ? !words.isEmpty()
                                              : isPersonOf(act.substitute, m_office) && act.substitute != deed.by);
    if (member == m_meeting->members.end() || member->answers.size() >= mostMeetingAnswers || !isWhole ||
        words.size() > longestMeetingWords) {
        return false;
    }
    member->answers.append({.attendance = act.attendance,
                            .substitute = act.attendance == Attendance::Substitute ? act.substitute : QString(),
                            .text = words,
                            .at = deed.at,
                            .stream = deed.stream,
                            .isPending = deed.isPending});
    return true;
}

bool MeetingFold::fold(const acts::MeetingNoted& act, const MeetingDeed& deed) {
    const bool isShared = isMeetingStream(deed.stream, m_office);
    const bool isThere = m_meeting && (act.item == 0 || m_meeting->plan.item(act.item));
    if (!isThere || !m_meeting->isHeldBy(deed.by) || (!isShared && !isAnswerStream(deed.stream, m_office)) ||
        m_meeting->state() == MeetingState::Cancelled || act.text.size() > longestMeetingText) {
        return false;
    }
    m_meeting->notes.removeIf(
        [&](const MeetingNote& note) { return note.item == act.item && (isShared || !note.isShared); });
    if (const QString words = commentText(act.text); !words.isEmpty()) {
        m_meeting->notes.append({.item = act.item, .text = words, .by = deed.by, .at = deed.at, .isShared = isShared});
    }
    return true;
}

bool MeetingFold::fold(const acts::MeetingConcluded& act, const MeetingDeed& deed) {
    if (!m_meeting || m_meeting->isOver() || !m_meeting->isHeldBy(deed.by)) {
        return false;
    }
    const bool isPlace = act.isFinal ? isMeetingStream(deed.stream, m_office) && deed.by == m_meeting->plan.chair
                                     : isAnswerStream(deed.stream, m_office);
    const MeetingConclusion conclusion = tidied({.texts = act.texts, .tasks = act.tasks, .by = deed.by, .at = deed.at});
    const bool mayGive = conclusion.tasks.isEmpty() || !act.isFinal || deed.isLeaders;
    if (!isPlace || !mayGive || !faultOf(conclusion).isEmpty()) {
        return false;
    }
    (act.isFinal ? m_meeting->conclusion : m_meeting->proposal) = conclusion;
    return true;
}

bool MeetingFold::fold(const acts::MeetingPaperNamed& act, const MeetingDeed& deed) {
    if (!m_meeting || !m_meeting->isHeldBy(deed.by) || !isMeetingStream(deed.stream, m_office) ||
        m_meeting->documents.size() >= mostMeetingDocuments ||
        std::ranges::any_of(m_meeting->documents,
                            [&](const MeetingDocument& known) { return known.document == act.paper; })) {
        return false;
    }
    m_meeting->documents.append({.document = act.paper, .paper = act.what});
    return true;
}

} // namespace app
