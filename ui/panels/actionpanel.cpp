// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/actionpanel.h"

#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ActionPanel::ActionPanel(const Theme& theme, const QString& sentence, const QString& button, QWidget* parent)
    : Ground(theme, &Tokens::window, Qt::TopEdge | Qt::BottomEdge, parent)
    , m_theme(theme)
    , m_sentence(new TextLabel(theme, Type::Strong, Ink::Text, this))
    , m_body(new PanelBody(this))
    , m_error(new TextLabel(theme, Type::Facts, Ink::Bad, this))
    , m_go(makeButton(button, ButtonKind::Primary, this))
    , m_cancel(makeButton(tr("&Cancel"), ButtonKind::Quiet, this))
    , m_goWords(button) {
    setAccessibleName(QString(sentence));
    setFocusPolicy(Qt::NoFocus);
    m_sentence->setWordWrap(true);
    m_sentence->setText(sentence);
    m_error->setWordWrap(true);
    m_error->setAccessibleName(tr("Error"));
    m_error->hide();
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addWidget(m_go);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_body);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, [this] { go(); });
    connect(m_cancel, &QPushButton::clicked, this, &ActionPanel::cancelled);
}

void ActionPanel::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void ActionPanel::setButton(const QString& words) {
    m_goWords = words;
    m_go->setText(words);
}

void ActionPanel::setBusy(bool busy, const QString& words) {
    m_busy = busy;
    m_go->setEnabled(!busy);
    m_go->setText(busy && !words.isEmpty() ? words : m_goWords);
    m_cancel->setEnabled(!busy);
    if (busy) {
        m_error->hide();
    }
}

void ActionPanel::showError(const app::Error& error, const Formatter& formatter) {
    m_error->setText(formatter.sentence(error) + u"  ("_s + error.code + u')');
    m_error->setAccessibleDescription(m_error->text());
    m_error->show();
    speak(*m_error);
}

void ActionPanel::focusFirst() {
    m_go->setFocus(Qt::OtherFocusReason);
}

void ActionPanel::press() {
    if (!m_busy) {
        go();
    }
}

void ActionPanel::showEvent(QShowEvent* event) {
    Ground::showEvent(event);
    orderTabsByLayout(*this); // the fields were made after the buttons under them
}

void ActionPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_busy) {
        emit cancelled();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        press();
        return;
    }
    Ground::keyPressEvent(event);
}

} // namespace ui
