// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/sqlhubrecords.h"
#include "exchange/hub/core/sqlrelaying.h"
#include "exchange/hub/store_postgres/pgrunner.h"
#include "exchange/hub/store_postgres/postgressession.h"

namespace hub {

RelayRecords& PostgresSession::relaying() {
    if (!m_relaying) {
        m_relaying = std::make_unique<SqlRelaying<PostgresRunner>>(PostgresRunner(m_connection));
    }
    return *m_relaying;
}

HubRecords& PostgresSession::records() {
    if (!m_records) {
        m_records = std::make_unique<SqlHubRecords<PostgresRunner>>(PostgresRunner(m_connection));
    }
    return *m_records;
}

} // namespace hub
