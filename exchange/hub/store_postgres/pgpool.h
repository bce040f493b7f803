// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_postgres/pgconnection.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace hub {

/// Connections that threads take in turn. One whose commit is still being waited for counts as taken, so that a lost
/// standby takes no more than the writers' share of them. Thread-safe.
class PgPool {
public:
    /// At most `most` at once, an eighth of them kept for those who only read; each is waited for `patience` long.
    PgPool(QString connection, int most, std::chrono::milliseconds patience);
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

    enum class For { Reading, Writing };
    /// Waits for a free one, or connects. "hub-busy" where none became free, "hub-store-failed" where no server that
    /// can be written to answers.
    [[nodiscard]] Result<Lease> take(For purpose);

private:
    void giveBack(std::unique_ptr<PgConnection> connection);
    /// One that is connected, or null where one may be made.
    [[nodiscard]] Result<std::unique_ptr<PgConnection>> idle(For purpose);
    /// Lets go of connections whose commit has ended at last.
    void dropOver();

    QString m_connection;
    int m_most;
    std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<std::unique_ptr<PgConnection>> m_idle;
    std::vector<std::unique_ptr<PgConnection>> m_waiting; ///< taken by nobody, see PgConnection::isWaiting()
    int m_taken = 0;
};

} // namespace hub
