// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hub {

class Database;

/// The version that this program writes.
[[nodiscard]] int schemaVersion();

/// Brings the schema up to `upTo`, one numbered step after the other, each in a transaction. False: the database's
/// fault says why; a database of a newer program is refused.
[[nodiscard]] bool migrate(Database& database, QString& why, int upTo = schemaVersion());

} // namespace hub
