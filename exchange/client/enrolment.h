// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"

namespace exchange {

/// Turns a one-time enrolment code (printed by `congvan-hub account add`) into an account: makes a secret here, hands
/// it to the hub and gives back what a profile keeps. Blocks. "enrolment-code-invalid": wrong, used or older than a
/// day.
[[nodiscard]] Result<HubAccount> enrol(const QUrl& baseUrl, const QString& caFile, const QString& code,
                                       const CallOptions& options = {}, const ClientLimits& limits = {});

/// Offers the hub another secret for an account (64 lower-case hexadecimal digits, see newSecret()). The one in use
/// stays good until the new one was used once, so write the new one down before this call; where its answer is lost,
/// the new one works or the old one does. Blocks.
[[nodiscard]] Result<void> offerSecret(const HubAccount& account, const QByteArray& secret,
                                       const CallOptions& options = {}, const ClientLimits& limits = {});

/// A secret as enrol() makes it.
[[nodiscard]] QByteArray newSecret();

} // namespace exchange
