// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/replacepanel.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace ui {

ReplacePanel::ReplacePanel(const Theme& theme, const QList<Choice>& sealed, QWidget* parent)
    : ReasonPanel(theme,
                  tr("Sends a sealed document in the place of this one: to its own receivers and to every office that "
                     "has this one."),
                  tr("Re&place · Ctrl+Enter"), parent)
    , m_choice(makeChoiceBox(this)) {
    for (const Choice& choice : sealed) {
        m_choice->addItem(choice.words, choice.key);
    }
    m_choice->setMinimumWidth(220);
    m_choiceField = new LabelledField(theme, tr("Sealed &document"), m_choice, this);
    if (sealed.isEmpty()) {
        m_choiceField->setHint(
            tr("No sealed document waits to be sent; the new one is drafted, signed and sealed first."));
    }
    body().insertWidget(0, m_choiceField);
}

void ReplacePanel::focusFirst() {
    m_choice->setFocus(Qt::OtherFocusReason);
}

QString ReplacePanel::by() const {
    return m_choice->currentData().toString();
}

void ReplacePanel::go() {
    m_choiceField->setError(by().isEmpty() ? tr("Choose the document that takes its place.") : QString());
    if (!by().isEmpty()) {
        ReasonPanel::go();
    }
}

} // namespace ui
