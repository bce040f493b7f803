// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/trail.h"

#include <QList>

namespace app {

class Database;

/// Reads what became of sent documents, one line per receiver.
class TrailRepository {
public:
    explicit TrailRepository(Database& database);

    [[nodiscard]] Result<QList<TrailLine>> trail(const DocumentId& document) const;

private:
    Database& m_database;
};

} // namespace app
