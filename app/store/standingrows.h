// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delegation.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

class Transaction;

/// Derives anew who is away. Gives the mailboxes of those of whom something changed: what others did in their place is
/// to be derived anew as well.
[[nodiscard]] QStringList deriveStanding(Transaction& transaction, const OrganId& office);

/// All that count, in the order of the stream.
[[nodiscard]] QList<Delegation> readStanding(Transaction& transaction);

/// Whether `to` stood in for `by` at that moment.
[[nodiscard]] bool stoodIn(Transaction& transaction, const QString& by, const QString& to, const QDateTime& moment);

/// For whom that person stands in on that day.
[[nodiscard]] QStringList standsForOn(Transaction& transaction, const QString& mailbox, const QDate& day);
/// For whom the owner stands in, as it was looked at last (OfficeStore::refreshStanding): lists follow the day, and a
/// derivation must not depend on when it is made.
[[nodiscard]] QStringList standsForNow(Transaction& transaction);
void setStandsFor(Transaction& transaction, const QStringList& mailboxes);

} // namespace app
