// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/emptystate.h"

#include <QPointer>

class QListView;
class QStackedLayout;

namespace ui {

class DocumentListModel;

/// A dossier: what it is, what lies in it, and what can be done: close it, hand it over as a folder, check such a
/// folder.
class DossierPane : public Ground {
    Q_OBJECT

public:
    DossierPane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                QWidget* parent = nullptr);

    void open(const app::DossierId& id);
    void showNothing(const QString& sentence);
    /// The panel for a new one; works without an opened dossier too.
    void askNew();

signals:
    void documentWanted(const app::DocumentId& id);
    /// Something was done; with an id where a dossier was made.
    void done(const QString& sentence, const std::optional<app::DossierId>& dossier);
    void failed(const app::Error& error);

private:
    void show(const app::DossierDetail& detail);
    void askClose();
    void exportIt();
    void checkExport();
    void openPanel(ActionPanel* panel);
    void closePanel();

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    std::optional<app::DossierDetail> m_detail;
    TextLabel* m_facts;
    TextLabel* m_title;
    TextLabel* m_result;
    QPushButton* m_close;
    QPushButton* m_export;
    QPushButton* m_check;
    QWidget* m_panelPlace;
    QPointer<ActionPanel> m_panel;
    DocumentListModel* m_model;
    QListView* m_view;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    QWidget* m_head;
};

} // namespace ui
