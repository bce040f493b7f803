// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undobar.h"

#include <QHBoxLayout>

namespace ui {

UndoBar::UndoBar(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::TopEdge, parent)
    , m_words(new TextLabel(theme, Type::Facts, Ink::Text, this))
    , m_undo(makeButton(tr("&Undo · Ctrl+Z"), ButtonKind::Plain, this))
    , m_close(makeIconButton(theme, QLatin1String("close"), tr("Close this line"), this)) {
    auto* sign = new IconLabel(theme, 16, this);
    sign->show(QLatin1String("check"), Tone::Good);
    m_words->setElided(true);
    m_words->setAccessibleName(tr("What was done"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoWanted);
    connect(m_close, &QPushButton::clicked, this, &UndoBar::closed);
    hide();
}

void UndoBar::offer(const QString& words) {
    m_words->setText(words);
    m_words->setAccessibleDescription(words);
    setBusy(false);
    show();
}

QString UndoBar::words() const {
    return m_words->text();
}

void UndoBar::setBusy(bool busy) {
    m_undo->setEnabled(!busy);
}

} // namespace ui
