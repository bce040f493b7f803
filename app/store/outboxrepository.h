// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/syncstate.h"
#include "exchange/sync/syncjournal.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace app {

class Database;
class BlobStore;
class Transaction;

/// A status that an incoming packet's sender is to hear, and that is not queued yet.
struct OwedStatus {
    QByteArray packetSha256{}; ///< of the packet that it is about
    QString code{};            ///< "01"
    QString source{};          ///< id of the act that it follows from; empty: the packet's arrival
    QDateTime at{};            ///< UTC, the hub's clock: the same at every desk of the office
};

/// What this profile owes the server, and how far it has read.
class OutboxRepository {
public:
    /// Writes an item's new state, with what follows from it for the documents.
    using Writer = std::function<void(Transaction& transaction, const exchange::OutboxItem& item)>;

    OutboxRepository(Database& database, const BlobStore& blobs, Writer writer);

    /// Plans the upload of stored content, once. Content that came from the server is not sent back.
    [[nodiscard]] Result<void> planUpload(const QByteArray& sha256);
    /// Plans a packet (kind "edoc" or "status"), once; its bytes are in the blob store.
    [[nodiscard]] Result<void> planPacket(const QByteArray& sha256, const QString& kind);

    /// Items that are not done, in the order in which they were planned.
    [[nodiscard]] Result<QList<exchange::OutboxItem>> open() const;
    [[nodiscard]] Result<QList<exchange::OutboxItem>> failed() const;
    /// A person decided: a failed or uncertain item is tried again at once. outbox-item-unknown.
    [[nodiscard]] Result<void> retry(const QString& itemId);
    /// Takes a packet out again that was never begun to be sent; false where it may have left. A run that has planned
    /// it already ends with `outbox-item-taken-out` instead of sending it.
    [[nodiscard]] Result<bool> takeOut(const QByteArray& sha256);

    /// What is owed (see oweAfter()), oldest first.
    [[nodiscard]] Result<QList<OwedStatus>> owed() const;
    /// It is queued by now, or nobody needs it any more.
    [[nodiscard]] Result<void> forgetOwed(const OwedStatus& status);

    /// A person learnt that an uncertain packet arrived.
    [[nodiscard]] Result<void> settle(const QString& itemId);

    /// Counts for the status bar; reach, lastSync and lastError as noteSync() left them.
    [[nodiscard]] Result<SyncState> state() const;
    [[nodiscard]] Result<void> noteSync(SyncState::Reach reach, const QDateTime& at, const Error& error);

private:
    [[nodiscard]] Result<void> change(const QString& itemId, const std::function<void(exchange::OutboxItem&)>& work);

    Database& m_database;
    const BlobStore& m_blobs;
    Writer m_writer;
};

} // namespace app
