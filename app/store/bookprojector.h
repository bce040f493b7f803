// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

class Transaction;
struct StoredAct;

/// Derives all lines of a book anew.
void deriveBook(Transaction& transaction, const QString& stream);

/// Adds one line at the end of a book without going through it again. False where that would not give what deriveBook()
/// gives: nothing was changed then.
[[nodiscard]] bool appendBookEntry(Transaction& transaction, const QString& stream, const StoredAct& stored);

} // namespace app
