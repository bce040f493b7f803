// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"
#include "ui/widgets/findfield.h"

namespace ui {

/// Finds documents of the desk by words of their number, subject, office or text, the newest first. The value of a row
/// is the text of the document's id. The office outlives what is made.
[[nodiscard]] FindRows findDocuments(Office& office);

} // namespace ui
