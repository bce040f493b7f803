// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/store_postgres/pgconnection.h"

namespace hub {

/// Runs what both stores understand on one connection; see SqlRelaying.
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

} // namespace hub
