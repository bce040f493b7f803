// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// The quiet bar over the status line: what was just done, and the button that undoes it (Ctrl+Z). It stands until the
/// next act, or until it is closed; nothing runs out.
class UndoBar : public Ground {
    Q_OBJECT

public:
    explicit UndoBar(const Theme& theme, QWidget* parent = nullptr);
    /// `words`: what was done.
    void offer(const QString& words);
    [[nodiscard]] QString words() const;
    /// While it is being undone.
    void setBusy(bool busy);

signals:
    void undoWanted();
    void closed();

private:
    TextLabel* m_words;
    QPushButton* m_undo;
    QPushButton* m_close;
};

} // namespace ui
