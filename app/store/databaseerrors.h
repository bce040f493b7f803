// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

class QSqlError;

namespace app {

/// What SQLite reports as our own codes: disk-full, store-damaged, store-cannot-open, store-busy, store-failed.
[[nodiscard]] Error databaseError(const QSqlError& error);

} // namespace app
