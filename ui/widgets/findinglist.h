// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "ui/presentation/formatter.h"
#include "ui/widgets/controls.h"

#include <QScrollArea>

namespace ui {

/// Findings one below the other: weight by symbol, sentence, place, code, and a way to the page. As tall as it needs to
/// be, up to a few lines; more is scrolled.
class FindingList : public QScrollArea {
    Q_OBJECT

public:
    FindingList(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    void show(const QList<docsig::Finding>& findings);
    using QWidget::show;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pageWanted(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* row(const docsig::Finding& finding);
    [[nodiscard]] int wantedHeight() const;

    const Theme& m_theme;
    Formatter m_formatter;
};

} // namespace ui
