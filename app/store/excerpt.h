// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"

namespace app {

class Transaction;

/// Gives each row of a search the place in its text where the words stand, unless its columns show them all.
void addExcerpts(Transaction& transaction, const QString& words, QList<DocumentSummary>& rows);

} // namespace app
