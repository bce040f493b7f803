// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/documentlistmodel.h"
#include "ui/presentation/folderpresenter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"

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
    void setDocuments(const QList<app::DocumentSummary>& documents, std::optional<app::DocumentId> select);
    void setDossiers(const QList<app::DossierSummary>& dossiers, std::optional<app::DossierId> select);
    /// A list that could not be read says why, where its rows would be.
    void showProblem(const QString& sentence);
    void selectRow(int row);
    /// That document alone; nothing where it is not in the list.
    void selectDocument(const app::DocumentId& id);
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
    void documentChosen(const app::DocumentId& id);
    void severalChosen(const QList<app::DocumentSummary>& documents);
    void dossierChosen(const app::DossierId& id);
    void nothingChosen();
    /// Enter on a row: to the document.
    void opened();
    void clicked();
    void emptyActionChosen(ui::EmptyText::Does does);
    void newDossierWanted();

private:
    void onCurrentChanged();
    void onSelectionChanged();
    [[nodiscard]] QList<app::DocumentId> chosenIds() const;
    /// The same documents again after the rows were read anew; false where less than two are left.
    bool chooseAgain(const QList<app::DocumentId>& ids);
    void refresh();
    void narrow(DocumentListModel::Narrow narrow);

    const Formatter m_formatter;
    DocumentListModel* m_model;
    TextLabel* m_title;
    TextLabel* m_count;
    QPushButton* m_newDossier;
    QWidget* m_chips;
    QPushButton* m_all;
    QPushButton* m_urgent;
    QPushButton* m_trouble;
    QListView* m_view;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    EmptyText m_empty;
    QString m_problem;
    bool m_dossiers = false;
    bool m_quiet = false;
    bool m_unchosen = false;
    QList<app::DocumentId> m_told; ///< several that were told last
};

} // namespace ui
