// SPDX-License-Identifier: GPL-3.0-or-later
// News at the server are here without anybody asking for them.
#include "app/domain/vietnamtime.h"
#include "app/runtime/cryptography.h"
#include "exchange/hub/core/administration.h"
#include "exchange/hub/hubserver.h"
#include "tests/world/office/drawingdesk.h"
#include "tests/world/office/officeworld.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <semaphore>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace app;
using world::OfficeWorld;

class TestFeedWatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<OfficeWorld>(); }
    void cleanupTestCase() { m_world.reset(); }

    void nothingNewIsOneRequest();
    void newsComeByThemselves();
    void aBrokenLineIsTriedAgain();
    void stoppingEndsTheWaiting();
    void aNetworkThatIsOffIsLeftAlone();
    void theCommandWaitsAndFetches();
    void theCommandSetsTheNetwork();
    void theCommandSettlesAnUncertainPacket();
    void eightClerksDrawEachNumberOnce();
    void aDrawingThatIsStoppedEnds();
    void anAccountThatIsShutOutAsksNoMore();

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

    /// Until nothing comes any more: a desk's own statuses ("đã đến") come back to it with a later run.
    [[nodiscard]] bool settled(OfficeSession& desk) {
        for (int run = 0; run < 10; ++run) {
            const auto summary = m_world->sync(desk);
            if (!summary || summary->received == 0) {
                return summary.has_value();
            }
        }
        return false;
    }

    /// What a command of that desk prints as JSON, with its exit code.
    [[nodiscard]] QJsonObject command(int office, const QStringList& words) {
        const QString folder = m_world->demo().profile(office, Role::Clerk).folder;
        QProcess program;
        program.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"),
                      words + QStringList{u"--profile"_s, folder, u"--json"_s});
        if (!program.waitForFinished(50'000)) {
            return {};
        }
        QJsonObject answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        answer.insert(u"exit"_s, program.exitCode());
        return answer;
    }
    /// The packets among what waits for the server.
    [[nodiscard]] QList<QJsonObject> waitingPackets(int office) {
        QList<QJsonObject> packets;
        for (const QJsonValue& item : command(office, {u"sync"_s, u"waiting"_s})[u"waiting"_s].toArray()) {
            if (item[u"kind"_s] == u"packet"_s) {
                packets.append(item.toObject());
            }
        }
        return packets;
    }

    Cryptography m_crypto;
    std::unique_ptr<OfficeWorld> m_world;
};

void TestFeedWatch::nothingNewIsOneRequest() {
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    CONGVAN_VERIFY(m_world->sync(clerk));
    CONGVAN_VERIFY(m_world->sync(clerk));
    const int before = m_world->hub().requests();
    const auto summary = m_world->sync(clerk);
    CONGVAN_VERIFY(summary);
    QCOMPARE(m_world->hub().requests(), before + 1);
    QVERIFY(summary->asked);
    QCOMPARE(summary->received, 0);
    QCOMPARE(clerk.syncOffice().state().reach, SyncState::Reach::Online);
}

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
        QVERIFY(summary->received >= 1);
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
    QVERIFY(settled(clerk));
    auto watched = std::make_unique<Watched>(clerk);
    QVERIFY(!watched->news.try_acquire_for(std::chrono::milliseconds(300)));
    watched.reset(); // joins: a wait of 20 s that could not be stopped would end the test by its time limit
    CONGVAN_VERIFY(m_world->sync(clerk));
}

