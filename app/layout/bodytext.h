// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"
#include "app/layout/pageflow.h"
#include "app/layout/pagefonts.h"

#include <vector>

namespace app::page {

/// Everything between the head and the signatures, in lines.
struct BodyText {
    std::vector<FlowItem> items;
    double endOfText = 0;   ///< where the last letter of the last line ends, from the left edge of the page
    double clearBeside = 0; ///< this much at the top is so narrow that the urgency frame may stand beside it
};

/// ô 9a and 6 of a công văn; ô 5a and 6 of a quyết định. The texts of the document are tidy already.
[[nodiscard]] BodyText setBody(const OfficialDocument& document, const PageFonts& fonts);

} // namespace app::page
