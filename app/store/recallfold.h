// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/packetfacts.h"
#include "app/store/documentrecord.h"
#include "app/store/statusprojector.h"

#include <QList>

namespace app {

class Transaction;

/// The earlier documents that an incoming packet replaces or, where it is a new version of one that is here, updates.
[[nodiscard]] QList<std::pair<DocumentLink::Kind, DocumentReference>>
renewedBy(const PacketFacts& facts, bool isVersion, const OrganId& ownOrgan);

/// What the sender of an incoming document, and who pretends to be, wanted of it later: offers, their history, state
/// and mark. `isVersion`: it is itself a new version that waits for an answer.
void applyChanges(Transaction& transaction, const PacketFacts& facts, const QList<ChangeAnswer>& answers,
                  bool isVersion, DocumentRecord& record);

/// The trail of a document of ours to its end: what the receivers report and what we asked of them.
void finishTrail(Transaction& transaction, const QList<OwnEvent>& ours, bool isSuperseded, DocumentRecord& record);

} // namespace app
