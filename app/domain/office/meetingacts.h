// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/meeting.h"

namespace app::acts {

/// Somebody calls a meeting, or changes what they called: the whole plan each time, in the meeting's stream. Its id is
/// that of author and nonce (meetingOf()).
struct MeetingPlanned {
    MeetingId meeting;
    QString nonce{};
    MeetingPlan plan{};
    QString reason{}; ///< of a change

    friend bool operator==(const MeetingPlanned&, const MeetingPlanned&) = default;
};

/// Whoever called it took these off the list: written where they still read it; it goes on in another stream.
struct MeetingLeft {
    MeetingId meeting;
    QStringList members{};

    friend bool operator==(const MeetingLeft&, const MeetingLeft&) = default;
};

/// It does not take place.
struct MeetingCancelled {
    MeetingId meeting;
    QString reason{};

    friend bool operator==(const MeetingCancelled&, const MeetingCancelled&) = default;
};

/// Somebody invited says whether they come (in a stream of their own, to those who hold the meeting).
struct MeetingAnswered {
    MeetingId meeting;
    Attendance attendance = Attendance::Attends;
    QString substitute{}; ///< mailbox of who comes instead
    QString text{};

    friend bool operator==(const MeetingAnswered&, const MeetingAnswered&) = default;
};

/// What was written down of an item: in the meeting's stream for all, in another one for those who hold the meeting.
struct MeetingNoted {
    MeetingId meeting;
    int item = 0;
    QString text{};

    friend bool operator==(const MeetingNoted&, const MeetingNoted&) = default;
};

/// The chair's conclusion, which ends the meeting; of who writes, a proposal to the chair.
struct MeetingConcluded {
    MeetingId meeting;
    bool isFinal = false;
    QList<ItemText> texts{};
    QList<MeetingTask> tasks{};

    friend bool operator==(const MeetingConcluded&, const MeetingConcluded&) = default;
};

/// A document of the office is the meeting's invitation, or tells its conclusion.
struct MeetingPaperNamed {
    MeetingId meeting;
    DocumentId paper;
    MeetingPaper what = MeetingPaper::Invitation;

    friend bool operator==(const MeetingPaperNamed&, const MeetingPaperNamed&) = default;
};

} // namespace app::acts
