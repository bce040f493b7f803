// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/profile.h"

#include "app/domain/signaturelevel.h"
#include "docsig/report/reportjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 largestProfile = 1 << 20;
constexpr auto fileName = "/profile.json"_L1;

/// Paths below the folder are stored relative to it, so that a profile can be moved.
QString stored(const QString& folder, const QString& path) {
    if (path.isEmpty()) {
        return {};
    }
    const QString relative = QDir(folder).relativeFilePath(path);
    return relative.startsWith(".."_L1) ? path : relative;
}

QString resolved(const QString& folder, const QString& path) {
    return path.isEmpty() || QDir::isAbsolutePath(path) ? path : QDir::cleanPath(folder + u'/' + path);
}

QJsonObject keyToJson(const std::optional<KeySource>& key, const QString& folder) {
    if (!key) {
        return {};
    }
    if (const auto* file = std::get_if<Pkcs12File>(&*key)) {
        return {{u"kind"_s, u"pkcs12"_s}, {u"path"_s, stored(folder, file->path)}};
    }
    const auto& token = std::get<TokenKey>(*key);
    return {{u"kind"_s, u"token"_s},
            {u"module"_s, token.modulePath},
            {u"token"_s, token.tokenLabel},
            {u"id"_s, QString::fromLatin1(token.keyId.toHex())}};
}

std::optional<KeySource> keyFromJson(const QJsonObject& object, const QString& folder) {
    const QString kind = object[u"kind"_s].toString();
    if (kind == "pkcs12"_L1) {
        return Pkcs12File{resolved(folder, object[u"path"_s].toString())};
    }
    if (kind == "token"_L1) {
        return TokenKey{.modulePath = object[u"module"_s].toString(),
                        .tokenLabel = object[u"token"_s].toString(),
                        .keyId = QByteArray::fromHex(object[u"id"_s].toString().toLatin1())};
    }
    return std::nullopt;
}

QJsonObject evidenceToJson(const EvidenceSettings& settings) {
    return {{u"timeStampAddress"_s, settings.timeStampAddress},
            {u"signatureLevel"_s, settings.level ? docsig::word(*settings.level) : QString()},
            {u"renewalDays"_s, settings.renewalDays},
            {u"hosts"_s, QJsonArray::fromStringList(settings.hosts)}};
}

/// A profile that says nothing about evidence has the defaults.
EvidenceSettings evidenceFromJson(const QJsonObject& object) {
    EvidenceSettings settings;
    settings.timeStampAddress = object[u"timeStampAddress"_s].toString();
    const docsig::Level level = levelFromWord(object[u"signatureLevel"_s].toString());
    settings.level = level == docsig::Level::None ? std::nullopt : std::optional(level);
    settings.renewalDays =
        std::clamp(object[u"renewalDays"_s].toInt(settings.renewalDays), 1, EvidenceSettings::mostRenewalDays);
    for (const QJsonValue& host : object[u"hosts"_s].toArray()) {
        settings.hosts.append(host.toString());
    }
    return settings;
}

QJsonObject toJson(const Profile& profile) {
    const auto path = [&](const QString& absolute) { return stored(profile.folder, absolute); };
    const Person& person = profile.person;
    return {{u"organId"_s, profile.agency.id.text()},
            {u"organName"_s, profile.agency.name},
            {u"superiorName"_s, profile.superiorName},
            {u"placeName"_s, profile.placeName},
            {u"notationUnit"_s, profile.notationUnit},
            {u"login"_s, person.login},
            {u"name"_s, person.name},
            {u"role"_s, roleKey(person.role)},
            {u"title"_s, person.title},
            {u"unit"_s, person.unit},
            {u"hubUrl"_s, profile.hubUrl},
            {u"account"_s, profile.account},
            {u"caFile"_s, path(profile.caFile)},
            {u"signatureKey"_s, keyToJson(profile.signatureKey, profile.folder)},
            {u"sealKey"_s, keyToJson(profile.sealKey, profile.folder)},
            {u"signaturePicture"_s, path(profile.signaturePicture)},
            {u"sealPicture"_s, path(profile.sealPicture)},
            {u"evidence"_s, evidenceToJson(profile.evidence)},
            {u"recallBy"_s, profile.recallBy == RecallBy::Status ? u"status"_s : u"packet"_s},
            {u"packetProfile"_s, profile.packetProfile},
            {u"signPackets"_s, profile.signPackets},
            {u"showTestUnits"_s, profile.showTestUnits},
            {u"language"_s, profile.language},
            {u"demo"_s, profile.demo}};
}

std::optional<Profile> fromJson(const QJsonObject& object, const QString& folder) {
    const auto text = [&](QStringView key) { return object[key].toString(); };
    const auto path = [&](QStringView key) { return resolved(folder, object[key].toString()); };
    const auto organ = OrganId::parse(text(u"organId"));
    const auto role = roleFromKey(text(u"role"));
    if (!organ || !role || text(u"login").isEmpty()) {
        return std::nullopt;
    }
    Profile profile;
    profile.folder = folder;
    profile.agency.id = *organ;
    profile.agency.name = text(u"organName");
    profile.agency.superiorName = text(u"superiorName");
    profile.person = {.organ = *organ,
                      .login = text(u"login"),
                      .name = text(u"name"),
                      .role = *role,
                      .title = text(u"title"),
                      .unit = text(u"unit")};
    profile.superiorName = text(u"superiorName");
    profile.placeName = text(u"placeName");
    profile.notationUnit = text(u"notationUnit");
    profile.hubUrl = text(u"hubUrl");
    profile.account = text(u"account");
    profile.caFile = path(u"caFile");
    profile.signatureKey = keyFromJson(object[u"signatureKey"].toObject(), folder);
    profile.sealKey = keyFromJson(object[u"sealKey"].toObject(), folder);
    profile.signaturePicture = path(u"signaturePicture");
    profile.sealPicture = path(u"sealPicture");
    profile.evidence = evidenceFromJson(object[u"evidence"].toObject());
    profile.recallBy = text(u"recallBy") == u"status" ? RecallBy::Status : RecallBy::Packet;
    profile.packetProfile = object[u"packetProfile"_s].toString(profile.packetProfile);
    profile.signPackets = object[u"signPackets"_s].toBool();
    profile.showTestUnits = object[u"showTestUnits"_s].toBool();
    profile.language = text(u"language");
    profile.demo = object[u"demo"].toBool();
    return profile;
}

} // namespace

Result<Profile> readProfile(const QString& folder) {
    const QString absolute = QFileInfo(folder).absoluteFilePath();
    QFile file(absolute + fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("profile-missing", file.fileName());
    }
    const QByteArray bytes = file.read(largestProfile);
    const auto profile = fromJson(QJsonDocument::fromJson(bytes).object(), QDir::cleanPath(absolute));
    if (!profile) {
        return fail("profile-unreadable", file.fileName());
    }
    return *profile;
}

Result<void> writeProfile(const Profile& profile) {
    QSaveFile file(profile.folder + fileName);
    const QByteArray bytes = QJsonDocument(toJson(profile)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("profile-not-written", file.errorString());
    }
    return {};
}

QList<Profile> listProfiles(const QString& folder) {
    QList<Profile> profiles;
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : names) {
        if (const auto profile = readProfile(folder + u'/' + name)) {
            profiles.append(*profile);
        }
    }
    return profiles;
}

} // namespace app
