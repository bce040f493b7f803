// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "app/services/meetings.h"
#include "ui/presentation/office.h"
#include "ui/presentation/rowpresenter.h"

namespace ui {

/// The meetings that a person holds or is invited to.
struct MeetingListView {
    QList<app::MeetingSummary> rows{};
    QList<app::Person> people{}; ///< of the office
    QDateTime now{};

    friend bool operator==(const MeetingListView& one, const MeetingListView& other) {
        return one.rows == other.rows && one.people == other.people;
    }
};

/// One meeting with the names of those in it, as a person at a desk sees it.
struct MeetingView {
    app::Meeting meeting;
    QList<app::TaskStanding> tasks{};
    QList<app::PaperStanding> papers{};
    QList<app::Person> people{};
    app::Person self{};

    [[nodiscard]] bool holds() const;
    [[nodiscard]] bool presides() const { return meeting.plan.chair == self.mailbox(); }
    [[nodiscard]] bool canAnswer() const;
    [[nodiscard]] bool canChange() const { return meeting.by == self.mailbox() && !meeting.isOver(); }
    [[nodiscard]] bool canCancel() const { return (canChange() || presides()) && !meeting.isOver(); }
    /// The one that counts; null: none does.
    [[nodiscard]] const app::MeetingAnswer* ownAnswer() const;

    friend bool operator==(const MeetingView&, const MeetingView&) = default;
};

/// Blocking; not in the GUI's thread.
[[nodiscard]] app::Result<MeetingListView> readMeetings(Office& office);
[[nodiscard]] app::Result<MeetingView> readMeeting(Office& office, const app::MeetingId& id);

[[nodiscard]] RowText rowOf(const app::MeetingSummary& meeting, const QList<app::Person>& people,
                            const Formatter& formatter, const QDateTime& now);

[[nodiscard]] QString attendanceWords(app::Attendance attendance);
[[nodiscard]] QLatin1String attendanceIcon(app::Attendance attendance);
[[nodiscard]] Tone attendanceTone(app::Attendance attendance);

/// "30/11/2026 09:00–11:00 · Phòng họp số 1 · chair: Trần Thị Bích Ngọc".
[[nodiscard]] QString meetingFacts(const MeetingView& view, const Formatter& formatter);
/// How it stands: what waits for this person, or how it ended; empty: nothing to say.
[[nodiscard]] QString meetingState(const MeetingView& view, const Formatter& formatter);
/// "Attend 4 of 7 · absent 1 · send somebody else 1 · no answer 1".
[[nodiscard]] QString attendanceTally(const app::MeetingTally& tally, const Formatter& formatter);
/// "Units invited: A, B · who joins one before the meeting is invited, too"; empty: none is.
[[nodiscard]] QString unitsInvited(const app::MeetingPlan& plan, const QList<app::Person>& people);
/// "2. Cải cách hành chính · Văn phòng · 20 minutes".
[[nodiscard]] QString itemWords(const app::AgendaItem& item, int number);
/// "29/11/2026 09:12 · time, place · Trùng lịch".
[[nodiscard]] QString changeWords(const app::MeetingChange& change, const Formatter& formatter);

/// One line with a symbol: who answered what, a task, a document.
struct MeetingLine {
    QString title{};
    QString facts{};
    QString words{};
    QLatin1String icon{};
    Tone tone = Tone::Neutral;
};
[[nodiscard]] MeetingLine memberLine(const app::MeetingMember& member, const MeetingView& view,
                                     const Formatter& formatter);
[[nodiscard]] MeetingLine taskLine(const app::TaskStanding& task, const MeetingView& view, const Formatter& formatter);
[[nodiscard]] MeetingLine paperLine(const app::PaperStanding& paper);
/// A person, or a unit, by name.
[[nodiscard]] QString holderName(const QList<app::Person>& people, const QString& holder);

/// The agenda as lines "title | presenter | minutes", and back: an item whose title stayed keeps its key and files.
[[nodiscard]] QString agendaText(const QList<app::AgendaItem>& agenda);
[[nodiscard]] QList<app::AgendaForm> agendaFrom(const QString& text, const QList<app::AgendaItem>& before);
/// "30/11/2026 09:00" by the clock of Vietnam; nothing where it is none.
[[nodiscard]] std::optional<QDateTime> readMoment(const QString& text);

} // namespace ui
