// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/pageflow.h"

#include "app/layout/pageunits.h"

namespace app::page {

void addParagraph(std::vector<FlowItem>& items, const Paragraph& paragraph, double x, double spaceBefore) {
    const int count = paragraph.lineCount();
    for (int line = 0; line < count; ++line) {
        const bool keep = count > 1 && (line == 0 || line == count - 2);
        items.push_back({line == 0 ? spaceBefore : 0, paragraph.lineHeight(), keep,
                         [paragraph, line, x](QPainter& painter, double itemTop) {
                             paragraph.paintLine(painter, line, {x, itemTop});
                         }});
    }
}

void addWhole(std::vector<FlowItem>& items, double height, double spaceBefore, bool keepWithNext,
              std::function<void(QPainter&, double top)> paint) {
    items.push_back({spaceBefore, height, keepWithNext, std::move(paint)});
}

void keepTogether(std::vector<FlowItem>& items, std::size_t first) {
    for (std::size_t i = first; i < items.size(); ++i) {
        items[i].keepWithNext = true;
    }
}

std::vector<PlacedItem> paginate(const std::vector<FlowItem>& items, double firstTop) {
    std::vector<PlacedItem> placed(items.size());
    int page = 0;
    double y = firstTop;
    std::size_t pageBegin = 0;
    for (std::size_t i = 0; i < items.size();) {
        const double gap = i == pageBegin && page > 0 ? 0 : items[i].spaceBefore;
        if (y + gap + items[i].height <= bottom || (i == pageBegin && page > 0)) {
            placed[i] = {page, y + gap};
            y += gap + items[i].height;
            ++i;
            continue;
        }
        // Full: go back to the last place where a page may end. Where there is none, it ends here.
        std::size_t begin = i;
        while (begin > pageBegin && items[begin - 1].keepWithNext) {
            --begin;
        }
        if (begin == pageBegin && page > 0) {
            begin = i;
        }
        ++page;
        y = top;
        pageBegin = begin;
        i = begin;
    }
    return placed;
}

} // namespace app::page
