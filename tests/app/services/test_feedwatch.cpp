// SPDX-License-Identifier: GPL-3.0-or-later
// News at the server are here without anybody asking for them.
#include "app/runtime/cryptography.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <semaphore>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

class TestFeedWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void newsComeByThemselves();
    void aBrokenLineIsTriedAgain();
    void stoppingEndsTheWaiting();
    void theCommandWaitsAndFetches();

private:
    static constexpr WatchManner quick{.waitSeconds = 20,
                                       .firstPause = std::chrono::milliseconds(50),
                                       .longestPause = std::chrono::milliseconds(200),
                                       .patience = std::chrono::milliseconds(5'000)};
    /// Watches the receiving clerk's desk, and fetches what there is at each news.
    struct Watched {
        explicit Watched(OfficeSession& desk)
            : watch(desk.watchNews([this] { news.release(); }, quick)) {}
        [[nodiscard]] bool told() { return news.try_acquire_for(std::chrono::seconds(30)); }

        std::counting_semaphore<1000> news{0};
        std::unique_ptr<FeedWatch> watch;
    };

    Cryptography m_crypto;
    std::unique_ptr<OfficeWorld> m_world;
};

void TestFeedWatch::newsComeByThemselves() {
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(clerk));
    Watched watched(clerk);
    for (int round = 1; round <= 2; ++round) {
        const auto sent = m_world->sendOne();
        CONGVAN_VERIFY(sent);
        QVERIFY(watched.told());
        // Told once, until it was fetched.
        const auto summary = m_world->sync(clerk);
        CONGVAN_VERIFY(summary);
        QCOMPARE(summary->received, 1);
        const auto rows = clerk.queryDocuments().list(Folder::ToAccept, {});
        QVERIFY(rows);
        QCOMPARE(rows->size(), round);
        while (watched.news.try_acquire()) {
        }
    }
}

void TestFeedWatch::aBrokenLineIsTriedAgain() {
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    m_world->hub().setFault({.kind = world::Fault::Kind::Down});
    Watched watched(clerk);
    QVERIFY(!watched.news.try_acquire_for(std::chrono::milliseconds(300)));
    m_world->hub().setFault({});
    CONGVAN_VERIFY(m_world->sendOne());
    QVERIFY(watched.told());
    CONGVAN_VERIFY(m_world->sync(clerk));
}

void TestFeedWatch::stoppingEndsTheWaiting() {
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    auto watched = std::make_unique<Watched>(clerk);
    QVERIFY(!watched->news.try_acquire_for(std::chrono::milliseconds(300)));
    watched.reset(); // joins: a wait of 20 s that could not be stopped would end the test by its time limit
    CONGVAN_VERIFY(m_world->sync(clerk));
}

void TestFeedWatch::theCommandWaitsAndFetches() {
    m_world->close(OfficeWorld::finance, Role::Clerk);
    QProcess program;
    program.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"),
                  {u"sync"_s, u"--wait"_s, u"60"_s, u"--profile"_s,
                   m_world->demo().profile(OfficeWorld::finance, Role::Clerk).folder, u"--json"_s});
    QVERIFY(program.waitForStarted());
    CONGVAN_VERIFY(m_world->sendOne());
    QVERIFY(program.waitForFinished(50'000)); // before its own time is over
    const QJsonObject answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(answer[u"received"_s].toInt(), 1);
}

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    TestFeedWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_feedwatch.moc"
