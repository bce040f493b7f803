// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sendpanel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ui {

SendPanel::SendPanel(const Theme& theme, TaskRunner& runner, AgencySearch search, const QList<app::OrganRef>& receivers,
                     bool signs, QWidget* parent)
    : ActionPanel(theme,
                  tr("Puts the document into a packet and sends it to these offices. What is sent can't be unsent."),
                  tr("&Send · Ctrl+Enter"), parent)
    , m_picker(new OfficePicker(theme, runner, std::move(search), this))
    , m_signs(new QCheckBox(tr("Sign the &packet, too, with the certificate of the seal"), this)) {
    m_picker->setChosen(receivers);
    m_field = new LabelledField(theme, tr("&Receivers"), m_picker, this);
    m_signs->setChecked(signs);
    m_signs->setAccessibleName(m_signs->text().remove(u'&'));
    body().addWidget(m_field);
    body().addWidget(m_signs);
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
    emit accepted(receivers, m_signs->isChecked());
}

} // namespace ui
