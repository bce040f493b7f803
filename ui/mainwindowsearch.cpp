// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the desk: read in parts, narrowed, ordered; and the one search over everything.
#include "ui/mainwindow.h"

#include "ui/presentation/folderpresenter.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

/// Rows of one part of a list: more than the tallest screen shows.
constexpr int rowsAtOnce = 100;

} // namespace

void MainWindow::connectSearch() {
    connect(m_top, &TopBar::searched, this, &MainWindow::search);
    connect(m_list, &ListPane::queryChanged, this, [this] { reload(); });
    connect(m_list, &ListPane::moreWanted, this, &MainWindow::readMore);
    SearchFilter& filter = m_list->filter();
    connect(&filter, &SearchFilter::changed, this, [this] {
        app::DocumentQuery asked = m_list->filter().query();
        asked.words = m_search.words;
        // These are the list's own.
        asked.urgent = m_search.urgent;
        asked.application = m_search.application;
        asked.trouble = m_search.trouble;
        asked.order = m_search.order;
        m_search = asked;
        showSearch();
    });
    connect(&filter, &SearchFilter::savedChosen, this, [this](const app::SavedSearch& saved) {
        m_search = saved.query;
        m_top->setSearchText(m_search.words);
        showSearch(saved.query);
        m_list->filter().setQuery(shownQuery());
    });
    connect(&filter, &SearchFilter::saveWanted, this, [this](const QString& name) {
        m_runner.run(
            this,
            [this, saved = app::SavedSearch{.name = name, .query = shownQuery()}](std::stop_token) {
                return m_office.keepSearch(saved);
            },
            [this, name](const app::Result<void>& kept) {
                if (kept) {
                    say(tr("The search is kept as “%1”.").arg(name));
                    readSavedSearches();
                } else {
                    sayError(kept.error());
                }
            });
    });
    connect(&filter, &SearchFilter::forgetWanted, this, [this](const QString& name) {
        m_runner.run(
            this, [this, name](std::stop_token) { return m_office.forgetSearch(name); },
            [this](const app::Result<void>& forgotten) {
                if (forgotten) {
                    readSavedSearches();
                } else {
                    sayError(forgotten.error());
                }
            });
    });
}

app::DocumentQuery MainWindow::shownQuery() const {
    return m_list->narrowed(m_searches ? m_search : app::DocumentQuery{.folder = m_folder});
}

void MainWindow::readList(int ticket, std::optional<app::DocumentId> select) {
    if (m_searches && m_search.isEmpty()) {
        return; // nothing is asked for yet
    }
    // A list that is read anew keeps what the reader had scrolled to.
    const int rows = shownQuery() == m_readQuery ? qMax(rowsAtOnce, m_list->rows()) : rowsAtOnce;
    m_readQuery = shownQuery();
    if (m_searches) {
        m_list->filter().setNarrowing(m_readQuery);
    }
    m_runner.run(
        this, [this, query = shownQuery(), rows](std::stop_token) { return m_office.page(query, rows, {}); },
        [this, ticket, select](const app::Result<app::DocumentPage>& page) {
            if (ticket != m_listTicket) {
                return;
            }
            if (!page) {
                m_list->showProblem(m_formatter.sentence(page.error()));
                return;
            }
            const auto wanted = std::exchange(m_wantedDocument, std::nullopt);
            const bool isBeyond =
                wanted && std::ranges::find(page->rows, *wanted, &app::DocumentSummary::id) == page->rows.end();
            if (isBeyond) {
                m_list->keepUnchosen();
            }
            m_list->setDocuments(*page, select);
            if (isBeyond) {
                loadDocument(*wanted);
            }
            if (m_wantedRow > 0) {
                m_list->selectRow(m_wantedRow);
                m_wantedRow = 0;
            }
            countList(ticket);
        });
}

void MainWindow::countList(int ticket) {
    m_runner.run(
        this,
        [this, query = m_searches ? m_search : app::DocumentQuery{.folder = m_folder}](std::stop_token) {
            return m_office.count(query);
        },
        [this, ticket](const app::Result<app::QueryCounts>& counts) {
            if (counts && ticket == m_listTicket) {
                m_list->setCounts(*counts);
            }
        });
}

void MainWindow::readMore() {
    if (!m_list->next()) {
        return;
    }
    m_runner.run(
        this,
        [this, query = shownQuery(), place = m_list->next()](std::stop_token) {
            return m_office.page(query, rowsAtOnce, place);
        },
        [this, ticket = m_listTicket, place = m_list->next()](const app::Result<app::DocumentPage>& page) {
            if (ticket != m_listTicket || m_list->next() != place) {
                return; // another list by now, or the part is here
            }
            if (page) {
                m_list->appendDocuments(*page);
            } else {
                m_list->appendDocuments({.next = place}); // it may be asked for again
                sayError(page.error());
            }
        });
}

void MainWindow::search(const QString& text) {
    if (text == m_search.words) {
        return;
    }
    m_search.words = text;
    if (m_search.isEmpty()) {
        endSearch();
        return;
    }
    showSearch();
    m_list->filter().setQuery(shownQuery());
}

void MainWindow::showSearch(const std::optional<app::DocumentQuery>& narrowing) {
    const bool begins = !m_searches;
    m_searches = true;
    showView(View::Desk);
    m_right->setCurrentWidget(m_document);
    m_sidebar->selectNothing();
    EmptyText nothing = emptyText(m_folder, true);
    nothing.sentence = m_search.isEmpty()         ? tr("Type words, or choose what to look for.")
                       : m_search.words.isEmpty() ? tr("No document is like that.")
                                                  : tr("No document has these words.");
    if (m_search.isEmpty()) {
        nothing.action.clear(); // there is nothing yet that could be taken away
    }
    m_list->setHeading(m_search.isEmpty() ? tr("Search") : tr("Search results"), nothing);
    if (narrowing) {
        m_search = m_list->takeNarrowing(*narrowing);
    }
    m_list->setSeveralAllowed(false);
    m_list->setFilterShown(true);
    m_listShown = true;
    fold();
    if (begins) {
        readSavedSearches();
    }
    if (m_search.isEmpty()) {
        ++m_listTicket;
        m_list->setCounts({});
        m_list->setDocuments({}, {});
        return;
    }
    reload();
}

void MainWindow::beginFilter() {
    showSearch();
    m_list->filter().setQuery(shownQuery());
    m_list->filter().focusFirst();
}

void MainWindow::endSearch() {
    m_top->clearSearch();
    m_search = {};
    openFolder(m_folder);
}

void MainWindow::readSavedSearches() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.savedSearches(); },
        [this](const app::Result<QList<app::SavedSearch>>& saved) {
            if (saved) {
                m_list->filter().setSaved(*saved);
            } else {
                sayError(saved.error());
            }
        });
    m_runner.run(
        this, [this](std::stop_token) { return m_office.searchChoices(); },
        [this](const app::Result<app::SearchChoices>& choices) {
            if (choices) {
                m_list->filter().setChoices(*choices);
            }
        });
    m_runner.run(
        this, [this](std::stop_token) { return m_office.people(); },
        [this](const app::Result<QList<app::Person>>& people) {
            if (people) {
                m_list->filter().setPeople(*people);
            }
        });
}

} // namespace ui
