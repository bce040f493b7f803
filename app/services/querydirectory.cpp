// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/querydirectory.h"

#include "app/services/officedesk.h"

namespace app {

namespace {

/// A person looks through no more than this.
constexpr int mostFound = 500;

} // namespace

QueryDirectory::QueryDirectory(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<Agency>> QueryDirectory::agencies(const QString& filter) const {
    auto found = m_desk.store().directory().agencies(
        filter, mostFound, m_desk.profile().showTestUnits ? TestUnits::Shown : TestUnits::Hidden);
    if (found) {
        found->removeIf([own = m_desk.organ()](const Agency& agency) { return agency.id == own; });
    }
    return found;
}

Result<std::optional<Agency>> QueryDirectory::agency(const OrganId& id) const {
    return m_desk.store().directory().agency(id);
}

Result<QList<Person>> QueryDirectory::people() const {
    return m_desk.store().directory().people();
}

Result<QList<Person>> QueryDirectory::leaders() const {
    auto found = people();
    if (found) {
        found->removeIf([](const Person& person) { return person.role != Role::Leader; });
    }
    return found;
}

} // namespace app
