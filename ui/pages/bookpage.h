// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/bookmodel.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/emptystate.h"

class QComboBox;
class QStackedLayout;
class QTableView;

namespace ui {

/// The books of the year: incoming, outgoing. Enter or a double click leads to the document.
class BookPage : public Ground {
    Q_OBJECT

public:
    BookPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
             QWidget* parent = nullptr);
    void reload();
    void focusTable();

signals:
    void documentWanted(const app::DocumentId& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layColumns();
    const Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    BookModel* m_model;
    TextLabel* m_count;
    QPushButton* m_in;
    QPushButton* m_out;
    QComboBox* m_year;
    QTableView* m_table;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    int m_ticket = 0;
};

} // namespace ui
