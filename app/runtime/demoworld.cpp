// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demoworld.h"

#include "app/runtime/demohub.h"
#include "app/runtime/demooffices.h"
#include "app/runtime/initoffice.h"
#include "app/runtime/profile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString worldFile(const QString& folder) {
    return folder + u"/world.json"_s;
}

void setPlaces(DemoWorld& world, const QString& folder, quint16 port) {
    world.folder = QDir::cleanPath(QDir(folder).absolutePath());
    world.hubData = world.folder + u"/hub"_s;
    world.hubPort = port;
    world.hubUrl = u"http://127.0.0.1:%1"_s.arg(port);
}

DemoProfile demoProfileOf(const Profile& profile) {
    return {.folder = profile.folder, .person = profile.person, .organName = profile.agency.name};
}

Result<void> writeWorld(const DemoWorld& world) {
    QJsonArray profiles;
    for (const DemoProfile& profile : world.profiles) {
        profiles.append(QDir(world.folder).relativeFilePath(profile.folder));
    }
    const QByteArray text =
        QJsonDocument(QJsonObject{{u"profiles"_s, profiles}, {u"hubPort"_s, world.hubPort}}).toJson();
    QSaveFile file(worldFile(world.folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail("demo-world-not-written", file.errorString());
    }
    return {};
}

/// The one-time code of an account in what `congvan-hub import` printed.
Result<QString> codeFor(const QJsonObject& printed, const QString& account) {
    const QJsonArray accounts = printed[u"accounts"_s].toArray();
    for (const QJsonValue& entry : accounts) {
        if (entry[u"account"_s].toString() == account) {
            return entry[u"code"_s].toString();
        }
    }
    return fail("demo-code-missing", account);
}

Result<void> enrolAll(DemoOffices& offices, const QJsonObject& printed, DemoWorld& world,
                      const DemoStepCallback& doing) {
    for (Profile& profile : offices.profiles) {
        if (doing) {
            doing(u"Lập hồ sơ người dùng: %1, %2"_s.arg(profile.person.name, profile.agency.name));
        }
        const auto code = codeFor(printed, profile.person.mailbox());
        if (!code) {
            return std::unexpected(code.error());
        }
        profile.hubUrl = world.hubUrl;
        const auto made = initOffice({.profile = profile, .enrolmentCode = *code});
        if (!made) {
            return std::unexpected(made.error());
        }
        world.profiles.append(demoProfileOf(*made));
    }
    return {};
}

} // namespace

QString DemoWorld::pin() {
    return u"CongVan-Demo-2026"_s;
}

const DemoProfile& DemoWorld::profile(int office, Role role) const {
    const auto found = std::find_if(profiles.begin() + office * 3, profiles.end(),
                                    [role](const DemoProfile& profile) { return profile.person.role == role; });
    Q_ASSERT(found != profiles.end());
    return *found;
}

Result<DemoWorld> createDemoWorld(const QString& folder, const QString& hubProgram, const DemoStepCallback& doing) {
    const auto say = [&](const QString& what) {
        if (doing) {
            doing(what);
        }
    };
    DemoWorld world;
    setPlaces(world, folder, 0);
    if (QFile::exists(worldFile(world.folder))) {
        return fail("demo-world-exists", world.folder);
    }
    say(u"Tạo chứng thư thử và khóa"_s);
    auto offices = prepareDemoOffices(world.folder, QDateTime::currentDateTimeUtc());
    if (!offices) {
        return std::unexpected(offices.error());
    }
    say(u"Lập máy chủ liên thông"_s);
    const auto printed = DemoHub::prepare(hubProgram, world.hubData, offices->hubImport);
    if (!printed) {
        return std::unexpected(printed.error());
    }
    const auto hub = DemoHub::start(hubProgram, world.hubData, 0);
    if (!hub) {
        return std::unexpected(hub.error());
    }
    setPlaces(world, folder, (*hub)->port());
    if (auto enrolled = enrolAll(*offices, *printed, world, doing); !enrolled) {
        return std::unexpected(enrolled.error());
    }
    if (auto written = writeWorld(world); !written) {
        return std::unexpected(written.error());
    }
    return world;
}

Result<DemoWorld> openDemoWorld(const QString& folder) {
    DemoWorld world;
    setPlaces(world, folder, 0);
    QFile file(worldFile(world.folder));
    const QJsonObject object =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(1 << 20)).object() : QJsonObject();
    setPlaces(world, folder, quint16(object[u"hubPort"_s].toInt()));
    const QJsonArray profiles = object[u"profiles"_s].toArray();
    for (const QJsonValue& relative : profiles) {
        if (const auto profile = readProfile(world.folder + u'/' + relative.toString())) {
            world.profiles.append(demoProfileOf(*profile));
        }
    }
    if (world.profiles.size() != 9) {
        return fail("demo-world-missing", world.folder);
    }
    return world;
}

Result<void> moveDemoHub(DemoWorld& world, quint16 port) {
    setPlaces(world, world.folder, port);
    for (const DemoProfile& demo : std::as_const(world.profiles)) {
        auto profile = readProfile(demo.folder);
        if (!profile) {
            return std::unexpected(profile.error());
        }
        profile->hubUrl = world.hubUrl;
        if (auto written = writeProfile(*profile); !written) {
            return written;
        }
    }
    return writeWorld(world);
}

} // namespace app
