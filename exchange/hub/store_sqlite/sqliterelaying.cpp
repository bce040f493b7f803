// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/sqlhubrecords.h"
#include "exchange/hub/core/sqlrelaying.h"
#include "exchange/hub/store_sqlite/sqliterunner.h"
#include "exchange/hub/store_sqlite/sqlitesession.h"

namespace hub {

RelayRecords& SqliteSession::relaying() {
    if (!m_relaying) {
        m_relaying = std::make_unique<SqlRelaying<SqliteRunner>>(SqliteRunner(m_database));
    }
    return *m_relaying;
}

HubRecords& SqliteSession::records() {
    if (!m_records) {
        m_records = std::make_unique<SqlHubRecords<SqliteRunner>>(SqliteRunner(m_database));
    }
    return *m_records;
}

} // namespace hub
