// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hub::pg {

// Questions that PostgresSession::expect() asks ahead; whoever needs the answer asks with the same words.

inline constexpr const char* packetOf =
    "SELECT sha256, stream, kind, time, receivers FROM packets WHERE sha256 = $1 AND agency = $2";
inline constexpr const char* quotaOf =
    "SELECT bytes, (SELECT coalesce(sum(u.bytes), 0)::bigint FROM agency_usage u WHERE u.agency = $1) FROM quotas "
    "WHERE agency IN ($1, '') ORDER BY agency DESC LIMIT 1";

} // namespace hub::pg
