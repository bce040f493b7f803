// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"

namespace exchange {

/// Turns a one-time enrolment code (printed by `congvan-hub account add`) into an account: makes a secret here, hands
/// it to the hub and gives back what a profile keeps. Blocks. "enrolment-code-invalid": wrong, used or older than a
/// day.
[[nodiscard]] Result<HubAccount> enrol(const QUrl& baseUrl, const QString& caFile, const QString& code,
                                       const CallOptions& options = {}, const ClientLimits& limits = {});

} // namespace exchange
