// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/officestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QTabBar>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kindOf(const QWidget* widget) {
    return widget ? widget->property("kind").toString() : QString();
}

void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& ground, const QColor& edge) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

} // namespace

void drawFocusRing(QPainter& painter, const QRectF& rect, const QColor& accent, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

OfficeStyle::OfficeStyle(const Theme& theme)
    : QProxyStyle(u"fusion"_s)
    , m_theme(theme) {
    qApp->installEventFilter(this);
}

bool OfficeStyle::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    bool held = m_altHeld;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt) {
        held = event->type() == QEvent::KeyPress;
    } else if (event->type() == QEvent::ApplicationDeactivate) {
        held = false;
    }
    if (held != m_altHeld) {
        m_altHeld = held;
        for (QWidget* widget : QApplication::allWidgets()) {
            if (qobject_cast<QAbstractButton*>(widget) || widget->inherits("QLabel")) {
                widget->update();
            }
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void OfficeStyle::polish(QWidget* widget) {
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QTabBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    QProxyStyle::polish(widget);
}

void OfficeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        drawFocusRing(*painter, option->rect, m_theme.tokens().accent, 5);
        return;
    case PE_PanelLineEdit: {
        const bool inside = widget && (qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                                       qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()));
        if (!inside && kindOf(widget) != "bare"_L1) {
            drawField(option, painter, widget);
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, m_theme.tokens().window);
        return;
    case PE_Frame:
        if (widget &&
            (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit") || kindOf(widget) == "field"_L1)) {
            drawField(option, painter, widget);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          m_theme.tokens().line);
        return;
    case PE_PanelItemViewRow:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            row && row->features.testFlag(QStyleOptionViewItem::Alternate)) {
            painter->fillRect(row->rect, m_theme.tokens().window);
        }
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void OfficeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    const Tokens& t = m_theme.tokens();
    switch (element) {
    case CE_PushButtonBevel:
        drawButton(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, t.line);
        return;
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        drawTab(option, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            painter->save();
            painter->setFont(m_theme.font(Type::Section));
            painter->setPen(t.text2);
            // Over figures, which end where their cells do.
            const bool right = header->textAlignment.testFlag(Qt::AlignRight);
            const QRect room = right ? header->rect.adjusted(4, 0, -14, 0) : header->rect.adjusted(14, 0, -8, 0);
            painter->drawText(room, int(header->textAlignment | Qt::AlignVCenter),
                              painter->fontMetrics().elidedText(header->text, Qt::ElideRight, room.width()));
            painter->restore();
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void OfficeStyle::drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button) {
        return;
    }
    const Tokens& t = m_theme.tokens();
    const QString kind = kindOf(widget);
    const bool enabled = button->state.testFlag(State_Enabled);
    const bool over = enabled && (button->state.testFlag(State_MouseOver) || button->state.testFlag(State_Sunken));
    const bool on = button->state.testFlag(State_On);
    const QRectF rect = button->rect;
    if (kind == "primary"_L1 || (kind.isEmpty() && button->features.testFlag(QStyleOptionButton::DefaultButton))) {
        drawBox(*painter, rect, 6, enabled ? (over ? t.accentHover : t.accent) : t.line, {});
    } else if (kind == "chip"_L1) {
        drawBox(*painter, rect, rect.height() / 2, on ? t.selected : (over ? t.hover : QColor()),
                on ? t.selected : t.line);
    } else if (kind == "quiet"_L1) {
        if (over || on) {
            drawBox(*painter, rect, 6, t.hover, {});
        }
    } else if (kind == "link"_L1) {
        // letters alone
    } else {
        drawBox(*painter, rect, 6, over ? t.hover : t.surface, t.line);
    }
}

void OfficeStyle::drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button) {
        return;
    }
    const Tokens& t = m_theme.tokens();
    const QString kind = kindOf(widget);
    QColor letters = t.text;
    if (kind == "primary"_L1 || (kind.isEmpty() && button->features.testFlag(QStyleOptionButton::DefaultButton))) {
        letters = t.onAccent;
    } else if (kind == "link"_L1) {
        letters = t.accent;
    } else if (kind == "chip"_L1) {
        letters = button->state.testFlag(State_On) ? t.accent : t.text2;
    }
    if (!button->state.testFlag(State_Enabled)) {
        letters = t.text3;
    }
    painter->save();
    QFont font = widget ? widget->font() : painter->font();
    if (kind == "link"_L1) {
        font.setUnderline(true);
    }
    if (kind == "chip"_L1 && button->state.testFlag(State_On)) {
        font.setWeight(QFont::DemiBold);
    }
    painter->setFont(font);
    painter->setPen(letters);
    QRect room = button->rect;
    const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
    const int side = button->iconSize.width();
    const int letterWidth = painter->fontMetrics().horizontalAdvance(button->text.left(200).remove(u'&'));
    const bool hasIcon = !button->icon.isNull();
    int width = letterWidth + (hasIcon ? side + (button->text.isEmpty() ? 0 : 6) : 0) + (menu ? 20 : 0);
    width = qMin(width, room.width());
    int x = room.left() + (room.width() - width) / 2;
    if (kind == "item"_L1) {
        x = room.left() + 12;
    }
    if (hasIcon) {
        const QRect place(x, room.center().y() - side / 2 + 1, side, side);
        button->icon.paint(painter, place, Qt::AlignCenter,
                           button->state.testFlag(State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        x += side + 6;
    }
    const QRect letterRoom(x, room.top(), room.right() - x + 1 - (menu ? 20 : 0), room.height());
    painter->drawText(letterRoom,
                      Qt::AlignVCenter | Qt::AlignLeft | (m_altHeld ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      button->text);
    if (menu) {
        drawIcon(*painter, "chevron-down"_L1, QRectF(x + letterWidth + 6, room.center().y() - 6, 14, 14), t.text2);
    }
    painter->restore();
}

void OfficeStyle::drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const Tokens& t = m_theme.tokens();
    const bool focus = option->state.testFlag(State_HasFocus);
    const bool wrong = widget && widget->property("wrong").toBool();
    const QColor ground = kindOf(widget) == "search"_L1 ? t.window : t.surface;
    drawBox(*painter, option->rect, 6, ground, wrong ? t.bad : t.line);
    if (focus) {
        drawFocusRing(*painter, option->rect, wrong ? t.bad : t.accent, 6);
    }
}

void OfficeStyle::drawCheck(const QStyleOption* option, QPainter* painter, bool round) const {
    const Tokens& t = m_theme.tokens();
    const bool on = option->state.testFlag(State_On);
    const QRectF rect = option->rect;
    drawBox(*painter, rect, round ? rect.height() / 2 : 4, on ? t.accent : t.surface, on ? t.accent : t.text3);
    if (on && !round) {
        drawIcon(*painter, "check"_L1, rect.adjusted(1, 1, -1, -1), t.onAccent);
    } else if (on) {
        drawBox(*painter, rect.adjusted(5, 5, -5, -5), 3, t.onAccent, {});
    }
}

void OfficeStyle::drawTab(const QStyleOption* option, QPainter* painter) const {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (!tab) {
        return;
    }
    const Tokens& t = m_theme.tokens();
    const bool on = tab->state.testFlag(State_Selected);
    painter->save();
    painter->setFont(m_theme.font(on ? Type::Strong : Type::Body));
    painter->setPen(on ? t.text : t.text2);
    painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
    if (on) {
        painter->fillRect(QRect(tab->rect.left() + 4, tab->rect.bottom() - 1, tab->rect.width() - 8, 2), t.accent);
    }
    if (on && tab->state.testFlag(State_HasFocus)) {
        drawFocusRing(*painter, tab->rect.adjusted(1, 3, -1, -4), t.accent, 4);
    }
    painter->restore();
}

void OfficeStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar) {
        return;
    }
    const Tokens& t = m_theme.tokens();
    const QRectF slider = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
    if (bar->maximum > bar->minimum) {
        const bool over = bar->activeSubControls.testFlag(SC_ScrollBarSlider);
        QColor colour = t.text3;
        colour.setAlphaF(over ? 0.75F : 0.4F);
        const bool upright = bar->orientation == Qt::Vertical;
        const QRectF thumb = upright ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
        drawBox(*painter, thumb, 3, colour, {});
    }
}

void OfficeStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    drawField(option, painter, widget);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawIcon(*painter, "chevron-down"_L1, QRectF(arrow.center().x() - 7, arrow.center().y() - 7, 14, 14),
             m_theme.tokens().text2);
}

void OfficeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        drawComboBox(option, painter, widget);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(option, painter, widget); // days are turned with the arrow keys or typed
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect OfficeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                                  const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar && (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)) {
            return {};
        }
        if (bar) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int room = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            int length = room;
            if (range > 0) {
                length = qMax(32, int(qint64(bar->pageStep) * room / (range + qMax(1, bar->pageStep))));
            }
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length,
                                                      bar->upsideDown);
            const auto place = [&](int from, int size) {
                return upright ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
            };
            switch (subControl) {
            case SC_ScrollBarGroove:
                return bar->rect;
            case SC_ScrollBarSlider:
                return place(start, length);
            case SC_ScrollBarSubPage:
                return place(0, start);
            case SC_ScrollBarAddPage:
                return place(start + length, room - start - length);
            default:
                break;
            }
        }
    }
    if (control == CC_SpinBox) {
        return subControl == SC_SpinBoxEditField || subControl == SC_SpinBoxFrame ? option->rect.adjusted(1, 1, -1, -1)
                                                                                  : QRect();
    }
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        switch (subControl) {
        case SC_ComboBoxFrame:
            return all;
        case SC_ComboBoxArrow:
            return {all.right() - 27, all.top(), 28, all.height()};
        case SC_ComboBoxEditField:
            return all.adjusted(combo && combo->editable ? 1 : 8, 1, -28, -1);
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect OfficeStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(8, 1, -8, -1);
    case SE_PushButtonFocusRect:
    case SE_ItemViewItemFocusRect: // the row, not its words alone
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize OfficeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button) {
            break;
        }
        const QString kind = kindOf(widget);
        const QFontMetrics metrics(widget ? widget->font() : m_theme.font(Type::Body));
        int width = metrics.horizontalAdvance(QString(button->text).remove(u'&'));
        if (!button->icon.isNull()) {
            width += button->iconSize.width() + (button->text.isEmpty() ? 0 : 6);
        }
        if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
            width += 22;
        }
        if (kind == "chip"_L1) {
            // As wide as it is when it is on, in bolder letters: chips do not move when one is chosen.
            QFont chosen = widget ? widget->font() : m_theme.font(Type::Body);
            chosen.setWeight(QFont::DemiBold);
            return {QFontMetrics(chosen).horizontalAdvance(QString(button->text).remove(u'&')) + 22, 24};
        }
        if (kind == "link"_L1) {
            return {width + 8, 24};
        }
        return {button->text.isEmpty() ? 32 : width + 26, 32};
    }
    case CT_LineEdit:
        return {size.width(), 32};
    case CT_ComboBox:
        return {size.width() + 8 + 28 + 8, 32};
    case CT_SpinBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), 32};
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            const QFontMetrics metrics(m_theme.font(Type::Strong));
            return {metrics.horizontalAdvance(QString(tab->text).remove(u'&')) + 16, 38};
        }
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int OfficeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_DefaultFrameWidth:
        // Room for the focus ring around a field of several lines.
        if (widget &&
            (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit") || kindOf(widget) == "field"_L1)) {
            return 4;
        }
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
        // The cells of a table stand under the words of its head.
        return widget && widget->inherits("QTableView") ? 15 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int OfficeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return m_altHeld ? 1 : 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode:
        return Qt::ElideNone;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace ui
