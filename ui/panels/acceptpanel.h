// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/acceptincoming.h"
#include "ui/panels/actionpanel.h"
#include "ui/presentation/documentcase.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;

namespace ui {

/// Accepts an incoming document: the number that is expected, the day, by when it must be answered.
class AcceptPanel : public ActionPanel {
    Q_OBJECT

public:
    AcceptPanel(const Theme& theme, const Formatter& formatter, const DocumentCase& known, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const app::ArrivalForm& form);

protected:
    void go() override;

private:
    QDateEdit* m_date;
    QLineEdit* m_due;
    LabelledField* m_dueField;
    QLineEdit* m_note;
    QCheckBox* m_without = nullptr;
    QCheckBox* m_despiteTwin = nullptr;
};

/// "23/11/2026" as a day; nothing for anything else.
[[nodiscard]] std::optional<QDate> readDay(const QString& text);

} // namespace ui
