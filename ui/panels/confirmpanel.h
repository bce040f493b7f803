// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"

namespace ui {

/// A final act that needs no field: asks once.
class ConfirmPanel : public ActionPanel {
    Q_OBJECT

public:
    ConfirmPanel(const Theme& theme, const QString& sentence, const QString& button, QWidget* parent = nullptr)
        : ActionPanel(theme, sentence, button, parent) {}

signals:
    void accepted();

protected:
    void go() override { emit accepted(); }
};

} // namespace ui
