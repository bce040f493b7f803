// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// What a colour says. It never says it alone: a symbol and a word stand beside it.
enum class Tone { Neutral, Good, Caution, Bad };

} // namespace ui
