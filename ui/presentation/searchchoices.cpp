// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/searchchoices.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Search)
};

Days monthsFrom(int year, int month, int months) {
    const QDate first(year, month, 1);
    return {.first = first, .last = first.addMonths(months).addDays(-1)};
}

} // namespace

const QList<Period>& allPeriods() {
    static const QList<Period> periods{Period::Any,         Period::Today,    Period::ThisWeek, Period::ThisMonth,
                                       Period::ThisQuarter, Period::ThisYear, Period::LastYear, Period::Own};
    return periods;
}

QString periodWords(Period period) {
    switch (period) {
    case Period::Any:
        return SearchWords::tr("Any time");
    case Period::Today:
        return SearchWords::tr("Today");
    case Period::ThisWeek:
        return SearchWords::tr("This week");
    case Period::ThisMonth:
        return SearchWords::tr("This month");
    case Period::ThisQuarter:
        return SearchWords::tr("This quarter");
    case Period::ThisYear:
        return SearchWords::tr("This year");
    case Period::LastYear:
        return SearchWords::tr("Last year");
    case Period::Own:
        return SearchWords::tr("Other days…");
    }
    return {};
}

Days daysOf(Period period, const QDate& today) {
    switch (period) {
    case Period::Any:
    case Period::Own:
        return {};
    case Period::Today:
        return {.first = today, .last = today};
    case Period::ThisWeek: {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return {.first = monday, .last = monday.addDays(6)};
    }
    case Period::ThisMonth:
        return monthsFrom(today.year(), today.month(), 1);
    case Period::ThisQuarter:
        return monthsFrom(today.year(), (today.month() - 1) / 3 * 3 + 1, 3);
    case Period::ThisYear:
        return monthsFrom(today.year(), 1, 12);
    case Period::LastYear:
        return monthsFrom(today.year() - 1, 1, 12);
    }
    return {};
}

Period periodOf(const Days& days, const QDate& today) {
    for (const Period period : allPeriods()) {
        if (period != Period::Own && daysOf(period, today) == days) {
            return period;
        }
    }
    return Period::Own;
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

} // namespace ui
