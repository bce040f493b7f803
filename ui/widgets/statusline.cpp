// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/theme/accessiblefaces.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

class StatusLine::Dot final : public QWidget {
public:
    Dot(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {
        setFixedSize(9, 9);
    }
    void setTone(Tone tone) {
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor colour = m_theme.tokens().of(m_tone);
        // Full when connected, a ring when not: the shape tells it as well.
        if (m_tone == Tone::Good) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
        } else {
            painter.setPen(QPen(colour, 1.5));
        }
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    const Theme& m_theme;
    Tone m_tone = Tone::Neutral;
};

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::TopEdge, parent)
    , m_dot(new Dot(theme, this))
    , m_connection(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_queue(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_said(new TextLabel(theme, Type::Facts, Ink::Text, this))
    , m_standing(makeButton({}, ButtonKind::Link, this))
    , m_mentions(makeButton({}, ButtonKind::Link, this))
    , m_page(new TextLabel(theme, Type::Facts, Ink::Text2, this)) {
    setFixedHeight(26);
    m_connection->setAccessibleName(tr("Connection"));
    m_queue->setAccessibleName(tr("Queue"));
    m_said->setAccessibleName(tr("Message"));
    m_page->setAccessibleName(tr("Page and zoom"));
    m_said->setElided(true);
    for (QPushButton* link : {m_standing, m_mentions}) {
        keepToLine(*link, *m_said);
        link->hide();
    }
    connect(m_standing, &QPushButton::clicked, this, &StatusLine::standingWanted);
    connect(m_mentions, &QPushButton::clicked, this, &StatusLine::mentionsWanted);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(15, 1, 14, 0);
    layout->setSpacing(6);
    layout->addWidget(m_dot);
    layout->addWidget(m_connection);
    layout->addSpacing(10);
    layout->addWidget(m_queue);
    layout->addSpacing(10);
    layout->addWidget(m_standing);
    layout->addSpacing(10);
    layout->addWidget(m_mentions);
    layout->addSpacing(10);
    layout->addWidget(m_said, 1);
    layout->addWidget(m_page);
}

void StatusLine::setStatus(const StatusText& text) {
    m_dot->setTone(text.tone);
    m_connection->setText(text.connection);
    m_queue->setText(text.queue);
    m_queue->setVisible(!text.queue.isEmpty());
}

void StatusLine::announce(const QString& sentence, Tone tone) {
    m_said->setInk(tone == Tone::Bad ? Ink::Bad : tone == Tone::Caution ? Ink::Caution : Ink::Text);
    m_said->setText(sentence);
    m_said->setAccessibleDescription(sentence);
    speak(*m_said);
}

void StatusLine::setStanding(const QString& words) {
    m_standing->setText(words);
    m_standing->setAccessibleName(words);
    m_standing->setVisible(!words.isEmpty());
}

void StatusLine::setMentions(int documents) {
    const QString words = tr("%n document(s) with comments that name you", nullptr, documents);
    m_mentions->setText(words);
    m_mentions->setAccessibleName(words);
    m_mentions->setVisible(documents > 0);
}

void StatusLine::setPage(const QString& words) {
    m_page->setText(words);
}

} // namespace ui
