// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dossier.h"
#include "app/domain/error.h"
#include "app/domain/person.h"

#include <QList>

namespace app {

class Database;

/// Reads the dossiers (hồ sơ công việc).
class DossierRepository {
public:
    DossierRepository(Database& database, Person owner);

    /// Open ones first, newest first.
    [[nodiscard]] Result<QList<DossierSummary>> list() const;
    /// dossier-not-found.
    [[nodiscard]] Result<DossierDetail> detail(const DossierId& id) const;
    /// By the beginning of its id or its code; dossier-not-found, dossier-ambiguous.
    [[nodiscard]] Result<DossierId> find(const QString& text) const;

private:
    Database& m_database;
    Person m_owner;
};

} // namespace app
