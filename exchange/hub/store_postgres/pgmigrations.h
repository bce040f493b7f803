// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

namespace hub {

class PgConnection;

/// The schema version that this program needs.
[[nodiscard]] int pgSchemaVersion();

/// Brings the schema up to `version` (of pgSchemaVersion() at most), one step a transaction. Hubs that start together
/// take turns by an advisory lock. `create` allows to begin with an empty database. "hub-store-unusable": there is no
/// schema, it is of a newer program, or a step failed, which leaves the version before it.
[[nodiscard]] exchange::Result<void> pgMigrate(PgConnection& connection, bool create, int version);

} // namespace hub
