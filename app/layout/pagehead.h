// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"
#include "app/layout/pagefonts.h"

#include <QRectF>

#include <functional>

class QPainter;

namespace app::page {

/// The head of page 1: ô 1, 2, 3, 4, and 5b and 10b where the document has them. Layout units.
struct PageHead {
    double bottom = 0;      ///< below everything, the urgency frame too
    double rightBottom = 0; ///< below place and date: a title may stand beside the urgency frame
    QRectF number;
    QRectF date;
    std::function<void(QPainter&)> paint;
};

/// Sets the head. The texts of the document are tidy already.
[[nodiscard]] PageHead setHead(const OfficialDocument& document, const PageFonts& fonts);

} // namespace app::page
