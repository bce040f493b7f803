// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// Words in one of the five type sizes and one of the inks; follows the theme. Plain text only: what a sender wrote is
/// never read as markup.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    TextLabel(const Theme& theme, Type type, Ink ink, QWidget* parent = nullptr);

    void setInk(Ink ink);
    /// Cuts what is too long with an ellipsis, on one line, and shows the whole in a tool tip.
    void setElided(bool elided);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const Theme& m_theme;
    Ink m_ink;
    bool m_elided = false;
};

} // namespace ui
