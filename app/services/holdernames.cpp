// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/holdernames.h"

#include "app/domain/work.h"
#include "app/services/officedesk.h"

namespace app {

Result<HolderNames> HolderNames::of(const OfficeDesk& desk) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    const auto units = desk.store().directory().unitNames();
    if (!units) {
        return std::unexpected(units.error());
    }
    HolderNames names;
    names.m_units = *units;
    names.m_unitPrefix = unitMailbox(desk.organ(), {});
    for (const Person& person : *people) {
        names.m_people.insert(person.mailbox(), person.name);
    }
    return names;
}

QString HolderNames::nameOf(const QString& holder) const {
    if (holder.startsWith(m_unitPrefix)) {
        const QString unit = holder.mid(m_unitPrefix.size());
        return m_units.value(unit, unit);
    }
    const QString name = m_people.value(holder);
    return name.isEmpty() ? holder : name;
}

} // namespace app
