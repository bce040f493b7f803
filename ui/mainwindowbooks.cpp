// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/widgets/sidebar.h"

#include <QStackedWidget>

namespace ui {

void MainWindow::connectBooks() {
    connect(m_books, &BookPage::documentWanted, this, &MainWindow::openDocument);
    connect(m_books, &BookPage::done, this, [this](const QString& sentence) { say(sentence); });
    connect(m_books, &BookPage::secretBooksWanted, this, &MainWindow::openSecret);
}

void MainWindow::openSecret() {
    if (!m_secret) {
        m_secret = new SecretPage(m_theme, m_formatter, m_office.secrets(), m_runner, m_office.renderProgram(), this);
        m_views->addWidget(m_secret);
        connect(m_secret, &SecretPage::done, this, [this](const QString& sentence) { say(sentence); });
    }
    showView(View::Secret);
    m_sidebar->selectNothing();
    m_secret->begin();
}

} // namespace ui
