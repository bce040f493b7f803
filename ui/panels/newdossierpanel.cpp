// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/newdossierpanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

NewDossierPanel::NewDossierPanel(const Theme& theme, QWidget* parent)
    : ActionPanel(theme, tr("Opens a dossier that documents of one matter are filed into."),
                  tr("&Open dossier · Ctrl+Enter"), parent)
    , m_title(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_retention(new QComboBox(this)) {
    // Maintenance codes of Thông tư 05/2025.
    m_retention->addItem(tr("Forever"), u"01"_s);
    m_retention->addItem(tr("70 years"), u"02"_s);
    m_retention->addItem(tr("50 years"), u"03"_s);
    m_retention->addItem(tr("30 years"), u"04"_s);
    m_retention->addItem(tr("20 years"), u"05"_s);
    m_retention->addItem(tr("10 years"), u"06"_s);
    m_retention->addItem(tr("Another time"), u"07"_s);
    m_retention->setCurrentIndex(5);
    m_code->setPlaceholderText(tr("the next of the year"));
    m_titleField = new LabelledField(theme, tr("&Title"), m_title, this);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(new LabelledField(theme, tr("&Code"), m_code, this), 1, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("&Kept for"), m_retention, this), 1, Qt::AlignTop);
    body().addWidget(m_titleField);
    body().addLayout(row);
}

void NewDossierPanel::focusFirst() {
    m_title->setFocus(Qt::OtherFocusReason);
}

void NewDossierPanel::go() {
    if (m_title->text().trimmed().isEmpty()) {
        m_titleField->setError(tr("Write what the dossier is about."));
        m_title->setFocus();
        return;
    }
    m_titleField->setError({});
    emit accepted({m_code->text().trimmed(), m_title->text().simplified(), m_retention->currentData().toString()});
}

} // namespace ui
