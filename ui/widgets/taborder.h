// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

/// Tab leads through what stands in `page` as the eye does: by its layouts, from above and from the left, and not in
/// the order in which things were made. Call it again when something was added. What lies outside of layouts keeps its
/// place in the order. GUI thread.
void orderTabsByLayout(QWidget& page);

} // namespace ui
