// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgpool.h"

namespace hub {

PgPool::PgPool(QString connection, int most)
    : m_connection(std::move(connection))
    , m_most(std::max(1, most)) {}

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

std::unique_ptr<PgConnection> PgPool::idle() {
    std::unique_lock lock(m_mutex);
    m_free.wait(lock, [this] { return m_taken < m_most; });
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

Result<PgPool::Lease> PgPool::take() {
    std::unique_ptr<PgConnection> connection = idle();
    if (connection) {
        return Lease(*this, std::move(connection));
    }
    Result<std::unique_ptr<PgConnection>> made = PgConnection::open(m_connection);
    if (!made) {
        giveBack(nullptr);
        return std::unexpected(made.error());
    }
    return Lease(*this, std::move(*made));
}

void PgPool::giveBack(std::unique_ptr<PgConnection> connection) {
    {
        const std::scoped_lock lock(m_mutex);
        --m_taken;
        if (connection && !connection->isLost() && connection->fault().isEmpty()) {
            m_idle.push_back(std::move(connection));
        }
    }
    m_free.notify_one(); // a lost connection is closed here, outside of the lock
}

} // namespace hub
