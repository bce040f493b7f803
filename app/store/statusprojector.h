// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"
#include "app/domain/trail.h"

#include <QList>
#include <QStringList>

namespace app {

class Transaction;
struct StoredAct;

/// Notes what a status packet says. Returns the keys of the documents that it may be about. A packet whose From is not
/// the office that the hub let send it is left out, and so is our own.
[[nodiscard]] QStringList noteStatus(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan);

/// Applies the noted statuses about a document of ours to its trail, in the order in which the hub took them.
void applyStatuses(Transaction& transaction, const QString& packetDocumentId, const QString& matchKey,
                   QList<TrailLine>& trail);

} // namespace app
