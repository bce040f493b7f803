// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/verdictreport.h"
#include "ui/pages/actionflow.h"
#include "ui/pages/bookpage.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/dossierpane.h"
#include "ui/pages/draftpage.h"
#include "ui/pages/listpane.h"
#include "ui/pages/meetingpage.h"
#include "ui/pages/opinionpage.h"
#include "ui/pages/paperpage.h"
#include "ui/pages/pilepane.h"
#include "ui/pages/standingpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/pages/trustpage.h"
#include "ui/presentation/evidencerunner.h"
#include "ui/presentation/syncrunner.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/rightsbar.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/topbar.h"
#include "ui/widgets/undobar.h"
#include "ui/widgets/workcard.h"

class QMenu;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace ui {

/// The desk: folders, list, document. Reads through the Office port on other threads; paints only. Everything that can
/// be done is an action with a name, found with Ctrl+K.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    /// `theme` and `office` outlive the window.
    MainWindow(Theme& theme, const Formatter& formatter, Office& office, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows a folder; `row` is selected when it is read.
    void openFolder(app::Folder folder, int row = 0);
    void openDocument(const app::DocumentId& id);
    /// Nothing is read any more and the pages are drawn (for pictures and measuring).
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] TaskRunner& runner() { return m_runner; }
    [[nodiscard]] DocumentPane& documentPane() { return *m_document; }
    [[nodiscard]] ListPane& listPane() { return *m_list; }
    [[nodiscard]] PilePane& pilePane() { return *m_pile; }
    /// Null until it was opened.
    [[nodiscard]] TrustPage* trustPage() { return m_trust; }
    /// Null until it was opened.
    [[nodiscard]] StatisticsPage* statisticsPage() { return m_statistics; }
    [[nodiscard]] BookPage& bookPage() { return *m_books; }
    void openTrust();
    /// To be away, and who else is.
    void openStanding();
    /// Null until it was opened.
    [[nodiscard]] OpinionPage* opinionPage() { return m_opinions; }
    [[nodiscard]] MeetingPage* meetingPage() { return m_meetings; }
    /// Null until it was opened.
    [[nodiscard]] StandingPage* standingPage() { return m_standing; }
    /// To enter a document that came on paper, with the files of its scan; of a clerk.
    void openPaper(const QStringList& files = {});
    /// Null until it was opened.
    [[nodiscard]] PaperPage* paperPage() { return m_paper; }
    void newDraft(app::DocumentKind kind);
    void startSync();
    /// From now on news at the server start a sync by themselves.
    void watchNews();

signals:
    void settled();
    /// A run of the exchange ended, well or not.
    void synced();
    void countsChanged(const app::FolderCounts& counts);
    /// So many more wait to be accepted and were not looked at than when the lists were counted last.
    void arrived(int documents);
    /// The first time in a day: what waits, in one line.
    void dayBegan(const QString& words);
    /// The other profiles of this machine: each in a process of its own.
    void profileWanted(const QString& folder);
    void languageWanted(const QString& language);
    void themeChosen(ui::ThemeChoice choice);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class View { Desk, Draft, Books, Trust, Statistics, Standing, Opinions, Meetings, Paper };

