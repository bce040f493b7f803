// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that come on paper, and files that are dropped on the window.
#include "ui/mainwindow.h"

#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString droppedPdf(const QMimeData* data) {
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(".pdf"_L1, Qt::CaseInsensitive)) {
            return url.toLocalFile();
        }
    }
    return {};
}

bool isPicture(const QString& file) {
    return !file.endsWith(".pdf"_L1, Qt::CaseInsensitive);
}

} // namespace

void MainWindow::showPaper() {
    if (!m_paper) {
        m_paper = new PaperPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_paper);
        connect(m_paper, &PaperPage::left, this, [this] { openFolder(m_folder); });
        connect(m_paper, &PaperPage::done, this, [this](const app::DocumentId& id, const QString& sentence) {
            say(sentence);
            openDocument(id);
            startSync();
        });
        connect(m_paper, &PaperPage::pageWords, m_status, &StatusLine::setPage);
        connect(m_paper, &PaperPage::pagesSettled, this, [this] {
            m_pagesReady = true;
            checkSettled();
        });
    }
    m_pagesReady = false;
    showView(View::Paper);
}

void MainWindow::openPaper(const QStringList& files) {
    if (m_profile.person.role != app::Role::Clerk) {
        return;
    }
    showPaper();
    m_paper->begin(files);
}

QStringList MainWindow::droppedScan(const QMimeData* dropped, const QPoint& at) const {
    if (m_profile.person.role != app::Role::Clerk) {
        return {};
    }
    const QStringList files = scanFiles(dropped);
    // A PDF elsewhere is a document of ours to be sent; pictures can only be a scan.
    const bool isOnList = m_list->isVisible() && m_list->rect().contains(m_list->mapFrom(this, at)) &&
                          m_folder <= app::Folder::ToHandle && !m_searches;
    const bool isOnPage = m_paper && m_views->currentWidget() == m_paper;
    return isOnList || isOnPage || (!files.isEmpty() && isPicture(files.first())) ? files : QStringList();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const bool isScan = m_profile.person.role == app::Role::Clerk && !scanFiles(event->mimeData()).isEmpty();
    const bool isPdf = m_profile.person.role != app::Role::Leader && !droppedPdf(event->mimeData()).isEmpty();
    if (isScan || isPdf) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList scan = droppedScan(event->mimeData(), event->position().toPoint());
    if (!scan.isEmpty()) {
        event->acceptProposedAction();
        if (m_paper && m_views->currentWidget() == m_paper) {
            m_paper->takeScan(scan); // a correction goes on
        } else {
            openPaper(scan);
        }
        return;
    }
    const QString path = droppedPdf(event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        importPdf(path);
    }
}

} // namespace ui
