// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace app {

// Offices live at +07:00, wherever this computer thinks it is. Stored times are UTC.

/// The same moment with the clock of Vietnam.
[[nodiscard]] QDateTime vietnamTime(const QDateTime& moment);
/// The day in Vietnam at that moment; books change their year by it.
[[nodiscard]] QDate vietnamDate(const QDateTime& moment);
/// Midnight in Vietnam at which that day begins, in UTC.
[[nodiscard]] QDateTime vietnamDayBegin(const QDate& day);
/// Now, as a day in Vietnam.
[[nodiscard]] QDate vietnamToday();
/// "23/11/2026 09:05".
[[nodiscard]] QString timeDisplay(const QDateTime& moment);
/// "23/11/2026".
[[nodiscard]] QString dateDisplay(const QDate& date);

/// UTC with milliseconds and "Z", as acts and the store write it; empty for an invalid time.
[[nodiscard]] QString isoTime(const QDateTime& moment);
/// Reads isoTime() and any ISO 8601 with an offset; without an offset it is UTC. Result is UTC.
[[nodiscard]] QDateTime parseIsoTime(QStringView text);

} // namespace app
