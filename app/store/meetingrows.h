// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/meeting.h"
#include "app/domain/person.h"

#include <optional>

namespace app {

class Transaction;

/// Derives one meeting anew from its acts; it stands in the list of those who take part, and in no other.
void deriveMeeting(Transaction& transaction, const QString& meetingId, const Person& owner);

/// One meeting with all that was written about it, as far as this store has it. Nothing where the owner does not take
/// part, or nobody called it.
[[nodiscard]] std::optional<Meeting> readMeeting(Transaction& transaction, const MeetingId& id, const Person& owner);

} // namespace app
