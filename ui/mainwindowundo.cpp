// SPDX-License-Identifier: GPL-3.0-or-later
// What was just done, and how it is undone.
#include "ui/mainwindow.h"

#include "ui/presentation/detailspresenter.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connectUndo() {
    connect(m_undoBar, &UndoBar::undoWanted, this, &MainWindow::undoLast);
    connect(m_undoBar, &UndoBar::closed, this, [this] { forgetUndo(); });
}

void MainWindow::forgetUndo() {
    ++m_undoTicket;
    m_undo.reset();
    if (m_undoBar->isAncestorOf(focusWidget())) {
        m_list->focusList();
    }
    m_undoBar->hide();
}

void MainWindow::offerUndo(const app::DocumentId& about, const QString& sentence) {
    forgetUndo();
    m_runner.run(
        this, [this, about](std::stop_token) { return m_office.undoOffers(about); },
        [this, about, sentence, ticket = m_undoTicket](const app::Result<QList<app::UndoOffer>>& offers) {
            if (ticket != m_undoTicket || !offers || offers->isEmpty()) {
                return; // a draft, say, that is gone
            }
            const app::UndoOffer& newest = offers->first();
            m_undo = LastDeed{.document = about, .offer = newest, .unread = false};
            if (newest.way != app::UndoOffer::Way::None) {
                const QString words =
                    sentence.isEmpty()
                        ? tr("Your last: %1 · %2").arg(actWords(newest.kind), m_formatter.moment(newest.at))
                        : sentence;
                m_undoBar->offer(words);
            } else if (sentence.isEmpty()) {
                say(m_formatter.sentence(newest.instead), Tone::Caution);
            }
        });
}

void MainWindow::undoLast() {
    if (!m_undo) {
        // Nothing was done in this window yet: the last of one's own about this document is offered first.
        if (const auto id = m_document->shownId()) {
            offerUndo(*id, {});
        } else {
            say(tr("There is nothing to undo."), Tone::Caution);
        }
        return;
    }
    const LastDeed last = *m_undo;
    if (last.unread) {
        m_runner.run(
            this, [this, last](std::stop_token) { return m_office.markRead(last.document); },
            [this, last](const app::Result<void>& done) { undone(last, done); });
        return;
    }
    if (last.offer.way == app::UndoOffer::Way::None) {
        say(m_formatter.sentence(last.offer.instead), Tone::Caution);
        return;
    }
    m_undoBar->setBusy(true);
    m_runner.run(
        this, [this, last](std::stop_token) { return m_office.undo(last.document, last.offer.act); },
        [this, last](const app::Result<void>& done) { undone(last, done); });
}

void MainWindow::undone(const LastDeed& last, const app::Result<void>& done) {
    forgetUndo();
    if (!done) {
        sayError(done.error());
        return;
    }
    say(last.unread ? tr("Marked as read again.") : tr("Undone: %1").arg(actWords(last.offer.kind)));
    reload();
    if (m_document->shownId() == std::optional(last.document) && !showsPile()) {
        loadDocument(last.document);
    }
    if (!last.unread) {
        startSync();
    }
}

void MainWindow::markUnread() {
    const auto id = m_document->shownId();
    if (!id || !m_document->shown()->detail.summary.incoming) {
        say(tr("Only a document that came in can be marked as unread."), Tone::Caution);
        return;
    }
    m_runner.run(
        this, [this, id = *id](std::stop_token) { return m_office.markUnread(id); },
        [this, id = *id](const app::Result<void>& done) {
            if (!done) {
                sayError(done.error());
                return;
            }
            forgetUndo();
            m_list->keepUnchosen(); // or it would be looked at again at once
            m_document->showNothing(tr("Choose a document in the list."));
            m_undo = LastDeed{.document = id, .offer = {}, .unread = true};
            m_undoBar->offer(tr("Marked as unread."));
            reload();
        });
}

} // namespace ui
