// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/meetingrows.h"

#include "app/domain/meetingfold.h"
#include "app/domain/vietnamtime.h"
#include "app/store/storedact.h"
#include "app/store/taskfold.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

std::optional<Meeting> readMeeting(Transaction& transaction, const MeetingId& id, const Person& owner) {
    MeetingFold fold(owner.organ);
    for (const StoredAct& stored : actsOf(transaction, meetingKey(id))) {
        std::ignore = fold.apply(stored.act.body, {.by = stored.act.by,
                                                   .at = stored.time,
                                                   .stream = stored.stream,
                                                   .joining = stored.participants,
                                                   .isPending = stored.pending,
                                                   .isLeaders = isOrWasLeaders(transaction, stored)});
    }
    const std::optional<Meeting>& meeting = fold.meeting();
    return meeting && meeting->takesPart(owner.mailbox()) ? meeting : std::nullopt;
}

void deriveMeeting(Transaction& transaction, const QString& meetingId, const Person& owner) {
    transaction.change(u"DELETE FROM meeting WHERE id = ?"_s, {meetingId});
    const std::optional<MeetingId> id = MeetingId::parse(meetingId);
    const std::optional<Meeting> meeting = id ? readMeeting(transaction, *id, owner) : std::nullopt;
    if (!meeting) {
        return;
    }
    const QString self = owner.mailbox();
    const MeetingMember* member = meeting->member(self);
    const MeetingAnswer* own = member ? member->answer() : nullptr;
    const MeetingTally tally = tallyOf(*meeting);
    transaction.change(
        u"INSERT INTO meeting (id, subject, starts, ends, place, by, chair, state, holds, presides, is_left, changed,"
        " own, invited, answered, attending, to_invite, pending)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {meetingId, meeting->plan.subject, isoTime(meeting->plan.starts), isoTime(meeting->plan.ends),
         meeting->plan.place, meeting->by, meeting->plan.chair, meetingStateKey(meeting->state()),
         meeting->isHeldBy(self) ? 1 : 0, meeting->plan.chair == self ? 1 : 0, meeting->left.contains(self) ? 1 : 0,
         member && !own && !member->answers.isEmpty() ? 1 : 0, own ? attendanceKey(own->attendance) : u""_s,
         tally.invited, tally.answered(), tally.attends, static_cast<int>(meeting->substitutesToInvite().size()),
         meeting->isPending ? 1 : 0});
}

} // namespace app
