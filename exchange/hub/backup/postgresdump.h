// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

namespace hub {

// PostgreSQL's own programs make and read the dump of a hub's database: one snapshot with contents, while hubs serve. A
// password comes from ~/.pgpass or PGPASSWORD, as for every program of PostgreSQL.

inline const QString dumpFileName = QStringLiteral("hub.dump");

/// pg_dump in its custom form. "hub-dump-failed" with its words.
[[nodiscard]] exchange::Result<void> dumpDatabase(const QString& connection, const QString& file);
/// pg_restore into a database without tables, all or nothing. "hub-dump-failed".
[[nodiscard]] exchange::Result<void> restoreDatabase(const QString& connection, const QString& file);

} // namespace hub
