// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace app {

class Transaction;

/// What the acts in the stream of standing call the units, anew. Who may is asked when it is read, since the directory
/// may come later.
void deriveUnits(Transaction& transaction);
/// Names by the ids of units; a unit that has none is not among them.
[[nodiscard]] QHash<QString, QString> readUnitNames(Transaction& transaction);

} // namespace app
