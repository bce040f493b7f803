// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents chosen together, in the main window.
#include "ui/mainwindow.h"

#include <QStackedWidget>

namespace ui {

void MainWindow::connectPile() {
    connect(m_list, &ListPane::severalChosen, this, [this](const QList<app::DocumentSummary>& documents) {
        if (m_pile->isBusy()) {
            return;
        }
        ++m_documentTicket; // a document that is still being read does not come in its place
        m_document->closePanel();
        m_pagesReady = true;
        m_status->setPage({});
        m_right->setCurrentWidget(m_pile);
        m_pile->look(documents);
    });
    connect(m_pile, &PilePane::documentWanted, this, [this](const app::DocumentId& id) { m_list->selectDocument(id); });
    connect(m_pile, &PilePane::closed, this, [this] {
        m_right->setCurrentWidget(m_document);
        const QList<app::DocumentSummary> chosen = m_list->chosen();
        if (chosen.isEmpty()) {
            m_list->selectRow(0);
        } else {
            m_list->selectDocument(chosen.first().id);
        }
        m_list->focusList();
    });
    connect(m_pile, &PilePane::begun, m_signing, &WorkCard::begin);
    connect(m_pile, &PilePane::progressed, m_signing, &WorkCard::progress);
    connect(m_signing, &WorkCard::cancelled, m_pile, &PilePane::cancel);
    connect(m_pile, &PilePane::ended, this, &MainWindow::onPileEnded);
}

/// Several documents stand where one usually does; what ends in the background does not take their place.
bool MainWindow::showsPile() const {
    return m_right->currentWidget() == m_pile;
}

void MainWindow::onPileEnded(const QString& sentence) {
    m_signing->end({}, {});
    if (sentence.isEmpty()) {
        return;
    }
    say(sentence);
    if (m_folder == app::Folder::ToSign && !m_searches) {
        m_right->setCurrentWidget(m_pile);
        m_list->keepUnchosen(); // what became of each stays beside the list
        m_list->focusList();
    }
    reload();
    startSync();
}

} // namespace ui
