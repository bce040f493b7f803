// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"
#include "ui/panels/actionpanel.h"

class QLineEdit;
class QScrollArea;

namespace ui {

/// What the units of the office are called: a field for each.
class UnitsPanel : public ActionPanel {
    Q_OBJECT

public:
    explicit UnitsPanel(const Theme& theme, QWidget* parent = nullptr);

    /// What was typed and not saved is gone.
    void setUnits(const QList<app::Unit>& units);
    void focusFirst() override;

signals:
    /// Those whose name was changed, with the new one.
    void accepted(const QList<app::Unit>& changed);

protected:
    void go() override;

private:
    QScrollArea* m_list;
    QList<app::Unit> m_units;
    QList<QLineEdit*> m_edits; ///< one for each of them
};

} // namespace ui
