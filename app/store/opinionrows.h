// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"
#include "app/domain/person.h"

#include <optional>

namespace app {

class Transaction;
struct StoredAct;

/// Derives one question anew from its acts; it stands in the list of whoever asks or is asked, and in no other.
void deriveOpinion(Transaction& transaction, const QString& opinionId, const Person& owner);

/// Whether this act is another member's answer that came after all that is known of an open question, and is counted by
/// now: with hundreds of members their acts are not gone through again for each. False: derive it anew.
[[nodiscard]] bool countAnswer(Transaction& transaction, const QString& opinionId, const StoredAct& stored,
                               const Person& owner);

/// One question with all that was said to it, as far as this store has it. Nothing where the owner does not take part,
/// or nobody asked anything that counts.
[[nodiscard]] std::optional<Opinion> readOpinion(Transaction& transaction, const OpinionId& id, const Person& owner);

} // namespace app
