// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/finishedrequest.h"

#include <array>
#include <map>
#include <mutex>
#include <vector>

namespace hub {

/// Counts what the hub does, for Prometheus. Labels are names of calls, statuses and codes alone: never a name, an
/// account or an address. Thread-safe.
class Metrics {
public:
    /// The upper ends of the histogram's buckets, in seconds.
    static constexpr std::array bucketEnds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                           0.25,  0.5,    1.0,   2.5,  5.0,   10.0, 60.0};

    void count(const FinishedRequest& request);
    /// A value that is asked for whenever the text is made, on the asking thread. `name` without the program's prefix;
    /// `isCounter`: it only grows, and its name ends in "_total".
    void gauge(const QByteArray& name, const QByteArray& help, std::function<double()> value, bool isCounter = false);
    /// The text format 0.0.4.
    [[nodiscard]] QByteArray text() const;

private:
    struct Durations {
        std::array<qint64, bucketEnds.size() + 1> buckets{};
        qint64 count = 0;
        double sum = 0;
    };
    struct Gauge {
        QByteArray name;
        QByteArray help;
        std::function<double()> value;
        bool isCounter = false;
    };

    [[nodiscard]] QByteArray countersText() const;

    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, qint64> m_requests;
    std::map<QByteArray, qint64> m_codes;
    std::map<QByteArray, Durations> m_durations;
    qint64 m_received = 0;
    qint64 m_sent = 0;
    qint64 m_cut = 0;
    std::vector<Gauge> m_gauges;
};

} // namespace hub
