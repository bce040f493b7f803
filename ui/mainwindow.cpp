// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Folder;

namespace {

constexpr int SidebarWidth = 208;
constexpr int ListWidth = 384;
constexpr int FoldsBelow = 1100;
constexpr int OnePaneBelow = 800;
constexpr QSize SmallestWindow(480, 320);

} // namespace

MainWindow::MainWindow(Theme& theme, const Formatter& formatter, Office& office, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_profile(office.profile())
    , m_folder(homeFolder(m_profile.person.role))
    , m_sync(office, m_runner)
    , m_evidence(office, m_runner)
    , m_top(new TopBar(theme, m_profile.person.role != app::Role::Leader, this))
    , m_sidebar(new Sidebar(theme, formatter, m_profile.person.role, this))
    , m_splitter(new QSplitter(this))
    , m_views(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
    , m_list(new ListPane(theme, formatter, this))
    , m_document(new DocumentPane(theme, formatter, office.renderProgram(), this))
    , m_dossier(new DossierPane(theme, formatter, office, m_runner, this))
    , m_books(new BookPage(theme, formatter, office, m_runner, this))
    , m_status(new StatusLine(theme, this))
    , m_rightsBar(new RightsBar(theme, this))
    , m_undoBar(new UndoBar(theme, this))
    , m_work(new WorkCard(theme, this))
    , m_evidenceWork(new WorkCard(theme, this))
    , m_pile(new PilePane(theme, formatter, office, m_runner, this))
    , m_signing(new WorkCard(theme, this))
    , m_palette(new CommandPalette(theme, this))
    , m_flow(new ActionFlow(theme, formatter, office, m_runner, *m_document, this)) {
    setWindowTitle(u"Công Văn · %1 · %2"_s.arg(m_profile.person.name, m_profile.agency.name));
    setAcceptDrops(true);
    build();
    connectPanes();
    connectPile();
    makeCommands();
    fillProfileMenu();
    m_top->setPerson(
        u"%1 · %2"_s.arg(m_profile.person.name.isEmpty() ? roleName(m_profile.person.role) : m_profile.person.name,
                         m_profile.agency.name));
    m_status->setStatus(statusOf({}, m_formatter));
    if (m_profile.demo) {
        say(tr("Demo office: nothing here is real."));
    }
    m_list->selectRow(-1);
}

MainWindow::~MainWindow() {
    delete m_secret; // while the runner is there, by which it locks
}

void MainWindow::build() {
    m_right->addWidget(m_document);
    m_right->addWidget(m_dossier);
    m_right->addWidget(m_pile);
    m_right->setMinimumWidth(320);
    auto* desk = new QSplitter(this);
    desk->setObjectName(u"desk"_s);
    desk->setChildrenCollapsible(false);
    desk->addWidget(m_list);
    desk->addWidget(m_right);
    desk->setStretchFactor(0, 0);
    desk->setStretchFactor(1, 1);
    desk->setSizes({ListWidth, 688});
    m_views->addWidget(desk);
    m_views->addWidget(m_books);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_views);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({SidebarWidth, 1072});
    m_sidebar->setMinimumWidth(168);
    m_sidebar->setMaximumWidth(320);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(m_top);
    layout->addWidget(m_rightsBar);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_undoBar);
    layout->addWidget(m_status);
    // Where less is left than the panes want, fewer of them are shown.
    setMinimumSize(SmallestWindow);
    resize(1280, 800);
}

