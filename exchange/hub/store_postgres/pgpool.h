// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_postgres/pgconnection.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace hub {

/// Connections that threads take in turn. Thread-safe.
class PgPool {
public:
    PgPool(QString connection, int most);
    PgPool(const PgPool&) = delete;
    PgPool& operator=(const PgPool&) = delete;

    /// A connection for one thread; goes back when it ends, unless its line is gone.
    class Lease {
    public:
        Lease(PgPool& pool, std::unique_ptr<PgConnection> connection);
        ~Lease();
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        PgConnection* operator->() const { return m_connection.get(); }
        PgConnection& operator*() const { return *m_connection; }

    private:
        PgPool* m_pool;
        std::unique_ptr<PgConnection> m_connection;
    };

    /// Waits for a free one, or connects. "hub-store-failed" where no server that can be written to answers.
    [[nodiscard]] Result<Lease> take();

private:
    void giveBack(std::unique_ptr<PgConnection> connection);
    [[nodiscard]] std::unique_ptr<PgConnection> idle();

    QString m_connection;
    int m_most;
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<std::unique_ptr<PgConnection>> m_idle;
    int m_taken = 0;
};

} // namespace hub
