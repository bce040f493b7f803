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
/// the office that the hub let send it is left out, and so is our own. A status of a receiver proves that the packet
/// arrived: a send that was uncertain is settled with it.
[[nodiscard]] QStringList noteStatus(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan);

/// An event in the trail of one receiver that we made ourselves: a recall or a new version that was sent.
struct OwnEvent {
    OrganId receiver{};
    TrailEvent event{};
};

/// Applies the noted statuses about a document of ours, and what we asked meanwhile, to its trail, in the order in
/// which the hub took them.
void applyStatuses(Transaction& transaction, const QString& packetDocumentId, const QString& matchKey,
                   const QList<OwnEvent>& ours, QList<TrailLine>& trail);

/// What offices report about it that are no receivers.
[[nodiscard]] QList<StrangerStatus> strangerStatuses(Transaction& transaction, const QString& packetDocumentId,
                                                     const QString& matchKey, const QList<TrailLine>& trail);

/// What the hubs on the way told about statuses of ours that did not reach the sender of an incoming document: they
/// come in the name of that sender, about its own document (exchange/hub/relay/refusal.h).
[[nodiscard]] QList<TrailEvent> undeliveredStatuses(Transaction& transaction, const OrganId& issuer,
                                                    const QString& packetDocumentId, const QString& ownMatchKey);

} // namespace app
