// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "app/domain/reminder.h"

#include <QList>

namespace app {

class Transaction;
struct StoredAct;

/// What a reminder says; nothing where the act is none, or stands in another stream than its document's case.
[[nodiscard]] std::optional<Reminder> reminderOf(const StoredAct& stored, const OrganId& office);

/// Derives the reminders about one document anew: each once, the first of those that say the same. What nobody but a
/// clerk may tell counts only from one.
void deriveReminders(Transaction& transaction, const QString& documentId, const OrganId& office);

} // namespace app
