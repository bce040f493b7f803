// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/officepicker.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

OfficePicker::OfficePicker(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_box(new QComboBox(this))
    , m_rows(new QVBoxLayout) {
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setAccessibleName(tr("Add an office"));
    m_box->lineEdit()->setPlaceholderText(tr("Add an office by name or code…"));
    m_box->lineEdit()->setAccessibleName(tr("Add an office"));
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    bare(*m_rows, 2);
    auto* layout = new QVBoxLayout(this);
    bare(*layout, 4);
    layout->addLayout(m_rows);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        if (const auto id = app::OrganId::parse(m_box->itemData(index).toString())) {
            for (const app::Agency& agency : std::as_const(m_agencies)) {
                if (agency.id == *id) {
                    m_chosen << app::OrganRef{agency.id, agency.name};
                }
            }
            rebuild();
            emit changed();
        }
    });
}

void OfficePicker::setAgencies(const QList<app::Agency>& agencies) {
    m_agencies = agencies;
    fillBox();
}

void OfficePicker::setChosen(const QList<app::OrganRef>& offices) {
    m_chosen = offices;
    rebuild();
}

void OfficePicker::fillBox() {
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (const app::Agency& agency : std::as_const(m_agencies)) {
        const bool taken =
            std::ranges::any_of(m_chosen, [&agency](const app::OrganRef& office) { return office.id == agency.id; });
        if (!taken) {
            m_box->addItem(u"%1 · %2"_s.arg(agency.name, agency.id.text()), agency.id.text());
        }
    }
    m_box->setCurrentIndex(-1);
    m_box->clearEditText();
}

void OfficePicker::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // one of its own buttons may be what called
        }
        delete item;
    }
    for (const app::OrganRef& office : std::as_const(m_chosen)) {
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        bare(*layout, 8);
        auto* name = new TextLabel(m_theme, Type::Body, Ink::Text, row);
        name->setText(office.name.isEmpty() ? office.id.text() : office.name);
        name->setElided(true);
        auto* code = new TextLabel(m_theme, Type::Facts, Ink::Text2, row);
        code->setText(office.id.text());
        auto* away = makeIconButton(m_theme, "close"_L1, tr("Take out %1").arg(name->text()), row);
        away->setFixedSize(26, 26);
        connect(away, &QPushButton::clicked, this, [this, id = office.id] {
            m_chosen.removeIf([&id](const app::OrganRef& one) { return one.id == id; });
            rebuild();
            emit changed();
        });
        layout->addWidget(name, 1);
        layout->addWidget(code);
        layout->addWidget(away);
        m_rows->addWidget(row);
        row->show();
    }
    fillBox();
}

} // namespace ui
