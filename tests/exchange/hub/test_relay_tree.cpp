// SPDX-License-Identifier: GPL-3.0-or-later
// Three hubs of our own kind in a tree, over real HTTP: what goes up, what comes down, what comes back.
#include "exchange/client/enrolment.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/packetnotice.h"
#include "tests/exchange/hub/relayworld.h"
#include "tests/world/hubtree.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using samples::documentPacket;
using samples::statusPacket;

namespace {

/// A document packet whose number is its own, so that statuses can tell one from another.
QByteArray numbered(const QString& from, const QStringList& to, const QString& number) {
    return documentPacket(from, to, u"V/v thử"_s)
        .replace("<edXML:CodeNumber>07<", "<edXML:CodeNumber>" + number.toUtf8() + '<');
}

QByteArray statusOf(const QString& from, const QString& about, const QString& number) {
    return statusPacket(from, about).replace("07/SM-VP", number.toUtf8() + "/SM-VP");
}

} // namespace

class TestRelayTree : public QObject {
    Q_OBJECT

private slots:
    void init() { m_tree = std::make_unique<world::HubTree>(); }
    void cleanup() { m_tree.reset(); }

    void aDocumentClimbsTwoHubsAndItsStatusComesBack() {
        const QByteArray document = documentPacket(u"H99.01"_s, {u"G01"_s}, u"V/v lên trục"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, document, u"edoc"_s), u""_s);
        QVERIFY(m_tree->packets(m_tree->axis(), u"G01"_s).isEmpty());
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->axis(), u"G01"_s), QList<QByteArray>({document})); // its bytes, unchanged
        const auto notice = exchange::readPacketNotice(m_tree->notices(m_tree->axis(), u"G01"_s).value(0));
        QVERIFY(notice.has_value());
        QCOMPARE(notice->from, u"H99.01"_s);
        QCOMPARE(notice->hops, QStringList({u"H99.01"_s, u"H99"_s}));

        const QByteArray status = statusPacket(u"G01"_s, u"H99.01"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, status, u"status"_s), u""_s);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s), QList<QByteArray>({document, status}));
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s).size(), 2);
    }

    void aDocumentComesDownTwoHubsAndItsStatusGoesUp() {
        const QByteArray document = documentPacket(u"G01"_s, {u"H99.01"_s, u"H99.02"_s}, u"V/v xuống tỉnh"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, document, u"edoc"_s), u""_s);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s), QList<QByteArray>({document}));
        QCOMPARE(m_tree->packets(m_tree->province(), u"H99.02"_s), QList<QByteArray>({document}));
        const QByteArray status = statusPacket(u"H99.01"_s, u"G01"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, status, u"status"_s), u""_s);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->axis(), u"G01"_s), QList<QByteArray>({document, status}));
    }

    void oneReceiverHereOneBesideOneAbove() {
        const QByteArray document = documentPacket(u"H99.01"_s, {u"H99.02"_s, u"G01"_s}, u"V/v ba nơi"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, document, u"edoc"_s), u""_s);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->province(), u"H99.02"_s), QList<QByteArray>({document}));
        QCOMPARE(m_tree->packets(m_tree->axis(), u"G01"_s), QList<QByteArray>({document}));
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s).size(), 1); // its own, once
    }

    void nothingLocalGoesUp() {
        const QByteArray document = documentPacket(u"H99"_s, {u"H99.02"_s}, u"V/v trong tỉnh"_s);
        QCOMPARE(m_tree->send(m_tree->province(), u"H99"_s, document, u"edoc"_s), u""_s);
        QCOMPARE(m_tree->packets(m_tree->province(), u"H99.02"_s), QList<QByteArray>({document}));
        m_tree->settle();
        const auto list = m_tree->province().server().relays().list(10);
        QVERIFY(list.has_value());
        QCOMPARE(m_tree->axis().client(u"G01/clerk"_s)->feed(u"G01"_s, 0, 10)->size(), 0);
        QCOMPARE(m_tree->province().server().relays().overview()->value("waiting"_L1).toInt(), 0);
    }

    void whatTheTopRefusesComesBackToTheSender() {
        // The office's hub does not know that nobody has this code; the top does.
        const QByteArray document = documentPacket(u"H99.01"_s, {u"G77.05"_s}, u"V/v không ai nhận"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, document, u"edoc"_s), u""_s);
        m_tree->settle();
        const QList<QByteArray> mine = m_tree->packets(m_tree->office(), u"H99.01"_s);
        QCOMPARE(mine.size(), 2);
        const QByteArray& status = mine.last();
        QVERIFY2(status.contains("StatusCode>02<"), status.constData());
        QVERIFY2(status.contains("unknown-receiver"), status.constData());
        QVERIFY(status.contains("<edXML:OrganId>G77.05</edXML:OrganId>"));
        const auto notice = exchange::readPacketNotice(m_tree->notices(m_tree->office(), u"H99.01"_s).last());
        QCOMPARE(notice->reporter, u""_s); // written above, it came like any status
        const auto above = exchange::readPacketNotice(m_tree->notices(m_tree->office(), u"H99.01"_s).first());
        QCOMPARE(above->from, u"H99.01"_s);
        QCOMPARE(m_tree->province().server().relays().overview()->value("failed"_L1).toInt(), 1);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s).size(), 2); // told once
    }

    void withoutARelayNobodyAboveIsReached() {
        const QByteArray document = documentPacket(u"G01"_s, {u"G77"_s}, u"V/v"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, document, u"edoc"_s), u"unknown-receiver"_s);
        QVERIFY(m_tree->office().server().relays().remove(u"up"_s, false).has_value());
        const QByteArray up = documentPacket(u"H99.01"_s, {u"G01"_s}, u"V/v"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, up, u"edoc"_s), u"unknown-receiver"_s);
    }

    void aRelayAccountSendsForItsAgenciesAlone() {
        const auto code = m_tree->province().server().relays().allow(u"H99"_s, u"office-b"_s, {u"H99.01"_s});
        const auto account = exchange::enrol(m_tree->province().directUrl(), {}, code->code);
        QVERIFY(account.has_value());
        exchange::HubClient relay(*account, world::HubFixture::limits());
        QTemporaryDir folder;
        const auto sent = [&](const QByteArray& packet, const QStringList& hops) {
            const QString path = folder.filePath(u"gói"_s);
            const QByteArray sha256 = samples::writeFile(path, packet);
            exchange::CallOptions options;
            options.hops = hops;
            const auto receipt = relay.sendPacket(path, u"edoc"_s, sha256, options);
            return receipt ? QString() : receipt.error().code;
        };
        QCOMPARE(sent(documentPacket(u"H99.02"_s, {u"H99"_s}, u"a"_s), {u"X1"_s}), u"sender-foreign"_s);
        QCOMPARE(sent(documentPacket(u"H99.01"_s, {u"H99"_s}, u"b"_s), {u"X1"_s}), u""_s);
        // The loop: this hub is among those that had it.
        QCOMPARE(sent(documentPacket(u"H99.01"_s, {u"H99"_s}, u"c"_s), {u"X1"_s, u"H99"_s}),
                 u"packet-relayed-before"_s);
        QCOMPARE(m_tree->packets(m_tree->province(), u"H99"_s).size(), 1);
        // And nothing but that: no stream, no people.
        QVERIFY(!relay.append(samples::append(u"case/H99/1"_s, 1)).has_value());
        QVERIFY(relay.directory(0)->people.isEmpty());
        QVERIFY(!relay.directory(0)->agencies.isEmpty());
        QVERIFY(!relay.feed(u"H99.02"_s, 0, 10).has_value());
    }

    void theDirectoryComesDown() {
        QVERIFY(m_tree->axis().server().administration().putAgency({u"G05"_s, u"Bộ Khác"_s, {}, {}, {}, {}, {}, true}));
        m_tree->settle();
        const auto directory = m_tree->office().client(u"H99.01/clerk"_s)->directory(0);
        QVERIFY(directory.has_value());
        QHash<QString, exchange::AgencyEntry> known;
        for (const exchange::AgencyEntry& agency : directory->agencies) {
            known.insert(agency.organId, agency);
        }
        QCOMPARE(known.value(u"G05"_s).name, u"Bộ Khác"_s);
        QVERIFY(!known.value(u"G05"_s).isLocal);
        QVERIFY(known.value(u"H99.01"_s).isLocal); // the own office stays what it is
        QCOMPARE(known.value(u"H99.01"_s).name, u"Sở Mẫu"_s);
        // A closed one is told here, with its successor, and is not sent up.
        QVERIFY(m_tree->axis().server().administration().putAgency(
            {u"G05"_s, u"Bộ Khác"_s, {}, {}, QDate(2020, 1, 1), u"G06"_s, {}, true}));
        m_tree->settle();
        const QByteArray document = documentPacket(u"H99.01"_s, {u"G05"_s}, u"V/v"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, document, u"edoc"_s), u"receiver-closed"_s);
    }

    void aStatusBeforeItsDocumentWaits() {
        // The document is on its way up (the line of the office is down); the receiver had it by another way.
        const QByteArray document = numbered(u"H99.01"_s, {u"G01"_s}, u"31"_s);
        const QByteArray early = statusOf(u"G01"_s, u"H99.01"_s, u"31"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, early, u"status"_s), u""_s);
        m_tree->settle();
        QVERIFY(m_tree->packets(m_tree->office(), u"H99.01"_s).isEmpty());
        QCOMPARE(m_tree->axis().server().relays().overview()->value("held"_L1).toInt(), 1);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, document, u"edoc"_s), u""_s);
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s), QList<QByteArray>({document, early}));
        QCOMPARE(m_tree->axis().server().relays().overview()->value("held"_L1).toInt(), 0);
    }

    void aStatusWithoutItsDocumentGoesOnAfterThirtyDays() {
        const QByteArray stray = statusOf(u"G01"_s, u"H99.02"_s, u"99"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, stray, u"status"_s), u""_s);
        m_tree->wait(std::chrono::days(29));
        QCOMPARE(m_tree->axis().server().relayService().releaseNow().value_or(-1), 0);
        m_tree->wait(std::chrono::days(2));
        QCOMPARE(m_tree->axis().server().relayService().releaseNow().value_or(-1), 1);
        QCOMPARE(m_tree->axis().server().relays().overview()->value("held"_L1).toInt(), 0);
    }

    void aRefusedStatusOfAHubBelowGoesDownAndIsNotHeld() {
        relayworld::World world;
        world.write([](hub::StoreSession& session) {
            session.putAgency({u"H99.05"_s, u"Sở Dưới"_s, {}, {}, {}, {}, {}, true});
            session.putMailbox(u"H99.05"_s, u"H99.05"_s);
            session.relaying().setBelow(u"H99.05"_s, u"H99/relay:so-duoi"_s);
        });
        world.above.waiting = {{u"D1"_s, documentPacket(u"G01"_s, {u"H99.05"_s}, u"V/v xuống"_s)}};
        QCOMPARE(world.pass()->received, 1);
        const hub::Caller below{u"H99/relay:so-duoi"_s, u"H99"_s, {u"H99.05"_s}};
        QCOMPARE(world.post(statusPacket(u"H99.05"_s, u"G01"_s), below, {u"H99.05"_s}), u""_s);
        world.above.refuses = exchange::Error{u"axis-packet-malformed"_s, u"StatusCode"_s};
        QCOMPARE(world.pass()->refused, 1);
        const QList<exchange::Message> feed = world.feed(u"H99.05"_s);
        QCOMPARE(feed.size(), 3); // the document, its status, and what became of that
        QVERIFY(world.bytesOf(feed.last()).contains("axis-packet-malformed"));
        world.read([](hub::StoreSession& session) { QCOMPARE(session.relaying().heldCount(), 0); });
    }

    void overTheAxisCallsOfAHubOfOurs() {
        // The office's relay speaks the axis' calls to the province, with the account of its clerk there.
        m_tree.reset();
        const auto systems = std::make_unique<world::HubFixture>();
        for (const QString& organId : {u"H99.01"_s, u"H99.02"_s}) {
            systems->addOffice(organId, u"Sở "_s + organId);
        }
        hub::HubOptions options;
        options.relay.isAwake = false;
        options.relay.worker.patience.firstPause = std::chrono::milliseconds(0);
        options.relay.worker.patience.longestPause = std::chrono::milliseconds(0);
        options.relay.worker.patience.directoryEvery = std::chrono::milliseconds(0);
        world::HubFixture office(options);
        office.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        const exchange::HubAccount account = systems->account(u"H99.01/clerk"_s);
        QVERIFY(office.server().relays().add({u"up"_s,
                                              u"axis"_s,
                                              systems->url().resolved(QUrl(u"/axis"_s)).toString(),
                                              account.account,
                                              account.secret,
                                              {},
                                              u"H99.01"_s,
                                              {{u"ids-are-hashes"_s, u"true"_s}}}));
        QTemporaryDir folder;
        const auto send = [&](world::HubFixture& hub, const QString& organId, const QByteArray& packet,
                              const QString& kind) {
            const QByteArray sha256 = samples::writeFile(folder.filePath(u"gói"_s), packet);
            return hub.client(organId + u"/clerk"_s)->sendPacket(folder.filePath(u"gói"_s), kind, sha256).has_value();
        };
        const auto feed = [](world::HubFixture& hub, const QString& organId) {
            return hub.client(organId + u"/clerk"_s)->feed(organId, 0, 100).value_or(QList<exchange::FeedEntry>());
        };
        const QByteArray document = numbered(u"H99.01"_s, {u"H99.02"_s}, u"41"_s);
        QVERIFY(send(office, u"H99.01"_s, document, u"edoc"_s));
        systems->setFault({world::Fault::Kind::LoseAnswer, 0, 1}); // it takes the packet and its answer never comes
        for (int pass = 0; pass < 3; ++pass) {
            QVERIFY(office.server().relayService().passNow());
        }
        QCOMPARE(feed(*systems, u"H99.02"_s).size(), 1);
        QVERIFY(send(*systems, u"H99.02"_s, statusOf(u"H99.02"_s, u"H99.01"_s, u"41"_s), u"status"_s));
        QVERIFY(send(*systems, u"H99.02"_s, numbered(u"H99.02"_s, {u"H99.01"_s}, u"42"_s), u"edoc"_s));
        for (int pass = 0; pass < 3; ++pass) {
            QVERIFY(office.server().relayService().passNow());
        }
        QCOMPARE(feed(office, u"H99.01"_s).size(), 3); // its own, the status, and what came
        const auto overview = office.server().relays().overview();
        QCOMPARE(overview->value("waiting"_L1).toInt() + overview->value("failed"_L1).toInt() +
                     overview->value("uncertain"_L1).toInt(),
                 0);
    }

    void whatComesFromAboveIsHereWithoutALook() {
        m_tree = std::make_unique<world::HubTree>(world::HubTree::Relays::Awake);
        const QByteArray down = documentPacket(u"G01"_s, {u"H99.01"_s}, u"V/v xuống"_s);
        const auto office = m_tree->office().client(u"H99.01/clerk"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, down, u"edoc"_s), u""_s);
        QList<exchange::FeedEntry> came = office->feed(u"H99.01"_s, 0, 10, 60).value_or(QList<exchange::FeedEntry>());
        QCOMPARE(came.size(), 1); // through two hubs, each of which looks once an hour only
        const QByteArray second = documentPacket(u"G01"_s, {u"H99.01"_s}, u"V/v hai"_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, second, u"edoc"_s), u""_s);
        came = office->feed(u"H99.01"_s, came.last().cursor, 10, 60).value_or(QList<exchange::FeedEntry>());
        QCOMPARE(came.size(), 1);
        // And up again.
        const auto ministry = m_tree->axis().client(u"G01/clerk"_s);
        const auto before = ministry->feed(u"G01"_s, 0, 10);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, statusPacket(u"H99.01"_s, u"G01"_s), u"status"_s), u""_s);
        QCOMPARE(ministry->feed(u"G01"_s, before->last().cursor, 10, 60)->size(), 1);
    }

    void brokenLinesLoseAndDoubleNothing_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bytes");
        using Kind = world::Fault::Kind;
        QTest::newRow("down") << int(Kind::Down) << 0;
        QTest::newRow("500") << int(Kind::Status500) << 0;
        QTest::newRow("garbage") << int(Kind::Garbage) << 0;
        QTest::newRow("answers cut") << int(Kind::CutAnswer) << 40;
        QTest::newRow("requests cut") << int(Kind::CutRequest) << 700;
        QTest::newRow("answers lost") << int(Kind::LoseAnswer) << 0;
    }

    void brokenLinesLoseAndDoubleNothing() {
        QFETCH(int, kind);
        QFETCH(int, bytes);
        const QByteArray up = documentPacket(u"H99.01"_s, {u"G01"_s}, u"V/v lên"_s);
        const QByteArray down = documentPacket(u"G01"_s, {u"H99.01"_s}, u"V/v xuống"_s);
        QCOMPARE(m_tree->send(m_tree->office(), u"H99.01"_s, up, u"edoc"_s), u""_s);
        QCOMPARE(m_tree->send(m_tree->axis(), u"G01"_s, down, u"edoc"_s), u""_s);
        for (int i = 0; i < 3; ++i) {
            m_tree->province().setFault({static_cast<world::Fault::Kind>(kind), bytes, -1});
            m_tree->pass();
            m_tree->province().setFault({});
            m_tree->axis().setFault({static_cast<world::Fault::Kind>(kind), bytes, -1});
            m_tree->pass();
            m_tree->axis().setFault({});
        }
        m_tree->settle();
        QCOMPARE(m_tree->packets(m_tree->axis(), u"G01"_s).count(up), 1);
        QCOMPARE(m_tree->packets(m_tree->office(), u"H99.01"_s).count(down), 1);
        QCOMPARE(m_tree->office().server().relays().overview()->value("waiting"_L1).toInt(), 0);
        QCOMPARE(m_tree->province().server().relays().overview()->value("failed"_L1).toInt(), 0);
    }

private:
    std::unique_ptr<world::HubTree> m_tree;
};

QTEST_GUILESS_MAIN(TestRelayTree)
#include "test_relay_tree.moc"
