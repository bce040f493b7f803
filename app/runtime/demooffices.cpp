// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demooffices.h"

#include "app/layout/demopictures.h"
#include "app/runtime/demoworld.h"
#include "docsig/keys/certificate.h"
#include "docsig/keys/demoauthority.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

struct DemoMember {
    Role role;
    const char16_t* login;
    const char16_t* name;
    const char16_t* title;
};

struct DemoOffice {
    const char16_t* organId;
    const char16_t* name;
    const char16_t* superior;
    const char16_t* notationUnit;
    std::array<DemoMember, 3> members;
};

constexpr std::array<DemoOffice, 3> demoOffices{{
    {u"H99",
     u"Ủy ban nhân dân tỉnh Mẫu",
     u"",
     u"UBND",
     {{{Role::Officer, u"chuyenvien", u"Đỗ Thị Hạnh", u"CHUYÊN VIÊN"},
       {Role::Leader, u"lanhdao", u"Vũ Đình Khôi", u"CHỦ TỊCH"},
       {Role::Clerk, u"vanthu", u"Bùi Ngọc Mai", u"VĂN THƯ"}}}},
    {u"H99.02",
     u"Sở Nội vụ tỉnh Mẫu",
     u"Ủy ban nhân dân tỉnh Mẫu",
     u"SNV",
     {{{Role::Officer, u"chuyenvien", u"Lê Quang Minh", u"CHUYÊN VIÊN"},
       {Role::Leader, u"lanhdao", u"Trần Thị Bích Ngọc", u"GIÁM ĐỐC"},
       {Role::Clerk, u"vanthu", u"Phạm Thu Hằng", u"VĂN THƯ"}}}},
    {u"H99.03",
     u"Sở Tài chính tỉnh Mẫu",
     u"Ủy ban nhân dân tỉnh Mẫu",
     u"STC",
     {{{Role::Officer, u"chuyenvien", u"Ngô Đức Thắng", u"CHUYÊN VIÊN"},
       {Role::Leader, u"lanhdao", u"Hoàng Văn Phúc", u"GIÁM ĐỐC"},
       {Role::Clerk, u"vanthu", u"Đặng Mỹ Linh", u"VĂN THƯ"}}}},
}};

Result<void> writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("demo-file-not-written", path + u": "_s + file.errorString());
    }
    return {};
}

/// Key, certificate and picture of whoever signs or seals.
Result<QString> giveKey(const docsig::DemoKey& key, const Profile& profile, const QString& name) {
    const QString path = profile.folder + u"/keys/"_s + name;
    if (auto written = key.writePkcs12(path, docsig::Pin::fromString(DemoWorld::pin())); !written) {
        return passOn(written.error());
    }
    if (auto written = writeFile(profile.certificateFile(), key.certificate); !written) {
        return std::unexpected(written.error());
    }
    return path;
}

Profile profileOf(const DemoOffice& office, const DemoMember& member, const QString& folder) {
    Profile profile;
    profile.agency.id = OrganId::parse(QString::fromUtf16(office.organId)).value_or(OrganId());
    profile.agency.name = QString::fromUtf16(office.name);
    profile.agency.superiorName = QString::fromUtf16(office.superior);
    profile.superiorName = profile.agency.superiorName;
    profile.person = {.organ = profile.agency.id,
                      .login = QString::fromUtf16(member.login),
                      .name = QString::fromUtf16(member.name),
                      .role = member.role,
                      .title = QString::fromUtf16(member.title),
                      .unit = {}};
    profile.placeName = u"Tỉnh Mẫu"_s;
    profile.notationUnit = QString::fromUtf16(office.notationUnit);
    profile.demo = true;
    const QString name = profile.agency.id.text() + u'-' + profile.person.login;
    profile.folder = folder + u"/profiles/"_s + name;
    return profile;
}