void MainWindow::connectPanes() {
    connect(m_top, &TopBar::newDocument, this, [this] { newDraft(app::DocumentKind::CongVan); });
    connect(m_top, &TopBar::sync, this, &MainWindow::startSync);
    connect(m_top, &TopBar::back, this, [this] {
        m_foldersShown = m_listShown || m_views->currentIndex() != 0;
        m_listShown = true;
        fold();
        if (m_foldersShown) {
            m_sidebar->setFocus(Qt::OtherFocusReason);
        } else {
            m_list->focusList();
        }
    });
    connect(m_sidebar, &Sidebar::chosen, this, [this](Folder folder) { openFolder(folder); });

    connect(m_list, &ListPane::documentChosen, this, &MainWindow::loadDocument);
    connect(m_list, &ListPane::dossierChosen, this, [this](const app::DossierId& id) {
        m_right->setCurrentWidget(m_dossier);
        m_dossier->open(id);
    });
    connect(m_list, &ListPane::nothingChosen, this, [this] {
        ++m_documentTicket;
        m_document->showNothing(tr("Choose a document in the list."));
        m_dossier->showNothing(tr("Choose a dossier in the list."));
    });
    connect(m_list, &ListPane::opened, this, [this] {
        uncoverDocument();
        if (m_right->currentWidget() == m_document) {
            m_document->focusPages();
        }
    });
    connect(m_list, &ListPane::clicked, this, &MainWindow::uncoverDocument);
    connect(m_list, &ListPane::emptyActionChosen, this, [this](EmptyText::Does does) {
        switch (does) {
        case EmptyText::Does::NewDraft:
            return newDraft(app::DocumentKind::CongVan);
        case EmptyText::Does::Sync:
            return startSync();
        case EmptyText::Does::NewDossier:
            m_right->setCurrentWidget(m_dossier);
            return m_dossier->askNew();
        case EmptyText::Does::ClearFilter:
            return endSearch();
        case EmptyText::Does::Nothing:
            return;
        }
    });
    connect(m_list, &ListPane::newDossierWanted, this, [this] {
        m_right->setCurrentWidget(m_dossier);
        m_dossier->askNew();
    });

    connect(m_document, &DocumentPane::documentWanted, this, &MainWindow::openDocument);
    connect(m_document, &DocumentPane::reportWanted, this, &MainWindow::saveReport);
    connect(m_document, &DocumentPane::pageWords, this,
            [this](const QString& words) { m_status->setPage(showsPile() ? QString() : words); });
    connect(m_document, &DocumentPane::protectionLacking, this,
            [this](const QString& code) { say(m_formatter.sentence(code), Tone::Caution); });
    connect(m_document, &DocumentPane::pagesSettled, this, [this] {
        m_pagesReady = true;
        checkSettled();
    });
    connect(m_flow, &ActionFlow::done, this, &MainWindow::onDone);
    connect(m_flow, &ActionFlow::failed, this, &MainWindow::sayError);
    connect(m_flow, &ActionFlow::editWanted, this, &MainWindow::editDraft);
    connect(m_flow, &ActionFlow::correctionWanted, this,
            [this](const app::DocumentId& id, const app::PaperEntry& entry) {
                showPaper();
                m_paper->correct(id, entry);
            });
    connect(m_list, &ListPane::paperWanted, this, [this] { openPaper(); });

    connect(m_dossier, &DossierPane::documentWanted, this, &MainWindow::openDocument);
    connect(m_dossier, &DossierPane::failed, this, &MainWindow::sayError);
    connect(m_dossier, &DossierPane::done, this,
            [this](const QString& sentence, const std::optional<app::DossierId>& id) {
                say(sentence);
                reload();
                if (id) {
                    m_dossier->open(*id);
                }
            });
    connectBooks();
    connect(m_status, &StatusLine::mentionsWanted, this, &MainWindow::openMention);
    connect(m_status, &StatusLine::standingWanted, this, &MainWindow::openStanding);

    connectSearch();
    connectWork();
    connectUndo();
    connectRights();
    connect(&m_runner, &TaskRunner::idle, this, &MainWindow::checkSettled);
}

void MainWindow::openFolder(Folder folder, int row) {
    if (m_draft && m_views->currentWidget() == m_draft && m_draft->hasUnsavedWords()) {
        m_draft->save(false); // leaving loses nothing
    }
    const bool other = folder != m_folder || m_searches;
    m_folder = folder;
    m_searches = false;
    m_search = {};
    m_top->clearSearch();
    m_list->setFilterShown(false);
    m_sidebar->select(folder);
    m_wantedRow = row;
    m_listShown = true;
    m_foldersShown = false;
    if (folder == Folder::Books) {
        showView(View::Books);
        m_books->reload();
        reloadCounts();
        return;
    }
    if (folder == Folder::Statistics) {
        openStatistics();
        reloadCounts();
        return;
    }
    if (folder == Folder::Opinions || folder == Folder::Meetings) {
        folder == Folder::Opinions ? openOpinions() : openMeetings();
        reloadCounts();
        return;
    }
    showView(View::Desk);
    m_right->setCurrentWidget(folder == Folder::Dossiers ? static_cast<QWidget*>(m_dossier) : m_document);
    m_list->setHeading(folderName(folder), emptyText(folder, false));
    m_list->setPaperOffered(m_profile.person.role == app::Role::Clerk && folder <= Folder::ToHandle);
    m_list->setSeveralAllowed(folder == Folder::ToSign && m_profile.person.role == app::Role::Leader);
    if (other) {
        m_list->setCounts({});
        m_list->setDocuments({}, {});
    }
    reload();
}

