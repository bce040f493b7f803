// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workcard.h"

#include "ui/theme/accessiblefaces.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace ui {

using namespace Qt::Literals::StringLiterals;

WorkCard::WorkCard(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge, parent)
    , m_title(new TextLabel(theme, Type::Strong, Ink::Text, this))
    , m_words(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_results(new TextLabel(theme, Type::Facts, Ink::Text, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeButton(tr("&Cancel"), ButtonKind::Plain, this))
    , m_close(makeButton(tr("C&lose"), ButtonKind::Plain, this)) {
    setFixedWidth(320);
    setAccessibleName(tr("Work under way"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_bar->setAccessibleName(tr("Progress"));
    m_results->setWordWrap(true);
    m_results->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setElided(true);
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_results);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &WorkCard::cancelled);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void WorkCard::begin(const QString& title) {
    m_title->setText(title);
    m_words->setText({});
    m_results->hide();
    m_close->hide();
    m_cancel->show();
    m_bar->show();
    m_bar->setRange(0, 0);
    show();
    settle();
}

void WorkCard::progress(const QString& words, qint64 done, qint64 total) {
    m_words->setText(words);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0) {
        m_bar->setValue(int(qBound(qint64(0), done * 1000 / total, qint64(1000))));
    }
}

void WorkCard::end(const QString& sentence, const QStringList& problems) {
    if (problems.isEmpty()) {
        hide();
        return;
    }
    m_words->setText(sentence);
    m_bar->hide();
    m_cancel->hide();
    m_close->show();
    m_results->setText(problems.join(u'\n'));
    m_results->show();
    settle();
    speak(*m_results);
}

void WorkCard::settle() {
    if (const QWidget* holder = parentWidget()) {
        setFixedHeight(layout()->totalHeightForWidth(width()) > 0 ? layout()->totalHeightForWidth(width())
                                                                  : layout()->totalSizeHint().height());
        const int below = m_below && m_below->isVisible() ? m_below->height() + 8 : 0;
        move(holder->width() - width() - 16, holder->height() - height() - below - 26 - 16);
        raise();
        emit moved();
    }
}

void WorkCard::standOn(const WorkCard& below) {
    m_below = &below;
    connect(&below, &WorkCard::moved, this, &WorkCard::settle);
}

void WorkCard::hideEvent(QHideEvent* event) {
    Ground::hideEvent(event);
    emit moved();
}

} // namespace ui
