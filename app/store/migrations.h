// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

class Transaction;

/// A numbered step of the schema: app/store/migrations/NNNN_name.sql.
struct Migration {
    int number = 0;
    QString name{};
    QStringList statements{};
};

/// All of them, by number, without holes.
[[nodiscard]] const QList<Migration>& migrations();

/// Brings the schema from `from` to the newest, in the given transaction. Refuses a schema that is newer:
/// store-too-new.
void migrate(Transaction& transaction);

} // namespace app
