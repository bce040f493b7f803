// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// The line over the desks of leaders and clerks: somebody's rights were changed, and one of them is to confirm it.
class RightsBar : public Ground {
    Q_OBJECT

public:
    explicit RightsBar(const Theme& theme, QWidget* parent = nullptr);
    /// `words`: the change; `more`: so many others wait; `isOwn`: it is whose desk it is, and another one confirms it.
    void tell(const QString& words, int more, bool isOwn);
    void tellNothing();
    void setBusy(bool busy);

signals:
    void confirmed();

private:
    TextLabel* m_words;
    TextLabel* m_more;
    QPushButton* m_confirm;
};

} // namespace ui
