// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgconnection.h"

#include "exchange/hub/core/storefailure.h"

#include <array>
#include <poll.h>
#include <vector>

#include <libpq-fe.h>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t mostOutstanding = 64; // answers that the server may have to keep while we only send

/// Of every connection. What a commit that waits for its standby has locked is not waited for long. No time-out of
/// statements: one that fires while COMMIT waits for the standby would cancel the waiting. Notices of level WARNING
/// have to come: see commit().
constexpr const char* settings = "SET client_min_messages = warning; SET statement_timeout = 0; "
                                 "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '60s'; "
                                 "SET default_transaction_isolation = 'read committed'; SET bytea_output = hex; "
                                 "SELECT set_config('synchronous_commit', 'on', false) "
                                 "WHERE current_setting('synchronous_commit') IN ('off', 'local')";

QString wordsOf(const pg_conn* connection) {
    return QString::fromUtf8(PQerrorMessage(connection)).simplified();
}

void drop(pg_conn* connection) {
    PQfinish(connection);
}

} // namespace

PgConnection::PgConnection(pg_conn* connection)
    : m_connection(connection, &drop) {
    PQsetNoticeReceiver(connection, &PgConnection::onNotice, this);
}

PgConnection::~PgConnection() = default;

Result<std::unique_ptr<PgConnection>> PgConnection::open(const QString& connection) {
    const QByteArray given = connection.toUtf8();
    // What stands before "dbname" can be set otherwise by the connection string, which is expanded in its place;
    // encoding can't. A machine that vanished is noticed within half a minute.
    const std::array<const char*, 10> names{
        "connect_timeout",  "target_session_attrs", "tcp_user_timeout", "keepalives_idle", "keepalives_interval",
        "keepalives_count", "application_name",     "dbname",           "client_encoding", nullptr};
    const std::array<const char*, 10> values{"3", "read-write",  "10000",           "10",   "5",
                                             "3", "congvan-hub", given.constData(), "UTF8", nullptr};
    std::unique_ptr<pg_conn, void (*)(pg_conn*)> made(PQconnectdbParams(names.data(), values.data(), 1), &drop);
    if (!made || PQstatus(made.get()) != CONNECTION_OK) {
        return storeFailed(made ? wordsOf(made.get()) : u"no memory"_s);
    }
    if (PQserverVersion(made.get()) < 150000) {
        return storeFailed(u"PostgreSQL %1 is older than 15"_s.arg(PQserverVersion(made.get())));
    }
    const PgRows set(PQexec(made.get(), settings));
    if (PQtransactionStatus(made.get()) != PQTRANS_IDLE || PQenterPipelineMode(made.get()) != 1) {
        return storeFailed(wordsOf(made.get()));
    }
    return std::unique_ptr<PgConnection>(new PgConnection(made.release()));
}

void PgConnection::onNotice(void* self, const pg_result* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity && QByteArrayView(severity) == "WARNING") {
        static_cast<PgConnection*>(self)->m_warned = true;
    }
}

void PgConnection::fail(const QString& words, const QByteArray& state) {
    if (m_fault.isEmpty()) {
        m_fault = words.isEmpty() ? u"PostgreSQL said no more"_s : words;
        m_state = state;
    }
}

void PgConnection::failByLine() {
    m_lost = true;
    m_pending.clear();
    fail(wordsOf(m_connection.get()), {});
}

const QByteArray* PgConnection::prepared(const char* sql, Values values) {
    const auto found = m_names.find(sql);
    if (found != m_names.end()) {
        return &found->second;
    }
    std::vector<Oid> types;
    for (const PgValue& value : values) {
        types.push_back(value.type());
    }
    const QByteArray name = "s" + QByteArray::number(m_namesGiven++);
    if (PQsendPrepare(m_connection.get(), name.constData(), sql, static_cast<int>(types.size()), types.data()) != 1) {
        return nullptr;
    }
    m_pending.push_back({Kind::Prepare, sql});
    return &m_names.emplace(sql, name).first->second;
}

