// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

#include <QByteArray>
#include <QDateTime>

namespace app {

/// The sheet as an OpenDocument spreadsheet (ODF 1.3): a table with the rows, whose titles come again on each printed
/// page, and one with title and facts. Numbers and days are such, words are never formulas. The same arguments give the
/// same bytes.
[[nodiscard]] QByteArray odsBytes(const Sheet& sheet, Language language, const QDateTime& made);

} // namespace app
