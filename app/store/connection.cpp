// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/store/databaseerrors.h"
#include "app/store/transaction.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

Connection::~Connection() {
    m_thread.run([this] {
        m_statements.reset();
        m_connection = QSqlDatabase();
        if (!m_name.isEmpty()) {
            QSqlDatabase::removeDatabase(m_name);
        }
    });
}

Result<void> Connection::open(const DatabaseOptions& options) {
    Result<void> outcome;
    m_thread.run([&] { outcome = openHere(options); });
    return outcome;
}

Result<void> Connection::openHere(const DatabaseOptions& options) {
    m_name = QUuid::createUuid().toString();
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setDatabaseName(options.file);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyMilliseconds));
    if (!m_connection.open()) {
        return std::unexpected(databaseError(m_connection.lastError()));
    }
    m_statements = std::make_unique<StatementCache>();
    QStringList settings{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
                         u"PRAGMA cache_size = -16000"_s};
    if (m_mode == Mode::Writing) {
        // The pages of many commits are copied into the file together: 16 MB of them; their room is given back.
        settings << u"PRAGMA journal_mode = WAL"_s << u"PRAGMA synchronous = FULL"_s
                 << u"PRAGMA wal_autocheckpoint = 4000"_s << u"PRAGMA journal_size_limit = 1048576"_s;
        if (options.largestPages > 0) {
            settings << u"PRAGMA max_page_count = %1"_s.arg(options.largestPages);
        }
    } else {
        settings << u"PRAGMA query_only = ON"_s;
    }
    for (const QString& setting : std::as_const(settings)) {
        if (Result<void> done = statement(setting); !done) {
            return done;
        }
    }
    return {};
}

Result<void> Connection::statement(const QString& sql) {
    bool prepared = false;
    const StatementCache::Lease query = m_statements->take(m_connection, sql, prepared);
    if (!prepared || !query->exec()) {
        return std::unexpected(databaseError(query->lastError()));
    }
    return {};
}

Transaction* Connection::current() const {
    return m_thread.isHere() ? m_current : nullptr;
}

Result<void> Connection::run(const std::function<Result<void>(Transaction&)>& piece, bool waitForDisk) {
    Result<void> outcome;
    m_thread.run([&] { outcome = runHere(piece, waitForDisk); });
    return outcome;
}

Result<void> Connection::runHere(const std::function<Result<void>(Transaction&)>& piece, bool waitForDisk) {
    if (m_mode == Mode::Writing && waitForDisk != m_waitsForDisk) {
        const QString sql = waitForDisk ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s;
        if (Result<void> set = statement(sql); !set) {
            return set;
        }
        m_waitsForDisk = waitForDisk;
    }
    if (Result<void> begun = statement(m_mode == Mode::Writing ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !begun) {
        return begun;
    }
    Transaction transaction(m_connection, *m_statements, m_mode == Mode::Writing);
    m_current = &transaction;
    Result<void> outcome = piece(transaction);
    m_current = nullptr;
    if (transaction.hasFailed()) {
        outcome = std::unexpected(transaction.error());
    }
    if (outcome && m_mode == Mode::Writing) {
        outcome = statement(u"COMMIT"_s);
    }
    if (!outcome || m_mode == Mode::Reading) {
        // After a full disk SQLite may have rolled back by itself; then there is nothing left to do.
        (void)statement(u"ROLLBACK"_s);
    }
    return outcome;
}

Result<void> Connection::runInside(Transaction& outer, const std::function<Result<void>(Transaction&)>& piece) {
    if (outer.hasFailed()) {
        return std::unexpected(outer.error());
    }
    if (m_mode == Mode::Reading) {
        return piece(outer);
    }
    const QString savepoint = u"inner%1"_s.arg(++m_savepoints);
    Result<void> outcome = statement(u"SAVEPOINT "_s + savepoint);
    if (outcome) {
        outcome = piece(outer);
        if (outer.hasFailed()) {
            outcome = std::unexpected(outer.error());
            outer.forgetError();
        }
        if (!outcome) {
            Result<void> rolledBack = statement(u"ROLLBACK TO "_s + savepoint);
            if (!rolledBack) {
                // A full disk may have ended the whole transaction: nothing of it may be committed any more.
                outer.refuse(outcome.error());
            }
        }
        if (!outer.hasFailed()) {
            if (Result<void> released = statement(u"RELEASE "_s + savepoint); !released) {
                outer.refuse(released.error());
                outcome = released;
            }
        }
    }
    --m_savepoints;
    return outcome;
}

} // namespace app
