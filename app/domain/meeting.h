// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/opinion.h"
#include "app/domain/organid.h"
#include "app/domain/person.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What somebody invited says: dự họp, vắng (with a reason), cử người đi thay.
enum class Attendance { Attends, Absent, Substitute };
/// "attends", "absent", "substitute".
[[nodiscard]] QString attendanceKey(Attendance attendance);
[[nodiscard]] std::optional<Attendance> attendanceFromKey(QStringView key);

/// How far a meeting is.
enum class MeetingState { Planned, Cancelled, Concluded };
/// "planned", "cancelled", "concluded".
[[nodiscard]] QString meetingStateKey(MeetingState state);
[[nodiscard]] std::optional<MeetingState> meetingStateFromKey(QStringView key);

/// A file of the meeting: what lies beside one item of the agenda.
using MeetingFile = OpinionFile;

/// One item of the agenda. Its key stays when the order changes: notes and conclusions name it.
struct AgendaItem {
    int key = 0;         ///< from 1; 0 names the meeting as a whole
    QString title{};     ///< in a line
    QString presenter{}; ///< a name, as the organizer wrote it
    int minutes = 0;     ///< 0: not said
    QList<MeetingFile> files{};

    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

/// All that an invitation says.
struct MeetingPlan {
    QString subject{};
    QString text{};     ///< purpose and what to prepare
    QDateTime starts{}; ///< UTC
    QDateTime ends{};   ///< UTC, expected
    QString place{};
    QString chair{};       ///< mailbox of who presides (chủ trì)
    QString secretary{};   ///< mailbox of who writes (thư ký); empty: nobody
    QStringList invited{}; ///< mailboxes of people of the office
    QStringList units{};   ///< mailboxes of units that are invited as a whole: who joins one later is invited, too
    QStringList guests{};  ///< others, by name; they get the invitation as a document (giấy mời)
    QList<AgendaItem> agenda{};

    [[nodiscard]] const AgendaItem* item(int key) const;

    friend bool operator==(const MeetingPlan&, const MeetingPlan&) = default;
};

/// What a later plan changed: "subject", "text", "time", "place", "chair", "secretary", "invited", "guests", "agenda",
/// "files".
[[nodiscard]] QStringList planChanges(const MeetingPlan& before, const MeetingPlan& now);

/// One version of the plan.
struct MeetingChange {
    QDateTime at{};
    QString reason{};
    QStringList what{}; ///< as of planChanges(); empty: the first one

    friend bool operator==(const MeetingChange&, const MeetingChange&) = default;
};

/// One answer of somebody invited; the last one that is not stale counts.
struct MeetingAnswer {
    Attendance attendance = Attendance::Attends;
    QString substitute{}; ///< mailbox of who comes instead
    QString text{};       ///< why
    QDateTime at{};       ///< UTC, of the server; of the author's clock while it waits
    QString stream{};
    bool isStale = false; ///< time or place changed since
    bool isPending = false;

    friend bool operator==(const MeetingAnswer&, const MeetingAnswer&) = default;
};

struct MeetingMember {
    QString mailbox{};
    QList<MeetingAnswer> answers{};

    /// The one that counts; null: none does. Lives as long as the list is not changed.
    [[nodiscard]] const MeetingAnswer* answer() const;

    friend bool operator==(const MeetingMember&, const MeetingMember&) = default;
};

/// Words about one item; 0: about the meeting as a whole.
struct ItemText {
    int item = 0;
    QString text{};

    friend bool operator==(const ItemText&, const ItemText&) = default;
};

/// What was written down of an item during the meeting.
struct MeetingNote {
    int item = 0;
    QString text{};
    QString by{};
    QDateTime at{};
    bool isShared = false; ///< with all invited; else with those who hold the meeting

    friend bool operator==(const MeetingNote&, const MeetingNote&) = default;
};

/// What somebody is to do by a conclusion. It becomes a piece of work of its own, `document`, on their desk.
struct MeetingTask {
    DocumentId document;
    QString text{};
    QString lead{}; ///< mailbox of a person or a unit
    QStringList supports{};
    QDate due{}; ///< in Vietnam

    friend bool operator==(const MeetingTask&, const MeetingTask&) = default;
};

/// Kết luận: what the chair said of each item, and the tasks that follow.
struct MeetingConclusion {
    QList<ItemText> texts{};
    QList<MeetingTask> tasks{};
    QString by{};
    QDateTime at{};

    friend bool operator==(const MeetingConclusion&, const MeetingConclusion&) = default;
};

/// What a document of the office is to the meeting: giấy mời, thông báo kết luận.
enum class MeetingPaper { Invitation, Announcement };
/// "invitation", "announcement".
[[nodiscard]] QString meetingPaperKey(MeetingPaper paper);
[[nodiscard]] std::optional<MeetingPaper> meetingPaperFromKey(QStringView key);

struct MeetingDocument {
    DocumentId document;
    MeetingPaper paper = MeetingPaper::Invitation;

