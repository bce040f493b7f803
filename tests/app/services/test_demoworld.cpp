// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demojob.h"
#include "app/runtime/profile.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/world/office/codes.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::codeOf;

/// The demo world as packaging/run makes it: with the programs, not with parts of them.
class TestDemoWorld : public QObject {
    Q_OBJECT

private slots:
    void madeOpenedPlayedTwice();
    void hubThatIsNone();
    void folderThatIsNone();

private:
    static QString program(const QString& name) { return QStringLiteral(CONGVAN_BIN_DIR "/") + name; }
    static Programs programs() {
        return {.verifyWorker = program(u"congvan-verify"_s),
                .renderWorker = program(u"congvan-render"_s),
                .hub = program(u"congvan-hub"_s)};
    }
};

void TestDemoWorld::madeOpenedPlayedTwice() {
    const QTemporaryDir folder(QDir::tempPath() + u"/thế giới XXXXXX"_s);
    const QString place = folder.filePath(u"thử"_s);
    QStringList doing;
    const auto made = createDemoWorld(place, program(u"congvan-hub"_s), [&](const QString& what) { doing << what; });
    CONGVAN_VERIFY(made);
    QCOMPARE(made->profiles.size(), 9);
    QVERIFY(doing.size() >= 11);
    QCOMPARE(codeOf(createDemoWorld(place, program(u"congvan-hub"_s))), u"demo-world-exists"_s);
    auto opened = openDemoWorld(place);
    CONGVAN_VERIFY(opened);
    QVERIFY(opened->profiles == made->profiles);
    QCOMPARE(opened->hubUrl, made->hubUrl);
    QCOMPARE(listProfiles(place + u"/profiles"_s).size(), 9);
    for (const DemoProfile& profile : std::as_const(opened->profiles)) {
        const auto rights = QFile::permissions(profile.folder + u"/secret.key"_s);
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
    for (int round = 1; round <= 2; ++round) {
        // The second time on another port: every profile is told.
        const auto hub = DemoHub::start(program(u"congvan-hub"_s), opened->hubData, round == 1 ? opened->hubPort : 0);
        CONGVAN_VERIFY(hub);
        CONGVAN_VERIFY(moveDemoHub(*opened, (*hub)->port()));
        double total = 0;
        const auto played =
            playDemoJob(*opened, programs(), folder.filePath(u"xuất %1"_s.arg(round)), [&](const DemoStep& step) {
                total += step.milliseconds;
                qInfo("%-28s %7.1f ms", qPrintable(step.name), step.milliseconds);
            });
        CONGVAN_VERIFY(played);
        qInfo("%-28s %7.1f ms", "all", total);
    }
}

void TestDemoWorld::hubThatIsNone() {
    const QTemporaryDir folder;
    QCOMPARE(codeOf(createDemoWorld(folder.filePath(u"a"_s), folder.filePath(u"no-hub"_s))),
             u"demo-hub-not-prepared"_s);
    QCOMPARE(codeOf(DemoHub::start(folder.filePath(u"no-hub"_s), folder.path(), 0)), u"demo-hub-not-started"_s);
    QCOMPARE(codeOf(DemoHub::start(program(u"congvan-hub"_s), folder.filePath(u"no data"_s), 0)),
             u"demo-hub-not-started"_s);
}

void TestDemoWorld::folderThatIsNone() {
    const QTemporaryDir folder;
    QCOMPARE(codeOf(openDemoWorld(folder.path())), u"demo-world-missing"_s);
}

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    TestDemoWorld test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_demoworld.moc"
