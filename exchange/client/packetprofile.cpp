// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/packetprofile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestProfile = 256 * 1024;
constexpr qint64 longestSecret = 16 * 1024;

/// Takes members of an object one by one, and knows at the end which were not asked for. The first thing that is wrong
/// stays.
class Members {
public:
    Members(QJsonObject object, QString place, QDir folder)
        : m_object(std::move(object))
        , m_place(std::move(place))
        , m_folder(std::move(folder)) {}

    void take(QLatin1StringView name, QString& target, bool needed = false) {
        if (const QJsonValue value = next(name, needed); value.isString()) {
            target = value.toString();
        } else {
            wrongUnlessMissing(name, value);
        }
    }
    void take(QLatin1StringView name, int& target, int least, int most) {
        const QJsonValue value = next(name, false);
        const int number = value.toInt(least - 1);
        if (number >= least && number <= most) {
            target = number;
        } else {
            wrongUnlessMissing(name, value);
        }
    }
    void take(QLatin1StringView name, bool& target) {
        if (const QJsonValue value = next(name, false); value.isBool()) {
            target = value.toBool();
        } else {
            wrongUnlessMissing(name, value);
        }
    }
    void takeUrl(QLatin1StringView name, QUrl& target) {
        QString text;
        take(name, text, true);
        target = QUrl(text, QUrl::StrictMode);
        if (!target.isValid() || target.host().isEmpty()) {
            wrong(name);
        }
    }
    void takePath(QLatin1StringView name, QString& target, bool needed = false) {
        take(name, target, needed);
        if (!target.isEmpty()) {
            target = m_folder.absoluteFilePath(target);
        }
    }
    void takeSecret(QLatin1StringView name, QByteArray& target) {
        QString path;
        takePath(name, path, true);
        QFile file(path);
        if (m_error || path.isEmpty()) {
            return;
        }
        if (!file.open(QIODevice::ReadOnly) || file.size() > longestSecret) {
            m_error = std::unexpected<Error>(fail("packet-secret-unreadable", path)).error();
            return;
        }
        if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)) {
            m_error = std::unexpected<Error>(fail("packet-secret-open", path)).error();
            return;
        }
        target = file.readAll();
        while (target.endsWith('\n') || target.endsWith('\r')) {
            target.chop(1);
        }
        if (target.isEmpty() || std::ranges::any_of(target, [](char c) { return c == '\n' || c == '\r' || c == 0; })) {
            wrong(name);
        }
    }
    Members sub(QLatin1StringView name) {
        const QJsonValue value = next(name, false);
        if (!value.isObject()) {
            wrongUnlessMissing(name, value);
        }
        return {value.toObject(), m_place + name + u'.', m_folder};
    }
    void wrong(const QString& name) {
        if (!m_error) {
            m_error = std::unexpected<Error>(fail("packet-profile-wrong", m_place + name)).error();
        }
    }
    void wrong(QLatin1StringView name) { wrong(QString(name)); }
    /// The first fault; a member that nobody took is one.
    std::optional<Error> end() {
        for (const QString& name : m_object.keys()) {
            if (!m_taken.contains(name)) {
                wrong(name);
            }
        }
        return m_error;
    }

private:
    QJsonValue next(QLatin1StringView name, bool needed) {
        m_taken.insert(name);
        if (needed && !m_object.contains(name)) {
            wrong(name);
        }
        return m_object.value(name);
    }
    void wrongUnlessMissing(QLatin1StringView name, const QJsonValue& value) {
        if (!value.isUndefined()) {
            wrong(name);
        }
    }

    QJsonObject m_object;
    QString m_place;
    QDir m_folder;
    QSet<QString> m_taken;
    std::optional<Error> m_error;
};

