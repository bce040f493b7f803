// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace ui {

class SchemeWatcher;

/// What the person chose; System follows the desktop.
enum class ThemeChoice { System, Light, Dark };

/// The sizes of letters: 13 px body, 12 px facts, 17 px bold titles, 11 px bold section heads.
enum class Type { Body, Strong, Facts, Title, Section };

/// Colours and letters of the whole window. One object, made in main and handed to whoever draws. GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    /// `watcher` may be null: then System is light.
    explicit Theme(SchemeWatcher* watcher, QObject* parent = nullptr);

    [[nodiscard]] const Tokens& tokens() const { return tokensOf(m_scheme); }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    [[nodiscard]] QFont font(Type type) const;

    /// Gives the application style, palette and font, and again whenever the scheme changes.
    void applyTo(QApplication& application);

signals:
    /// After the application's palette was changed.
    void changed();

private:
    void refresh();

    SchemeWatcher* m_watcher;
    QApplication* m_application = nullptr;
    ThemeChoice m_choice = ThemeChoice::System;
    Scheme m_scheme = Scheme::Light;
    QString m_family;
};

} // namespace ui
