// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/startoptions.h"

#include <QObject>

namespace ui {

class MainWindow;

/// Draws the window when everything in it is read and drawn, then ends the program: for pictures and for measuring the
/// start.
class Picture : public QObject {
    Q_OBJECT

public:
    Picture(MainWindow& window, const StartOptions& options, QObject* parent = nullptr);
    void begin();

private:
    void onSettled();
    void openMore();
    void take();

    MainWindow& m_window;
    StartOptions m_options;
    bool m_synced = false;
    bool m_opened = false;
    bool m_taken = false;
};

} // namespace ui
