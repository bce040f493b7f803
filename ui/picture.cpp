// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/picture.h"

#include "ui/mainwindow.h"
#include "ui/startmeasure.h"

#include <QAction>
#include <QApplication>
#include <QTextStream>
#include <QTimer>

namespace ui {

using namespace Qt::Literals::StringLiterals;

Picture::Picture(MainWindow& window, const StartOptions& options, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_options(options)
    , m_synced(!options.syncFirst) {}

void Picture::begin() {
    connect(&m_window, &MainWindow::settled, this, &Picture::onSettled);
    if (m_options.syncFirst) {
        connect(&m_window, &MainWindow::synced, this, [this] {
            m_synced = true;
            QTimer::singleShot(0, this, &Picture::onSettled);
        });
        m_window.startSync();
    }
}

void Picture::onSettled() {
    if (m_taken || !m_synced || !m_window.isSettled()) {
        return;
    }
    if (!m_opened && !m_options.open.isEmpty()) {
        m_opened = true;
        openMore();
        // What was opened may read more; if it does not, nothing will settle again.
        QTimer::singleShot(0, this, &Picture::onSettled);
        return;
    }
    m_taken = true;
    // One more turn of the loop, so that what was just set is painted.
    QTimer::singleShot(0, this, &Picture::take);
}

void Picture::openMore() {
    DocumentPane& pane = m_window.documentPane();
    if (m_options.open == "facts"_L1) {
        pane.showDetails(DetailTab::Facts);
    } else if (m_options.open == "signatures"_L1) {
        pane.showDetails(DetailTab::Signatures);
    } else if (m_options.open == "trail"_L1) {
        pane.showDetails(DetailTab::Trail);
    } else if (m_options.open == "act"_L1 && !pane.actions().isEmpty()) {
        emit pane.commandChosen(pane.actions().first().command);
    } else if (m_options.open == "draft"_L1) {
        m_window.newDraft(app::DocumentKind::CongVan);
    } else if (m_options.open == "palette"_L1) {
        for (QAction* action : m_window.actions()) {
            if (action->shortcut() == QKeySequence(u"Ctrl+K"_s)) {
                action->trigger();
            }
        }
    }
}

void Picture::take() {
    const QPixmap picture = m_window.grab();
    QTextStream out(stdout);
    if (m_options.measureStart) {
        out << u"{\"measure\": \"window-start\", \"milliseconds\": %1, \"documents\": %2}"_s
                   .arg(millisecondsSinceStart(), 0, 'f', 0)
                   .arg(m_window.listPane().rows())
            << Qt::endl;
    }
    if (!m_options.screenshot.isEmpty() && !picture.save(m_options.screenshot, "PNG")) {
        QTextStream(stderr) << u"congvan: the picture could not be written to "_s << m_options.screenshot << Qt::endl;
        QApplication::exit(73);
        return;
    }
    QApplication::exit(0);
}

} // namespace ui
