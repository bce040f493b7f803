// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/trail.h"
#include "ui/presentation/formatter.h"
#include "ui/widgets/controls.h"

#include <QList>

class QVBoxLayout;

namespace ui {

/// What became of a sent document: one line per receiver with the last state and its time. Opens to all in the details.
class TrailStrip : public Ground {
    Q_OBJECT

public:
    TrailStrip(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);
    /// Hidden where there is none.
    void show(const QList<app::TrailLine>& trail);
    using QWidget::show;

signals:
    void trailWanted();

private:
    const Theme& m_theme;
    Formatter m_formatter;
    QVBoxLayout* m_layout;
};

} // namespace ui
