// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"
#include "ui/panels/secretlock.h"
#include "ui/presentation/secretbookmodel.h"
#include "ui/presentation/secretdesk.h"
#include "ui/presentation/taskrunner.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/emptystate.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

class QBoxLayout;
class QComboBox;
class QStackedLayout;
class QTableView;

namespace ui {

/// The registers of secret documents (sổ mật): locked until their passphrase is given; locked again when the page is
/// left, the window minimised, or nobody did anything for five minutes. What it showed is taken out of its widgets
/// then. A scan is drawn from memory.
class SecretPage : public Ground {
    Q_OBJECT

public:
    SecretPage(const Theme& theme, const Formatter& formatter, SecretDesk& desk, TaskRunner& runner,
               const QString& renderProgram, QWidget* parent = nullptr);
    ~SecretPage() override;

    /// Looks whether there are books, and asks for their passphrase.
    void begin();
    void lock();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Null where none is shown.
    [[nodiscard]] ActionPanel* panel() const { return m_panel; }
    void askEntry();
    void askCorrection();
    void askVoid();
    void askRegister();
    void askPassphrase();
    /// Goes through all lines and scans, and says whether each is as it was written.
    void verify();
    /// As if the button of what is asked were pressed.
    void press();
    void saveTo(const QString& path);
    void attach(const QString& path);

    static constexpr int IdleMinutes = 5;

signals:
    void done(const QString& sentence);
    void pagesSettled();

protected:
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildDetails();
    void buildTable();
    void connectAll();
    void enterWith(bool creates);
    void showOpen();
    void reload(const std::optional<app::SecretRef>& select = {});
    void takeBook(const app::Result<QList<app::SecretRecord>>& records, const std::optional<app::SecretRef>& select);
    /// Shows the line that somebody chose, and has it written down.
    void viewRow(int row);
    void showRow(int row);
    void showScan();
    void chooseScan();
    void chooseRegisterFile();
    void showPanel(ActionPanel* panel);
    void closePanel();
    /// Runs it, says what went wrong in the panel or under the table, reads the book again.
    void run(const std::function<app::Result<void>(SecretDesk&)>& work, const QString& sentence,
             const std::optional<app::SecretRef>& select);
    void sayError(const app::Error& error);
    void sayCheck(const app::SecretCheck& check);
    [[nodiscard]] app::SecretDirection direction() const;
    [[nodiscard]] int year() const;
    void layColumns();

    const Theme& m_theme;
    const Formatter m_formatter;
    SecretDesk& m_desk;
    TaskRunner& m_runner;
    SecretBookModel* m_model;
    bool m_open = false;
    bool m_reading = false; ///< the book is read again: nobody chose a line
    int m_ticket = 0;
    std::stop_source m_check; ///< of the check that runs
    std::optional<app::SecretRecord> m_shown;
    ActionPanel* m_panel = nullptr;
    QTimer m_idle;

    QStackedLayout* m_stack;
    SecretLock* m_door;
    QWidget* m_inside;
    QBoxLayout* m_layout = nullptr;
    TextLabel* m_count;
    QPushButton* m_in;
    QPushButton* m_out;
    QComboBox* m_year;
    QPushButton* m_enter;
    QPushButton* m_register;
    QPushButton* m_lock;
    QPushButton* m_verify;
    QPushButton* m_passphrase;
    TextLabel* m_error;
    QStackedLayout* m_rows;
    QTableView* m_table;
    EmptyState* m_nothing;
    QWidget* m_details;
    TextLabel* m_facts;
    QPushButton* m_correct;
    QPushButton* m_void;
    QPushButton* m_attach;
    QPushButton* m_see;
    PageView* m_pages;
};

} // namespace ui
