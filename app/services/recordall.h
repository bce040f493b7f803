// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/store/officestore.h"

#include <QList>

namespace app {

class OfficeDesk;

/// Writes these deeds down in this order, all of them or none. Errors of the store. Blocking; any thread but the GUI's.
[[nodiscard]] Result<void> recordAll(OfficeDesk& desk, const QList<Deed>& deeds);

} // namespace app