/// Who signs, or initials.
Result<void> equipPerson(Profile& profile, docsig::DemoAuthority& authority) {
    const auto key = authority.issuePerson(
        {.commonName = profile.person.name, .title = profile.person.title, .organisation = profile.agency.name});
    if (!key) {
        return passOn(key.error());
    }
    const auto path = giveKey(*key, profile, u"signature.p12"_s);
    if (!path) {
        return std::unexpected(path.error());
    }
    profile.signatureKey = Pkcs12File{*path};
    profile.signaturePicture = profile.folder + u"/pictures/signature.png"_s;
    return writeFile(profile.signaturePicture, demoSignaturePicture(profile.person.name));
}

/// Returns the SHA-256 of the seal's certificate, for the directory.
Result<QByteArray> equipClerk(Profile& profile, docsig::DemoAuthority& authority) {
    const auto key = authority.issueSeal({.officeName = profile.agency.name, .organId = profile.agency.id.text()});
    if (!key) {
        return passOn(key.error());
    }
    const auto path = giveKey(*key, profile, u"seal.p12"_s);
    if (!path) {
        return std::unexpected(path.error());
    }
    profile.sealKey = Pkcs12File{*path};
    profile.sealPicture = profile.folder + u"/pictures/seal.png"_s;
    if (auto written = writeFile(profile.sealPicture, demoSealPicture(profile.agency.name)); !written) {
        return std::unexpected(written.error());
    }
    const auto facts = docsig::describe(key->certificate);
    return facts ? facts->sha256 : QByteArray();
}

QJsonObject personEntry(const Profile& profile) {
    const Person& person = profile.person;
    return {{u"agency"_s, person.organ.text()}, {u"login"_s, person.login}, {u"name"_s, person.name},
            {u"role"_s, roleKey(person.role)},  {u"title"_s, person.title}, {u"unit"_s, person.unit}};
}

Result<void> makeProfileFolder(const Profile& profile, const docsig::DemoAuthority& authority) {
    const QDir folder(profile.folder);
    if (!folder.mkpath(u"keys"_s) || !folder.mkpath(u"pictures"_s)) {
        return fail("demo-folder-not-made", profile.folder);
    }
    if (auto trusted = authority.writeTrustFolder(profile.trustFolder()); !trusted) {
        return passOn(trusted.error());
    }
    return {};
}

/// One office: its three profiles; returns the hashes of its seals.
Result<QJsonArray> prepareOffice(const DemoOffice& office, const QString& folder, docsig::DemoAuthority& authority,
                                 QList<Profile>& profiles) {
    QJsonArray seals;
    for (const DemoMember& member : office.members) {
        Profile profile = profileOf(office, member, folder);
        if (auto made = makeProfileFolder(profile, authority); !made) {
            return std::unexpected(made.error());
        }
        if (member.role == Role::Leader || member.role == Role::Officer) {
            if (auto equipped = equipPerson(profile, authority); !equipped) {
                return std::unexpected(equipped.error());
            }
        }
        if (member.role == Role::Clerk) {
            const auto seal = equipClerk(profile, authority);
            if (!seal) {
                return std::unexpected(seal.error());
            }
            seals.append(QString::fromLatin1(*seal));
        }
        profiles.append(profile);
    }
    return seals;
}

} // namespace

Result<DemoOffices> prepareDemoOffices(const QString& folder, const QDateTime& now) {
    auto authority = docsig::DemoAuthority::create(now);
    if (!authority) {
        return passOn(authority.error());
    }
    DemoOffices offices;
    QJsonArray agencies;
    for (const DemoOffice& office : demoOffices) {
        const auto seals = prepareOffice(office, folder, *authority, offices.profiles);
        if (!seals) {
            return std::unexpected(seals.error());
        }
        agencies.append(QJsonObject{{u"organId"_s, QString::fromUtf16(office.organId)},
                                    {u"name"_s, QString::fromUtf16(office.name)},
                                    {u"inCharge"_s, QString::fromUtf16(office.superior)},
                                    {u"sealCertificateSha256"_s, *seals}});
    }
    QJsonArray people;
    for (const Profile& profile : std::as_const(offices.profiles)) {
        people.append(personEntry(profile));
    }
    if (auto saved = authority->save(folder + u"/authority"_s); !saved) {
        return passOn(saved.error());
    }
    offices.hubImport = {{u"agencies"_s, agencies}, {u"people"_s, people}};
    return offices;
}

} // namespace app
