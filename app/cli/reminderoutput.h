// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/domain/lease.h"
#include "app/domain/reminder.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

namespace app::cli {

/// What somebody was told of work that is due or late, a line for each.
void printReminders(const Terminal& terminal, const QList<ReminderView>& reminders, const QDate& today);
[[nodiscard]] QJsonArray toJson(const QList<ReminderView>& reminders, const QDate& today);

/// Who holds the office's lease.
[[nodiscard]] QString leaseLine(const Lease& lease, Language language);
[[nodiscard]] QJsonObject toJson(const Lease& lease);

} // namespace app::cli
