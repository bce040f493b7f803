// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QList>
#include <QString>

namespace app {

class Database;

/// Documents whose files are still to be read for the search, and what was read. Any thread but the GUI's.
class TextJobs {
public:
    explicit TextJobs(Database& database);

    /// Oldest first, those that failed before behind the others; what failed too often is left.
    [[nodiscard]] Result<QList<DocumentId>> pending(int limit) const;
    [[nodiscard]] Result<int> count() const;
    /// The text of the document's files, as the index has it from now on. `source`: see textSource().
    [[nodiscard]] Result<void> keep(const DocumentId& id, const QString& source, const QString& text);
    [[nodiscard]] Result<void> noteFailure(const DocumentId& id, const Error& error);

    static constexpr int mostAttempts = 5;

private:
    Database& m_database;
};

} // namespace app
