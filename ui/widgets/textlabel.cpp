// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include <QPainter>

namespace ui {

TextLabel::TextLabel(const Theme& theme, Type type, Ink ink, QWidget* parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_ink(ink) {
    setTextFormat(Qt::PlainText);
    setFont(theme.font(type));
    connect(&theme, &Theme::changed, this, &TextLabel::refresh);
    refresh();
}

void TextLabel::setInk(Ink ink) {
    m_ink = ink;
    refresh();
}

void TextLabel::setElided(bool elided) {
    m_elided = elided;
    if (elided) {
        setSizePolicy(QSizePolicy::Ignored, sizePolicy().verticalPolicy());
    }
}

QSize TextLabel::minimumSizeHint() const {
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(24, size.height()) : size;
}

void TextLabel::paintEvent(QPaintEvent* event) {
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(m_theme.tokens().of(m_ink));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), int(alignment() | Qt::AlignVCenter), shown);
    const QString wanted = shown == text() ? QString() : text();
    if (toolTip() != wanted) {
        setToolTip(wanted);
    }
}

void TextLabel::refresh() {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.tokens().of(m_ink));
    setPalette(colours);
    update();
}

} // namespace ui
