// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delegation.h"
#include "app/domain/error.h"

#include <QList>
#include <QStringList>

namespace app {

class Database;

/// Who of the office is away, derived from the office's stream of standing; for whom the owner stands in now.
class StandingRepository {
public:
    explicit StandingRepository(Database& database);

    /// All that count, also those that are over, in the order of the stream.
    [[nodiscard]] Result<QList<Delegation>> all() const;
    /// For whom the owner stands in, as of OfficeStore::refreshStanding().
    [[nodiscard]] Result<QStringList> standsFor() const;
    /// Who takes part in the stream of standing, as far as its messages here tell; empty: there is none.
    [[nodiscard]] Result<QStringList> participants() const;

private:
    Database& m_database;
};

} // namespace app
