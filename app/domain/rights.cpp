// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/rights.h"

namespace app {

bool answersForRights(QStringView role) {
    const std::optional<Role> known = roleFromKey(role);
    return known == Role::Leader || known == Role::Clerk;
}

bool settles(const RightsConfirmation& confirmation, const RightsChange& change) {
    if (confirmation.mailbox != change.mailbox || confirmation.by == change.mailbox) {
        return false;
    }
    return confirmation.version >= change.version ||
           (confirmation.version > change.since && confirmation.rights == change.now);
}

} // namespace app
