// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/statisticspresenter.h"

#include "app/sheets/reportsheet.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Breakdown;

namespace {

struct CountWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Statistics)
};

int percent(qint64 part, qint64 whole) {
    return whole > 0 ? int((part * 200 + whole) / (whole * 2)) : 0; // to the nearest
}

QList<BarPiece> piecesOf(const app::WorkFigures& figures) {
    using Kind = BarPiece::Kind;
    QList<BarPiece> pieces{{Kind::DoneInTime, figures.doneInTime},
                           {Kind::DoneLate, figures.doneLate},
                           {Kind::OpenInTime, figures.openInTime},
                           {Kind::OpenOverdue, figures.openOverdue},
                           {Kind::Dropped, figures.dropped}};
    pieces.removeIf([](const BarPiece& piece) { return piece.count == 0; });
    return pieces;
}

} // namespace

QList<Headline> headlinesOf(const app::WorkReport& report, const Formatter& formatter) {
    const app::WorkFigures& total = report.total;
    const bool isOfTasks = report.subject == app::WorkSubject::Tasks;
    const qint64 done = total.doneInTime + total.doneLate;
    const qint64 open = total.openInTime + total.openOverdue;
    const QString ofOpen = isOfTasks ? CountWords::tr("of %1 tasks still open") : CountWords::tr("of %1 still open");
    const QString ofDone = done > 0 ? CountWords::tr("%1% of what was done") : QString();
    return {
        {isOfTasks ? CountWords::tr("Given") : CountWords::tr("Received"), formatter.count(total.received),
         total.dropped > 0 ? CountWords::tr("%1 withdrawn or replaced").arg(formatter.count(total.dropped)) : QString(),
         Tone::Neutral},
        {CountWords::tr("Done in time"), formatter.count(total.doneInTime),
         done > 0 ? ofDone.arg(percent(total.doneInTime, done)) : QString(),
         total.doneInTime > 0 ? Tone::Good : Tone::Neutral},
        {CountWords::tr("Done late"), formatter.count(total.doneLate),
         done > 0 ? ofDone.arg(percent(total.doneLate, done)) : QString(),
         total.doneLate > 0 ? Tone::Caution : Tone::Neutral},
        {CountWords::tr("Overdue"), formatter.count(total.openOverdue), ofOpen.arg(formatter.count(open)),
         total.openOverdue > 0 ? Tone::Bad : Tone::Neutral}};
}

QString pieceName(BarPiece::Kind kind) {
    switch (kind) {
    case BarPiece::Kind::DoneInTime:
        return CountWords::tr("Done in time");
    case BarPiece::Kind::DoneLate:
        return CountWords::tr("Done late");
    case BarPiece::Kind::OpenInTime:
        return CountWords::tr("Open, in time");
    case BarPiece::Kind::OpenOverdue:
        return CountWords::tr("Open, overdue");
    case BarPiece::Kind::Dropped:
        return CountWords::tr("Withdrawn or replaced");
    }
    return {};
}

QList<Bar> barsOf(const app::WorkReport& report, qsizetype most, const Formatter& formatter) {
    QList<Bar> bars;
    app::WorkFigures rest;
    const qsizetype alone = report.rows.size() <= most ? report.rows.size() : std::max<qsizetype>(0, most - 1);
    for (qsizetype index = 0; index < report.rows.size(); ++index) {
        const app::StatisticsRow& row = report.rows.at(index);
        if (index < alone) {
            bars << Bar{app::rowTitle(row, report.by, formatter.language()), row.figures.received,
                        piecesOf(row.figures), false};
        } else {
            rest += row.figures;
        }
    }
    if (alone < report.rows.size()) {
        bars << Bar{CountWords::tr("%n other(s)", nullptr, int(report.rows.size() - alone)), rest.received,
                    piecesOf(rest), true};
    }
    return bars;
}

QString barInWords(const Bar& bar, const Formatter& formatter) {
    QStringList parts;
    for (const BarPiece& piece : bar.pieces) {
        parts << u"%1 %2"_s.arg(pieceName(piece.kind), formatter.count(piece.count));
    }
    return CountWords::tr("%1, %2 in all: %3").arg(bar.name, formatter.count(bar.received), parts.join(u", "_s));
}

QString subjectName(app::WorkSubject subject) {
    return subject == app::WorkSubject::Tasks ? CountWords::tr("Tasks of meetings")
                                              : CountWords::tr("Incoming documents");
}

QList<Breakdown> breakdownsOf(app::WorkSubject subject) {
    QList<Breakdown> all{Breakdown::Unit, Breakdown::Person, Breakdown::Sender};
    if (subject == app::WorkSubject::Documents) {
        all << Breakdown::Kind; // tasks are of one kind
    }
    return all << Breakdown::Month;
}

QString breakdownName(Breakdown by, app::WorkSubject subject) {
    switch (by) {
    case Breakdown::Unit:
        return CountWords::tr("By unit");
    case Breakdown::Person:
        return CountWords::tr("By person");
    case Breakdown::Sender:
        return subject == app::WorkSubject::Tasks ? CountWords::tr("By meeting") : CountWords::tr("By sender");
    case Breakdown::Kind:
        return CountWords::tr("By kind of document");
    case Breakdown::Month:
        return CountWords::tr("By month");
    }
    return {};
}

QString periodInWords(const app::WorkReport& report, const Formatter& formatter) {
    const QString words = report.subject == app::WorkSubject::Tasks
                              ? CountWords::tr("Given from %1 to %2; as of %3")
                              : CountWords::tr("Registered from %1 to %2; as of %3");
    return words.arg(formatter.day(report.period.from), formatter.day(report.period.to), formatter.day(report.asOf));
}

QString nothingCounted(app::WorkSubject subject, bool isYear) {
    if (subject == app::WorkSubject::Tasks) {
        return isYear
                   ? CountWords::tr("No task was given at a meeting this year. Tasks are given with the conclusion of "
                                    "a meeting.")
                   : CountWords::tr("No task was given at a meeting in this period. Choose another one.");
    }
    return isYear ? CountWords::tr("No document was registered this year. Accept what came in, or choose other days.")
                  : CountWords::tr("No document was registered in this period. Choose another one.");
}

} // namespace ui
