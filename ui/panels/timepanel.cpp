// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timepanel.h"

#include "ui/panels/acceptpanel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

TimePanel::TimePanel(const Theme& theme, const Formatter& formatter, const QDate& due, QWidget* parent)
    : ReasonPanel(theme,
                  tr("Asks whoever gave you the work for a later day than %1; they read why and answer.")
                      .arg(formatter.day(due)),
                  tr("&Ask · Ctrl+Enter"), parent)
    , m_due(due)
    , m_day(new QLineEdit(this)) {
    m_day->setPlaceholderText(tr("dd/mm/yyyy"));
    m_day->setFixedWidth(DayFieldWidth);
    m_dayField = new LabelledField(theme, tr("&Until"), m_day, this);
    body().insertWidget(0, m_dayField);
}

void TimePanel::focusFirst() {
    m_day->setFocus(Qt::OtherFocusReason);
}

void TimePanel::go() {
    const auto day = readDay(m_day->text());
    if (!day || *day <= m_due) {
        m_dayField->setError(day ? tr("Choose a later day than the one that holds.")
                                 : tr("Write the day as dd/mm/yyyy."));
        m_day->setFocus();
        return;
    }
    m_dayField->setError({});
    m_until = *day;
    ReasonPanel::go();
}

} // namespace ui
