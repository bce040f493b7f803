// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/workstatistics.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QList>
#include <QString>

namespace ui {

/// One of the figures over the page: what, how many, and what that is a part of.
struct Headline {
    QString name;
    QString value;
    QString beside; ///< "92% of what was done"; may be empty
    Tone tone = Tone::Neutral;
};
/// Received (of tasks: given), done in time, done late, overdue.
[[nodiscard]] QList<Headline> headlinesOf(const app::WorkReport& report, const Formatter& formatter);

/// A piece of a bar, from the left: in time, late, open, overdue, withdrawn.
struct BarPiece {
    enum class Kind { DoneInTime, DoneLate, OpenInTime, OpenOverdue, Dropped };

    Kind kind = Kind::DoneInTime;
    qint64 count = 0;
};
[[nodiscard]] QString pieceName(BarPiece::Kind kind);
/// Of a row of the report; pieces of nothing are left out.
struct Bar {
    QString name;
    qint64 received = 0;
    QList<BarPiece> pieces;
    bool isRest = false; ///< sums up the rows for which there is no room: no bar beside theirs
};
/// The rows as bars, `most` of them: where there are more, the last one sums up the rest, and its name says how many.
[[nodiscard]] QList<Bar> barsOf(const app::WorkReport& report, qsizetype most, const Formatter& formatter);
/// "Finance, 12 in all: 8 done in time, 4 open, overdue".
[[nodiscard]] QString barInWords(const Bar& bar, const Formatter& formatter);

/// What is counted: "Incoming documents", "Tasks of meetings".
[[nodiscard]] QString subjectName(app::WorkSubject subject);
/// By what its rows can be sorted.
[[nodiscard]] QList<app::Breakdown> breakdownsOf(app::WorkSubject subject);
[[nodiscard]] QString breakdownName(app::Breakdown by, app::WorkSubject subject);
/// "01/07/2026 – 30/09/2026, as of 30/09/2026".
[[nodiscard]] QString periodInWords(const app::WorkReport& report, const Formatter& formatter);
/// What to say where nothing was counted; `isYear`: of this whole year.
[[nodiscard]] QString nothingCounted(app::WorkSubject subject, bool isYear);

} // namespace ui
