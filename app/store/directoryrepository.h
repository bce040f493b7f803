// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/error.h"
#include "app/domain/person.h"
#include "app/domain/rights.h"
#include "exchange/protocol/directory.h"

#include <QList>
#include <QString>

#include <optional>

namespace app {

class Database;

/// Whether units made for tests (isTestUnit) are among what is found.
enum class TestUnits { Shown, Hidden };

/// The exchange's directory as it was last seen: agencies, and the people of the own office.
class DirectoryRepository {
public:
    explicit DirectoryRepository(Database& database);

    /// The version to ask changes since; 0: everything.
    [[nodiscard]] Result<qint64> version() const;
    /// Takes in changes. Entries with a malformed code are left out. Where they change what somebody of the own office
    /// may do, that is noted first.
    [[nodiscard]] Result<void> merge(const exchange::Directory& changes, const OrganId& ownOrgan);

    /// Agencies in whose code or name words begin with every word of `filter`, without regard to diacritics: open ones
    /// first, by name. Where more than a few hundred fit, some of them.
    [[nodiscard]] Result<QList<Agency>> agencies(const QString& filter = {}, int limit = 500,
                                                 TestUnits units = TestUnits::Shown) const;
    [[nodiscard]] Result<std::optional<Agency>> agency(const OrganId& id) const;
    [[nodiscard]] Result<QList<Person>> people() const;
    /// What the units of the office are called, by their ids; those that nobody named are not among them.
    [[nodiscard]] Result<QHash<QString, QString>> unitNames() const;
    [[nodiscard]] Result<std::optional<Person>> person(const QString& mailbox) const;
    /// Whose rights were changed since the directory was first whole here, oldest first, and who confirmed it.
    [[nodiscard]] Result<QList<RightsChange>> rightsChanges() const;

private:
    Database& m_database;
};

} // namespace app
