// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/reasonpanel.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Longest = 500;

} // namespace

ReasonPanel::ReasonPanel(const Theme& theme, const QString& sentence, const QString& button, QWidget* parent)
    : ActionPanel(theme, sentence, button, parent)
    , m_reason(new QPlainTextEdit(this))
    , m_missing(tr("Write the reason; the other side will read it.")) {
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(60);
    m_reason->installEventFilter(this);
    m_field = new LabelledField(theme, tr("&Reason"), m_reason, this);
    body().addWidget(m_field);
}

void ReasonPanel::focusFirst() {
    m_reason->setFocus(Qt::OtherFocusReason);
}

bool ReasonPanel::eventFilter(QObject* watched, QEvent* event) {
    // The editor keeps Ctrl+Enter and Escape to itself otherwise.
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers().testFlag(Qt::ControlModifier)) || key->key() == Qt::Key_Escape) {
            keyPressEvent(static_cast<QKeyEvent*>(event));
            return true;
        }
    }
    return ActionPanel::eventFilter(watched, event);
}

void ReasonPanel::go() {
    const QString reason = m_reason->toPlainText().trimmed();
    if (reason.isEmpty() || reason.size() > Longest) {
        m_field->setError(reason.isEmpty() ? m_missing : tr("At most %n character(s).", nullptr, Longest));
        m_reason->setFocus();
        return;
    }
    m_field->setError({});
    emit accepted(reason);
}

} // namespace ui