    void build();
    void connectPanes();
    void connectWork();
    void connectSync();
    void connectEvidence();
    void connectCopies();
    void connectPile();
    [[nodiscard]] bool showsPile() const;
    void onPileEnded(const QString& sentence);
    void makeCommands();
    QAction* command(const QString& words, const QKeySequence& keys);
    void fillProfileMenu();
    void reload(std::optional<app::DocumentId> select = {});
    void reloadCounts();
    void takeCounts(const app::FolderCounts& counts);
    void beginDay();
    /// What calls this person besides the lists: comments that name them, and who stands in for whom.
    void reloadCalls();
    void loadDocument(const app::DocumentId& id);
    /// A part of the list or search that is shown, and how much there is.
    void readList(int ticket, std::optional<app::DocumentId> select);
    void countList(int ticket);
    void readMore();
    void connectSearch();
    void search(const QString& text);
    /// Shows what m_search finds.
    void showSearch();
    /// Opens the filter over what is found, or over nothing yet.
    void beginFilter();
    void endSearch();
    void readSavedSearches();
    /// What the list shows, narrowed and ordered as its head says.
    [[nodiscard]] app::DocumentQuery shownQuery() const;
    void showView(View view);
    void openStatistics();
    void openOpinions();
    void openMeetings();
    /// The panel for a question; the document that is shown lies beside it where that is wanted.
    void askOpinions(bool withDocument);
    void primaryAct();
    void editDraft(const app::Draft& draft);
    void importPdf(const QString& path);
    void showPaper();
    /// The files of a drag that are a scan, where one may be dropped now.
    [[nodiscard]] QStringList droppedScan(const QMimeData* dropped, const QPoint& at) const;
    /// Asks for a place and writes the report on the signatures of the document shown.
    void saveReport();
    /// The document with the newest comment that names this person and was not seen.
    void openMention();
    void openArrivalCopy();
    /// Asks for a place and writes there what the pages show.
    void saveShown();
    void writeReport(const QString& path, const app::JudgedFile& judged);
    void say(const QString& sentence, Tone tone = Tone::Neutral);
    void sayError(const app::Error& error);
    void onDone(const QString& sentence, const std::optional<app::DocumentId>& about);
    /// What this person did last in this window.
    struct LastDeed {
        app::DocumentId document;
        app::UndoOffer offer{};
        bool unread = false; ///< they only marked it as unread
    };
    void connectRights();
    /// Whose rights were changed, and wait to be confirmed.
    void reloadRights();
    void connectUndo();
    /// Tells what was done, and offers to undo it; `sentence` empty: the newest of one's own is offered.
    void offerUndo(const app::DocumentId& about, const QString& sentence);
    void undoLast();
    void undone(const LastDeed& last, const app::Result<void>& done);
    void forgetUndo();
    void markUnread();
    void onSyncEnded();
    void setNetwork(exchange::NetworkPolicy policy);
    void fillNetworkMenu(QMenu& menu);
    /// How packets are written and signed, and who is offered as a receiver.
    void fillPacketMenu(QMenu& menu);
    /// Changes the settings of the profile and stores them.
    void changeProfile(const std::function<void(app::Profile&)>& change);
    /// How far the signatures came, and what kept them from more.
    void sayEvidence(const app::EvidenceOutcome& outcome, bool cancelled);
    /// The verdict with what was found, and what could not be had.
    void takeAnswer(const app::EvidenceAnswer& answer);
    void askEvidence();
    void refreshStatus();
    void fold();
    /// In a folded window: the document instead of the list.
    void uncoverDocument();
    void showDetails(DetailTab tab);
    void checkSettled();

    Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner m_runner;
    app::Profile m_profile;
    app::Folder m_folder;
    std::optional<int> m_unread; ///< when it was counted last
    int m_wantedRow = 0;
    std::optional<app::DocumentId> m_wantedDocument; ///< is shown, in the part of the list that is read or not
    app::DocumentQuery m_readQuery;                  ///< what the list was read for last
    app::DocumentQuery m_search;                     ///< while m_searches
    bool m_searches = false;                         ///< the list shows what was found, not a folder
    int m_listTicket = 0;
    int m_documentTicket = 0;
    bool m_pagesReady = true;
    bool m_listShown = false;    ///< in a folded window: the list lies over the document
    bool m_foldersShown = false; ///< in a window of one pane: the folders are it

    SyncRunner m_sync;
    EvidenceRunner m_evidence;
    TopBar* m_top;
    Sidebar* m_sidebar;
    QSplitter* m_splitter;
    QStackedWidget* m_views;
    QStackedWidget* m_right;
    ListPane* m_list;
    DocumentPane* m_document;
    DossierPane* m_dossier;
    DraftPage* m_draft = nullptr; ///< made when a draft is first opened
    BookPage* m_books;
    TrustPage* m_trust = nullptr;           ///< made when it is first opened
    StatisticsPage* m_statistics = nullptr; ///< made when it is first opened
    StandingPage* m_standing = nullptr;     ///< made when it is first opened
    MeetingPage* m_meetings = nullptr;      ///< made when it is first opened
    OpinionPage* m_opinions = nullptr;      ///< made when it is first opened
    PaperPage* m_paper = nullptr;           ///< made when it is first opened
    StatusLine* m_status;
    RightsBar* m_rightsBar;
    std::optional<app::RightsChange> m_rights; ///< the one that the bar tells
    UndoBar* m_undoBar;
    std::optional<LastDeed> m_undo;
    int m_undoTicket = 0;
    WorkCard* m_work;
    WorkCard* m_evidenceWork; ///< stands on the other
    QStringList m_notHad;     ///< evidence that the last question did not bring, in words
    PilePane* m_pile;
    WorkCard* m_signing;
    CommandPalette* m_palette;
    ActionFlow* m_flow;
    QList<QAction*> m_commands;
    std::unique_ptr<app::FeedWatch> m_watch; ///< last: ends before what it tells
};

} // namespace ui
