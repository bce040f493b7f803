// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"
#include "exchange/hub/log/hublog.h"
#include "exchange/hub/operations/metrics.h"
#include "exchange/hub/operations/operationslistener.h"

#include <atomic>
#include <functional>

namespace hub {

struct OperationsOptions {
    QString address;   ///< "127.0.0.1:9400": health and metrics are told there; empty: nowhere
    QString accessLog; ///< file, or "-" for standard error; empty: none is kept
    QString log;       ///< the same, of what the hub itself does
    qint64 leastFreeBytes = 256LL * 1024 * 1024; ///< less room on the disk counts as not healthy
};

/// Whether the hub can do its work now.
struct Health {
    bool storeWrites = false;
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

    /// Notes one request; see HttpOptions::onFinished.
    void finished(const FinishedRequest& request);
    /// "hub-operations-address".
    [[nodiscard]] Result<void> start();
    void stop();
    [[nodiscard]] quint16 port() const { return m_listener.port(); }
    /// From now on /ready says so.
    void setReady(bool ready) { m_ready = ready; }
    /// Writes into the store, at most once a second, and looks at the disk.
    [[nodiscard]] Health health();
    /// After a rotation of the log files.
    void reopenLogs();

    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] HubLog& log() { return m_log; }

private:
    [[nodiscard]] std::optional<OperationsPage> page(const QByteArray& path);

    Store& m_store;
    QString m_dataFolder;
    std::function<QDateTime()> m_clock;
    OperationsOptions m_options;
    Metrics m_metrics;
    AccessLog m_accessLog;
    HubLog m_log;
    std::atomic<bool> m_ready = false;
    std::mutex m_healthMutex;
    Health m_health;
    qint64 m_healthTime = -1;      ///< seconds of the steady clock
    OperationsListener m_listener; // last: its thread uses all the rest
};

} // namespace hub
