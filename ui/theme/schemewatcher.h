// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QDBusVariant;

namespace ui {

/// Whether the desktop is light or dark now, and when it changes: from QStyleHints where Qt has it (6.5), else from the
/// desktop portal over D-Bus ("org.freedesktop.appearance", "color-scheme"). Asked without waiting; light until the
/// answer is there, and where nobody answers. GUI thread.
class SchemeWatcher : public QObject {
    Q_OBJECT

public:
    explicit SchemeWatcher(QObject* parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

signals:
    void changed();

private slots:
    void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void set(Scheme scheme);
    void askPortal();

    Scheme m_scheme = Scheme::Light;
};

} // namespace ui
