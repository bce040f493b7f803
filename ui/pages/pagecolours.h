// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/viewer/pageview.h"

namespace ui {

/// The colours of pages in a scheme: the ground is the scheme's, what lies on the paper is the light one's, since paper
/// stays white.
[[nodiscard]] inline ViewerColours pageColours(const Tokens& scheme) {
    const Tokens& paper = tokensOf(Scheme::Light);
    return {.ground = scheme.desk,
            .paperEdge = scheme.line,
            .accent = paper.accent,
            .note = paper.accent,
            .doubt = paper.caution,
            .fault = paper.bad};
}

} // namespace ui
