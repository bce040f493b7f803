// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/workstatistics.h"
#include "ui/presentation/statisticspresenter.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The rows of a report as lying bars, and what their pieces mean. A piece is told by its pattern and its number as
/// well as by its colour; a reading machine gets the rows in words. As many rows as there is room for, eight at most.
class WorkChart : public QWidget {
    Q_OBJECT

public:
    WorkChart(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    void show(const app::WorkReport& report);
    using QWidget::show;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int heightOf(qsizetype rows) const;
    [[nodiscard]] qsizetype rowsThatFit() const;
    void drawLegend(QPainter& painter, const QList<BarPiece::Kind>& kinds) const;
    void drawBar(QPainter& painter, const QRect& row, const Bar& bar, qint64 longest) const;
    void drawPiece(QPainter& painter, const QRectF& box, BarPiece::Kind kind) const;

    const Theme& m_theme;
    Formatter m_formatter;
    app::WorkReport m_report;
};

} // namespace ui
