// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentregister.h"
#include "app/domain/organid.h"

#include <QList>

namespace app {

class Transaction;

/// Lines of the incoming book in the order of its numbers, with what is known of each document and its work.
[[nodiscard]] QList<RegisterLine> incomingLines(Transaction& transaction, const OrganId& organ, int year,
                                                const Period& days);
/// Lines of the outgoing books, series after series.
[[nodiscard]] QList<RegisterLine> outgoingLines(Transaction& transaction, const OrganId& organ, int year,
                                                const Period& days);

} // namespace app
