// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/meeting.h"
#include "app/domain/office/officeact.h"

#include <optional>

namespace app {

/// Where and by whom an act of a meeting was written, as the server vouches for it.
struct MeetingDeed {
    QString by{};   ///< mailbox
    QDateTime at{}; ///< UTC
    QString stream{};
    QStringList joining{}; ///< who takes part in the stream from it on
    bool isPending = false;
    bool isLeaders = false; ///< who did it is, or was, a leader: only they give tasks
};

/// Folds one meeting from what was written about it, in order of the server's time. Whoever breaks a rule is ignored:
/// only whoever called it changes the plan and takes people off the list; nobody is made chair or secretary without
/// being brought in; that person or the chair cancels; who is invited answers; those who hold it note, propose and name
/// documents; the chair alone concludes. Nothing but notes, answers and documents that came late counts after its end.
class MeetingFold {
public:
    explicit MeetingFold(const OrganId& office)
        : m_office(office) {}

    /// False where it counts for nothing.
    bool apply(const ActBody& body, const MeetingDeed& deed);

    /// Nothing: nobody called it, as far as this desk knows.
    [[nodiscard]] const std::optional<Meeting>& meeting() const { return m_meeting; }

private:
    bool fold(const acts::MeetingPlanned& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingLeft& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingCancelled& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingAnswered& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingNoted& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingConcluded& act, const MeetingDeed& deed);
    bool fold(const acts::MeetingPaperNamed& act, const MeetingDeed& deed);
    [[nodiscard]] bool isAllowed(const acts::MeetingPlanned& act, const MeetingPlan& plan,
                                 const MeetingDeed& deed) const;
    void take(const MeetingPlan& plan, const acts::MeetingPlanned& act, const MeetingDeed& deed);

    OrganId m_office;
    std::optional<Meeting> m_meeting;
};

} // namespace app
