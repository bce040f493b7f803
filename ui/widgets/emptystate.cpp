// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>

namespace ui {

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_action(makeButton({}, ButtonKind::Plain, this)) {
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setMaximumWidth(320);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(2);
    // Between two springs, not aligned: only so the layout knows how many lines the words take.
    auto* row = new QHBoxLayout;
    bare(*row);
    row->addStretch(1);
    row->addWidget(m_sentence, 1000);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionChosen);
}

void EmptyState::say(const QString& sentence, const QString& action) {
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace ui
