// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rightsbar.h"

#include "ui/theme/accessiblefaces.h"
#include "ui/widgets/toneink.h"

#include <QHBoxLayout>

namespace ui {

RightsBar::RightsBar(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::sidebar, Qt::BottomEdge, parent)
    , m_words(new TextLabel(theme, Type::Body, Ink::Text, this))
    , m_more(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_confirm(makeButton(tr("That is ri&ght: confirm"), ButtonKind::Plain, this)) {
    setTone(Tone::Caution);
    auto* sign = new IconLabel(theme, 16, this);
    sign->show(QLatin1String("key"), Tone::Caution);
    m_words->setInk(inkOf(Tone::Caution));
    m_words->setWordWrap(true);
    m_words->setAccessibleName(tr("Changed rights"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignVCenter);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_more);
    layout->addWidget(m_confirm);
    connect(m_confirm, &QPushButton::clicked, this, &RightsBar::confirmed);
    hide();
}

void RightsBar::tell(const QString& words, int more, bool isOwn) {
    const QString sentence = isOwn ? tr("Your rights were changed: %1. Another leader or clerk confirms it.").arg(words)
                                   : tr("Rights were changed: %1.").arg(words);
    const bool isNew = m_words->text() != sentence || isHidden();
    m_words->setText(sentence);
    m_words->setAccessibleDescription(sentence);
    m_more->setText(more > 0 ? tr("%n more", nullptr, more) : QString());
    m_more->setVisible(more > 0);
    m_confirm->setVisible(!isOwn);
    setBusy(false);
    show();
    if (isNew) {
        speak(*m_words);
    }
}

void RightsBar::tellNothing() {
    hide();
}

void RightsBar::setBusy(bool busy) {
    m_confirm->setEnabled(!busy);
}

} // namespace ui
