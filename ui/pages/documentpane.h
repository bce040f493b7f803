// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/comparepane.h"
#include "ui/pages/filepane.h"
#include "ui/panels/actionpanel.h"
#include "ui/presentation/actionpresenter.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/copybar.h"
#include "ui/widgets/detailspanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/trailstrip.h"
#include "ui/widgets/verdictbar.h"
#include "ui/widgets/yieldingarea.h"

#include <QPointer>

class QMenu;
class QStackedLayout;

namespace ui {

/// The right pane: facts, title, what can be done, the verdict, the pages; the panel of an act in its place and the
/// details over the right third.
class DocumentPane : public Ground {
    Q_OBJECT

public:
    DocumentPane(const Theme& theme, const Formatter& formatter, const QString& renderProgram,
                 QWidget* parent = nullptr);

    void show(const DocumentCase& known);
    using QWidget::show;
    void showNothing(const QString& sentence);
    [[nodiscard]] const std::optional<DocumentCase>& shown() const { return m_known; }
    /// The id that is shown; nothing where none is.
    [[nodiscard]] std::optional<app::DocumentId> shownId() const;

    /// Takes the panel and gives it the focus; another open one goes.
    void openPanel(ActionPanel* panel);
    void closePanel();
    /// Null where none is open.
    [[nodiscard]] ActionPanel* panel() const { return m_panel; }
    void showDetails(DetailTab tab);
    /// The file as the signature at `index` signed it, beside the file as it is; in place of the pages.
    void showComparison(int signature);
    /// Null until one was asked for.
    [[nodiscard]] ComparePane* comparison() const { return m_compare; }
    /// A file beside the document, in place of the pages.
    void showFile(const DetailFile& file, const QString& path);
    /// Null until one was looked at.
    [[nodiscard]] FilePane* filePane() const { return m_filePane; }
    /// An accepted document has a copy with the stamp ĐẾN.
    [[nodiscard]] bool hasArrivalCopy() const;
    /// As if it were chosen in the bar over the pages: arrivalCopyWanted() asks for it, showArrivalCopy() shows it.
    void wantArrivalCopy();
    /// In place of the original, where it is still wanted. An empty path: there is none; the original stays.
    void showArrivalCopy(const QString& path);
    void showOriginal();
    [[nodiscard]] bool showsArrivalCopy() const { return !m_stampedPath.isEmpty(); }
    /// Where what the pages show lies; empty where nothing is shown.
    [[nodiscard]] QString shownFile() const { return showsArrivalCopy() ? m_stampedPath : filePath(); }
    void focusPages();
    [[nodiscard]] PageView& pages() { return *m_pages; }
    [[nodiscard]] const QList<ActionText>& actions() const { return m_actions; }

signals:
    void commandChosen(ui::Command command);
    void checkWanted();
    void evidenceWanted();
    void pinWanted();
    void completionWanted();
    void reportWanted();
    void arrivalCopyWanted();
    void saveWanted();
    void fileWanted(const ui::DetailFile& file);
    void fileSaveWanted(const ui::DetailFile& file);
    void documentWanted(const app::DocumentId& id);
    /// For the status bar: "Page 1/3 · 100 %"; empty where nothing is open.
    void pageWords(const QString& words);
    void pagesSettled();
    /// The system can't protect the reader of documents; a code of app/render, at most once a window.
    void protectionLacking(const QString& code);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuildActions();
    /// One primary button a screen: that of an open panel takes the rank of the one over it.
    void rankPrimary();
    void colourPages();
    void showFrames();
    void sayPage();
    void placeDetails();
    void connectCopies();
    void showPages();
    void closeComparison();
    void makeFilePane();
    void leaveFile();
    /// What stands in place of the pages goes.
    void closeOthers();
    [[nodiscard]] QString filePath() const;

    const Theme& m_theme;
    Formatter m_formatter;
    QString m_renderProgram;
    std::optional<DocumentCase> m_known;
    QList<ActionText> m_actions;
    int m_filesOffered = 0;
    QString m_shownPath;
    QString m_stampedPath; ///< of the copy with the stamp; empty: the original is shown
    QByteArray m_shownSha;
    bool m_awaitsCopy = false;
    bool m_drawn = false; ///< everything in sight is drawn from rendered pages
    TextLabel* m_facts;
    TextLabel* m_title;
    QWidget* m_buttons;
    QPointer<QPushButton> m_primary;
    QWidget* m_panelPlace;
    QPointer<ActionPanel> m_panel;
    QPointer<QWidget> m_focusBefore;
    VerdictBar* m_verdict;
    TrailStrip* m_trail;
    CopyBar* m_copies;
    PageView* m_pages;
    EmptyState* m_noPages;
    ComparePane* m_compare = nullptr; ///< made when it is first asked for
    FilePane* m_filePane = nullptr;   ///< made when it is first asked for
    DetailFile m_file;                ///< that it shows
    QStackedLayout* m_pageStack;
    YieldingArea* m_below;
    DetailsPanel* m_details;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace ui