    friend bool operator==(const MeetingDocument&, const MeetingDocument&) = default;
};

/// A meeting file (hồ sơ họp), as one person's desk knows it: answers and notes that are not shared go to those who
/// hold the meeting alone.
struct Meeting {
    MeetingId id;
    QString by{}; ///< mailbox of who called it, and alone changes it
    QString nonce{};
    MeetingPlan plan{};
    QList<MeetingChange> changes{};                ///< oldest first; the first is the call
    QList<MeetingMember> members{};                ///< those invited who hold nothing
    QStringList left{};                            ///< who was taken off the list, as far as this desk was told
    QList<MeetingNote> notes{};                    ///< for each item the newest shared one and the newest working one
    std::optional<MeetingConclusion> proposal{};   ///< of who writes, for the chair
    std::optional<MeetingConclusion> conclusion{}; ///< final
    QList<MeetingDocument> documents{};
    QDateTime cancelled{};
    QString cancelledBy{};
    QString cancelReason{};
    QString stream{}; ///< where it goes on
    bool isPending = false;

    [[nodiscard]] MeetingState state() const;
    [[nodiscard]] bool isOver() const { return state() != MeetingState::Planned; }
    /// Whether that person called it, presides or writes.
    [[nodiscard]] bool isHeldBy(const QString& mailbox) const;
    [[nodiscard]] const MeetingMember* member(const QString& mailbox) const;
    /// Whoever holds it, is invited, or was.
    [[nodiscard]] bool takesPart(const QString& mailbox) const;
    /// Substitutes that were named and are not invited yet.
    [[nodiscard]] QStringList substitutesToInvite() const;
    [[nodiscard]] const MeetingNote* note(int item, bool isShared) const;

    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// Everybody in a plan with whoever called it, each once.
[[nodiscard]] QStringList everybodyIn(const MeetingPlan& plan, const QString& by);
/// The plan with those of `people` who joined an invited unit since, and without those invited who are of the office no
/// more. Nothing where nobody joined, where the list is full, or where chair or secretary have left: then whoever
/// called it changes it.
[[nodiscard]] std::optional<MeetingPlan> withJoined(const MeetingPlan& plan, const QString& by,
                                                    const QList<Person>& people);

/// How many said what.
struct MeetingTally {
    int invited = 0;
    int attends = 0;
    int absent = 0;
    int substitute = 0;

    [[nodiscard]] int answered() const { return attends + absent + substitute; }

    friend bool operator==(const MeetingTally&, const MeetingTally&) = default;
};
[[nodiscard]] MeetingTally tallyOf(const Meeting& meeting);

/// A meeting in a list, as one person sees it.
struct MeetingSummary {
    MeetingId id;
    QString subject{};
    QDateTime starts{};
    QDateTime ends{};
    QString place{};
    QString by{};
    QString chair{};
    MeetingState state = MeetingState::Planned;
    bool holds = false; ///< this person called it, presides or writes
    bool presides = false;
    bool left = false;    ///< this person was taken off the list
    bool changed = false; ///< time or place changed since this person answered
    std::optional<Attendance> own{};
    int invited = 0;
    int answered = 0; ///< known to those who hold it
    int attending = 0;
    int toInvite = 0; ///< substitutes that wait for it
    bool isPending = false;

    /// For this person's answer.
    [[nodiscard]] bool waits(const QDateTime& now) const {
        return state == MeetingState::Planned && !holds && !left && !own && now < ends;
    }
    /// It is over by the clock, and the chair has not concluded it.
    [[nodiscard]] bool isToConclude(const QDateTime& now) const {
        return state == MeetingState::Planned && presides && now >= ends;
    }

    friend bool operator==(const MeetingSummary&, const MeetingSummary&) = default;
};

inline constexpr int longestMeetingLine = 300;    ///< subject, place, title of an item, a guest
inline constexpr int longestMeetingText = 10'000; ///< purpose, a note, a conclusion
inline constexpr int longestMeetingWords = 500;   ///< a reason, the words of an answer
inline constexpr int longestTaskText = 2000;
inline constexpr int mostMeetingPeople = 190; ///< one message brings in at most 200
inline constexpr int mostMeetingUnits = 100;
inline constexpr int mostMeetingGuests = 200;
inline constexpr int mostAgendaItems = 40;
inline constexpr int mostMeetingFiles = 100; ///< in all
inline constexpr int mostMeetingMinutes = 24 * 60;
inline constexpr int mostMeetingTasks = 60;
inline constexpr int mostMeetingAnswers = 100; ///< of one person
inline constexpr int mostMeetingVersions = 200;
inline constexpr int mostMeetingDocuments = 40;
inline constexpr int longestMeetingDays = 31;

/// The id of the meeting that this person called with that nonce: nobody else can change it, or call another one under
/// its name, for the id says whose it is.
[[nodiscard]] MeetingId meetingOf(const QString& by, const QString& nonce);

/// As it is kept and shown: without characters that can't be seen.
[[nodiscard]] MeetingPlan tidied(const MeetingPlan& plan);
/// What is wrong with a tidy plan: the name of the member that is missing, too long, or holds what it can't; empty
/// where nothing is.
[[nodiscard]] QString faultOf(const MeetingPlan& plan);
[[nodiscard]] MeetingConclusion tidied(const MeetingConclusion& conclusion);
[[nodiscard]] QString faultOf(const MeetingConclusion& conclusion);

} // namespace app
