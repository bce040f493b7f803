// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sendpanel.h"

#include <QVBoxLayout>

namespace ui {

SendPanel::SendPanel(const Theme& theme, const QList<app::OrganRef>& receivers, const QList<app::Agency>& agencies,
                     QWidget* parent)
    : ActionPanel(theme,
                  tr("Puts the document into a packet and sends it to these offices. What is sent can't be unsent."),
                  tr("&Send · Ctrl+Enter"), parent)
    , m_picker(new OfficePicker(theme, this)) {
    m_picker->setAgencies(agencies);
    m_picker->setChosen(receivers);
    m_field = new LabelledField(theme, tr("&Receivers"), m_picker, this);
    body().addWidget(m_field);
}

void SendPanel::focusFirst() {
    m_picker->setFocus(Qt::OtherFocusReason);
}

void SendPanel::go() {
    QList<app::OrganId> receivers;
    for (const app::OrganRef& receiver : m_picker->chosen()) {
        receivers << receiver.id;
    }
    if (receivers.isEmpty()) {
        m_field->setError(tr("Choose at least one receiver."));
        return;
    }
    m_field->setError({});
    emit accepted(receivers);
}

} // namespace ui
