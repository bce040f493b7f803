// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/tone.h"
#include "ui/theme/tokens.h"

namespace ui {

/// The colour in which words of that tone are written.
[[nodiscard]] inline Ink inkOf(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return Ink::Good;
    case Tone::Caution:
        return Ink::Caution;
    case Tone::Bad:
        return Ink::Bad;
    case Tone::Neutral:
        break;
    }
    return Ink::Text2;
}

} // namespace ui
