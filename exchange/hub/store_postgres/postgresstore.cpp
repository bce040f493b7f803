// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/postgresstore.h"

#include "exchange/hub/core/storefailure.h"
#include "exchange/hub/store_postgres/pgmigrations.h"
#include "exchange/hub/store_postgres/pgnews.h"
#include "exchange/hub/store_postgres/pgpool.h"
#include "exchange/hub/store_postgres/postgressession.h"

#include <QRandomGenerator>

#include <thread>

namespace hub {

using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int mostAttempts = 12;

enum class Mode {
    Read,
    Note,
    Write,
    // Without BEGIN and COMMIT: what is asked in one go is a transaction by itself.
    Look,
    Alone, ///< it changes something
};

const char* beginOf(Mode mode) {
    // A reader sees one state; a writer sees, statement by statement, what others have committed, and locks.
    return mode == Mode::Read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN";
}

/// The database refused for the sake of another transaction, or is no longer the one to write to.
bool isPassing(const QByteArray& state) {
    static const QList<QByteArray> states{"40001",  // serialization failure
                                          "40P01",  // deadlock
                                          "23505",  // two made the same row
                                          "25006"}; // read only: it became a standby
    return states.contains(state);
}

void pause(int attempt) {
    const int most = std::min(5 << std::min(attempt, 5), 100);
    std::this_thread::sleep_for(std::chrono::milliseconds(1 + QRandomGenerator::global()->bounded(most)));
}

} // namespace

class PostgresStore::Private {
public:
    explicit Private(PostgresOptions storeOptions)
        : options(std::move(storeOptions))
        , pool(options.connection, options.connections, options.connectionPatience)
        , news(options.connection) {}

    /// Runs the work until it is committed, refused by itself, or nothing more may be tried.
    Result<void> run(Mode mode, const Work& work) {
        const Clock::time_point end = Clock::now() + options.patience;
        for (int attempt = 0;; ++attempt) {
            bool again = false;
            const Result<void> result = runOnce(mode, work, again);
            if (!again || attempt >= mostAttempts || Clock::now() >= end) {
                return result;
            }
            pause(attempt);
        }
    }

    Result<void> runOnce(Mode mode, const Work& work, bool& again) {
        Result<PgPool::Lease> lease = pool.take(mode == Mode::Write ? PgPool::For::Writing : PgPool::For::Reading);
        if (!lease) {
            again = lease.error().code == "hub-store-failed"_L1; // that none was free took long enough
            return std::unexpected(lease.error());
        }
        PgConnection& connection = **lease;
        const bool begun = mode != Mode::Look && mode != Mode::Alone;
        if (begun) {
            connection.send(beginOf(mode));
        }
        if (mode == Mode::Note) {
            connection.send("SET LOCAL synchronous_commit = off");
        }
        PostgresSession session(connection, news, mode == Mode::Note || mode == Mode::Write);
        const Result<void> result = work(session);
        if (!begun && connection.fault().isEmpty()) {
            connection.endUnseen();
            return result;
        }
        if (connection.fault().isEmpty() && result) {
            if (mode == Mode::Read) {
                connection.commitUnseen();
                return result;
            }
            session.finish(mode == Mode::Write);
            const PgConnection::Ended ended = connection.commit(options.commitPatience);
            if (ended == PgConnection::Ended::Committed) {
                news.tell(session.news());
                return result;
            }
            if (ended == PgConnection::Ended::InDoubt) {
                const QString words = connection.fault();
                if (!connection.isLost()) {
                    connection.rollBack();
                }
                return storeFailed(words);
            }
        }
        const QString fault = connection.fault();
        // COMMIT was not asked for, or was refused: nothing of the transaction is left. Of a statement alone, whose
        // line broke, nobody knows.
        again = !fault.isEmpty() && ((connection.isLost() && mode != Mode::Alone) || isPassing(connection.state()));
        connection.rollBack();
        return fault.isEmpty() ? result : storeFailed(fault);
    }

    PostgresOptions options;
    PgPool pool;
    PgNews news; // last: it ends before what it uses
};

PostgresStore::PostgresStore() = default;

PostgresStore::~PostgresStore() = default;

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(const PostgresOptions& options, bool create) {
    std::unique_ptr<PostgresStore> store(new PostgresStore);
    store->d = std::make_unique<Private>(options);
    Result<PgPool::Lease> lease = store->d->pool.take(PgPool::For::Reading);
    if (!lease) {
        return std::unexpected(lease.error());
    }
    if (const Result<void> migrated = pgMigrate(**lease, create, pgSchemaVersion()); !migrated) {
        return std::unexpected(migrated.error());
    }
    return store;
}

Result<void> PostgresStore::write(const Work& work) {
    return d->run(Mode::Write, work);
}

Result<void> PostgresStore::note(const Work& work) {
    return d->run(Mode::Note, work);
}

Result<bool> PostgresStore::takeNonce(const QString& account, const QByteArray& nonce, const QDateTime& now,
                                      const QDateTime& expires) {
    bool fresh = false;
    const Result<void> taken = d->run(Mode::Alone, [&](StoreSession& session) -> Result<void> {
        fresh = static_cast<PostgresSession&>(session).takeNonceAlone(account, nonce, now, expires);
        return {};
    });
    return taken ? Result<bool>(fresh) : std::unexpected(taken.error());
}

Result<void> PostgresStore::read(const Work& work) {
    return d->run(Mode::Read, work);
}

Result<void> PostgresStore::look(const Work& work) {
    return d->run(Mode::Look, work);
}

void PostgresStore::watch(std::function<void(const QStringList& mailboxes)> onNews) {
    d->news.begin(std::move(onNews));
}

void PostgresStore::endWatch() {
    d->news.end();
}

} // namespace hub
