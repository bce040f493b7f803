// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/numberpanel.h"

#include "app/domain/vietnamtime.h"

#include <QDateEdit>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sentenceOf(const DocumentCase& known) {
    return known.expectedNumber
               ? NumberPanel::tr(
                     "Draws the next number of the book and writes it and the day on the page. Expected: %1.")
                     .arg(known.expectedNumber->display)
               : NumberPanel::tr("Draws the next number of the book and writes it and the day on the page.");
}

} // namespace

NumberPanel::NumberPanel(const Theme& theme, const DocumentCase& known, QWidget* parent)
    : ActionPanel(theme, sentenceOf(known), tr("Give &number · Ctrl+Enter"), parent)
    , m_date(new QDateEdit(app::vietnamToday(), this)) {
    m_date->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_date->setMaximumDate(app::vietnamToday());
    m_date->setFixedWidth(DayFieldWidth);
    body().addWidget(new LabelledField(theme, tr("&Day of issue"), m_date, this), 0, Qt::AlignLeft);
}

void NumberPanel::focusFirst() {
    m_date->setFocus(Qt::OtherFocusReason);
}

void NumberPanel::go() {
    emit accepted(m_date->date());
}

} // namespace ui
