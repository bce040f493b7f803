// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storejournal.h"

#include "app/store/officestore.h"
#include "app/store/outboxrows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// An error of ours on its way down through the exchange's port; its code stays.
template <typename T>
exchange::Result<T> passDown(Result<T> result) {
    if (!result) {
        return std::unexpected(exchange::Error{.code = result.error().code, .detail = result.error().detail});
    }
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return std::move(*result);
    }
}

} // namespace

StoreJournal::StoreJournal(OfficeStore& store)
    : m_store(store) {}

exchange::Result<QList<exchange::FeedCursor>> StoreJournal::feeds() {
    using List = QList<exchange::FeedCursor>;
    return passDown(m_store.database().read([](Transaction& transaction) -> Result<List> {
        List feeds;
        Rows rows = transaction.query(u"SELECT mailbox, cursor FROM feed_cursor ORDER BY mailbox"_s);
        while (rows.next()) {
            feeds.append({.mailbox = rows.text(0), .cursor = rows.number(1)});
        }
        return feeds;
    }));
}

exchange::Result<qint64> StoreJournal::directoryVersion() {
    return passDown(m_store.directory().version());
}

exchange::Result<QList<exchange::WaitingContent>> StoreJournal::waitingContents() {
    return passDown(m_store.arrivalJobs().waitingContents());
}

exchange::Result<QList<exchange::OutboxItem>> StoreJournal::outbox() {
    return passDown(m_store.outbox().open());
}

exchange::Result<void> StoreJournal::update(const exchange::OutboxItem& item) {
    const Result<void> updated = m_store.updateOutbox(item);
    const bool isSent =
        item.kind == exchange::OutboxItem::Kind::Send && item.state == exchange::OutboxItem::State::Done;
    if (updated && isSent && item.packetKind == "edoc"_L1) {
        m_store.blobs().cut({item.sha256}); // its files lie in the store by themselves
    }
    return passDown(updated);
}

} // namespace app
