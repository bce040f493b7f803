// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/choicepanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

ChoicePanel::ChoicePanel(const Theme& theme, const QString& sentence, const QString& button, const QString& label,
                         const QList<Choice>& choices, const QString& otherLabel, QWidget* parent)
    : ActionPanel(theme, sentence, button, parent)
    , m_choice(makeChoiceBox(this)) {
    for (const Choice& choice : choices) {
        m_choice->addItem(choice.words, choice.key);
    }
    m_choice->setMinimumWidth(220);
    m_field = new LabelledField(theme, label, m_choice, this);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_field, 1, Qt::AlignTop);
    if (!otherLabel.isEmpty()) {
        m_other = new QLineEdit(this);
        row->addWidget(new LabelledField(theme, otherLabel, m_other, this), 1, Qt::AlignTop);
    }
    body().addLayout(row);
}

void ChoicePanel::focusFirst() {
    m_choice->setFocus(Qt::OtherFocusReason);
}

void ChoicePanel::choose(const QString& key) {
    const int index = m_choice->findData(key);
    if (index >= 0) {
        m_choice->setCurrentIndex(index);
    }
}

void ChoicePanel::go() {
    const QString other = m_other ? m_other->text().trimmed() : QString();
    const QString key = m_choice->currentData().toString();
    if (other.isEmpty() && key.isEmpty()) {
        m_field->setError(tr("Choose one first."));
        return;
    }
    m_field->setError({});
    emit accepted(other.isEmpty() ? key : QString(), other);
}

} // namespace ui
