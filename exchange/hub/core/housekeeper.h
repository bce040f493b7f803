// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/retention.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace hub {

/// Runs retention once a day while a hub serves; of several hubs over one store, one does.
class Housekeeper {
public:
    /// References must outlive the object. `onRun` is told of every run, on the housekeeper's thread.
    Housekeeper(Store& store, Retention& retention, std::function<QDateTime()> clock,
                std::function<void(const Result<RetentionReport>&)> onRun);
    /// Stops.
    ~Housekeeper();
    Housekeeper(const Housekeeper&) = delete;
    Housekeeper& operator=(const Housekeeper&) = delete;

    /// Looks from now on, after each such pause, whether a run is due.
    void start(std::chrono::seconds pause);
    /// Returns when a run that is under way has ended.
    void stop();
    /// Runs where nobody did for a day; false where it is not due.
    bool runIfDue();

private:
    Store& m_store;
    Retention& m_retention;
    std::function<QDateTime()> m_clock;
    std::function<void(const Result<RetentionReport>&)> m_onRun;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it ends before the rest
};

} // namespace hub
