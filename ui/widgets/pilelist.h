// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/pilepresenter.h"
#include "ui/widgets/controls.h"

#include <QScrollArea>

namespace ui {

/// The documents of a pile one below the other: subject, facts, how it stands, what is to be weighed, and a way to the
/// document itself.
class PileList : public QScrollArea {
    Q_OBJECT

public:
    explicit PileList(const Theme& theme, QWidget* parent = nullptr);

    /// `canOpen`: a row leads to its document.
    void show(const QList<PileRow>& rows, bool canOpen);
    using QWidget::show;

signals:
    void documentWanted(const app::DocumentId& id);

private:
    [[nodiscard]] QWidget* row(const PileRow& row, int place, bool canOpen);

    const Theme& m_theme;
};

} // namespace ui
