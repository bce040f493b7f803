// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/signdocuments.h"
#include "ui/panels/pilepanel.h"
#include "ui/presentation/office.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/pilelist.h"

#include <QPointer>

namespace ui {

/// Several documents that were chosen together, in place of the one: what they are and what is to be weighed of each,
/// one button that signs all, the PIN once, and afterwards what became of each. Looks and signs on another thread.
class PilePane : public Ground {
    Q_OBJECT

public:
    PilePane(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
             QWidget* parent = nullptr);
    ~PilePane() override;

    /// Shows them and begins to look through them; an older look is stopped.
    void look(const QList<app::DocumentSummary>& documents);
    /// As if the primary button were pressed: asks for the PIN, or signs where it was given.
    void press();
    /// They are being signed.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What became of them stands there until something else is chosen.
    [[nodiscard]] bool showsResults() const { return m_results; }
    /// Null where the PIN is not asked.
    [[nodiscard]] PilePanel* panel() const { return m_panel; }
    /// The document under way is finished; the next one is not begun.
    void cancel();

signals:
    void begun(const QString& title);
    void progressed(const QString& words, qint64 done, qint64 total);
    /// Over, well or not; nothing to say where nothing was signed.
    void ended(const QString& sentence);
    void documentWanted(const app::DocumentId& id);
    /// The person has seen the results, or wants another choice.
    void closed();

private:
    void showView(const app::PileView& view);
    void showOutcome(const app::PileOutcome& outcome);
    void openPanel();
    void closePanel();
    void sign();
    void rank();

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    TextLabel* m_facts;
    TextLabel* m_title;
    QPushButton* m_sign;
    QPushButton* m_close;
    QWidget* m_panelPlace;
    QPointer<PilePanel> m_panel;
    PileList* m_list;
    app::PileView m_view;
    std::stop_source m_stop; ///< of what runs now: the look, or the signing
    int m_ticket = 0;
    bool m_busy = false;
    bool m_results = false;
};

} // namespace ui
