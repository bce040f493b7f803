// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/sheet.h"

#include <QByteArray>

namespace app {

/// The columns' titles and the rows for other programs: RFC 4180, UTF-8 with a byte order mark, days as in ISO 8601.
/// Words stand in quotes, so that no separator of any program splits them, and words that a spreadsheet would read as a
/// formula begin with an apostrophe: what a sender wrote is never run.
[[nodiscard]] QByteArray csvBytes(const Sheet& sheet);

} // namespace app
