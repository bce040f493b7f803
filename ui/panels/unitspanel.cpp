// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/unitspanel.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int unitField = 58; // a label, its field and the space under it
constexpr int shownUnits = 5;

} // namespace

UnitsPanel::UnitsPanel(const Theme& theme, QWidget* parent)
    : ActionPanel(theme, tr("What the units of the office are called, wherever they are shown."),
                  tr("&Save names · Ctrl+Enter"), parent)
    , m_list(new QScrollArea(this)) {
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWidgetResizable(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Units"));
    body().addWidget(m_list);
}

void UnitsPanel::setUnits(const QList<app::Unit>& units) {
    m_units = units;
    m_edits.clear();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    bare(*column, 8);
    for (const app::Unit& unit : units) {
        auto* edit = new QLineEdit(unit.name, page);
        edit->setMaxLength(app::longestUnitName);
        edit->setPlaceholderText(unit.id);
        const QString label = tr("%1 · %n person(s)", nullptr, unit.people).arg(unit.id);
        column->addWidget(new LabelledField(theme(), label, edit, page));
        m_edits << edit;
    }
    if (units.isEmpty()) {
        auto* nothing = new TextLabel(theme(), Type::Body, Ink::Text2, page);
        nothing->setWordWrap(true);
        nothing->setText(tr("The directory names no unit of the office. Units are entered where its people are, at the "
                            "exchange server."));
        column->addWidget(nothing);
    }
    column->addStretch(1);
    m_list->setWidget(page); // the area owns and replaces it
    m_list->setFixedHeight(unitField * qBound(1, int(units.size()), shownUnits));
}

void UnitsPanel::focusFirst() {
    if (m_edits.isEmpty()) {
        ActionPanel::focusFirst();
    } else {
        m_edits.constFirst()->setFocus(Qt::OtherFocusReason);
    }
}

void UnitsPanel::go() {
    QList<app::Unit> changed;
    for (qsizetype index = 0; index < m_edits.size(); ++index) {
        app::Unit unit = m_units.at(index);
        unit.name = m_edits.at(index)->text().trimmed();
        if (unit.name != m_units.at(index).name) {
            changed << unit;
        }
    }
    emit accepted(changed);
}

} // namespace ui
