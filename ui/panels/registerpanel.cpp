// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/registerpanel.h"

#include "app/domain/vietnamtime.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSpinBox>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::RegisterKind;

namespace {

constexpr int MostVolumes = 9999;

QDateEdit* makeRegisterDay(const QDate& day, const app::Period& year, QWidget* parent) {
    auto* edit = new QDateEdit(day, parent);
    edit->setDisplayFormat(u"dd/MM/yyyy"_s);
    edit->setDateRange(year.from, year.to);
    edit->setFixedWidth(120);
    return edit;
}

/// Today, or the last day of a year that is over.
QDate lastRegisterDay(int year) {
    const app::Period all = app::yearOf(year);
    const QDate today = app::vietnamToday();
    return all.contains(today) ? today : all.to;
}

} // namespace

QString registerName(RegisterKind kind) {
    switch (kind) {
    case RegisterKind::Incoming:
        return RegisterPanel::tr("Register of incoming documents");
    case RegisterKind::Outgoing:
        return RegisterPanel::tr("Register of outgoing documents");
    case RegisterKind::Handling:
        return RegisterPanel::tr("Register of the handling of incoming documents");
    }
    return {};
}

RegisterPanel::RegisterPanel(const Theme& theme, int year, RegisterKind first, QWidget* parent)
    : ActionPanel(theme, tr("Writes a register of %1 to a file, to be printed, signed and bound.").arg(year),
                  tr("&Choose a file · Ctrl+Enter"), parent)
    , m_year(year)
    , m_kind(new QComboBox(this))
    , m_from(makeRegisterDay(app::yearOf(year).from, app::yearOf(year), this))
    , m_to(makeRegisterDay(lastRegisterDay(year), app::yearOf(year), this))
    , m_volume(new QSpinBox(this)) {
    for (const RegisterKind kind : {RegisterKind::Incoming, RegisterKind::Outgoing, RegisterKind::Handling}) {
        m_kind->addItem(registerName(kind), int(kind));
    }
    m_kind->setCurrentIndex(int(first));
    m_volume->setRange(1, MostVolumes);
    m_volume->setFixedWidth(88);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(new LabelledField(theme, tr("&Register"), m_kind, this), 0, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("&From day"), m_from, this), 0, Qt::AlignTop);
    m_toField = new LabelledField(theme, tr("&To day"), m_to, this);
    row->addWidget(m_toField, 0, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("&Volume"), m_volume, this), 0, Qt::AlignTop);
    row->addStretch(1);
    body().addLayout(row);
}

void RegisterPanel::focusFirst() {
    m_kind->setFocus(Qt::OtherFocusReason);
}

void RegisterPanel::go() {
    const app::RegisterRequest request{.kind = RegisterKind(m_kind->currentData().toInt()),
                                       .year = m_year,
                                       .from = m_from->date(),
                                       .to = m_to->date(),
                                       .volume = m_volume->value()};
    if (!app::daysOf(request)) {
        m_toField->setError(tr("The last day lies before the first."));
        m_to->setFocus();
        return;
    }
    m_toField->setError({});
    emit accepted(request);
}

} // namespace ui
