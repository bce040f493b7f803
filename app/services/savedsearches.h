// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "app/domain/error.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// A search that a person kept under a name.
struct SavedSearch {
    QString name{};
    DocumentQuery query{};

    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

/// The searches that a person keeps, in this profile's store, by name. Blocking; any thread but the GUI's.
class SavedSearches {
public:
    explicit SavedSearches(OfficeDesk& desk);

    [[nodiscard]] Result<QList<SavedSearch>> all() const;
    /// One of the same name is replaced. `search-name-missing` (empty or too long), `search-too-many`.
    [[nodiscard]] Result<void> keep(const SavedSearch& search);
    /// `search-unknown`.
    [[nodiscard]] Result<void> forget(const QString& name);
    /// `search-unknown`.
    [[nodiscard]] Result<DocumentQuery> find(const QString& name) const;

    static constexpr int longestName = 80;
    static constexpr int most = 100;

private:
    [[nodiscard]] Result<void> write(const QList<SavedSearch>& searches);

    OfficeDesk& m_desk;
};

} // namespace app
