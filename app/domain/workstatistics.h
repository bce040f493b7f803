// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/period.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// What became of a registered document. Whether an open one is overdue depends on the day on which somebody asks.
enum class WorkCourse {
    Open,
    DoneInTime, ///< answered or finished by the end of its last day in Vietnam, or it had none
    DoneLate,
    Dropped, ///< withdrawn or replaced by its sender, or its number void: nobody owes anything any more
};
/// "open", "done-in-time", "done-late", "dropped".
[[nodiscard]] QString courseKey(WorkCourse course);
[[nodiscard]] std::optional<WorkCourse> courseFromKey(QStringView key);

/// What a report counts: the documents of the incoming books, or the tasks that conclusions of meetings gave.
enum class WorkSubject { Documents, Tasks };
/// "documents", "tasks".
[[nodiscard]] QString workSubjectKey(WorkSubject subject);
[[nodiscard]] std::optional<WorkSubject> workSubjectFromKey(QStringView key);

/// A document in the incoming book, or a task, as registers and statistics count it.
struct RegisteredWork {
    WorkSubject subject = WorkSubject::Documents;
    QDate registered{}; ///< the day of arrival in the book, or on which the task was given
    QDate due{};        ///< invalid: none
    QDate ended{};      ///< the day in Vietnam on which it was answered or finished; invalid: it was not
    QDate dropped{};    ///< the day in Vietnam on which it was withdrawn or replaced; invalid: it was not, or not known
    WorkCourse course = WorkCourse::Open;
    QString lead{}; ///< whom it counts for (answersFor())

    friend bool operator==(const RegisteredWork&, const RegisteredWork&) = default;
};

/// What is counted of a document; nothing where it is in no incoming book (not accepted, refused, or our own) and no
/// task. `ended`: when it was answered or finished, `dropped`: when it was withdrawn or replaced, UTC.
[[nodiscard]] std::optional<RegisteredWork> registeredWork(const DocumentDetail& detail, const QDateTime& ended,
                                                           const QDateTime& dropped = {});

/// The one for whom a document counts: who leads, or led when it was done; where nobody does, who is to say who deals
/// with it. A share that was passed on or given back counts for whoever got it. Empty: nobody was named yet.
[[nodiscard]] QString answersFor(const QList<WorkLine>& lines);
/// Whether the share is, or was to the end, theirs.
[[nodiscard]] bool staysWith(const WorkLine& line);

/// By what a report sorts its rows.
enum class Breakdown { Unit, Person, Sender, Kind, Month };
/// "unit", "person", "sender", "kind", "month".
[[nodiscard]] QString breakdownKey(Breakdown breakdown);
[[nodiscard]] std::optional<Breakdown> breakdownFromKey(QStringView key);

/// The day as of which a period is judged: its last one, or today where that is still to come. What was open then is
/// open, whatever became of it later; who deals with it, and by when, is as it is known today.
[[nodiscard]] QDate judgedAsOf(const Period& period, const QDate& today);

/// What the store is asked to count.
struct WorkScope {
    WorkSubject subject = WorkSubject::Documents;
    Period period{};
    QDate asOf{};
    Breakdown by = Breakdown::Unit;
};

/// The numbers of a row. What was received is the sum of the others.
struct WorkFigures {
    qint64 received = 0;
    qint64 doneInTime = 0;
    qint64 doneLate = 0;
    qint64 openInTime = 0;
    qint64 openOverdue = 0; ///< the last day is over; on the last day itself it is in time
    qint64 dropped = 0;

    WorkFigures& operator+=(const WorkFigures& other);
    friend bool operator==(const WorkFigures&, const WorkFigures&) = default;
};

/// So many documents that look alike to a report, as the store counted them.
struct WorkCount {
    QString key{};
    QString name{};
    WorkCourse course = WorkCourse::Open;
    QDate due{}; ///< of open ones; invalid: none
    qint64 count = 0;
};
[[nodiscard]] WorkFigures figuresOf(const WorkCount& count, const QDate& asOf);

struct StatisticsRow {
    QString key{}; ///< mailbox, unit, code of the sender or id of the meeting, name of the kind, "2026-03"; empty: what
                   ///< has none
    QString name{}; ///< as shown; empty where the key is
    WorkFigures figures{};
    qint64 supporting = 0; ///< documents in which they only support; of units and people, in no sum

    friend bool operator==(const StatisticsRow&, const StatisticsRow&) = default;
};

/// How an office deals with what came in: of the documents registered in a period (or the tasks given in it), how many
/// were done, and how many are open, in time or late.
struct WorkReport {
    WorkSubject subject = WorkSubject::Documents;
    Period period{};
    QDate asOf{}; ///< the day as of which all of them are judged
    Breakdown by = Breakdown::Unit;
    WorkFigures total{};
    QList<StatisticsRow> rows{}; ///< months in their order, others by how much they received

    friend bool operator==(const WorkReport&, const WorkReport&) = default;
};

/// Adds up; counts of one key become one row. `supporting`: how many documents a key supports in.
[[nodiscard]] WorkReport workReport(const WorkScope& scope, const QList<WorkCount>& counts,
                                    const QHash<QString, qint64>& supporting = {});

} // namespace app
