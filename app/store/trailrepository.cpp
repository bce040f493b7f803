// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/trailrepository.h"

#include "app/store/database.h"
#include "app/store/documentreader.h"
#include "app/store/transaction.h"

namespace app {

TrailRepository::TrailRepository(Database& database)
    : m_database(database) {}

Result<QList<TrailLine>> TrailRepository::trail(const DocumentId& document) const {
    return m_database.read(
        [&](Transaction& transaction) -> Result<QList<TrailLine>> { return readTrail(transaction, document); });
}

} // namespace app
