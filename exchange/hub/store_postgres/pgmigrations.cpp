// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_postgres/pgmigrations.h"

#include "exchange/hub/core/storefailure.h"
#include "exchange/hub/store_postgres/pgconnection.h"
#include "exchange/hub/store_postgres/pgschema.h"

#include <QScopeGuard>

namespace hub {

using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The version of the schema; 0: there is none.
int versionOf(PgConnection& connection) {
    const PgRows there = connection.run("SELECT to_regclass('schema_version') IS NOT NULL");
    if (!there.flag(0, 0)) {
        return 0;
    }
    return static_cast<int>(connection.run("SELECT version FROM schema_version").number(0, 0));
}

std::unexpected<exchange::Error> unusable(PgConnection& connection) {
    const QString words = connection.fault();
    connection.rollBack();
    return storeUnusable(words);
}

} // namespace

int pgSchemaVersion() {
    return static_cast<int>(pgSchemaSteps().size());
}

Result<void> pgMigrate(PgConnection& connection, bool create, int version) {
    const PgRows encoding = connection.run("SELECT current_setting('server_encoding')");
    if (encoding.text(0, 0) != "UTF8"_L1) {
        return connection.fault().isEmpty() ? storeUnusable(u"the database's encoding is not UTF8"_s)
                                            : unusable(connection);
    }
    // Of this connection, not of a transaction: each step is one of its own. Another hub may be at it.
    connection.run("SELECT set_config('lock_timeout', '30s', false)");
    connection.run("SELECT pg_advisory_lock(hashtextextended('congvan-hub schema', 0))");
    const auto unlock = qScopeGuard([&] {
        connection.run("SELECT pg_advisory_unlock(hashtextextended('congvan-hub schema', 0))");
        connection.run("SELECT set_config('lock_timeout', '5s', false)");
        [[maybe_unused]] const bool settled = connection.settle();
    });
    int reached = versionOf(connection);
    if (!connection.settle()) {
        return unusable(connection);
    }
    if (reached > pgSchemaVersion()) {
        return storeUnusable(u"the store is of a newer program (schema %1)"_s.arg(reached));
    }
    if (reached == 0 && !create) {
        return storeUnusable(u"there is no store in the database: run congvan-hub init first"_s);
    }
    for (; reached < version; ++reached) {
        const QByteArray step = pgSchemaSteps().at(reached);
        const QByteArray mark = "UPDATE schema_version SET version = " + QByteArray::number(reached + 1) + ';';
        if (!connection.script("BEGIN;" + step + mark + "COMMIT;")) {
            return unusable(connection);
        }
    }
    return {};
}

} // namespace hub
