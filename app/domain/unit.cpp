// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/unit.h"

#include "app/domain/plaintext.h"
#include "app/domain/work.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString unitNameText(const QString& name) {
    return visibleText(name).trimmed().left(longestUnitName);
}

QList<Unit> unitsOfPeople(const QList<Person>& people) {
    QMap<QString, Unit> units;
    for (const Person& person : people) {
        if (!person.unit.isEmpty()) {
            Unit& unit = units[person.unit];
            unit.id = person.unit;
            unit.name = person.unitName;
            ++unit.people;
        }
    }
    return units.values();
}

QString unitTitle(const QList<Person>& people, const QString& mailbox) {
    const qsizetype mark = mailbox.indexOf("/unit:"_L1);
    if (mark < 0) {
        return {};
    }
    const auto member = std::ranges::find_if(people, [&](const Person& person) {
        return !person.unitName.isEmpty() && unitMailbox(person.organ, person.unit) == mailbox;
    });
    return member == people.end() ? mailbox.mid(mark + "/unit:"_L1.size()) : member->unitName;
}

} // namespace app
