// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <map>
#include <mutex>

namespace hub {

/// How far those who read feeds of this hub are behind their ends. Aggregated: nobody's name.
struct FeedLag {
    qint64 behind = 0;  ///< readers of a feed that have not read all of it
    qint64 entries = 0; ///< what all of them have not read
    qint64 most = 0;    ///< what the one furthest behind has not read, counted up to 10,000

    friend bool operator==(const FeedLag&, const FeedLag&) = default;
};

/// Up to where each account has read each of its feeds, as it said in its last call to this process. Thread-safe.
class ReaderPlaces {
public:
    void note(const QString& account, const QString& mailbox, qint64 cursor);
    [[nodiscard]] Result<FeedLag> lag(Store& store) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<QString, QString>, qint64> m_places; ///< mailbox and account
};

} // namespace hub
