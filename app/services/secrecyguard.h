// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/urgency.h"

namespace app {

/// Secret documents never touch the exchange (QĐ 28/2018 art. 1): `secret-never-sent` for any degree of secrecy.
[[nodiscard]] Result<void> refuseSecret(Secrecy secrecy);
/// Nor are they kept in the store, where they would be indexed and, registered, sent to other desks: they belong into
/// the secret book (`secret-book-instead`).
[[nodiscard]] Result<void> refuseSecretHere(Secrecy secrecy);

} // namespace app
