// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/paragraph.h"

#include <functional>
#include <vector>

class QPainter;

namespace app::page {

/// One piece that cannot be cut: a line of the body, or the block with signature and recipients.
struct FlowItem {
    double spaceBefore = 0; ///< left out at the top of a page
    double height = 0;
    bool keepWithNext = false; ///< no page ends here
    std::function<void(QPainter&, double top)> paint;
};

/// An item on its page; `top` in layout units from the top of the page.
struct PlacedItem {
    int page = 0;
    double top = 0;
};

/// Adds a paragraph as lines. No page begins with the last line of a paragraph or ends with its first.
void addParagraph(std::vector<FlowItem>& items, const Paragraph& paragraph, double x, double spaceBefore);

/// Adds something that is painted whole.
void addWhole(std::vector<FlowItem>& items, double height, double spaceBefore, bool keepWithNext,
              std::function<void(QPainter&, double top)> paint);

/// Glues the items from `first` on to what follows, so that they stay on one page.
void keepTogether(std::vector<FlowItem>& items, std::size_t first);

/// Deals the items out to pages: the first page begins at `firstTop`, the others at the top margin. A page ends at the
/// last allowed place; a group that is taller than a page is cut where it is full.
[[nodiscard]] std::vector<PlacedItem> paginate(const std::vector<FlowItem>& items, double firstTop);

} // namespace app::page