void TestFeedWatch::aNetworkThatIsOffIsLeftAlone() {
    OfficeSession& clerk = m_world->clerk(OfficeWorld::finance);
    QVERIFY(settled(clerk));
    CONGVAN_VERIFY(clerk.syncOffice().setNetwork(exchange::NetworkPolicy::Offline));
    const int before = m_world->hub().requests();
    Watched watched(clerk);
    CONGVAN_VERIFY(m_world->sendOne());
    const int sent = m_world->hub().requests();
    QVERIFY(sent > before); // other desks go on
    QCOMPARE(world::codeOf(m_world->sync(clerk)), u"network-off"_s);
    QVERIFY(!watched.news.try_acquire_for(std::chrono::milliseconds(300)));
    QCOMPARE(m_world->hub().requests(), sent);
    QCOMPARE(clerk.syncOffice().state().network, exchange::NetworkPolicy::Offline);

    CONGVAN_VERIFY(clerk.syncOffice().setNetwork(exchange::NetworkPolicy::Metered));
    QVERIFY(!watched.news.try_acquire_for(std::chrono::milliseconds(300)));
    QCOMPARE(m_world->hub().requests(), sent);   // nobody listens
    QCOMPARE(m_world->sync(clerk)->received, 1); // a person may ask
    CONGVAN_VERIFY(clerk.syncOffice().setNetwork(exchange::NetworkPolicy::Online));
}

void TestFeedWatch::theCommandWaitsAndFetches() {
    QVERIFY(settled(m_world->clerk(OfficeWorld::finance)));
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

void TestFeedWatch::theCommandSetsTheNetwork() {
    const auto run = [this](const QStringList& words) { return command(OfficeWorld::finance, words); };
    QCOMPARE(run({u"office"_s, u"set"_s, u"--network"_s, u"offline"_s})[u"network"_s].toString(), u"offline"_s);
    QCOMPARE(run({u"office"_s, u"show"_s})[u"network"_s].toString(), u"offline"_s);
    QCOMPARE(run({u"sync"_s})[u"exit"_s].toInt(), 75);
    QCOMPARE(run({u"office"_s, u"set"_s, u"--network"_s, u"sometimes"_s})[u"exit"_s].toInt(), 64);
    QCOMPARE(run({u"office"_s, u"set"_s, u"--network"_s, u"online"_s})[u"network"_s].toString(), u"online"_s);
    QVERIFY(run({u"sync"_s, u"waiting"_s})[u"waiting"_s].isArray());
    QCOMPARE(run({u"sync"_s, u"retry"_s, u"none"_s})[u"exit"_s].toInt(), 64);
}

void TestFeedWatch::theCommandSettlesAnUncertainPacket() {
    const auto id = m_world->draft();
    CONGVAN_VERIFY(id);
    CONGVAN_VERIFY(m_world->submit(*id));
    CONGVAN_VERIFY(m_world->sign(*id));
    CONGVAN_VERIFY(m_world->number(*id));
    CONGVAN_VERIFY(m_world->seal(*id));
    OfficeSession& clerk = m_world->clerk();
    CONGVAN_VERIFY(clerk.sendDocument().send(*id));
    // The packet reaches the hub, and the answer is lost.
    std::ignore = clerk.syncOffice().sync([this, lost = false](const WorkProgress& work) mutable {
        if (!lost && work.stage == u"send"_s) {
            lost = true;
            m_world->hub().setFault({.kind = world::Fault::Kind::LoseAnswer});
        }
    });
    m_world->hub().setFault({});
    m_world->close(OfficeWorld::sender, Role::Clerk);
    QCOMPARE(command(OfficeWorld::sender, {u"sync"_s, u"settle"_s, u"none"_s})[u"exit"_s].toInt(), 64);
    const QList<QJsonObject> waiting = waitingPackets(OfficeWorld::sender);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first()[u"state"_s].toString(), u"uncertain"_s);
    const QString item = waiting.first()[u"id"_s].toString();
    const QJsonObject settled = command(OfficeWorld::sender, {u"sync"_s, u"settle"_s, item});
    QCOMPARE(settled[u"exit"_s].toInt(), 0);
    QCOMPARE(settled[u"id"_s].toString(), item);
    QCOMPARE(settled[u"state"_s].toString(), u"sent"_s);
    QVERIFY(waitingPackets(OfficeWorld::sender).isEmpty());
    QCOMPARE(command(OfficeWorld::sender, {u"sync"_s, u"settle"_s, item})[u"exit"_s].toInt(), 64); // once
    const QJsonArray trail = command(OfficeWorld::sender, {u"show"_s, id->text()})[u"trail"_s].toArray();
    QVERIFY(!trail.isEmpty());
    for (const QJsonValue& line : trail) {
        QCOMPARE(line[u"code"_s].toString(), u"sent"_s);
    }
    CONGVAN_VERIFY(m_world->sync(m_world->clerk()));
}

