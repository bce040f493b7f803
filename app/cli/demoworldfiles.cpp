// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demoworldfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr int startOffice = 1;

bool put(const QString& path, const QString& text) {
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

QString roleWords(Role role) {
    switch (role) {
    case Role::Officer:
        return u"chuyên viên · officer"_s;
    case Role::Leader:
        return u"lãnh đạo · leader"_s;
    case Role::Clerk:
        return u"văn thư · clerk"_s;
    case Role::Archivist:
        return u"lưu trữ · archivist"_s;
    }
    return {};
}

QString whoIsWho(const DemoWorld& world) {
    QString page =
        u"Công Văn: thế giới thử nghiệm · demo world\n\nMọi cơ quan, tên người và chứng thư ở đây đều là giả định.\n"
        "Every office, person and certificate here is fictional.\n\nMã PIN của mọi khóa thử · PIN of every demo key: %1\n\n"_s
            .arg(DemoWorld::pin());
    for (const DemoProfile& profile : world.profiles) {
        page += u"%1  %2  (%3)\n    %4\n"_s.arg(profile.organName, profile.person.name, roleWords(profile.person.role),
                                                QDir(world.folder).relativeFilePath(profile.folder));
    }
    return page;
}

bool hubRuns(const DemoWorld& world) {
    QFile pidFile(world.folder + u"/hub.pid"_s);
    if (!pidFile.open(QIODevice::ReadOnly)) {
        return false;
    }
    QFile running(u"/proc/%1/cmdline"_s.arg(QString::fromLatin1(pidFile.readAll().trimmed())));
    return running.open(QIODevice::ReadOnly) && running.readAll().contains("congvan-hub");
}

} // namespace

QString hubProgram() {
    return QCoreApplication::applicationDirPath() + u"/congvan-hub"_s;
}

Result<DemoWorld> createWorldFiles(const QString& folder, const QString& hub, const DemoStepCallback& doing) {
    auto world = createDemoWorld(folder, hub, doing);
    if (!world) {
        return world;
    }
    const QString start = QFileInfo(world->profile(startOffice, Role::Clerk).folder).fileName();
    if (!put(folder + u"/hub.port"_s, QString::number(world->hubPort)) || !put(folder + u"/start-profile"_s, start) ||
        !put(folder + u"/README.txt"_s, whoIsWho(*world))) {
        return fail("demo-files-not-written", folder);
    }
    return world;
}

Result<std::unique_ptr<DemoHub>> startHubOf(const DemoWorld& world, const QString& hub) {
    if (hubRuns(world)) {
        return std::unique_ptr<DemoHub>();
    }
    return DemoHub::start(hub, world.hubData, world.hubPort);
}

QString freshExportFolder(const QString& worldFolder) {
    const QDir exports(worldFolder + u"/exports"_s);
    std::ignore = QDir().mkpath(exports.path());
    int ordinal = 1;
    while (exports.exists(u"dossier-%1"_s.arg(ordinal))) {
        ++ordinal;
    }
    return exports.filePath(u"dossier-%1"_s.arg(ordinal));
}

} // namespace app::cli
