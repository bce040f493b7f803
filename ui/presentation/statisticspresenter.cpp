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

QList<Headline> headlinesOf(const app::WorkFigures& total, const Formatter& formatter) {
    const qint64 done = total.doneInTime + total.doneLate;
    const qint64 open = total.openInTime + total.openOverdue;
    const QString ofDone = done > 0 ? CountWords::tr("%1% of what was done") : QString();
    return {
        {CountWords::tr("Received"), formatter.count(total.received),
         total.dropped > 0 ? CountWords::tr("%1 withdrawn or replaced").arg(formatter.count(total.dropped)) : QString(),
         Tone::Neutral},
        {CountWords::tr("Done in time"), formatter.count(total.doneInTime),
         done > 0 ? ofDone.arg(percent(total.doneInTime, done)) : QString(),
         total.doneInTime > 0 ? Tone::Good : Tone::Neutral},
        {CountWords::tr("Done late"), formatter.count(total.doneLate),
         done > 0 ? ofDone.arg(percent(total.doneLate, done)) : QString(),
         total.doneLate > 0 ? Tone::Caution : Tone::Neutral},
        {CountWords::tr("Overdue"), formatter.count(total.openOverdue),
         CountWords::tr("of %1 still open").arg(formatter.count(open)),
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
    return CountWords::tr("%1, received %2: %3").arg(bar.name, formatter.count(bar.received), parts.join(u", "_s));
}

QString breakdownName(Breakdown by) {
    switch (by) {
    case Breakdown::Unit:
        return CountWords::tr("By unit");
    case Breakdown::Person:
        return CountWords::tr("By person");
    case Breakdown::Sender:
        return CountWords::tr("By sender");
    case Breakdown::Kind:
        return CountWords::tr("By kind of document");
    case Breakdown::Month:
        return CountWords::tr("By month");
    }
    return {};
}

QString periodInWords(const app::WorkReport& report, const Formatter& formatter) {
    return CountWords::tr("Registered from %1 to %2; open ones as of %3")
        .arg(formatter.day(report.period.from), formatter.day(report.period.to), formatter.day(report.asOf));
}

} // namespace ui