void TestFeedWatch::eightClerksDrawEachNumberOnce() {
    constexpr int numbers = 64;
    world::HubFixture hub;
    hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
    QList<int> drawn = world::drawAtOnce(hub.account(u"H99.01/clerk"_s), 8, numbers);
    std::ranges::sort(drawn);
    QCOMPARE(drawn.size(), numbers);
    for (int number = 1; number <= numbers; ++number) {
        QCOMPARE(drawn.at(number - 1), number);
    }
}

void TestFeedWatch::aDrawingThatIsStoppedEnds() {
    world::HubFixture hub;
    hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
    exchange::HubAccount account = hub.account(u"H99.01/clerk"_s);
    account.baseUrl = hub.url();
    world::DrawingDesk desk(account);
    hub.setFault({.kind = world::Fault::Kind::Silent});
    Result<int> drawn = 0;
    {
        std::jthread drawing([&](const std::stop_token& stop) { drawn = desk.draw(DocumentId::create(), stop); });
    } // asks it to stop, and waits for it
    QCOMPARE(drawn.error().code, u"cancelled"_s);
    hub.setFault({});
    QCOMPARE(desk.draw(), Result<int>(1));
}

/// Its people revoked the account at the server: the desk says so, keeps what it has and stops asking.
void TestFeedWatch::anAccountThatIsShutOutAsksNoMore() {
    OfficeSession& leader = m_world->leader(OfficeWorld::finance);
    QVERIFY(settled(leader));
    CONGVAN_VERIFY(leader.delegations().delegate({.to = m_world->officer(OfficeWorld::finance).person().login,
                                                  .from = {},
                                                  .until = vietnamToday().addDays(3),
                                                  .words = {}}));
    const int queued = leader.syncOffice().state().queued;
    QVERIFY(queued > 0);
    QVERIFY(m_world->hub().server().administration().revokeAccount(leader.person().mailbox()));
    {
        Watched watched(leader);
        QVERIFY(watched.told()); // so that the next synchronisation says it
        QCOMPARE(world::codeOf(m_world->sync(leader)), u"auth-failed"_s);
        QVERIFY(leader.syncOffice().state().isShutOut());
        std::ignore = watched.news.try_acquire_for(std::chrono::milliseconds(300)); // what was under way ends
        const int asked = m_world->hub().requests();
        QVERIFY(!watched.news.try_acquire_for(std::chrono::milliseconds(1000)));
        QCOMPARE(m_world->hub().requests(), asked);
    }
    // A person may try; one question tells, and what waits is not tried with it.
    const int before = m_world->hub().requests();
    QCOMPARE(world::codeOf(m_world->sync(leader)), u"auth-failed"_s);
    QCOMPARE(m_world->hub().requests(), before + 1);
    QCOMPARE(leader.syncOffice().state().queued, queued);
    const auto waiting = leader.syncOffice().waiting();
    CONGVAN_VERIFY(waiting);
    for (const WaitingItem& item : *waiting) {
        QVERIFY(item.state == WaitingItem::State::Queued && item.attempts == 0);
    }
    CONGVAN_VERIFY(leader.delegations().open());
    QCOMPARE(leader.delegations().open()->size(), 1);
    // The agent ends at once with the sentence.
    const QString folder = leader.profile().folder;
    m_world->close(OfficeWorld::finance, Role::Leader);
    QProcess program;
    program.start(QStringLiteral(CONGVAN_BIN_DIR "/congvanctl"),
                  {u"agent"_s, u"--for"_s, u"3600"_s, u"--profile"_s, folder});
    QVERIFY(program.waitForFinished(50'000));
    QCOMPARE(program.exitCode(), 77);
    QVERIFY(program.readAllStandardError().contains("auth-failed"));
}

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    TestFeedWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_feedwatch.moc"
