// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"
#include "app/layout/pagefonts.h"

#include <QRectF>

#include <functional>

class QPainter;

namespace app::page {

/// The end of the document: ô 7a, 7b, 7c, 8 at the right, ô 9b at the left. Rectangles are relative to the block's top.
struct SignatureBlock {
    double height = 0;
    QRectF signature; ///< 40 × 16 mm, centred between title and name
    QRectF seal;      ///< over the left third of the signature
    std::function<void(QPainter&, double top)> paint;
};

/// Sets the block. The texts of the document are tidy already.
[[nodiscard]] SignatureBlock setSignatureBlock(const OfficialDocument& document, const PageFonts& fonts);

} // namespace app::page
