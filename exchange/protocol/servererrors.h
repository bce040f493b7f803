// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

namespace exchange {

/// The numbers by which servers between agencies say what is wrong with a packet (spec §4.2), as codes of ours.
/// "axis-refused" for a number that is not in the table. `said` is the server's own sentence and becomes the detail.
[[nodiscard]] Error serverError(const QString& number, const QString& said);

/// The number of the table that says the same as one of the hub's codes; 20 (the server failed) where none does.
[[nodiscard]] int serverErrorNumber(const QString& hubCode);

} // namespace exchange
