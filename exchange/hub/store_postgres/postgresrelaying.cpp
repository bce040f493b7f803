// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/sqlrelaying.h"
#include "exchange/hub/store_postgres/postgressession.h"

namespace hub {

namespace {

class PostgresRunner {
public:
    using Value = PgValue;
    static PgValue text(const QString& value) { return PgValue::text(value); }
    static PgValue number(qint64 value) { return PgValue::number(value); }
    static PgValue bytes(const QByteArray& value) { return PgValue::bytes(value); }

    explicit PostgresRunner(PgConnection& connection)
        : m_connection(&connection) {}

    PgRows run(const char* sql, PgConnection::Values values) { return m_connection->run(sql, values); }

private:
    PgConnection* m_connection;
};

} // namespace

RelayRecords& PostgresSession::relaying() {
    if (!m_relaying) {
        m_relaying = std::make_unique<SqlRelaying<PostgresRunner>>(PostgresRunner(m_connection));
    }
    return *m_relaying;
}

} // namespace hub
