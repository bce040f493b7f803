// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/person.h"

namespace app {

/// What this person may do with this document now. The rules of the flow in one place; the use cases ask it, not only
/// the buttons. A function of state, role and mailbox alone.
[[nodiscard]] Actions actionsFor(const DocumentDetail& document, const Person& person);

} // namespace app