void MainWindow::reload(std::optional<app::DocumentId> select) {
    reloadCounts();
    const int ticket = ++m_listTicket;
    if (m_folder == Folder::Books && !m_searches) {
        m_books->reload();
        return;
    }
    if (m_folder == Folder::Statistics && !m_searches) {
        m_statistics->reload();
        return;
    }
    if (m_folder == Folder::Opinions && !m_searches) {
        m_opinions->reload();
        return;
    }
    if (m_folder == Folder::Meetings && !m_searches) {
        m_meetings->reload();
        return;
    }
    if (m_folder == Folder::Dossiers && !m_searches) {
        m_runner.run(
            this, [this](std::stop_token) { return m_office.dossiers(); },
            [this, ticket](const app::Result<QList<app::DossierSummary>>& dossiers) {
                if (ticket != m_listTicket) {
                    return;
                }
                if (dossiers) {
                    m_list->setDossiers(*dossiers, {});
                } else {
                    m_list->showProblem(m_formatter.sentence(dossiers.error()));
                }
            });
        return;
    }
    if (!select) { // what is on its way to be shown comes before what is
        select = m_wantedDocument ? m_wantedDocument : m_document->shownId();
    }
    readList(ticket, select);
}

void MainWindow::reloadCounts() {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.counts(); },
        [this](const app::Result<app::FolderCounts>& counts) {
            if (counts) {
                takeCounts(*counts);
            }
        });
    reloadCalls();
}

void MainWindow::openDocument(const app::DocumentId& id) {
    // The list of its folder, and the document in it.
    m_runner.run(
        this, [this, id](std::stop_token) { return m_office.detail(id); },
        [this, id](const app::Result<app::DocumentDetail>& detail) {
            if (!detail) {
                sayError(detail.error());
                return;
            }
            openFolder(detail->summary.folder);
            m_wantedDocument = id;
            reload(id);
        });
}

void MainWindow::loadDocument(const app::DocumentId& id) {
    m_right->setCurrentWidget(m_document);
    const int ticket = ++m_documentTicket;
    m_pagesReady = false;
    m_runner.run(
        this,
        [this, id, opens = m_document->shownId() != std::optional(id)](std::stop_token) {
            return readCase(m_office, id, opens);
        },
        [this, ticket](const app::Result<DocumentCase>& known) {
            if (ticket != m_documentTicket) {
                return;
            }
            if (!known) {
                m_document->showNothing(m_formatter.sentence(known.error()));
                return;
            }
            // An open panel stays: a document that is read again is the same one.
            m_document->show(*known);
            m_runner.run(
                this, [this, first = *known](std::stop_token stop) { return completeCase(m_office, first, stop); },
                [this, ticket](const DocumentCase& whole) {
                    if (ticket == m_documentTicket) {
                        m_document->show(whole);
                    }
                });
        });
}

void MainWindow::onDone(const QString& sentence, const std::optional<app::DocumentId>& about) {
    say(sentence);
    if (about) {
        offerUndo(*about, sentence);
    }
    const bool listHad = m_list->isAncestorOf(focusWidget());
    reload();
    if (const auto id = m_document->shownId(); id && !showsPile()) {
        loadDocument(*id);
    }
    if (listHad || !focusWidget()) {
        m_list->focusList();
    }
    startSync();
    m_evidence.start();
}

void MainWindow::say(const QString& sentence, Tone tone) {
    m_status->announce(sentence, tone);
}

void MainWindow::sayError(const app::Error& error) {
    say(m_formatter.sentence(error) + u"  ("_s + error.code + u')', Tone::Bad);
}

void MainWindow::newDraft(app::DocumentKind kind) {
    m_runner.run(
        this, [this, kind](std::stop_token) { return m_office.startDraft(kind); },
        [this](const app::Result<app::Draft>& draft) {
            if (draft) {
                editDraft(*draft);
            } else {
                sayError(draft.error());
            }
        });
}

void MainWindow::editDraft(const app::Draft& draft) {
    m_pagesReady = false;
    showView(View::Draft);
    m_draft->edit(draft);
}

void MainWindow::importPdf(const QString& path) {
    m_runner.run(
        this, [this](std::stop_token) { return m_office.startDraft(app::DocumentKind::CongVan); },
        [this, path](const app::Result<app::Draft>& draft) {
            if (!draft) {
                sayError(draft.error());
                return;
            }
            showView(View::Draft);
            m_draft->editImport(path, *draft);
        });
}

