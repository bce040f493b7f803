// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/registerpanel.h"
#include "ui/presentation/bookmodel.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/emptystate.h"

class QBoxLayout;
class QComboBox;
class QStackedLayout;
class QTableView;

namespace ui {

/// The books of the year: incoming, outgoing. Enter or a double click leads to the document. Registers of them are
/// written to files.
class BookPage : public Ground {
    Q_OBJECT

public:
    BookPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
             QWidget* parent = nullptr);
    void reload();
    void focusTable();
    /// Asks which register is to be written.
    void askRegister();
    /// Null where none is asked for.
    [[nodiscard]] RegisterPanel* panel() const { return m_panel; }
    /// Writes the register; the ending of the file says as what.
    void saveTo(const app::RegisterRequest& request, const QString& path);

signals:
    void documentWanted(const app::DocumentId& id);
    void done(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void closePanel();

    const Theme& m_theme;
    void layColumns();
    const Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    BookModel* m_model;
    TextLabel* m_count;
    QPushButton* m_in;
    QPushButton* m_out;
    QPushButton* m_other;
    QComboBox* m_year;
    QPushButton* m_export;
    QBoxLayout* m_layout = nullptr;
    RegisterPanel* m_panel = nullptr;
    QTableView* m_table;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    int m_ticket = 0;
};

} // namespace ui