void PgConnection::queue(Kind kind, const char* sql, Values values) {
    if (!m_fault.isEmpty()) {
        return;
    }
    if (m_pending.size() >= mostOutstanding) {
        PQsendFlushRequest(m_connection.get());
        collect();
    }
    m_begun = true;
    std::vector<const char*> data;
    std::vector<int> lengths;
    for (const PgValue& value : values) {
        data.push_back(value.isNull() ? nullptr : value.data().constData());
        lengths.push_back(static_cast<int>(value.data().size()));
    }
    const std::vector<int> formats(data.size(), 1);
    const QByteArray* name = m_fault.isEmpty() ? prepared(sql, values) : nullptr;
    if (!name || PQsendQueryPrepared(m_connection.get(), name->constData(), static_cast<int>(data.size()), data.data(),
                                     lengths.data(), formats.data(), 1) != 1) {
        failByLine();
        return;
    }
    m_pending.push_back({kind, sql});
}

void PgConnection::send(const char* sql, Values values) {
    queue(Kind::Query, sql, values);
}

void PgConnection::sendKeeping(const char* sql, Values values) {
    m_kept = PgRows();
    queue(Kind::Keep, sql, values);
}

void PgConnection::ahead(const char* sql, Values values) {
    queue(Kind::Ahead, sql, values);
    m_foreseen.push_back({sql, values, {}});
}

std::optional<PgRows> PgConnection::foreseen(const char* sql, Values values) {
    const auto found = std::ranges::find_if(m_foreseen, [&](const Foreseen& one) {
        return std::ranges::equal(one.values, values) && qstrcmp(one.sql, sql) == 0;
    });
    if (found == m_foreseen.end() || !m_fault.isEmpty()) {
        return std::nullopt;
    }
    if (!found->rows) {
        PQsendFlushRequest(m_connection.get());
        collect();
    }
    std::optional<PgRows> rows = std::move(found->rows);
    if (rows) {
        m_foreseen.erase(found);
    }
    return rows;
}

PgRows PgConnection::run(const char* sql, Values values) {
    if (auto known = foreseen(sql, values)) {
        return *std::move(known);
    }
    queue(Kind::Query, sql, values);
    if (!m_fault.isEmpty()) {
        return {};
    }
    PQsendFlushRequest(m_connection.get());
    PgRows rows = collect();
    return m_fault.isEmpty() ? rows : PgRows();
}

bool PgConnection::settle() {
    return settleUntil(TimePoint::max());
}

bool PgConnection::settleUntil(TimePoint end) {
    if (m_lost || m_waiting) {
        return false;
    }
    if (m_begun || !m_pending.empty()) {
        if (PQpipelineSync(m_connection.get()) != 1) {
            failByLine();
            return false;
        }
        m_pending.push_back({Kind::Sync, nullptr});
        m_begun = false;
        collect(end);
    }
    return m_fault.isEmpty();
}

bool PgConnection::awaitResult(TimePoint end) {
    if (end == TimePoint::max()) {
        return true; // PQgetResult() waits itself
    }
    while (PQisBusy(m_connection.get()) == 1) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        pollfd one{PQsocket(m_connection.get()), POLLIN, 0};
        if (left <= 0 || ::poll(&one, 1, static_cast<int>(left)) == 0) {
            m_waiting = true;
            fail(u"the commit took too long; the standby may not answer"_s, {});
            return false;
        }
        if (PQconsumeInput(m_connection.get()) != 1) {
            failByLine();
            return false;
        }
    }
    return true;
}

bool PgConnection::isOver() {
    pollfd one{PQsocket(m_connection.get()), POLLIN, 0};
    return m_lost || ::poll(&one, 1, 0) != 0;
}

PgRows PgConnection::collect(TimePoint end) {
    PgRows last;
    if (PQflush(m_connection.get()) < 0) {
        failByLine();
    }
    while (!m_pending.empty()) {
        if (!awaitResult(end)) {
            break;
        }
        const Pending pending = m_pending.front();
        m_pending.pop_front();
        pg_result* result = PQgetResult(m_connection.get());
        if (!result || PQstatus(m_connection.get()) != CONNECTION_OK) {
            PQclear(result);
            failByLine();
            break;
        }
        look(pending, result, last);
        // Each statement's results end with a null pointer; a synchronisation has none behind it.
        while (pending.kind != Kind::Sync && awaitResult(end) && (result = PQgetResult(m_connection.get()))) {
            PQclear(result);
        }
    }
    return last;
}

