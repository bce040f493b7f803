// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/unitrows.h"

#include "app/domain/unit.h"
#include "app/store/rightsrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

void deriveUnits(Transaction& transaction) {
    transaction.change(u"DELETE FROM unit_name"_s);
    int position = 0;
    for (const StoredAct& stored : actsOf(transaction, standingKey())) {
        if (const auto* act = std::get_if<acts::UnitNamed>(&stored.act.body)) {
            transaction.change(u"INSERT INTO unit_name (position, unit, name, by, role) VALUES (?, ?, ?, ?, ?)"_s,
                               {position++, act->unit, act->name, stored.act.by, stored.role});
        }
    }
}

QHash<QString, QString> readUnitNames(Transaction& transaction) {
    QHash<QString, QString> names;
    Rows rows = transaction.query(u"SELECT unit, name, by, role FROM unit_name ORDER BY position"_s);
    while (rows.next()) {
        if (!isResponsible(transaction, rows.text(2), rows.text(3))) {
            continue;
        }
        const QString name = unitNameText(rows.text(1));
        if (name.isEmpty()) {
            names.remove(rows.text(0));
        } else {
            names.insert(rows.text(0), name);
        }
    }
    return names;
}

} // namespace app
