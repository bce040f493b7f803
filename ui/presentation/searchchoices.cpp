// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/searchchoices.h"

#include "app/domain/applicationkind.h"
#include "app/domain/documentkind.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Search)
};

} // namespace

const QList<TimeSpan>& allTimeSpans() {
    static const QList<TimeSpan> spans{TimeSpan::Any,       TimeSpan::Today,       TimeSpan::ThisWeek,
                                       TimeSpan::ThisMonth, TimeSpan::ThisQuarter, TimeSpan::ThisYear,
                                       TimeSpan::LastYear,  TimeSpan::Own};
    return spans;
}

QString timeSpanWords(TimeSpan span) {
    switch (span) {
    case TimeSpan::Any:
        return SearchWords::tr("Any time");
    case TimeSpan::Today:
        return SearchWords::tr("Today");
    case TimeSpan::ThisWeek:
        return SearchWords::tr("This week");
    case TimeSpan::ThisMonth:
        return SearchWords::tr("This month");
    case TimeSpan::ThisQuarter:
        return SearchWords::tr("This quarter");
    case TimeSpan::ThisYear:
        return SearchWords::tr("This year");
    case TimeSpan::LastYear:
        return SearchWords::tr("Last year");
    case TimeSpan::Own:
        return SearchWords::tr("Other days…");
    }
    return {};
}

app::Period daysOf(TimeSpan span, const QDate& today) {
    switch (span) {
    case TimeSpan::Any:
    case TimeSpan::Own:
        return {};
    case TimeSpan::Today:
        return {.from = today, .to = today};
    case TimeSpan::ThisWeek: {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return {.from = monday, .to = monday.addDays(6)};
    }
    case TimeSpan::ThisMonth: {
        const QDate first(today.year(), today.month(), 1);
        return {.from = first, .to = first.addMonths(1).addDays(-1)};
    }
    case TimeSpan::ThisQuarter:
        return app::quarterOf(today);
    case TimeSpan::ThisYear:
        return app::yearOf(today.year());
    case TimeSpan::LastYear:
        return app::yearOf(today.year() - 1);
    }
    return {};
}

TimeSpan timeSpanOf(const app::Period& days, const QDate& today) {
    for (const TimeSpan span : allTimeSpans()) {
        if (span != TimeSpan::Own && daysOf(span, today) == days) {
            return span;
        }
    }
    return TimeSpan::Own;
}

QString orderWords(app::ListOrder order) {
    switch (order) {
    case app::ListOrder::Time:
        return SearchWords::tr("Newest first");
    case app::ListOrder::DueDate:
        return SearchWords::tr("Due first");
    case app::ListOrder::Counterpart:
        return SearchWords::tr("By office");
    case app::ListOrder::Number:
        return SearchWords::tr("By number");
    case app::ListOrder::Urgency:
        return SearchWords::tr("Most urgent first");
    }
    return {};
}

QString bookWords(const app::BookName& book, const Formatter& formatter) {
    if (book.incoming) {
        const auto* kind = app::applicationKind(book.series);
        return kind ? SearchWords::tr("Incoming book %1 · %2")
                          .arg(QString::number(book.year), formatter.kind(kind->name))
                    : SearchWords::tr("Incoming book %1").arg(book.year);
    }
    if (book.series == app::seriesKey(app::DocumentKind::CongVan)) {
        return SearchWords::tr("Outgoing book %1 · official letters").arg(book.year);
    }
    return SearchWords::tr("Outgoing book %1 · named kinds").arg(book.year);
}

} // namespace ui
