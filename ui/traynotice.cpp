// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traynotice.h"

#include "ui/presentation/folderpresenter.h"
#include "ui/presentation/noticewords.h"

#include <QApplication>
#include <QStyle>

namespace ui {

using namespace Qt::Literals::StringLiterals;

TrayNotice::TrayNotice(MainWindow& window, const Formatter& formatter)
    : m_window(window) {
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    const QIcon own = QApplication::windowIcon();
    m_icon.setIcon(own.isNull() ? QApplication::style()->standardIcon(QStyle::SP_FileDialogDetailedView) : own);
    m_icon.setToolTip(u"Công Văn"_s);
    m_icon.show();
    connect(&window, &MainWindow::countsChanged, this,
            [this, formatter](const app::FolderCounts& counts) { m_icon.setToolTip(trayWords(counts, formatter)); });
    connect(&window, &MainWindow::arrived, this, [this](int documents) {
        m_next = app::Folder::ToAccept;
        m_icon.showMessage(u"Công Văn"_s, arrivalWords(documents), m_icon.icon());
    });
    connect(&window, &MainWindow::dayBegan, this, [this](const QString& words) {
        m_next = app::Folder::Overdue;
        m_icon.showMessage(u"Công Văn"_s, words, m_icon.icon());
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { raise(m_next); });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this] {
        m_window.show();
        m_window.raise();
        m_window.activateWindow();
    });
}

void TrayNotice::raise(app::Folder folder) {
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    m_window.openFolder(folder);
}

} // namespace ui
