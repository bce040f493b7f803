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

StoreJournal::StoreJournal(OfficeStore& store, QStringList mailboxes)
    : m_store(store)
    , m_mailboxes(std::move(mailboxes)) {}

exchange::Result<QList<exchange::FeedCursor>> StoreJournal::feeds() {
    using List = QList<exchange::FeedCursor>;
    return passDown(m_store.database().read([&](Transaction& transaction) -> Result<List> {
        List feeds;
        for (const QString& mailbox : std::as_const(m_mailboxes)) {
            feeds.append(
                {.mailbox = mailbox,
                 .cursor =
                     transaction.value(u"SELECT cursor FROM feed_cursor WHERE mailbox = ?"_s, {mailbox}).toLongLong()});
        }
        return feeds;
    }));
}

exchange::Result<void> StoreJournal::setCursor(const QString& mailbox, qint64 cursor) {
    // No more durable than the messages before it, which it must never outlive.
    return passDown(m_store.database().writeRefetchable([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"INSERT INTO feed_cursor (mailbox, cursor) VALUES (?, ?)"
                           " ON CONFLICT (mailbox) DO UPDATE SET cursor = max(cursor, excluded.cursor)"_s,
                           {mailbox, cursor});
        return {};
    }));
}

exchange::Result<QList<exchange::OutboxItem>> StoreJournal::outbox() {
    return passDown(m_store.outbox().open());
}

exchange::Result<void> StoreJournal::update(const exchange::OutboxItem& item) {
    return passDown(m_store.updateOutbox(item));
}

} // namespace app
