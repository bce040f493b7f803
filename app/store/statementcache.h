// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace app {

/// The prepared statements of one connection, so that SQLite compiles each sentence once. Used by the connection's
/// thread alone; ends before the connection is closed.
class StatementCache {
public:
    /// A statement that its holder alone uses; it goes back, reset, when the last copy is gone.
    using Lease = std::shared_ptr<QSqlQuery>;

    /// Prepared and without values. Where SQLite can't compile the sentence the statement is not active and says why
    /// in lastError(); `prepared` is false then.
    [[nodiscard]] Lease take(const QSqlDatabase& connection, const QString& sql, bool& prepared);

private:
    using Idle = std::unordered_map<QString, std::vector<std::unique_ptr<QSqlQuery>>>;
    /// Shared with the leases: one that outlives the cache frees its statement by itself.
    std::shared_ptr<Idle> m_idle = std::make_shared<Idle>();
};

} // namespace app
