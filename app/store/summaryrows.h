// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"

#include <QDate>
#include <QString>

namespace app {

class Rows;

/// "SELECT … FROM document d …" with everything a list row shows; add JOIN, WHERE and ORDER BY.
[[nodiscard]] const QString& summarySelect();
/// The two halves of it, where something else comes first: the columns after SELECT, and the joins after `document d`.
[[nodiscard]] const QString& summaryColumns();
[[nodiscard]] const QString& summaryJoins();
/// Reads a row of it.
[[nodiscard]] DocumentSummary readSummary(const Rows& rows);
/// Columns of summarySelect(): the ones that follow start here.
inline constexpr int summaryColumnCount = 27;

/// The words of a query for FTS5: each one a beginning of a word, all of them held. Empty where there is no word.
[[nodiscard]] QString matchExpression(const QString& text);

} // namespace app
