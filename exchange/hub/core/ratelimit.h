// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QHash>
#include <QString>

#include <functional>
#include <mutex>
#include <unordered_map>

namespace hub {

using exchange::Result;

/// How much one account, or one address, may ask of a hub. 0: as much as it likes.
struct Rate {
    double requestsPerSecond = 0;
    double requests = 0; ///< at once, after a time of rest
    double bytesPerSecond = 0;
    double bytes = 0; ///< at once, after a time of rest
};

/// Token buckets by key, in memory: they protect this process, and what they forget with it harms nobody. Thread-safe.
class RateLimit {
public:
    /// `clock`: seconds of a clock that never goes back; the steady clock where it is empty.
    explicit RateLimit(Rate rate, std::function<double()> clock = {});

    /// Takes one request and so many bytes out of the key's buckets. A bucket that is not empty gives whatever is asked
    /// and owes the rest, so that a large body is possible at all. "too-fast" with the seconds to wait as detail, and
    /// nothing taken, where one is empty.
    [[nodiscard]] Result<void> take(const QString& key, qint64 bytes);

private:
    struct Buckets {
        double requests = 0;
        double bytes = 0;
        double at = 0; ///< when they were filled last
    };

    void makeRoom(double now);
    void fill(Buckets& buckets, double now) const;

    const Rate m_rate;
    const std::function<double()> m_clock;
    std::mutex m_mutex;
    std::unordered_map<QString, Buckets> m_buckets;
};

} // namespace hub
