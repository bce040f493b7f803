// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/tone.h"

#include <QColor>
#include <QPalette>

namespace ui {

/// Which of the two palettes is shown.
enum class Scheme { Light, Dark };

/// The colours of letters and lines, by meaning.
enum class Ink { Text, Text2, Text3, Accent, OnAccent, Good, Caution, Bad };

/// Every colour of the window, by meaning; nothing else in the sources names a colour. Letters keep at least 4.5 : 1
/// on the grounds that they stand on (tests/ui measures it).
struct Tokens {
    Scheme scheme = Scheme::Light;
    QColor window;  ///< behind everything
    QColor surface; ///< panes
    QColor sidebar;
    QColor desk; ///< behind pages
    QColor line; ///< hairlines
    QColor text;
    QColor text2;
    QColor text3;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor selected;
    QColor hover;
    QColor good;
    QColor goodGround;
    QColor caution;
    QColor cautionGround;
    QColor bad;
    QColor badGround;
    QColor ink;   ///< of signatures on a page
    QColor seal;  ///< of seals on a page
    QColor shade; ///< over what a panel covers

    [[nodiscard]] QColor of(Ink ink) const;
    [[nodiscard]] QColor of(Tone tone) const;
    [[nodiscard]] QColor groundOf(Tone tone) const;
};

[[nodiscard]] const Tokens& tokensOf(Scheme scheme);
/// The palette that standard widgets draw with.
[[nodiscard]] QPalette paletteOf(const Tokens& tokens);

} // namespace ui
