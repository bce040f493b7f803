// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdictbar.h"

#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/toneink.h"

#include <QHBoxLayout>

namespace ui {

VerdictBar::VerdictBar(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::sidebar, {}, parent)
    , m_icon(new IconLabel(theme, 16, this))
    , m_sentence(new TextLabel(theme, Type::Body, Ink::Text2, this))
    , m_code(new TextLabel(theme, Type::Facts, Ink::Text3, this))
    , m_check(makeButton(tr("&Check now"), ButtonKind::Link, this))
    , m_ask(makeButton(tr("As&k for evidence"), ButtonKind::Link, this))
    , m_details(makeButton(tr("Deta&ils"), ButtonKind::Link, this)) {
    QFont font = m_sentence->font();
    font.setWeight(QFont::Medium);
    m_sentence->setFont(font);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(tr("Verdict"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // The symbol leads the first line of the sentence; both stand in the middle of the bar.
    auto* line = new QHBoxLayout;
    bare(*line, 8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    bare(*words, 2);
    words->addStretch(1);
    words->addLayout(line);
    words->addWidget(m_code);
    words->addStretch(1);
    m_code->setContentsMargins(24, 0, 0, 0);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 9, 12, 9);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    layout->addWidget(m_check);
    layout->addWidget(m_ask);
    layout->addWidget(m_details);
    setMinimumHeight(52);
    connect(m_details, &QPushButton::clicked, this, &VerdictBar::detailsWanted);
    connect(m_ask, &QPushButton::clicked, this, &VerdictBar::evidenceWanted);
    connect(m_check, &QPushButton::clicked, this, &VerdictBar::checkWanted);
}

void VerdictBar::say(const VerdictText& text) {
    setTone(text.tone);
    m_icon->show(text.icon, text.tone);
    m_sentence->setInk(inkOf(text.tone));
    m_sentence->setText(text.sentence);
    m_sentence->setAccessibleDescription(text.sentence);
    m_code->setText(text.code);
    m_code->setVisible(!text.code.isEmpty());
    m_check->setVisible(text.canCheck);
    m_ask->setVisible(text.canAsk);
    speak(*m_sentence);
}

} // namespace ui
