// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/syncjournal.h"

namespace app {

class OfficeStore;

/// The exchange's journal over the store: outbox, feed cursors, contents that wait. What it changes about a packet
/// shows in the trail.
class StoreJournal final : public exchange::SyncJournal {
public:
    explicit StoreJournal(OfficeStore& store);

    [[nodiscard]] exchange::Result<QList<exchange::FeedCursor>> feeds() override;
    [[nodiscard]] exchange::Result<qint64> directoryVersion() override;
    [[nodiscard]] exchange::Result<QList<exchange::WaitingContent>> waitingContents() override;
    [[nodiscard]] exchange::Result<QList<exchange::OutboxItem>> outbox() override;
    [[nodiscard]] exchange::Result<void> update(const exchange::OutboxItem& item) override;

private:
    OfficeStore& m_store;
};

} // namespace app
