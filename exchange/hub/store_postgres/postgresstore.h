// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/store.h"

#include <chrono>
#include <memory>

namespace hub {

/// How a hub reaches its database.
struct PostgresOptions {
    QString connection;  ///< of libpq: "host=db1,db2 dbname=congvan user=congvan"; no connection pooler in between
    int connections = 8; ///< at most at once for transactions; contents have four of their own, news one
    /// How long a transaction that has not asked for its commit yet is tried again, while a standby takes over.
    std::chrono::milliseconds patience{3'000};
    /// How long a connection is waited for, and how long a commit, which waits for the standby. Then the client hears
    /// that it is open what became of it.
    std::chrono::milliseconds connectionPatience{2'000};
    std::chrono::milliseconds commitPatience{5'000};
};

/// The store of several hubs over one PostgreSQL 15 or newer, UTF8. Transactions run side by side; what two of them
/// want to change they get one after the other, and one that the database refuses for another's sake is run again.
class PostgresStore final : public Store {
public:
    /// Connects and brings the schema up to date; `create` allows to begin with an empty database.
    /// "hub-store-unusable", or "hub-store-failed" where nobody answers. Later calls also say "hub-busy": nothing of
    /// theirs was done, because all connections wait for the database.
    [[nodiscard]] static Result<std::unique_ptr<PostgresStore>> open(const PostgresOptions& options, bool create);
    /// Ends the watching.
    ~PostgresStore() override;

    [[nodiscard]] Result<void> write(const Work& work) override;
    [[nodiscard]] Result<void> note(const Work& work) override;
    [[nodiscard]] Result<bool> takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                                         const QDateTime& expires) override;
    [[nodiscard]] Result<void> read(const Work& work) override;
    [[nodiscard]] Result<void> look(const Work& work) override;
    void watch(std::function<void(const QStringList& mailboxes)> onNews) override;
    void endWatch() override;

private:
    PostgresStore();
    class Private;
    std::unique_ptr<Private> d;
};

/// The contents of such hubs, in the database: backup, failover and every hub see one truth. `spoolFolder` takes the
/// bodies of parts while they come; it belongs to one process.
[[nodiscard]] std::unique_ptr<Contents> postgresContents(const PostgresOptions& options, const QString& spoolFolder);

} // namespace hub
