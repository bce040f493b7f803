// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// Over the pages of an accepted document: the original or the copy with the stamp ĐẾN, and saving what is shown. It
/// says what the copy is worth: the signatures are proven by the original alone.
class CopyBar : public Ground {
    Q_OBJECT

public:
    explicit CopyBar(const Theme& theme, QWidget* parent = nullptr);

    enum class Copy { Original, Awaited, Stamped };
    void say(Copy copy);

signals:
    void originalWanted();
    void stampedWanted();
    void saveWanted();

private:
    QPushButton* m_original;
    QPushButton* m_stamped;
    TextLabel* m_words;
    QPushButton* m_save;
};

} // namespace ui
