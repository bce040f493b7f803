// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/schemewatcher.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto Path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto Interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Group = "org.freedesktop.appearance"_L1;
constexpr auto Key = "color-scheme"_L1;

/// 0 no preference, 1 dark, 2 light. The portal wraps the value once or twice, by version.
Scheme schemeFrom(QVariant value) {
    for (int wrapped = 0; wrapped < 3 && value.canConvert<QDBusVariant>(); ++wrapped) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt() == 1 ? Scheme::Dark : Scheme::Light;
}

} // namespace

SchemeWatcher::SchemeWatcher(QObject* parent)
    : QObject(parent) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints* hints = QGuiApplication::styleHints();
    if (hints->colorScheme() != Qt::ColorScheme::Unknown) {
        const auto now = [hints] {
            return hints->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
        };
        m_scheme = now();
        connect(hints, &QStyleHints::colorSchemeChanged, this, [this, now] { set(now()); });
        return;
    }
#endif
    askPortal();
}

void SchemeWatcher::askPortal() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(Service, Path, Interface, u"SettingChanged"_s, this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, u"Read"_s);
    call << QString(Group) << QString(Key);
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(call, 3000), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QVariant> reply = *answer;
        if (!reply.isError()) {
            set(schemeFrom(reply.argumentAt(0)));
        }
        answer->deleteLater();
    });
}

void SchemeWatcher::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == Group && key == Key) {
        set(schemeFrom(value.variant()));
    }
}

void SchemeWatcher::set(Scheme scheme) {
    if (scheme != m_scheme) {
        m_scheme = scheme;
        emit changed();
    }
}

} // namespace ui
