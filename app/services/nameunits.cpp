// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/nameunits.h"

#include "app/domain/folding.h"
#include "app/domain/plaintext.h"
#include "app/domain/rights.h"
#include "app/domain/streams.h"
#include "app/services/delegations.h"
#include "app/services/officedesk.h"

#include <algorithm>

namespace app {

NameUnits::NameUnits(OfficeDesk& desk)
    : m_desk(desk) {}

bool NameUnits::mayName() const {
    return answersForRights(roleKey(m_desk.person().role));
}

Result<QList<Unit>> NameUnits::units() const {
    const auto people = m_desk.store().directory().people();
    return people ? Result<QList<Unit>>(unitsOfPeople(*people)) : std::unexpected(people.error());
}

Result<void> NameUnits::name(const QString& unit, const QString& name) {
    if (!mayName()) {
        return fail("unit-naming-not-yours");
    }
    const auto known = units();
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto found = std::ranges::find(*known, unit.trimmed(), &Unit::id);
    if (found == known->end()) {
        return fail("unit-unknown", unit);
    }
    const QString wanted = visibleText(name).trimmed();
    if (wanted.size() > longestUnitName) {
        return fail("unit-name-too-long", QString::number(wanted.size()));
    }
    // Two that are called alike could not be told apart where work is given.
    const bool isTaken = std::ranges::any_of(*known, [&](const Unit& other) {
        return other.id != found->id && !wanted.isEmpty() && folded(wanted) == folded(other.title());
    });
    if (isTaken) {
        return fail("unit-name-taken", wanted);
    }
    if (wanted == found->name) {
        return {};
    }
    const auto participants = peopleToTell(m_desk);
    if (!participants) {
        return std::unexpected(participants.error());
    }
    const auto act = m_desk.store().record({.stream = standingStream(m_desk.organ()),
                                            .body = acts::UnitNamed{.unit = found->id, .name = wanted},
                                            .participants = *participants,
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace app
