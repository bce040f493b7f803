// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/draft.h"
#include "app/domain/error.h"
#include "app/domain/meeting.h"
#include "app/domain/person.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace app {

class OfficeDesk;

/// One item of the agenda as somebody writes it.
struct AgendaForm {
    int key = 0; ///< of an item that is there already; 0: a new one
    QString title{};
    QString presenter{};
    int minutes = 0;
    QList<MeetingFile> kept{};     ///< of the item as it was
    QList<DocumentId> documents{}; ///< of this desk: their main files lie beside the item
    QStringList files{};           ///< paths

    friend bool operator==(const AgendaForm&, const AgendaForm&) = default;
};

/// What somebody writes who calls a meeting or changes it.
struct MeetingForm {
    QString subject{};
    QString text{};
    QDateTime starts{}; ///< UTC
    QDateTime ends{};   ///< UTC; invalid: two hours later
    QString place{};
    QString chair{};       ///< login or mailbox; empty: oneself
    QString secretary{};   ///< the same; empty: nobody
    QStringList invited{}; ///< logins, mailboxes, or ids of units, whose people are meant: those of now and later
    QStringList units{};   ///< mailboxes of units; one whose people are not all invited any more is invited no more
    QStringList guests{};  ///< by name; they get the invitation as a document
    QList<AgendaForm> agenda{};

    friend bool operator==(const MeetingForm&, const MeetingForm&) = default;
};
/// The plan as a form, to be changed.
[[nodiscard]] MeetingForm formOf(const MeetingPlan& plan);

/// One task as the chair gives it.
struct TaskForm {
    QString text{};
    QString lead{}; ///< login, mailbox or id of a unit
    QStringList supports{};
    QDate due{};

    friend bool operator==(const TaskForm&, const TaskForm&) = default;
};

/// What is concluded: words by the key of the item (0: as a whole), and tasks.
struct ConclusionForm {
    QList<ItemText> texts{};
    QList<TaskForm> tasks{};

    friend bool operator==(const ConclusionForm&, const ConclusionForm&) = default;
};

/// What became of a task, as far as this desk knows.
struct TaskStanding {
    MeetingTask task;
    bool isKnown = false; ///< the work is on this desk
    DocumentState state = DocumentState::Registered;
    QDate due{}; ///< as it is now
    QString note{};

    friend bool operator==(const TaskStanding&, const TaskStanding&) = default;
};

/// A document of the meeting as this desk has it.
struct PaperStanding {
    MeetingDocument paper;
    bool isKnown = false;
    DocumentState state = DocumentState::Draft;
    QString number{};

    friend bool operator==(const PaperStanding&, const PaperStanding&) = default;
};

/// Whether that person may call a meeting.
[[nodiscard]] bool mayCallMeetings(Role role);

/// Use case of everybody who calls a meeting, presides, writes or is invited (hồ sơ họp): the plan with its agenda and
/// documents, who comes, notes, the conclusion and its tasks. The meeting's stream has those invited and nobody else;
/// answers, working notes and proposals go to those who hold it alone. Written down and shown before it is sent; works
/// without a network. Blocking; any thread but the GUI's.
class Meetings {
public:
    explicit Meetings(OfficeDesk& desk);

    /// `meeting-calling-not-allowed`, those of checkedPlan().
    [[nodiscard]] Result<MeetingId> call(const MeetingForm& form);
    /// Of whoever called it. Who is taken off the list reads nothing of it from then on. `meeting-not-caller`,
    /// `meeting-over`, `meeting-unchanged`, `reason-too-long`, those of checkedPlan().
    [[nodiscard]] Result<void> change(const MeetingId& id, const MeetingForm& form, const QString& reason = {});
    /// Of whoever called it, or the chair. `meeting-not-theirs-to-cancel`, `meeting-over`, `reason-missing`,
    /// `reason-too-long`.
    [[nodiscard]] Result<void> cancel(const MeetingId& id, const QString& reason);
    /// The first answer, or another one instead. `meeting-not-invited`, `meeting-over`, `meeting-answers-full`,
    /// `meeting-substitute-wrong` (nobody of the office, or oneself), `reason-missing` (who does not come says why),
    /// `reason-too-long`.
    [[nodiscard]] Result<void> answer(const MeetingId& id, Attendance attendance, const QString& words = {},
                                      const QString& substitute = {});
    /// Of those who hold it. Shared with all invited, or for those who hold it alone; empty words take it away.
    /// `meeting-not-held`, `meeting-over` (cancelled), `meeting-note-item-unknown`, `meeting-note-too-long`.
    [[nodiscard]] Result<void> note(const MeetingId& id, int item, const QString& text, bool isShared);
    /// What the chair is to conclude, as those write it who hold the meeting. Codes: those of checkedConclusion().
    [[nodiscard]] Result<void> propose(const MeetingId& id, const ConclusionForm& form);
    /// The chair's conclusion: it ends the meeting, and each task becomes work with whoever leads it. Codes: those of
    /// checkedConclusion(), `meeting-not-chair`, `meeting-tasks-of-leaders` (only a leader gives tasks).
    [[nodiscard]] Result<void> conclude(const MeetingId& id, const ConclusionForm& form);

    /// A draft of the invitation (giấy mời, Nghị định 30/2020 form 1.7), kept on this desk and linked to the meeting.
    /// `meeting-not-held`, `meeting-over`.
    [[nodiscard]] Result<Draft> draftInvitation(const MeetingId& id);
    /// A draft that tells the conclusion and its tasks (thông báo, form 1.4). `meeting-not-held`,
    /// `meeting-not-concluded`.
    [[nodiscard]] Result<Draft> draftAnnouncement(const MeetingId& id);

    /// Whoever joined an invited unit is invited to the meetings that this person called and that are not held yet;
    /// gives how many meetings were changed. For SyncOffice.
    [[nodiscard]] Result<int> settle();

    [[nodiscard]] Result<QList<MeetingSummary>> list() const;
    /// `meeting-not-found`.
    [[nodiscard]] Result<Meeting> show(const MeetingId& id) const;
    /// By its id or the beginning of it: `meeting-not-found`, `meeting-ambiguous`.
    [[nodiscard]] Result<MeetingId> find(const QString& text) const;
    [[nodiscard]] Result<QList<TaskStanding>> tasks(const Meeting& meeting) const;
    [[nodiscard]] Result<QList<PaperStanding>> papers(const Meeting& meeting) const;

    /// The place of an item's file of that index, read only; that a document of the office is looked at is written
    /// down. `meeting-file-unknown`, `content-missing`.
    [[nodiscard]] Result<QString> openFile(const MeetingId& id, int item, int index);
    /// Writes a copy of it; that it leaves the store is written down first. Also the codes of saveCopy().
    [[nodiscard]] Result<void> saveFile(const MeetingId& id, int item, int index, const QString& path);

private:
    [[nodiscard]] Result<Meeting> heldByMe(const MeetingId& id) const;
    [[nodiscard]] Result<MeetingFile> fileOf(const MeetingId& id, int item, int index) const;
    [[nodiscard]] Result<void> readOn(const MeetingId& id);
    [[nodiscard]] Result<Draft> keepDraft(const Meeting& meeting, const Draft& draft, MeetingPaper what);

    OfficeDesk& m_desk;
};

} // namespace app
