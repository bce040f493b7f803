// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"
#include "app/domain/error.h"

#include <QList>

#include <optional>

namespace app {

class Database;

/// Drafts of this person; they lie in this store alone. Any thread but the GUI's.
class DraftRepository {
public:
    explicit DraftRepository(Database& database);

    /// Stores or replaces; savedAt becomes now. draft-already-submitted when the document is on its way.
    [[nodiscard]] Result<void> save(const Draft& draft);
    /// draft-not-found.
    [[nodiscard]] Result<Draft> load(const DocumentId& id) const;
    /// Those that are not on their way, newest first.
    [[nodiscard]] Result<QList<Draft>> list() const;
    /// Removes one that is not on its way; none there is a success.
    [[nodiscard]] Result<void> remove(const DocumentId& id);

private:
    Database& m_database;
};

} // namespace app
