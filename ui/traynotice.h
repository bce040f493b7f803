// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

#include <QSystemTrayIcon>

namespace ui {

/// The desk in the tray: how much is new and late, and a notice when something arrives or a day begins. Where the
/// system has no tray it does nothing. A click leads to what arrived. Lives no longer than the window.
class TrayNotice : public QObject {
    Q_OBJECT

public:
    TrayNotice(MainWindow& window, const Formatter& formatter);

private:
    void raise(app::Folder folder);

    MainWindow& m_window;
    QSystemTrayIcon m_icon;
    app::Folder m_next = app::Folder::ToAccept; ///< where a click on the notice leads
};

} // namespace ui
