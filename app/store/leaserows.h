// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/lease.h"
#include "app/domain/organid.h"
#include "app/domain/reminder.h"

#include <optional>

namespace app {

class Transaction;
struct StoredAct;

/// Notes a message of the office's stream of leases; of others, and of what only waits in the outbox, nothing: a lease
/// is held by what the server says.
void noteLease(Transaction& transaction, const StoredAct& stored, const OrganId& office);

/// On which days the office reminds, as the last clerk said who set it; nothing: nobody did. What a clerk set stays
/// when they have another post.
[[nodiscard]] std::optional<ReminderDays> readReminderTable(Transaction& transaction);

/// The lease that holds at that moment of the server's clock. Only clerks, whose desks have what comes to the office,
/// take one: what anybody else wrote there counts for nothing, and whoever is a clerk no more holds none.
[[nodiscard]] std::optional<Lease> readLease(Transaction& transaction, const QDateTime& moment);

} // namespace app
