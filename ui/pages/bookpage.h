// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/registerpanel.h"
#include "ui/presentation/bookmodel.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/emptystate.h"

#include <functional>

class QBoxLayout;
class QComboBox;
class QStackedLayout;
class QTableView;

namespace ui {

/// The books of the year: incoming, outgoing. Enter or a double click leads to the document. Registers of them are
/// written to files; a clerk makes a number void, and closes a book.
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
    [[nodiscard]] ActionPanel* panel() const { return m_panel; }
    /// Asks why the number of the chosen line is made void.
    void askVoid();
    /// Asks why the book of the chosen line is closed.
    void askClose();
    /// Writes the register; the ending of the file says as what.
    void saveTo(const app::RegisterRequest& request, const QString& path);

signals:
    void documentWanted(const app::DocumentId& id);
    void done(const QString& sentence);
    void secretBooksWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void closePanel();
    void showPanel(ActionPanel* panel);
    /// Which books are closed, under the head.
    void tellClosed(int ticket);
    void refreshActs();
    /// The line that was chosen; null: none.
    [[nodiscard]] const app::BookEntry* chosen() const;
    void run(const std::function<app::Result<void>(Office&)>& work, const QString& sentence);

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
    ActionPanel* m_panel = nullptr;
    const bool m_isClerk;
    QPushButton* m_void;
    QPushButton* m_close;
    QPushButton* m_secret;
    TextLabel* m_closed;
    QList<app::BookOverview> m_books;
    QTableView* m_table;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    int m_ticket = 0;
};

} // namespace ui
