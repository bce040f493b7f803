// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/syncjournal.h"

#include <QList>

#include <optional>

namespace app {

class BlobStore;
class Transaction;

/// Items by a condition ("state = ?"), in the order of planning. Paths are those of the blob store.
[[nodiscard]] QList<exchange::OutboxItem> outboxItems(Transaction& transaction, const BlobStore& blobs,
                                                      const QString& condition, const QVariantList& values = {});

/// Writes a new item; returns its position.
qint64 insertOutboxItem(Transaction& transaction, const exchange::OutboxItem& item);
/// Writes state, attempts, error, receipt and (after a rebase) the append of an item found by its id. Returns its
/// position; nothing where there is no such item.
[[nodiscard]] std::optional<qint64> updateOutboxItem(Transaction& transaction, const exchange::OutboxItem& item);

/// Plans the upload of content unless the server has it or it is planned already.
void planUploadOnce(Transaction& transaction, const QByteArray& sha256);

[[nodiscard]] bool isInOutbox(Transaction& transaction, const QString& itemId);

} // namespace app
