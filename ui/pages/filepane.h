// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/formatter.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

class QStackedLayout;

namespace ui {

/// One file that lies beside a document, a question or a meeting, in the place of these: its name, its pages, a way to
/// save it and a way back. Escape goes back.
class FilePane : public Ground {
    Q_OBJECT

public:
    FilePane(const Theme& theme, const Formatter& formatter, const QString& renderProgram, QWidget* parent = nullptr);

    /// Other words than those of a document for the way back.
    void setBack(const QString& words);
    void show(const QString& name, const QString& path);
    using QWidget::show;
    void clear();
    void focusPages();
    [[nodiscard]] PageView& pages() { return *m_pages; }

signals:
    void closed();
    void saveWanted();
    /// Everything in sight is drawn, or can't be.
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Formatter m_formatter;
    TextLabel* m_name;
    QPushButton* m_back;
    PageView* m_pages;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace ui
