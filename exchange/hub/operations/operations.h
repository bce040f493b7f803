// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"
#include "exchange/hub/log/hublog.h"
#include "exchange/hub/operations/metrics.h"
#include "exchange/hub/operations/operationslistener.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <thread>

namespace hub {

struct OperationsOptions {
    QString address;   ///< "127.0.0.1:9400": health and metrics are told there; empty: nowhere
    QString accessLog; ///< file, or "-" for standard error; empty: none is kept
    QString log;       ///< the same, of what the hub itself does
    qint64 leastFreeBytes = 256LL * 1024 * 1024;    ///< less room on the disk counts as not healthy
    std::chrono::milliseconds probePatience{2'000}; ///< a write that takes longer counts as none
    std::chrono::milliseconds probePause{3'000};    ///< whoever asks more often hears the last answer again
};

/// Whether the hub can do its work now.
struct Health {
    bool storeWrites = false;  ///< durably: on the standby, too, where there is a synchronous one
    bool storeAnswers = false; ///< a write came back, well or not: nothing hangs for good
    qint64 freeBytes = 0;
    bool enoughRoom = false;

    [[nodiscard]] bool isGood() const { return storeWrites && enoughRoom; }
};

/// What those who run a hub see of it: /health, /ready, /metrics, the access log and the log of the hub's own doings.
/// Thread-safe.
class Operations {
public:
    /// `store` must outlive the object; `dataFolder` is where room on the disk is looked for.
    Operations(Store& store, QString dataFolder, std::function<QDateTime()> clock, OperationsOptions options);
    ~Operations();
    Operations(const Operations&) = delete;
    Operations& operator=(const Operations&) = delete;

    /// Notes one request; see HttpOptions::onFinished.
    void finished(const FinishedRequest& request);
    /// "hub-operations-address".
    [[nodiscard]] Result<void> start();
    void stop();
    [[nodiscard]] quint16 port() const { return m_listener.port(); }
    /// From now on /ready says so.
    void setReady(bool ready) { m_ready = ready; }
    /// Writes into the store, durably and not too often, and looks at the disk. Returns in time even where the store
    /// does not.
    [[nodiscard]] Health health();
    /// After a rotation of the log files.
    void reopenLogs();

    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] HubLog& log() { return m_log; }

private:
    [[nodiscard]] std::optional<OperationsPage> page(const QByteArray& path);
    /// Writes whenever it is asked to, on a thread of its own: a commit may wait for a standby that is gone.
    void probe(const std::stop_token& stop);

    Store& m_store;
    QString m_dataFolder;
    std::function<QDateTime()> m_clock;
    OperationsOptions m_options;
    Metrics m_metrics;
    AccessLog m_accessLog;
    HubLog m_log;
    std::atomic<bool> m_ready = false;
    using TimePoint = std::chrono::steady_clock::time_point;
    std::mutex m_healthMutex;
    std::condition_variable_any m_healthChanged;
    bool m_probing = false;
    bool m_storeWrites = false;
    TimePoint m_probeBegun;
    TimePoint m_probeDone;
    std::jthread m_prober;
    OperationsListener m_listener; // last: its thread uses all the rest
};

} // namespace hub
