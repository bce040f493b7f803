// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/operations/operations.h"

#include "exchange/protocol/requestsigning.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds longestWrite{30}; // more than the store itself allows

QByteArray text(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Operations::Operations(Store& store, QString dataFolder, std::function<QDateTime()> clock, OperationsOptions options)
    : m_store(store)
    , m_dataFolder(std::move(dataFolder))
    , m_clock(std::move(clock))
    , m_options(std::move(options))
    , m_accessLog(m_options.accessLog)
    , m_log(m_options.log)
    , m_prober([this](const std::stop_token& stop) { probe(stop); })
    , m_listener([this](const QByteArray& path) { return page(path); }) {
    m_metrics.gauge("free_bytes", "Room left on the disk of the data folder.",
                    [this] { return static_cast<double>(QStorageInfo(m_dataFolder).bytesAvailable()); });
    m_metrics.gauge("healthy", "1 where the store takes writes and the disk has room.",
                    [this] { return health().isGood() ? 1.0 : 0.0; });
    m_metrics.gauge(
        "lost_log_lines_total", "Lines of the logs that could not be written.",
        [this] { return static_cast<double>(m_accessLog.lost() + m_log.lost()); }, true);
    const auto started = static_cast<double>(QDateTime::currentSecsSinceEpoch());
    m_metrics.gauge("start_time_seconds", "When the hub was started, in seconds since 1970.",
                    [started] { return started; });
}

Operations::~Operations() = default;

void Operations::finished(const FinishedRequest& request) {
    m_metrics.count(request);
    m_accessLog.note(request);
}

Result<void> Operations::start() {
    return m_options.address.isEmpty() ? Result<void>() : m_listener.start(m_options.address);
}

void Operations::stop() {
    m_listener.stop();
}

void Operations::probe(const std::stop_token& stop) {
    std::unique_lock lock(m_healthMutex);
    while (m_healthChanged.wait(lock, stop, [this] { return m_probing; })) {
        lock.unlock();
        const QDateTime now = m_clock();
        // A nonce of nobody that is over at once: a row is written as every request writes one, and flushed.
        const Result<void> written = m_store.write([&](StoreSession& session) -> Result<void> {
            session.takeNonce(u"/health"_s, exchange::randomHex(16), now, now);
            return {};
        });
        lock.lock();
        m_storeWrites = written.has_value();
        m_probeDone = std::chrono::steady_clock::now();
        m_probing = false;
        m_healthChanged.notify_all();
    }
}

Health Operations::health() {
    Health health;
    {
        std::unique_lock lock(m_healthMutex);
        const TimePoint now = std::chrono::steady_clock::now();
        if (!m_probing && (m_probeDone == TimePoint() || now - m_probeDone >= m_options.probePause)) {
            m_probing = true;
            m_probeBegun = now;
            m_healthChanged.notify_all();
        }
        const TimePoint end = m_probeBegun + m_options.probePatience;
        const bool done = m_healthChanged.wait_until(lock, end, [this] { return !m_probing; });
        health.storeWrites = done && m_storeWrites;
        health.storeAnswers = done || std::chrono::steady_clock::now() - m_probeBegun < longestWrite;
    }
    health.freeBytes = QStorageInfo(m_dataFolder).bytesAvailable();
    health.enoughRoom = health.freeBytes >= m_options.leastFreeBytes;
    return health;
}

void Operations::reopenLogs() {
    m_accessLog.reopen();
    m_log.reopen();
}

std::optional<OperationsPage> Operations::page(const QByteArray& path) {
    if (path == "/metrics") {
        return OperationsPage{200, "text/plain; version=0.0.4; charset=utf-8", m_metrics.text()};
    }
    if (path == "/ready") {
        return OperationsPage{m_ready ? 200 : 503, "application/json", text({{u"ready"_s, m_ready.load()}})};
    }
    if (path == "/health") {
        const Health health = this->health();
        return OperationsPage{health.isGood() ? 200 : 503, "application/json",
                              text({{u"healthy"_s, health.isGood()},
                                    {u"storeWrites"_s, health.storeWrites},
                                    {u"enoughRoom"_s, health.enoughRoom},
                                    {u"freeBytes"_s, health.freeBytes}})};
    }
    return std::nullopt;
}

} // namespace hub
