// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgpool.h"

namespace hub {

PgPool::PgPool(QString connection, int most, std::chrono::milliseconds patience)
    : m_connection(std::move(connection))
    , m_most(std::max(1, most))
    , m_patience(patience) {}

PgPool::Lease::Lease(PgPool& pool, std::unique_ptr<PgConnection> connection)
    : m_pool(&pool)
    , m_connection(std::move(connection)) {}

PgPool::Lease::Lease(Lease&& other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr))
    , m_connection(std::move(other.m_connection)) {}

PgPool::Lease::~Lease() {
    if (m_pool) {
        m_pool->giveBack(std::move(m_connection));
    }
}

Result<std::unique_ptr<PgConnection>> PgPool::idle(For purpose) {
    constexpr std::chrono::milliseconds look{100}; // nobody tells when a commit that was given up ends
    const int most = purpose == For::Writing ? std::max(1, m_most - std::max(1, m_most / 8)) : m_most;
    const auto end = std::chrono::steady_clock::now() + m_patience;
    std::unique_lock lock(m_mutex);
    for (dropOver(); m_taken >= most; dropOver()) {
        const auto now = std::chrono::steady_clock::now();
        if (now >= end) {
            return exchange::fail("hub-busy", QStringLiteral("%1 connections to the database are in use").arg(m_taken));
        }
        m_free.wait_until(lock, m_waiting.empty() ? end : std::min(end, now + look));
    }
    ++m_taken;
    while (!m_idle.empty()) {
        // The one used last: its server process has all in its caches.
        std::unique_ptr<PgConnection> connection = std::move(m_idle.back());
        m_idle.pop_back();
        if (connection->isAlive()) {
            return connection;
        }
    }
    return nullptr;
}

void PgPool::dropOver() {
    // Not used again: it may still hold locks of its session.
    const auto over = std::erase_if(m_waiting, [](const auto& connection) { return connection->isOver(); });
    m_taken -= static_cast<int>(over);
}

Result<PgPool::Lease> PgPool::take(For purpose) {
    Result<std::unique_ptr<PgConnection>> connection = idle(purpose);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    if (!*connection) {
        connection = PgConnection::open(m_connection);
        if (!connection) {
            giveBack(nullptr);
            return std::unexpected(connection.error());
        }
    }
    return Lease(*this, std::move(*connection));
}

void PgPool::giveBack(std::unique_ptr<PgConnection> connection) {
    {
        const std::scoped_lock lock(m_mutex);
        if (connection && connection->isWaiting() && !connection->isLost()) {
            m_waiting.push_back(std::move(connection));
            return;
        }
        --m_taken;
        if (connection && !connection->isLost() && connection->fault().isEmpty()) {
            m_idle.push_back(std::move(connection));
        }
    }
    m_free.notify_all(); // a reader and a writer wait for different numbers; a lost connection is closed here
}

} // namespace hub
