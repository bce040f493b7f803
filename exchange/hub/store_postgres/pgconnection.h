// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_postgres/pgvalue.h"
#include "exchange/protocol/error.h"

#include <chrono>
#include <deque>
#include <initializer_list>
#include <optional>
#include <unordered_map>
#include <vector>

struct pg_conn;

namespace hub {

using exchange::Result;

/// One connection to PostgreSQL in pipeline mode, with its prepared statements. What gives nothing back is only sent;
/// its outcome is looked at with the next answer, so that a transaction takes few round trips. After a failure every
/// further statement is skipped until rollBack(), so that a transaction's code needs no check after each line. Used by
/// one thread at a time.
class PgConnection {
public:
    /// Connects by a connection string of libpq, which may name several hosts: the one that can be written to is taken.
    /// "hub-store-failed".
    [[nodiscard]] static Result<std::unique_ptr<PgConnection>> open(const QString& connection);
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    using Values = std::initializer_list<PgValue>;
    /// Queues a statement. The text is a literal: it is prepared once, found again by its address.
    void send(const char* sql, Values values = {});
    /// The same; its rows are kept for kept().
    void sendKeeping(const char* sql, Values values);
    /// Queues a question that run() is going to be asked with the same text and values in this transaction: it then
    /// finds the answer, once (what is written later may change it), and questions that were asked ahead together take
    /// one round trip.
    void ahead(const char* sql, Values values);
    /// Queues a statement and waits for its rows.
    PgRows run(const char* sql, Values values = {});
    /// Waits for all that was sent; false where something of it failed.
    bool settle();

    /// How a transaction ended.
    enum class Ended {
        Committed, ///< and on the standby's disk, where there is a synchronous one
        Failed,    ///< nothing of it is kept; rollBack() comes next
        InDoubt,   ///< the line broke, the server no longer waited for its standby, or it took longer than `patience`
    };
    [[nodiscard]] Ended commit(std::chrono::milliseconds patience);
    /// Ends a reading transaction without waiting for the answer.
    void commitUnseen();
    /// The same where none was begun: each settled span is a transaction of its own.
    void endUnseen();
    /// Ends the transaction after a failure; the fault is forgotten.
    void rollBack();

    /// Runs statements of a migration: several, without parameters, outside of the pipeline. False and a fault.
    bool script(const QByteArray& sql);

    [[nodiscard]] const PgRows& kept() const { return m_kept; }
    [[nodiscard]] const QString& fault() const { return m_fault; }
    [[nodiscard]] const QByteArray& state() const { return m_state; } ///< SQLSTATE of the fault
    /// The line is gone: nothing can be done with this connection any more.
    [[nodiscard]] bool isLost() const { return m_lost; }
    /// A commit took too long and may still be waiting for its standby, with its locks: nothing can be done with this
    /// connection but to keep it until isOver().
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    /// Looks, without waiting, whether the commit that was waited for has ended, one way or the other.
    [[nodiscard]] bool isOver();
    /// Looks, without waiting, whether the server closed an idle connection.
    [[nodiscard]] bool isAlive();

    /// The socket, to wait for what LISTEN brings.
    [[nodiscard]] int socket() const;
    /// Payloads of the notifications that came; reads what is there and does not wait.
    [[nodiscard]] QStringList notifications();

private:
    enum class Kind { Prepare, Query, Keep, Ahead, Commit, Sync };
    struct Pending {
        Kind kind = Kind::Query;
        const char* sql = nullptr;
    };
    /// A question that was asked ahead, and its answer once it is there.
    struct Foreseen {
        const char* sql = nullptr;
        std::vector<PgValue> values;
        std::optional<PgRows> rows;
    };
    explicit PgConnection(pg_conn* connection);
    void queue(Kind kind, const char* sql, Values values);
    [[nodiscard]] const QByteArray* prepared(const char* sql, Values values);
    using TimePoint = std::chrono::steady_clock::time_point;
    /// Reads what is outstanding, until a moment at most; the rows of the last statement.
    PgRows collect(TimePoint end = TimePoint::max());
    /// Waits until the next result is there; false when the time is over or the line is gone.
    [[nodiscard]] bool awaitResult(TimePoint end);
    [[nodiscard]] bool settleUntil(TimePoint end);
    /// Takes the answer to what was asked ahead; nothing where it was not.
    [[nodiscard]] std::optional<PgRows> foreseen(const char* sql, Values values);
    void look(const Pending& pending, pg_result* result, PgRows& last);
    void fail(const QString& words, const QByteArray& state);
    void failByLine();
    static void onNotice(void* self, const pg_result* notice);

    std::unique_ptr<pg_conn, void (*)(pg_conn*)> m_connection;
    std::unordered_map<const char*, QByteArray> m_names; ///< of prepared statements, or of those on their way
    qint64 m_namesGiven = 0;
    std::deque<Pending> m_pending;
    std::deque<Foreseen> m_foreseen; ///< in the order in which they were asked; forgotten when a transaction ends
    PgRows m_kept;
    QString m_fault;
    QByteArray m_state;
    bool m_lost = false;
    bool m_warned = false;    ///< a WARNING came since the last transaction ended
    bool m_committed = false; ///< the server answered COMMIT by COMMIT
    bool m_begun = false;     ///< something was sent that is not settled
    bool m_waiting = false;   ///< see isWaiting()
};

} // namespace hub
