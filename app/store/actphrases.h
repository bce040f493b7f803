// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/officeact.h"
#include "app/domain/organid.h"

#include <QList>
#include <QString>

namespace app {

/// "Sở Nội vụ, Sở Tài chính"; the code of an office without a name.
[[nodiscard]] QString namesOf(const QList<OrganRef>& organs);

/// What an act says in one phrase, for the history.
[[nodiscard]] QString phraseOf(const ActBody& body);

} // namespace app
