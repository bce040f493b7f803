// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/housekeeper.h"

namespace hub {

namespace {

constexpr int turnHours = 23; ///< less than a day, so that the hour of the run does not wander

} // namespace

Housekeeper::Housekeeper(Store& store, Retention& retention, std::function<QDateTime()> clock,
                         std::function<void(const Result<RetentionReport>&)> onRun)
    : m_store(store)
    , m_retention(retention)
    , m_clock(std::move(clock))
    , m_onRun(std::move(onRun)) {}

Housekeeper::~Housekeeper() {
    stop();
}

void Housekeeper::start(std::chrono::seconds pause) {
    m_thread = std::jthread([this, pause](const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); })) {
            lock.unlock();
            runIfDue();
            lock.lock();
        }
    });
}

void Housekeeper::stop() {
    m_thread = {};
}

bool Housekeeper::runIfDue() {
    const QDateTime now = m_clock();
    bool mine = false;
    const Result<void> taken = m_store.write([&](StoreSession& session) -> Result<void> {
        mine = session.takeTurn(QStringLiteral("retention"), now, now.addSecs(turnHours * 3600));
        return {};
    });
    if (!taken || !mine) {
        return false; // a store that fails is tried again after the pause
    }
    m_onRun(m_retention.run(false));
    return true;
}

} // namespace hub
