// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/store/database.h"
#include "app/store/statementcache.h"
#include "app/store/workthread.h"

#include <QSqlDatabase>
#include <QString>

namespace app {

/// One SQLite connection with the thread that alone uses it.
class Connection {
public:
    enum class Mode { Writing, Reading };

    explicit Connection(Mode mode)
        : m_mode(mode) {}
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Result<void> open(const DatabaseOptions& options);

    /// Runs a piece in a transaction of its own, on the connection's thread; waits. `waitForDisk`: until the commit is
    /// on the disk.
    [[nodiscard]] Result<void> run(const std::function<Result<void>(Transaction&)>& piece, bool waitForDisk = true);

    /// Runs a piece inside a transaction of this connection that is open already.
    [[nodiscard]] Result<void> runInside(Transaction& outer, const std::function<Result<void>(Transaction&)>& piece);

    /// The transaction that is open on the calling thread, where that is this connection's.
    [[nodiscard]] Transaction* current() const;

private:
    [[nodiscard]] Result<void> openHere(const DatabaseOptions& options);
    [[nodiscard]] Result<void> runHere(const std::function<Result<void>(Transaction&)>& piece, bool waitForDisk);
    [[nodiscard]] Result<void> statement(const QString& sql);

    Mode m_mode;
    QString m_name;
    QSqlDatabase m_connection;
    std::unique_ptr<StatementCache> m_statements; ///< made and ended on the thread
    Transaction* m_current = nullptr;             ///< touched by the thread alone
    int m_savepoints = 0;
    bool m_waitsForDisk = true;
    WorkThread m_thread; ///< last: it ends before what it uses
};

} // namespace app
