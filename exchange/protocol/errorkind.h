// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

namespace exchange {

/// True where the same call may succeed later with nobody doing anything: the server is down, slow, broken, cut the
/// line or is busy. False where a person has to act: rights, wrong secret, unknown receiver, too large. Unknown codes:
/// false.
[[nodiscard]] bool mayRetry(const Error& error);

/// True where the server could not be reached at all, so that further calls in the same run are pointless.
[[nodiscard]] bool isOffline(const Error& error);

/// True where the server does not let this account in (revoked, or with another secret): until a person enrols it anew
/// every further call is in vain, and counts against everybody who calls from the same address.
[[nodiscard]] bool isShutOut(const Error& error);

/// True where the fault is the caller's own: secret, clock, certificate, rights, address. It says nothing of what the
/// call was about, and a person has to look.
[[nodiscard]] bool blamesCaller(const Error& error);

/// Raises "too-large": by the hub, and by a client that need not try.
[[nodiscard]] std::unexpected<Error> tooLarge(const QString& what);

/// HTTP status that carries an error code of the hub's office calls; 500 for a code that is not one of them.
[[nodiscard]] int httpStatusOf(const QString& code);

/// Whether a hub may answer with this code: a client shows no code that a server made up.
[[nodiscard]] bool isHubCode(const QString& code);

} // namespace exchange
