// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/operations/operations.h"

#include "exchange/protocol/requestsigning.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

#include <chrono>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 steadySeconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

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

Health Operations::health() {
    const std::scoped_lock lock(m_healthMutex);
    if (m_healthTime == steadySeconds()) {
        return m_health; // whoever asks often does not make the store write often
    }
    const QDateTime now = m_clock();
    // A nonce of nobody that is over at once: a row is written as every request writes one.
    const Result<void> written = m_store.note([&](StoreSession& session) -> Result<void> {
        session.takeNonce(u"/health"_s, exchange::randomHex(16), now, now);
        return {};
    });
    m_health.storeWrites = written.has_value();
    m_health.freeBytes = QStorageInfo(m_dataFolder).bytesAvailable();
    m_health.enoughRoom = m_health.freeBytes >= m_options.leastFreeBytes;
    m_healthTime = steadySeconds();
    return m_health;
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
