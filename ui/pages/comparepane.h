// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/taskrunner.h"
#include "ui/viewer/pagecompare.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <optional>

namespace ui {

/// Side by side: the document as one signature signed it, and the file as it is; what looks otherwise is marked on
/// both. The signed state is the beginning of the file up to where the signature's coverage ends. Both are drawn by
/// congvan-render and compared off the GUI thread. Escape closes; F3 and Shift+F3 go from change to change.
class ComparePane : public Ground {
    Q_OBJECT

public:
    ComparePane(const Theme& theme, const Formatter& formatter, const QString& renderProgram,
                QWidget* parent = nullptr);

    /// Begins with the file at `path`, of which `report` tells; the signature at `index` says where its signed state
    /// ends and whether what came after it is explained (coverage).
    void compare(const QString& path, const docsig::SignatureReport& report, int index);
    void focusPages();
    /// What was found; nothing while it is looked for.
    [[nodiscard]] const std::optional<PageComparison>& found() const { return m_found; }
    [[nodiscard]] PageView& signedPages() { return *m_signed; }
    [[nodiscard]] PageView& shownPages() { return *m_shown; }

signals:
    void closed();
    /// The comparison is done, or failed.
    void ready();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const app::Result<PageComparison>& comparison);
    void mark();
    void step(int by);
    void colour();
    void tieScrolling();
    [[nodiscard]] QString summary() const;

    const Theme& m_theme;
    Formatter m_formatter;
    QString m_program;
    TaskRunner m_runner;
    docsig::SignatureResult m_signature;
    std::optional<PageComparison> m_found;
    int m_at = -1; ///< the change that was gone to last
    int m_ticket = 0;
    TextLabel* m_title;
    TextLabel* m_summary;
    QPushButton* m_back;
    QPushButton* m_next;
    TextLabel* m_signedCaption;
    TextLabel* m_shownCaption;
    PageView* m_signed;
    PageView* m_shown;
};

} // namespace ui
