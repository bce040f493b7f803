// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>

namespace app {

/// Whether the office works on that day: not on Saturdays and Sundays, not on the public holidays that have the same
/// day each year (resources/office/holidays.json), not on `holidays`. Those of the lunar calendar (Tết, Giỗ Tổ) and
/// days that the Government adds each year are entered by the office.
[[nodiscard]] bool isWorkday(const QDate& day, const QList<QDate>& holidays);

/// How many days the office works after `from`, up to and with `until`; 0 where that is no later.
[[nodiscard]] int workdaysLeft(const QDate& from, const QDate& until, const QList<QDate>& holidays);

/// The last day that is no more than so many workdays after `from`.
[[nodiscard]] QDate lastWithin(const QDate& from, int workdays, const QList<QDate>& holidays);

} // namespace app
