// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/syncjournal.h"

#include <QStringList>

namespace app {

class OfficeStore;

/// The exchange's journal over the store: outbox and feed cursors. What it changes about a packet shows in the trail.
class StoreJournal final : public exchange::SyncJournal {
public:
    /// `mailboxes`: whose feeds this profile reads.
    StoreJournal(OfficeStore& store, QStringList mailboxes);

    [[nodiscard]] exchange::Result<QList<exchange::FeedCursor>> feeds() override;
    [[nodiscard]] exchange::Result<void> setCursor(const QString& mailbox, qint64 cursor) override;
    [[nodiscard]] exchange::Result<QList<exchange::OutboxItem>> outbox() override;
    [[nodiscard]] exchange::Result<void> update(const exchange::OutboxItem& item) override;

private:
    OfficeStore& m_store;
    QStringList m_mailboxes;
};

} // namespace app