void MainWindow::openTrust() {
    if (!m_trust) {
        m_trust = new TrustPage(m_theme, m_formatter, app::ManageTrust(m_profile.trustFolder(), m_profile.person.name),
                                m_runner, this);
        m_views->addWidget(m_trust);
        connect(m_trust, &TrustPage::done, this, [this](const QString& sentence) { say(sentence); });
        connect(m_trust, &TrustPage::failed, this, &MainWindow::sayError);
    }
    showView(View::Trust);
    m_sidebar->selectNothing();
    m_trust->reload();
    m_trust->focusList();
}

void MainWindow::openStatistics() {
    if (!m_statistics) {
        m_statistics = new StatisticsPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_statistics);
        connect(m_statistics, &StatisticsPage::done, this, [this](const QString& sentence) { say(sentence); });
        connect(m_statistics, &StatisticsPage::failed, this, &MainWindow::sayError);
    }
    showView(View::Statistics);
    m_statistics->reload();
}

void MainWindow::showView(View view) {
    if (view == View::Draft && !m_draft) {
        m_draft = new DraftPage(m_theme, m_formatter, m_office, m_runner, this);
        m_views->addWidget(m_draft);
        connect(m_draft, &DraftPage::left, this, [this] { openFolder(Folder::Drafts); });
        connect(m_draft, &DraftPage::saved, this, [this](const QString& sentence) {
            say(sentence);
            reload();
        });
        connect(m_draft, &DraftPage::submitted, this, [this](const QString& sentence) {
            say(sentence);
            offerUndo(m_draft->draftId(), sentence);
            openFolder(Folder::ToSign);
            startSync();
        });
        connect(m_draft, &DraftPage::failed, this, &MainWindow::sayError);
        connect(m_draft, &DraftPage::pageWords, m_status, &StatusLine::setPage);
        connect(m_draft, &DraftPage::pagesSettled, this, [this] {
            m_pagesReady = true;
            checkSettled();
        });
    }
    switch (view) {
    case View::Standing:
        m_views->setCurrentWidget(m_standing);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Paper:
        m_views->setCurrentWidget(m_paper);
        m_status->setPage({});
        break;
    case View::Desk:
        m_views->setCurrentIndex(0);
        break;
    case View::Draft:
        m_views->setCurrentWidget(m_draft);
        break;
    case View::Books:
        m_views->setCurrentWidget(m_books);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Statistics:
        m_views->setCurrentWidget(m_statistics);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Opinions:
        m_views->setCurrentWidget(m_opinions);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Secret:
        m_views->setCurrentWidget(m_secret);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Meetings:
        m_views->setCurrentWidget(m_meetings);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    case View::Trust:
        m_views->setCurrentWidget(m_trust);
        m_pagesReady = true;
        m_status->setPage({});
        break;
    }
    fold();
}

void MainWindow::uncoverDocument() {
    m_listShown = false;
    fold();
}

void MainWindow::fold() {
    const bool folded = width() < FoldsBelow;
    const bool single = width() < OnePaneBelow;
    const bool desk = m_views->currentIndex() == 0;
    const bool documentAlone = folded && desk && !m_listShown;
    m_list->setVisible(!documentAlone);
    m_right->setVisible(!folded || documentAlone);
    const bool folders = single && m_foldersShown;
    m_sidebar->setVisible(!single || folders);
    m_sidebar->setMaximumWidth(folders ? QWIDGETSIZE_MAX : 320);
    m_views->setVisible(!folders);
    m_top->setBackShown(documentAlone || (single && !folders));
}

bool MainWindow::isSettled() const {
    // Pages that a folded window hides are not drawn.
    const bool hidden = !m_views->isVisible() || (m_views->currentIndex() == 0 && !m_right->isVisible());
    const bool drawn = m_opinions && m_views->currentWidget() == m_opinions   ? m_opinions->pane().isDrawn()
                       : m_meetings && m_views->currentWidget() == m_meetings ? m_meetings->pane().isDrawn()
                                                                              : m_pagesReady;
    return m_runner.isIdle() && (drawn || hidden);
}

void MainWindow::checkSettled() {
    if (isSettled()) {
        emit settled();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
    m_work->settle();
    m_evidenceWork->settle();
    m_signing->settle();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_draft && m_views->currentWidget() == m_draft && m_draft->hasUnsavedWords()) {
        connect(m_draft, &DraftPage::left, this, &QWidget::close, Qt::SingleShotConnection);
        m_draft->save(true);
        event->ignore();
        return;
    }
    // Another desk goes on at once with what this one does for the office; the end of the program waits for it.
    m_runner.run(this, [this](std::stop_token) { return m_office.leaveDuties(); }, [](const app::Result<void>&) {});
    event->accept();
}

} // namespace ui
