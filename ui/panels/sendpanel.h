// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "ui/panels/actionpanel.h"
#include "ui/widgets/officepicker.h"

namespace ui {

/// Sends a sealed document: to whom, once more.
class SendPanel : public ActionPanel {
    Q_OBJECT

public:
    SendPanel(const Theme& theme, const QList<app::OrganRef>& receivers, const QList<app::Agency>& agencies,
              QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const QList<app::OrganId>& receivers);

protected:
    void go() override;

private:
    OfficePicker* m_picker;
    LabelledField* m_field;
};

} // namespace ui
