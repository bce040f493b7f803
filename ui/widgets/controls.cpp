// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"

#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPainter>

namespace ui {

using namespace Qt::Literals::StringLiterals;

void setKind(QPushButton& button, ButtonKind kind) {
    static const QHash<ButtonKind, QString> names{{ButtonKind::Primary, u"primary"_s},
                                                  {ButtonKind::Quiet, u"quiet"_s},
                                                  {ButtonKind::Chip, u"chip"_s},
                                                  {ButtonKind::Link, u"link"_s}};
    button.setProperty("kind", names.value(kind, u"plain"_s));
    button.setAutoDefault(false);
    button.updateGeometry();
    button.update();
}

QPushButton* makeButton(const QString& words, ButtonKind kind, QWidget* parent) {
    auto* button = new QPushButton(words, parent);
    setKind(*button, kind);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(QString(words).remove(u'&'));
    button->setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

void keepToLine(QPushButton& button, const QWidget& words) {
    button.setFont(words.font());
    button.setFixedHeight(words.fontMetrics().height());
}

QPushButton* makeIconButton(const Theme& theme, QLatin1String name, const QString& words, QWidget* parent) {
    auto* button = makeButton({}, ButtonKind::Quiet, parent);
    button->setIcon(icon(name, theme));
    button->setAccessibleName(words);
    button->setToolTip(words);
    return button;
}

QComboBox* makeChoiceBox(QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    QObject::connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
    return box;
}

Ground::Ground(const Theme& theme, Colour colour, Qt::Edges edges, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_colour(colour)
    , m_edges(edges) {
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::setTone(Tone tone) {
    m_toned = true;
    m_tone = tone;
    update();
}

void Ground::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    painter.fillRect(rect(), m_toned ? t.groundOf(m_tone) : t.*m_colour);
    if (m_edges.testFlag(Qt::TopEdge)) {
        painter.fillRect(0, 0, width(), 1, t.line);
    }
    if (m_edges.testFlag(Qt::BottomEdge)) {
        painter.fillRect(0, height() - 1, width(), 1, t.line);
    }
    if (m_edges.testFlag(Qt::LeftEdge)) {
        painter.fillRect(0, 0, 1, height(), t.line);
    }
    if (m_edges.testFlag(Qt::RightEdge)) {
        painter.fillRect(width() - 1, 0, 1, height(), t.line);
    }
}

IconLabel::IconLabel(const Theme& theme, int side, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setFixedSize(side, side);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::show(QLatin1String iconName, Tone tone) {
    m_icon = iconName;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    if (!m_icon.isEmpty()) {
        QPainter painter(this);
        drawIcon(painter, m_icon, rect(), m_theme.tokens().of(m_tone));
    }
}

void bare(QBoxLayout& layout, int spacing) {
    layout.setContentsMargins(0, 0, 0, 0);
    layout.setSpacing(spacing);
}

} // namespace ui
