// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/reasonpanel.h"
#include "ui/presentation/formatter.h"

#include <QDate>

class QLineEdit;

namespace ui {

/// Asks whoever gave the work for a later day: which one, and why.
class TimePanel : public ReasonPanel {
    Q_OBJECT

public:
    /// `due`: the day that holds.
    TimePanel(const Theme& theme, const Formatter& formatter, const QDate& due, QWidget* parent = nullptr);
    void focusFirst() override;
    /// The day that is asked for, once the panel was accepted.
    [[nodiscard]] QDate until() const { return m_until; }

protected:
    void go() override;

private:
    QDate m_due;
    QDate m_until;
    QLineEdit* m_day;
    LabelledField* m_dayField;
};

} // namespace ui
