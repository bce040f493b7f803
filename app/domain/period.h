// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QDate>
#include <QString>

namespace app {

/// Days of Vietnam from one to another, both of them in it. A value; invalid where nothing was said.
struct Period {
    QDate from{};
    QDate to{};

    [[nodiscard]] bool isValid() const { return from.isValid() && to.isValid() && from <= to; }
    [[nodiscard]] bool contains(const QDate& day) const { return day.isValid() && from <= day && day <= to; }

    friend bool operator==(const Period&, const Period&) = default;
};

/// From one day to another. Code: `period-wrong` where one is none, or the first lies behind the second.
[[nodiscard]] Result<Period> periodOf(const QDate& from, const QDate& to);
/// "2026Q3", of the years 1900 to 9999. Code: `quarter-unreadable`.
[[nodiscard]] Result<Period> quarterFromKey(const QString& key);
/// The quarter in which the day lies.
[[nodiscard]] Period quarterOf(const QDate& day);
/// The quarter before the one in which the day lies.
[[nodiscard]] Period quarterBefore(const QDate& day);
[[nodiscard]] Period yearOf(int year);

} // namespace app
