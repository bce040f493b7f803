// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "ui/panels/actionpanel.h"
#include "ui/widgets/officepicker.h"

class QCheckBox;

namespace ui {

/// Sends a sealed document: to whom, once more, and whether the packet is signed.
class SendPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `signs`: the packet is signed with the seal's certificate unless the person says otherwise.
    SendPanel(const Theme& theme, TaskRunner& runner, AgencySearch search, const QList<app::OrganRef>& receivers,
              bool signs, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const QList<app::OrganId>& receivers, bool signs);

protected:
    void go() override;

private:
    OfficePicker* m_picker;
    LabelledField* m_field;
    QCheckBox* m_signs;
};

} // namespace ui
