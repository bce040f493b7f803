// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/accessiblefaces.h"

#include <QWidget>

#include <QAccessible>
#include <QAccessibleWidget>

namespace ui {

namespace {

/// Asked for each class of an object, the most derived first.
QAccessibleInterface* faceOf(const QString& className, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget) {
        return nullptr;
    }
    if (className == QLatin1String("ui::PageView")) {
        return new QAccessibleWidget(widget, QAccessible::Document);
    }
    if (className == QLatin1String("QScrollArea")) {
        return new QAccessibleWidget(widget, QAccessible::Pane);
    }
    return nullptr;
}

} // namespace

void installAccessibleFaces() {
    QAccessible::installFactory(faceOf); // the same one twice is kept once
}

void speak(QWidget& widget) {
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace ui