bool isHeaderValue(const QByteArray& text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

AxisAccount axisFrom(Members& members) {
    AxisAccount account;
    members.takeUrl("url"_L1, account.baseUrl);
    members.take("systemId"_L1, account.systemId, true);
    members.takeSecret("secretFile"_L1, account.secret);
    members.takePath("caFile"_L1, account.caFile);
    Members switches = members.sub("switches"_L1);
    AxisSwitches& set = account.switches;
    switches.take("sdkHash"_L1, set.sdkHash);
    switches.take("multipartContentType"_L1, set.multipartContentType);
    switches.take("streams"_L1, set.streams);
    switches.take("datesInList"_L1, set.datesInList);
    switches.take("pageDays"_L1, set.pageDays, 0, 366);
    switches.take("zoneMinutes"_L1, set.zoneMinutes, -840, 840);
    switches.take("asksSent"_L1, set.asksSent);
    switches.take("sentListHasStatuses"_L1, set.sentListHasStatuses);
    switches.take("idsAreHashes"_L1, set.idsAreHashes);
    switches.take("getsDirectoryByVersion"_L1, set.getsDirectoryByVersion);
    if (const std::optional<Error> fault = switches.end()) {
        members.wrong(fault->detail);
    }
    return account;
}

ProvincialAccount provincialFrom(Members& members) {
    ProvincialAccount account;
    members.takeUrl("url"_L1, account.baseUrl);
    members.take("user"_L1, account.userName, true);
    members.take("applicationCode"_L1, account.applicationCode);
    QByteArray password;
    members.takeSecret("passwordFile"_L1, password);
    account.password = QString::fromUtf8(password);
    QString systemId;
    members.take("systemId"_L1, systemId, true);
    account.systemId = systemId.toUtf8();
    members.takeSecret("secretKeyFile"_L1, account.secretKey);
    members.takePath("caFile"_L1, account.caFile);
    int megabytes = static_cast<int>(account.largestPacketBytes >> 20);
    members.take("largestPacketMegabytes"_L1, megabytes, 1, 1024);
    account.largestPacketBytes = static_cast<qint64>(megabytes) << 20;
    members.take("zoneMinutes"_L1, account.zoneMinutes, -840, 840);
    // Both travel as headers as they are.
    if (!isHeaderValue(account.systemId) || !isHeaderValue(account.secretKey)) {
        members.wrong("secretKeyFile"_L1);
    }
    return account;
}

FolderProfile folderFrom(Members& members) {
    FolderProfile folder;
    members.takePath("out"_L1, folder.outFolder, true);
    members.takePath("in"_L1, folder.inFolder, true);
    members.takePath("done"_L1, folder.doneFolder);
    members.takePath("failed"_L1, folder.failedFolder);
    members.take("stableSeconds"_L1, folder.stableSeconds, 0, 86'400);
    return folder;
}

} // namespace

Result<PacketProfile> readPacketProfile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestProfile) {
        return fail("packet-profile-unreadable", path);
    }
    Members members(QJsonDocument::fromJson(file.readAll()).object(), QString(), QFileInfo(path).absoluteDir());
    PacketProfile profile;
    QString kind;
    members.take("kind"_L1, kind, true);
    members.take("lookBackDays"_L1, profile.lookBackDays, 1, 366);
    members.take("overlapHours"_L1, profile.overlapHours, 1, 24 * 366);
    members.take("pageSize"_L1, profile.pageSize, 0, 1'000'000);
    members.take("tellsProcessing"_L1, profile.tellsProcessing);
    if (kind == "axis"_L1) {
        profile.server = axisFrom(members);
    } else if (kind == "provincial"_L1) {
        profile.server = provincialFrom(members);
    } else if (kind == "folder"_L1) {
        profile.server = folderFrom(members);
    } else {
        members.wrong("kind"_L1);
    }
    if (const std::optional<Error> fault = members.end()) {
        return std::unexpected(*fault);
    }
    return profile;
}

std::unique_ptr<PacketServer> makePacketServer(const PacketProfile& profile, ClientLimits limits,
                                               std::function<QDateTime()> clock) {
    if (const auto* axis = std::get_if<AxisAccount>(&profile.server)) {
        return std::make_unique<AxisClient>(*axis, limits, std::move(clock));
    }
    if (const auto* provincial = std::get_if<ProvincialAccount>(&profile.server)) {
        return std::make_unique<ProvincialClient>(*provincial, limits, std::move(clock));
    }
    return std::make_unique<FolderExchange>(std::get<FolderProfile>(profile.server), std::move(clock));
}

} // namespace exchange
