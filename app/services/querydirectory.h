// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/error.h"
#include "app/domain/organid.h"
#include "app/domain/person.h"

#include <QList>
#include <QString>

#include <optional>

namespace app {

class OfficeDesk;

/// The agencies of the exchange and the people of the own office, as of the last sync.
class QueryDirectory {
public:
    explicit QueryDirectory(OfficeDesk& desk);

    /// Agencies whose code or name holds every word of `filter`, without regard to diacritics; the own one left out,
    /// and test units (isTestUnit) unless the profile shows them.
    [[nodiscard]] Result<QList<Agency>> agencies(const QString& filter = {}) const;
    [[nodiscard]] Result<std::optional<Agency>> agency(const OrganId& id) const;
    [[nodiscard]] Result<QList<Person>> people() const;
    /// Who may sign.
    [[nodiscard]] Result<QList<Person>> leaders() const;

private:
    OfficeDesk& m_desk;
};

} // namespace app
