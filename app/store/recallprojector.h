// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/changes.h"
#include "app/domain/packetfacts.h"
#include "app/domain/person.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace app {

class Transaction;
struct StoredAct;

/// What an incoming packet becomes at this desk.
enum class Arrival {
    Document, ///< something to accept
    Update,   ///< a new version of a document that is here: something to agree to
    Nothing,  ///< it speaks of a document and is none
};

/// The packet id of the document that a packet of type 1 or 2 speaks of; empty where it names none.
[[nodiscard]] QString targetOf(const PacketFacts& facts);
/// The packet ids of the documents that a packet of type 3 replaces for this office; none for another packet.
[[nodiscard]] QStringList replacedTargets(const PacketFacts& facts, const OrganId& ownOrgan);

/// Notes what a packet of BussinessDocType 1 to 3, or a status 13, says about documents that were sent before, whether
/// they are here or still to come. Returns the keys of the documents that the packet touches: those that it speaks of,
/// and new versions of its own document that came before it. Our own packets are left out.
[[nodiscard]] QStringList noteChange(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan);

/// What is noted about the incoming document of this packet; a new version is touched by what came after it alone.
[[nodiscard]] QList<ChangeNote> changeNotes(Transaction& transaction, const PacketFacts& facts, const QString& matchKey,
                                            const QDateTime& received);

/// What the packet becomes. It depends on which documents are here, not on the order in which they came.
[[nodiscard]] Arrival arrivalOf(Transaction& transaction, const StoredAct& stored, const PacketFacts& facts,
                                const OrganId& ownOrgan);

/// Ids of the documents that are new versions, in the order of the hub: they are derived after what they renew.
[[nodiscard]] QStringList versionDocuments(Transaction& transaction);

/// What a desk owes for a message that was just stored: status 01 for a document that came, 04 to 06 for what the
/// office did with it (resources/office/statusmap.tsv). Owed by the desk that may speak for the agency, in the
/// transaction of the message.
void oweAfter(Transaction& transaction, const StoredAct& stored, const Person& owner);
/// The same for a packet that could not be read before.
void oweAfterReading(Transaction& transaction, const QByteArray& packetSha256, const Person& owner);

} // namespace app
