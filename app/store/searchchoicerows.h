// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"

namespace app {

class Transaction;

/// What a search of that office offers to choose from. Each office and each book costs one look into an index, however
/// many documents they have.
[[nodiscard]] SearchChoices readSearchChoices(Transaction& transaction, const OrganId& own);

} // namespace app
