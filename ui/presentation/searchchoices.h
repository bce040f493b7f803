// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "app/domain/period.h"
#include "ui/presentation/formatter.h"

#include <QDate>
#include <QList>
#include <QString>

namespace ui {

/// The spans of time that a search offers.
enum class TimeSpan { Any, Today, ThisWeek, ThisMonth, ThisQuarter, ThisYear, LastYear, Own };

[[nodiscard]] const QList<TimeSpan>& allTimeSpans();
[[nodiscard]] QString timeSpanWords(TimeSpan span);
/// Weeks begin on Monday. Invalid for Any and Own.
[[nodiscard]] app::Period daysOf(TimeSpan span, const QDate& today);
/// The span that means these days today; Own where none does.
[[nodiscard]] TimeSpan timeSpanOf(const app::Period& days, const QDate& today);

[[nodiscard]] QString orderWords(app::ListOrder order);
/// "Sổ đến 2026"; `series` of a kind beside official documents by its name, in the words of `kindName`.
[[nodiscard]] QString bookWords(const app::BookName& book, const Formatter& formatter);

} // namespace ui
