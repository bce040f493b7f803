// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace ui {

namespace {

void gatherFrom(QWidget& widget, QList<QWidget*>& stops);

void gatherFrom(const QLayout& layout, QList<QWidget*>& stops) {
    for (int index = 0; index < layout.count(); ++index) {
        QLayoutItem* item = layout.itemAt(index);
        if (QWidget* widget = item->widget()) {
            gatherFrom(*widget, stops);
        } else if (const QLayout* inner = item->layout()) {
            gatherFrom(*inner, stops);
        }
    }
}

/// The widget itself, where Tab may stop at it, then what is laid out in it.
void gatherFrom(QWidget& widget, QList<QWidget*>& stops) {
    if ((widget.focusPolicy() & Qt::TabFocus) != 0 || widget.inherits("QAbstractButton")) {
        stops << &widget; // a button of a group may be one again when another is chosen
    }
    if (const auto* area = qobject_cast<const QScrollArea*>(&widget)) {
        if (QWidget* page = area->widget()) {
            gatherFrom(*page, stops);
        }
    } else if (const auto* splitter = qobject_cast<const QSplitter*>(&widget)) {
        for (int index = 0; index < splitter->count(); ++index) {
            gatherFrom(*splitter->widget(index), stops);
        }
    } else if (const QLayout* layout = widget.layout()) {
        gatherFrom(*layout, stops);
    }
}

} // namespace

void orderTabsByLayout(QWidget& page) {
    QList<QWidget*> stops;
    gatherFrom(page, stops);
    for (qsizetype index = 1; index < stops.size(); ++index) {
        QWidget::setTabOrder(stops.at(index - 1), stops.at(index));
    }
}

} // namespace ui
