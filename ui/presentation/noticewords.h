// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/dailydigest.h"
#include "ui/presentation/formatter.h"

#include <QString>

namespace ui {

/// The day's digest in one line: what is late first; empty where nothing waits.
/// The nearest of what somebody was reminded of, and how many more there are; empty where there is none.
[[nodiscard]] QString reminderWords(const QList<app::ReminderView>& reminders, const QDate& today);

[[nodiscard]] QString digestWords(const app::Digest& digest, const Formatter& formatter);
/// "3 documents have arrived."
[[nodiscard]] QString arrivalWords(int documents);
/// What the notice in the tray says when it is pointed at.
[[nodiscard]] QString trayWords(const app::FolderCounts& counts, const Formatter& formatter);

} // namespace ui
