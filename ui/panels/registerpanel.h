// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentregister.h"
#include "ui/panels/actionpanel.h"

class QComboBox;
class QDateEdit;
class QSpinBox;

namespace ui {

[[nodiscard]] QString registerName(app::RegisterKind kind);

/// Which register is written to a file, of which days, as which volume.
class RegisterPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `first`: the kind that is offered first.
    RegisterPanel(const Theme& theme, int year, app::RegisterKind first, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const app::RegisterRequest& request);

protected:
    void go() override;

private:
    int m_year;
    QComboBox* m_kind;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QSpinBox* m_volume;
    LabelledField* m_toField;
};

} // namespace ui
