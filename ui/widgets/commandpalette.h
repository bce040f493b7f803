// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"

#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace ui {

/// Ctrl+K: every command by its name, with its shortcut. Opens over the window, takes the focus, gives it back.
class CommandPalette : public Ground {
    Q_OBJECT

public:
    explicit CommandPalette(const Theme& theme, QWidget* parent);
    void open(const QList<QAction*>& commands);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void runChosen();
    void dismiss();

    const Theme& m_theme;
    QLineEdit* m_input;
    QListWidget* m_list;
    QList<QAction*> m_commands;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ui
