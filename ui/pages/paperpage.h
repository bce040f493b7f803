// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/paperfields.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"

#include <QTimer>

class QStackedLayout;

namespace ui {

/// Entering a document that came on paper: what stands on it at the left, its scan at the right. The same page puts
/// right what was entered, with a reason. What was begun stays until it is registered.
class PaperPage : public Ground {
    Q_OBJECT

public:
    PaperPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
              QWidget* parent = nullptr);
    /// Takes a scan away that was not registered.
    ~PaperPage() override;

    /// A new one, or the one that was begun; with the files of a scan, where there are some.
    void begin(const QStringList& files = {});
    /// What was entered of this document is to be put right. What was begun of a new one is given up.
    void correct(const app::DocumentId& id, const app::PaperEntry& entry);
    /// These files in the place of the scan.
    void takeScan(const QStringList& files);
    /// As if the button were pressed.
    void press();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] PaperFields& fields() { return *m_fields; }

signals:
    /// Registered, or corrected: the sentence for the status bar.
    void done(const app::DocumentId& id, const QString& sentence);
    void left();
    void pageWords(const QString& words);
    void pagesSettled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildScan();
    void connectAll();
    void clear();
    void showMode();
    void expectNumber();
    void offerPeople();
    /// The scan that the corrected document has.
    void showOldScan();
    void showError(const app::Error& error);
    void lookForTwins();
    void chooseScan();
    void showScan(const app::PreparedScan& scan);
    void dropScan();
    void setBusy(bool busy, const QString& words = {});
    void enter(const app::PaperForm& form);
    void correctNow(const app::PaperForm& form);

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    QByteArray m_key; ///< of what is entered: a second try is the same document
    std::optional<app::DocumentId> m_corrects;
    app::PreparedScan m_scan;
    bool m_busy = false;
    bool m_dirty = false;
    bool m_hasOldScan = false; ///< of the document that is corrected
    int m_scanTicket = 0;
    int m_twinTicket = 0;
    QTimer m_twinTimer;

    TextLabel* m_heading;
    TextLabel* m_number;
    TextLabel* m_error;
    QPushButton* m_go;
    TextLabel* m_scanWords;
    QPushButton* m_choose;
    QPushButton* m_drop;
    PaperFields* m_fields;
    PageView* m_preview;
    EmptyState* m_noScan;
    QStackedLayout* m_right;
    QWidget* m_rightSide;
};

} // namespace ui