void PgConnection::look(const Pending& pending, pg_result* result, PgRows& last) {
    const PgRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    const bool good = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_PIPELINE_SYNC;
    if (!good) {
        if (pending.kind == Kind::Prepare) {
            m_names.erase(pending.sql);
        }
        if (status != PGRES_PIPELINE_ABORTED) {
            const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            m_lost = m_lost || state.startsWith("57P"); // the server ends, or starts and takes nobody yet
            fail(QString::fromUtf8(PQresultErrorMessage(result)).simplified() + u" in: "_s +
                     QString::fromUtf8(pending.sql).left(80),
                 state);
        } else {
            fail(u"an earlier statement failed"_s, {});
        }
    } else if (pending.kind == Kind::Keep) {
        m_kept = rows;
    } else if (pending.kind == Kind::Ahead) {
        const auto asked = std::ranges::find_if(m_foreseen, [](const Foreseen& one) { return !one.rows; });
        if (asked != m_foreseen.end()) {
            asked->rows = rows;
        }
    } else if (pending.kind == Kind::Commit) {
        m_committed = QByteArrayView(PQcmdStatus(result)) == "COMMIT";
    } else if (pending.kind == Kind::Query) {
        last = rows;
    }
}

PgConnection::Ended PgConnection::commit(std::chrono::milliseconds patience) {
    m_committed = false;
    m_foreseen.clear();
    queue(Kind::Commit, "COMMIT", {});
    [[maybe_unused]] const bool settled = settleUntil(std::chrono::steady_clock::now() + patience);
    if (m_waiting) {
        // Not cancelled: that would end the wait for the standby, and show everybody what may be lost with this server.
        return Ended::InDoubt;
    }
    // PostgreSQL reports success, with a warning, for a commit that stopped waiting for its standby: it could be lost
    // with this server (SyncRepWaitForLSN). Only what leaves no doubt is acknowledged.
    const bool warned = std::exchange(m_warned, false);
    if (m_fault.isEmpty() && m_committed && !warned) {
        return Ended::Committed;
    }
    if (m_committed) {
        fail(u"the commit is not certain to have reached the standby"_s, {});
    }
    return m_committed || m_lost ? Ended::InDoubt : Ended::Failed;
}

void PgConnection::commitUnseen() {
    m_foreseen.clear();
    queue(Kind::Commit, "COMMIT", {});
    endUnseen();
}

void PgConnection::endUnseen() {
    m_foreseen.clear();
    if (m_fault.isEmpty() && m_begun) {
        if (PQpipelineSync(m_connection.get()) != 1) {
            failByLine();
            return;
        }
        m_pending.push_back({Kind::Sync, nullptr});
        m_begun = false;
    }
}

void PgConnection::rollBack() {
    if (m_waiting) {
        return; // COMMIT was sent; there is nothing to take back
    }
    [[maybe_unused]] const bool ended = settle();
    m_foreseen.clear();
    m_fault.clear();
    m_state.clear();
    if (!m_lost) {
        queue(Kind::Query, "ROLLBACK", {});
        [[maybe_unused]] const bool rolledBack = settle();
    }
    m_warned = false; // "there is no transaction in progress" among others
    if (!m_lost) {
        m_fault.clear();
        m_state.clear();
    }
}

bool PgConnection::script(const QByteArray& sql) {
    if (!settle() || PQexitPipelineMode(m_connection.get()) != 1) {
        failByLine();
        return false;
    }
    const PgRows rows(PQexec(m_connection.get(), sql.constData()));
    const bool good = QByteArrayView(PQerrorMessage(m_connection.get())).isEmpty();
    if (!good) {
        fail(wordsOf(m_connection.get()), {});
    }
    if (PQstatus(m_connection.get()) != CONNECTION_OK || PQenterPipelineMode(m_connection.get()) != 1) {
        failByLine();
    }
    return good;
}

bool PgConnection::isAlive() {
    if (m_lost) {
        return false;
    }
    pollfd one{PQsocket(m_connection.get()), POLLIN, 0};
    if (::poll(&one, 1, 0) > 0 && PQconsumeInput(m_connection.get()) != 1) {
        failByLine();
    }
    return !m_lost && PQstatus(m_connection.get()) == CONNECTION_OK;
}

int PgConnection::socket() const {
    return PQsocket(m_connection.get());
}

QStringList PgConnection::notifications() {
    QStringList payloads;
    if (PQconsumeInput(m_connection.get()) != 1) {
        failByLine();
        return payloads;
    }
    while (PGnotify* notify = PQnotifies(m_connection.get())) {
        payloads.append(QString::fromUtf8(notify->extra));
        PQfreemem(notify);
    }
    return payloads;
}

} // namespace hub
