// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// The spans of time that a search offers.
enum class Period { Any, Today, ThisWeek, ThisMonth, ThisQuarter, ThisYear, LastYear, Own };

/// First and last day; both invalid for Any and Own.
struct Days {
    QDate first{};
    QDate last{};

    friend bool operator==(const Days&, const Days&) = default;
};

[[nodiscard]] const QList<Period>& allPeriods();
[[nodiscard]] QString periodWords(Period period);
/// Weeks begin on Monday.
[[nodiscard]] Days daysOf(Period period, const QDate& today);
/// The period that means these days today; Own where none does.
[[nodiscard]] Period periodOf(const Days& days, const QDate& today);

[[nodiscard]] QString orderWords(app::ListOrder order);

} // namespace ui
