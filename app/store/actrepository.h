// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/person.h"
#include "app/store/storedact.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

class Database;

/// An act as it is kept, and whether the server can have anything of it.
struct KnownAct {
    StoredAct stored{};
    bool isUntouched = false; ///< it waits in the outbox, and nobody began to send it
};

/// The deeds as they were written down, for whoever undoes one of their own. Any thread but the GUI's.
class ActRepository {
public:
    ActRepository(Database& database, Person owner);

    /// Of a document, also those of others: what the server has by its time, then what is queued.
    [[nodiscard]] Result<QList<KnownAct>> about(const DocumentId& document) const;

    /// Takes an act of the owner out of the outbox that nobody began to send, with the uploads that it alone wanted,
    /// and keeps it in a table of what was taken out: one transaction. False where it may have left. A run that has
    /// planned it leaves it out.
    [[nodiscard]] Result<bool> takeOut(const QString& actId, const QDateTime& at);

private:
    Database& m_database;
    Person m_owner;
};

} // namespace app
