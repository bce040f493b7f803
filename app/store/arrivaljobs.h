// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/packetfacts.h"
#include "app/domain/person.h"
#include "exchange/sync/syncjournal.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace app {

class Database;
class Transaction;

/// What the second step of arrival owes: packets that were stored with their envelope's facts and are still to be taken
/// apart, and contents that were left at the server. Written in the transaction that stored the message.
class ArrivalJobs {
public:
    ArrivalJobs(Database& database, Person owner);

    /// Packets to be taken apart, oldest first, those that failed before behind the others.
    [[nodiscard]] Result<QList<QByteArray>> pending(int limit) const;
    [[nodiscard]] Result<int> count() const;
    /// What was found in packets: their facts, what follows from them for documents, and the verdict that is owed now,
    /// in one commit.
    [[nodiscard]] Result<void> keep(const QList<PacketFacts>& facts);
    [[nodiscard]] Result<void> noteFailure(const QByteArray& packetSha256, const Error& error);

    [[nodiscard]] Result<QList<exchange::WaitingContent>> waitingContents() const;

private:
    Database& m_database;
    Person m_owner;
};

/// Inside the transaction that stores a packet's message: plans what its document needs next, by what is known of it.
void planArrival(Transaction& transaction, const PacketFacts& facts);
/// Inside the transaction that stores a content that was waited for.
void endWaiting(Transaction& transaction, const QByteArray& sha256);
void beginWaiting(Transaction& transaction, const QByteArray& sha256, const QString& stream);

} // namespace app
