// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/accessiblefaces.h"
#include "ui/theme/interfacefont.h"
#include "ui/theme/officestyle.h"
#include "ui/theme/schemewatcher.h"

#include <QApplication>

namespace ui {

Theme::Theme(SchemeWatcher* watcher, QObject* parent)
    : QObject(parent)
    , m_watcher(watcher)
    , m_family(interfaceFontFamily()) {
    if (m_watcher) {
        connect(m_watcher, &SchemeWatcher::changed, this, &Theme::refresh);
    }
    refresh();
}

void Theme::setChoice(ThemeChoice choice) {
    m_choice = choice;
    refresh();
}

void Theme::refresh() {
    Scheme wanted = m_watcher ? m_watcher->scheme() : Scheme::Light;
    if (m_choice != ThemeChoice::System) {
        wanted = m_choice == ThemeChoice::Dark ? Scheme::Dark : Scheme::Light;
    }
    if (wanted == m_scheme) {
        return;
    }
    m_scheme = wanted;
    if (m_application) {
        m_application->setPalette(paletteOf(tokens()));
    }
    emit changed();
}

void Theme::applyTo(QApplication& application) {
    m_application = &application;
    installAccessibleFaces();
    application.setStyle(new OfficeStyle(*this)); // the application owns its style
    application.setPalette(paletteOf(tokens()));
    application.setFont(font(Type::Body));
    emit changed();
}

QFont Theme::font(Type type) const {
    QFont font(m_family);
    font.setHintingPreference(QFont::PreferNoHinting);
    switch (type) {
    case Type::Body:
        font.setPixelSize(13);
        break;
    case Type::Strong:
        font.setPixelSize(13);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Facts:
        font.setPixelSize(12);
        break;
    case Type::Title:
        font.setPixelSize(17);
        font.setWeight(QFont::Bold);
        break;
    case Type::Section:
        font.setPixelSize(11);
        font.setWeight(QFont::Bold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.2);
        break;
    }
    return font;
}

} // namespace ui
