// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copybar.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace ui {

CopyBar::CopyBar(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::BottomEdge, parent)
    , m_original(makeButton(tr("&Original"), ButtonKind::Chip, this))
    , m_stamped(makeButton(tr("Copy with arrival sta&mp"), ButtonKind::Chip, this))
    , m_words(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_save(makeButton(tr("Sa&ve to a file…"), ButtonKind::Link, this)) {
    setAccessibleName(tr("Which copy is shown"));
    auto* group = new QButtonGroup(this);
    for (QPushButton* chip : {m_original, m_stamped}) {
        chip->setCheckable(true);
        group->addButton(chip);
    }
    m_words->setElided(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 8, 12, 9);
    layout->setSpacing(8);
    layout->addWidget(m_original);
    layout->addWidget(m_stamped);
    layout->addSpacing(4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_save);
    connect(m_original, &QPushButton::clicked, this, &CopyBar::originalWanted);
    connect(m_stamped, &QPushButton::clicked, this, &CopyBar::stampedWanted);
    connect(m_save, &QPushButton::clicked, this, &CopyBar::saveWanted);
    say(Copy::Original);
}

void CopyBar::say(Copy copy) {
    (copy == Copy::Original ? m_original : m_stamped)->setChecked(true);
    m_save->setEnabled(copy != Copy::Awaited);
    switch (copy) {
    case Copy::Original:
        m_words->setText({});
        break;
    case Copy::Awaited:
        m_words->setText(tr("The copy is being made…"));
        break;
    case Copy::Stamped:
        m_words->setText(tr("Working copy: the original proves the signatures."));
        break;
    }
}

} // namespace ui
