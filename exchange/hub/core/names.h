// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

namespace hub {

/// An agency code, by form: "H99.01" (spec: up to seven groups of up to six capital letters and digits).
[[nodiscard]] bool isOrganId(const QString& text);
/// "lan", "van-thu.2": what may stand after "<OrganId>/".
[[nodiscard]] bool isLogin(const QString& text);
/// "<word>/<OrganId>/<rest>" with safe characters, at most 200; never one of the hub's own "packet/…", "axis/…".
[[nodiscard]] bool isStreamName(const QString& text);
/// The OrganId in a stream's name; empty where there is none.
[[nodiscard]] QString agencyOfStream(const QString& stream);
/// The OrganId of a mailbox: what stands before the first '/'.
[[nodiscard]] QString agencyOfMailbox(const QString& mailbox);

/// Raises "request-malformed".
[[nodiscard]] std::unexpected<exchange::Error> malformedRequest(const QString& what);

} // namespace hub
