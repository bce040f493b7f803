// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/documentlistmodel.h"
#include "ui/presentation/folderpresenter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfilter.h"

class QListView;
class QStackedLayout;

namespace ui {

/// The middle pane: name of the folder and how much is in it, chips that narrow it, the rows.
class ListPane : public Ground {
    Q_OBJECT

public:
    ListPane(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    /// Begins to show a folder; the rows that were there stay until the new ones come.
    void setHeading(const QString& title, const EmptyText& empty);
    /// The first part of a list.
    void setDocuments(const app::DocumentPage& page, std::optional<app::DocumentId> select);
    /// How many there are, whatever the chips narrow; comes after the rows.
    void setCounts(const app::QueryCounts& counts);
    /// The part after what is shown; nothing is chosen anew.
    void appendDocuments(const app::DocumentPage& page);
    /// What the chips narrow and the order that was chosen, put into a query.
    [[nodiscard]] app::DocumentQuery narrowed(app::DocumentQuery query) const;
    /// Sets chips and order as a kept search has them; the query without what they say now.
    [[nodiscard]] app::DocumentQuery takeNarrowing(app::DocumentQuery query);
    /// Where the next part begins; nothing where all is here.
    [[nodiscard]] const std::optional<app::ListPlace>& next() const { return m_model->next(); }
    /// The filter of a search, above what was found.
    [[nodiscard]] SearchFilter& filter() { return *m_filter; }
    void setFilterShown(bool shown);
    void setDossiers(const QList<app::DossierSummary>& dossiers, std::optional<app::DossierId> select);
    /// A list that could not be read says why, where its rows would be.
    void showProblem(const QString& sentence);
    void selectRow(int row);
    /// That document alone; nothing where it is not in the list.
    void selectDocument(const app::DocumentId& id);
    /// Whether documents on paper are entered from this list.
    void setPaperOffered(bool offered);
    /// Whether several documents can be chosen together (Ctrl and Shift).
    void setSeveralAllowed(bool allowed);
    /// Rows that come are not chosen by themselves, so that what stands beside the list stays there; until a person
    /// chooses one.
    void keepUnchosen();
    /// The rows that are chosen, from above.
    [[nodiscard]] QList<app::DocumentSummary> chosen() const;
    void focusList();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] int rows() const;

signals:
    /// A chip or the order: the list is to be read anew.
    void queryChanged();
    /// The end of what was read comes into sight.
    void moreWanted();
    void documentChosen(const app::DocumentId& id);
    void severalChosen(const QList<app::DocumentSummary>& documents);
    void dossierChosen(const app::DossierId& id);
    void nothingChosen();
    /// Enter on a row: to the document.
    void opened();
    void clicked();
    void emptyActionChosen(ui::EmptyText::Does does);
    void newDossierWanted();
    /// A document that came on paper is to be entered.
    void paperWanted();

private:
    void onCurrentChanged();
    void onSelectionChanged();
    [[nodiscard]] QList<app::DocumentId> chosenIds() const;
    /// The same documents again after the rows were read anew; false where less than two are left.
    bool chooseAgain(const QList<app::DocumentId>& ids);
    void refresh();
    /// The chips over the list.
    enum class Narrow { All, Urgent, Application, Trouble };
    void narrow(Narrow narrow);
    void fillOrderMenu();
    void setOrder(app::ListOrder order);

    const Formatter m_formatter;
    DocumentListModel* m_model;
    TextLabel* m_title;
    TextLabel* m_count;
    QPushButton* m_newDossier;
    QPushButton* m_newPaper;
    QPushButton* m_order;
    QWidget* m_chips;
    QPushButton* m_all;
    QPushButton* m_urgent;
    QPushButton* m_application;
    QPushButton* m_trouble;
    SearchFilter* m_filter;
    QListView* m_view;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    EmptyText m_empty;
    QString m_problem;
    app::QueryCounts m_counts;
    Narrow m_narrow = Narrow::All;
    app::ListOrder m_listOrder = app::ListOrder::Time;
    bool m_dossiers = false;
    bool m_quiet = false;
    bool m_unchosen = false;
    QList<app::DocumentId> m_told; ///< several that were told last
};

} // namespace ui
