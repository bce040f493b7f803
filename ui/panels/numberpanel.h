// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"
#include "ui/presentation/documentcase.h"

class QDateEdit;

namespace ui {

/// Gives a signed document its number and day.
class NumberPanel : public ActionPanel {
    Q_OBJECT

public:
    NumberPanel(const Theme& theme, const DocumentCase& known, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const QDate& date);

protected:
    void go() override;

private:
    QDateEdit* m_date;
};

} // namespace ui
