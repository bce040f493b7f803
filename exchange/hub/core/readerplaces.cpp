// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/readerplaces.h"

namespace hub {

void ReaderPlaces::note(const QString& account, const QString& mailbox, qint64 cursor) {
    const std::scoped_lock lock(m_mutex);
    m_places[{mailbox, account}] = cursor;
}

Result<FeedLag> ReaderPlaces::lag(Store& store) const {
    constexpr qint64 mostCounted = 10'000;
    std::map<std::pair<QString, QString>, qint64> places;
    {
        const std::scoped_lock lock(m_mutex);
        places = m_places;
    }
    FeedLag lag;
    const Result<void> done = store.read([&](StoreSession& session) -> Result<void> {
        lag = {};
        for (const auto& [reader, cursor] : places) {
            const qint64 left = session.feedCount(reader.first, cursor, mostCounted);
            lag.behind += left > 0 ? 1 : 0;
            lag.entries += left;
            lag.most = std::max(lag.most, left);
        }
        return {};
    });
    return done ? Result<FeedLag>(lag) : std::unexpected(done.error());
}

} // namespace hub
