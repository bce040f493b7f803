// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/trustsettings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestSettings = 64 * 1024;

/// Seconds between 0 and the most that is allowed, else as they are from the start.
int seconds(const QJsonValue& value, int most, int fromTheStart) {
    const int given = value.toInt(-1);
    return given >= 0 && given <= most ? given : fromTheStart;
}

QString settingsFile(const QString& trustDirectory) {
    return trustDirectory + u"/settings.json"_s;
}

} // namespace

TrustSettings readTrustSettings(const QString& trustDirectory) {
    QFile file(settingsFile(trustDirectory));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(file.read(largestSettings)).object();
    TrustSettings settings{.useSystemRoots = object[u"useSystemRoots"_s].toBool(), .policy = {}};
    settings.policy.clockSkewSeconds =
        seconds(object[u"clockSkewSeconds"_s], largestClockSkew, settings.policy.clockSkewSeconds);
    settings.policy.revocationGraceSeconds =
        seconds(object[u"revocationGraceSeconds"_s], largestRevocationGrace, settings.policy.revocationGraceSeconds);
    return settings;
}

Result<void> writeTrustSettings(const QString& trustDirectory, const TrustSettings& settings) {
    QSaveFile file(settingsFile(trustDirectory));
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{u"useSystemRoots"_s, settings.useSystemRoots},
                                  {u"clockSkewSeconds"_s, settings.policy.clockSkewSeconds},
                                  {u"revocationGraceSeconds"_s, settings.policy.revocationGraceSeconds}})
            .toJson();
    if (!QDir().mkpath(trustDirectory) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.commit()) {
        return fail("trust-settings-not-written", file.errorString());
    }
    return {};
}

QString systemRootsDirectory() {
    return u"/etc/ssl/certs"_s;
}

} // namespace docsig
