// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace app {

struct Person;

/// What somebody has to do with a registered incoming document (Nghị định 30/2020 art. 24).
enum class WorkRole {
    Direct,  ///< trình: it was presented to them, they say who deals with it
    Lead,    ///< chủ trì: one person or unit answers for the outcome
    Support, ///< phối hợp
    Inform,  ///< để biết
};
/// "direct", "lead", "support", "inform".
[[nodiscard]] QString workRoleKey(WorkRole role);
[[nodiscard]] std::optional<WorkRole> workRoleFromKey(QStringView key);

/// One part of a directive.
struct WorkShare {
    QString to{}; ///< mailbox of a person or a unit, or the name of a unit that has none
    WorkRole role = WorkRole::Lead;

    friend bool operator==(const WorkShare&, const WorkShare&) = default;
};

/// Who deals with a document, by which date, and what the one in charge says about it (bút phê).
struct Directive {
    QString words{};
    QDate dueDate{}; ///< invalid: the document's own
    QList<WorkShare> shares{};

    friend bool operator==(const Directive&, const Directive&) = default;
};

enum class WorkState {
    Open,
    Working,   ///< something was noted about it
    Done,      ///< finished, answered, or, for Direct, directed
    GivenBack, ///< to whoever gave it
    PassedOn,  ///< somebody else has it now
};
/// "open", "working", "done", "given-back", "passed-on".
[[nodiscard]] QString workStateKey(WorkState state);
[[nodiscard]] std::optional<WorkState> workStateFromKey(QStringView key);

/// How somebody came to a share.
enum class WorkCause {
    Directed,  ///< by a directive
    Mentioned, ///< a comment names them: they are told
    Joined,    ///< they were made to take part in the case alone: they see it and have nothing to do
};
/// "directed", "mentioned", "joined".
[[nodiscard]] QString workCauseKey(WorkCause cause);
[[nodiscard]] std::optional<WorkCause> workCauseFromKey(QStringView key);

/// One share of the work and what became of it.
struct WorkLine {
    QString to{};
    WorkRole role = WorkRole::Lead;
    QString by{};    ///< mailbox of who gave it
    QDateTime at{};  ///< UTC
    QString words{}; ///< of the directive
    QDate dueDate{}; ///< invalid: none
    WorkState state = WorkState::Open;
    QString note{};      ///< of whoever has it: progress, result, reason
    QDateTime changed{}; ///< UTC, of the state
    QDate askedUntil{};  ///< the later day that whoever has it asked for; invalid: none, or it was answered
    QString askedWhy{};
    WorkCause cause = WorkCause::Directed;

    [[nodiscard]] bool isOpen() const { return state == WorkState::Open || state == WorkState::Working; }

    friend bool operator==(const WorkLine&, const WorkLine&) = default;
};

/// The answer to who asked for a later day.
struct WorkTime {
    QString to{}; ///< mailbox whose share it is
    bool granted = false;
    QDate until{}; ///< only where it is granted
    QString words{};

    friend bool operator==(const WorkTime&, const WorkTime&) = default;
};

/// Whether the share is that person's: their own, or their unit's ("<OrganId>/unit:<id>").
[[nodiscard]] bool isShareOf(const QString& to, const Person& person);
/// "<OrganId>/unit:<id>".
[[nodiscard]] QString unitMailbox(const OrganId& organ, const QString& unit);

/// The open share of that person with the most to do in it, or of somebody for whom they stand in: of those, what is to
/// be directed or led alone. Nothing where there is none.
[[nodiscard]] std::optional<WorkLine> openShare(const QList<WorkLine>& lines, const Person& person);
/// Whether somebody has to do something with it, by a directive: who is mentioned is told alone.
[[nodiscard]] bool hasOpenShare(const QList<WorkLine>& lines);
/// Whether it was said who deals with it.
[[nodiscard]] bool isDirected(const QList<WorkLine>& lines);
/// Whether that person has, or had, any share.
[[nodiscard]] bool takesPartIn(const QList<WorkLine>& lines, const Person& person);
/// The mailbox of the unit, or of the person for whom they stand in, where the share is not theirs in person; empty
/// where they act in person.
[[nodiscard]] QString actingFor(const QList<WorkLine>& lines, const Person& person);
/// The same for who says who deals with it: a share that does not let them direct is nobody's to act for.
[[nodiscard]] QString directingFor(const QList<WorkLine>& lines, const Person& person);

/// Whether that mailbox had a share and gave it back, and has none any more.
[[nodiscard]] bool gaveBack(const QList<WorkLine>& lines, const QString& mailbox);
/// Whether that mailbox gave somebody else a share; `open`: one that is open still.
[[nodiscard]] bool gaveShare(const QList<WorkLine>& lines, const QString& by, bool open);
/// Whether that mailbox looks after the whole: it has no share of its own, spoke for the office's desk when nobody had
/// one (and goes on doing so when a directive names it), or follows one that it gave.
[[nodiscard]] bool overlooks(const QList<WorkLine>& lines, const QString& by);
/// The open share for which a later day was asked of that person, or of somebody for whom they stand in, by `to` where
/// one is named; nothing where there is none.
[[nodiscard]] std::optional<WorkLine> askedOf(const QList<WorkLine>& lines, const Person& person,
                                              const QString& to = {});

/// Folds what was directed, noted, given back and finished, in the order of the stream. Whoever has a share may act
/// within it, or change what they gave to others; the stream lets all who take part append, so that the rule is kept
/// where it is read. Who has none and could append speaks for the office's desk; whoever was only mentioned, or only
/// brought into the case, has one that lets them see it, and so does not.
class WorkFold {
public:
    /// `by`: the mailbox that acts, a person's or, for a unit's share, the unit's. False where it has a share that does
    /// not let it direct: then nothing changes.
    bool direct(const Directive& directive, const QString& by, const QDateTime& at);
    bool progress(const QString& by, const QString& note, const QDateTime& at);
    bool giveBack(const QString& by, const QString& reason, const QDateTime& at);

    /// Whoever leads or supports asks for a later day.
    bool askTime(const QString& by, const QDate& until, const QString& reason, const QDateTime& at);
    /// Whoever gave the share, or looks after the whole, grants it (the day may be another one) or does not.
    bool answerTime(const WorkTime& answer, const QString& by, const QDateTime& at);

    enum class End {
        Nothing, ///< not theirs to end
        Share,   ///< their part of it
        All,     ///< the whole work
    };
    End finish(const QString& by, const QString& note, const QDateTime& at);
    /// A comment names that person: they are told, unless they have a share or speak for the desk.
    void tell(const QString& to, const QString& by, const QDateTime& at);
    /// That person takes part in the case from now on: they have nothing to do, and no say.
    void join(const QString& to, const QString& by, const QDateTime& at);
    /// That mailbox acted in the case: where it had no share it spoke for the desk, and goes on doing so.
    void heard(const QString& by);
    /// The document was answered, withdrawn or replaced: nobody has anything to do any more.
    void endAll(const QDateTime& at);

    [[nodiscard]] const QList<WorkLine>& lines() const { return m_lines; }

private:
    [[nodiscard]] WorkLine* openLineOf(const QString& by);
    void close(WorkLine& line, WorkState state, const QDateTime& at);

    QList<WorkLine> m_lines;
    QSet<QString> m_desk; ///< who acted without a share
};

} // namespace app
