// SPDX-License-Identifier: GPL-3.0-or-later
// One relay with a server above that fails and a process that is killed anywhere.
#include "exchange/client/axis/axisclient.h"
#include "exchange/client/provincial/provincialclient.h"
#include "exchange/protocol/packetnotice.h"
#include "tests/exchange/hub/relayworld.h"
#include "tests/world/scriptedserver.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hub::RelayState;
using relayworld::document;
using relayworld::officeA;
using relayworld::traced;
using relayworld::World;
using samples::documentPacket;
using samples::statusPacket;
using world::ScriptedServer;

namespace {

/// One answer of a scripted server; its body holds these members.
QByteArray answer(const QByteArray& members) {
    return "= 200\n< Content-Type: application/json\n{" + members + "}\n.\n";
}

/// The axis is asked for documents, of which it has none, and for statuses.
QByteArray lists(const QByteArray& statuses) {
    const QByteArray ask = "POST /service/getReceivedEdocList\n> XroadVnpt-messagetype: ";
    return ask + "edoc\n" + answer("\"status\":\"OK\",\"data\":[]") + ask + "status\n" +
           answer("\"status\":\"OK\",\"data\":[" + statuses + "]");
}

exchange::AxisAccount axisAccount(const ScriptedServer& server) {
    return {server.url(u"/service/"_s), u"H99.01"_s, "khóa bí mật", {}, {}};
}

} // namespace

class TestRelay : public QObject {
    Q_OBJECT

private slots:
    void aPacketGoesUpOnce() {
        World world;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s); // sent again by the office
        QVERIFY(world.news.contains(hub::newsForRelay(u"up"_s)));
        QVERIFY(world.above.sent.isEmpty());
        QCOMPARE(world.pass()->sent, 1);
        QCOMPARE(world.pass()->sent, 0);
        QCOMPARE(world.above.sent, (QMap<QByteArray, int>{{document(u"V/v"_s), 1}}));
        QCOMPARE(world.above.lastHops, QStringList(u"H99"_s));
        QCOMPARE(world.out().first().state, RelayState::Done);
        QCOMPARE(world.out().first().serverId, u"S1"_s);
        QCOMPARE(world.above.asked, 0);
    }

    void aTraceIsAddedAtTheBorderAlone() {
        const QByteArray list = "<edXML:TraceHeaderList><edXML:TraceHeader><edXML:OrganId>H99.01</edXML:OrganId>"
                                "</edXML:TraceHeader></edXML:TraceHeaderList>";
        const QByteArray packet = traced(document(u"V/v"_s), list);
        for (const QString& profile : {u"hub"_s, u"axis"_s}) {
            World world(profile);
            QCOMPARE(world.postOwn(packet), u""_s);
            QCOMPARE(world.pass()->sent, 1);
            QCOMPARE(world.above.sent.firstKey().contains("<edXML:OrganId>H99</edXML:OrganId>"), profile == u"axis"_s);
            QCOMPARE(world.above.sent.firstKey() == packet, profile == u"hub"_s);
        }
    }

    void aTimeOutAfterSuccessAsksAndDoesNotSendAgain() {
        World world;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        world.above.refuses = exchange::Error{u"transfer-cut"_s, u"no answer"_s};
        world.above.takesBeforeError = true;
        QCOMPARE(world.pass()->sent, 0);
        QCOMPARE(world.out().first().state, RelayState::Started);
        world.above.refuses.reset();
        QCOMPARE(world.pass()->sent, 0); // it is not due yet
        QCOMPARE(world.above.asked, 0);
        world.now = world.now.addSecs(10);
        QCOMPARE(world.pass()->sent, 1);
        QCOMPARE(world.above.asked, 1);
        QCOMPARE(world.above.sent.first(), 1);
        QCOMPARE(world.out().first().state, RelayState::Done);
    }

    void whatIsUncertainIsSettledByAStatus() {
        World world;
        world.above.whenAsked = exchange::Known::CannotTell;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        world.above.refuses = exchange::Error{u"transfer-cut"_s, {}};
        world.above.takesBeforeError = true;
        QVERIFY(world.pass().has_value());
        world.above.refuses.reset();
        world.now = world.now.addSecs(10);
        QCOMPARE(world.pass()->uncertain, 1);
        for (int week = 0; week < 6; ++week) {
            world.now = world.now.addDays(7);
            QVERIFY(world.pass().has_value());
        }
        QCOMPARE(world.out().first().state, RelayState::Uncertain); // never sent again alone
        QCOMPARE(world.above.sent.first(), 1);
        world.above.waiting = {{u"D1"_s, statusPacket(u"G02"_s, officeA)}, {u"D2"_s, statusPacket(u"G01"_s, officeA)}};
        world.above.kinds = {{u"D1"_s, u"status"_s}, {u"D2"_s, u"status"_s}};
        QCOMPARE(world.pass()->received, 2);
        QCOMPARE(world.out().first().state, RelayState::Done); // by the receiver's, not by a stranger's
        QVERIFY(world.out().first().detail.contains(u"G01"_s));
    }

    void aRefusalComesBackToTheSender() {
        World world;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        world.above.refuses = exchange::Error{u"unknown-receiver"_s, u"G01"_s};
        QCOMPARE(world.pass()->refused, 1);
        QCOMPARE(world.pass()->refused, 0);
        QCOMPARE(world.out().first().state, RelayState::Failed);
        const QList<exchange::Message> feed = world.feed(officeA);
        QCOMPARE(feed.size(), 2);
        QCOMPARE(feed.last().header.kind, u"status"_s);
        const auto notice = exchange::readPacketNotice(feed.last().payload);
        QVERIFY(notice.has_value());
        QCOMPARE(notice->from, u"G01"_s);
        QCOMPARE(notice->reporter, u"H99"_s);
        const QByteArray status = world.bytesOf(feed.last());
        QVERIFY2(status.contains(">02<") && status.contains("unknown-receiver"), status.constData());
        QVERIFY(status.contains("07/SM-VP"));
    }

    void aRefusedStatusComesBackToWhoReported() {
        World world;
        const QByteArray asked = documentPacket(u"G01"_s, {officeA}, u"V/v xuống"_s);
        world.above.waiting = {{u"D1"_s, asked}};
        QCOMPARE(world.pass()->received, 1);
        const QByteArray status = statusPacket(officeA, u"G01"_s);
        QCOMPARE(world.postOwn(status), u""_s);
        world.above.refuses = exchange::Error{u"axis-packet-malformed"_s, u"StatusCode"_s};
        QCOMPARE(world.pass()->refused, 1);
        QCOMPARE(world.pass()->refused, 0);
        QCOMPARE(world.out().first().state, RelayState::Failed);
        const QList<exchange::Message> feed = world.feed(officeA);
        QCOMPARE(feed.size(), 3); // the document, the status, and what became of it
        const auto notice = exchange::readPacketNotice(feed.last().payload);
        QVERIFY(notice.has_value());
        QCOMPARE(notice->from, u"G01"_s); // in the name of whoever was not reached
        QCOMPARE(notice->to, QStringList(officeA));
        QCOMPARE(notice->reporter, u"H99"_s);
        const QByteArray told = world.bytesOf(feed.last());
        QVERIFY2(told.contains("axis-packet-malformed") && told.contains("07/SM-VP"), told.constData());
    }

    void theRelaysOwnTroubleIsNoPacketsFault() {
        for (const QString& code : {u"auth-failed"_s, u"clock-skew"_s, u"server-untrusted"_s, u"axis-secret-wrong"_s}) {
            World world;
            QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
            world.above.refuses = exchange::Error{code, {}};
            const auto result = world.pass();
            QCOMPARE(result->stopped.value_or(exchange::Error()).code, code);
            QCOMPARE(result->refused, 0);
            QCOMPARE(world.out().first().state, RelayState::Planned);
            QCOMPARE(world.feed(officeA).size(), 1);
            world.above.refuses.reset();
            world.now = world.now.addSecs(10);
            QCOMPARE(world.pass()->sent, 1);
        }
    }

    void weeksWithoutALineLoseNothing() {
        World world;
        world.above.isDown = true;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        for (int week = 0; week < 3; ++week) {
            world.now = world.now.addDays(7);
            QCOMPARE(world.pass()->stopped.value_or(exchange::Error()).code, u"server-unreachable"_s);
        }
        world.above.isDown = false;
        QCOMPARE(world.pass()->sent, 1);
    }

    void aServerThatFailsForAWeekIsGivenUp() {
        World world;
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        world.above.refuses = exchange::Error{u"server-error"_s, u"HTTP status 500"_s};
        int refused = 0;
        for (int day = 0; day < 9 && refused == 0; ++day) {
            refused = world.pass()->refused;
            world.now = world.now.addDays(1);
        }
        QCOMPARE(refused, 1);
        QCOMPARE(world.out().first().code, u"relay-gave-up"_s);
        QVERIFY(world.bytesOf(world.feed(officeA).last()).contains("relay-gave-up"));
        QVERIFY(world.above.sent.isEmpty());
    }

    void whatCannotBePlacedIsShownAndToldOnce() {
        World world;
        world.above.waiting = {{u"D1"_s, documentPacket(u"G01"_s, {u"H55"_s}, u"không ai"_s)},
                               {u"D2"_s, "no packet"},
                               {u"D3"_s, documentPacket(u"G01"_s, {officeA}, u"có người"_s)}};
        const auto result = world.pass();
        QCOMPARE(result->received, 1);
        QCOMPARE(result->unplaced, 2);
        QCOMPARE(world.above.acknowledged, QStringList(u"D3"_s));
        QCOMPARE(world.above.failedHere, QStringList({u"D1"_s, u"D2"_s}));
        QCOMPARE(world.pass()->unplaced, 0);
        QList<hub::RelayIn> shown;
        world.write(
            [&](hub::StoreSession& session) { shown = session.relaying().inIn(u"up"_s, {RelayState::Failed}, 9); });
        QStringList codes;
        for (const hub::RelayIn& in : shown) {
            codes.append(in.code);
        }
        codes.sort();
        QCOMPARE(codes, QStringList({u"packet-refused"_s, u"unknown-receiver"_s}));
    }

    void aFullDayLeavesTheRestForTheNext() {
        World world;
        world.write(
            [](hub::StoreSession& session) { session.records().setDayLimit(u"H99/relay:up"_s, {std::nullopt, 1}); });
        world.above.waiting = {{u"D1"_s, documentPacket(u"G01"_s, {officeA}, u"một"_s)},
                               {u"D2"_s, documentPacket(u"G01"_s, {officeA}, u"hai"_s)}};
        const auto full = world.pass();
        QCOMPARE(full ? QString() : full.error().code, u"day-limit-reached"_s);
        QCOMPARE(world.feed(officeA).size(), 1);
        QCOMPARE(world.above.acknowledged, QStringList(u"D1"_s));
        QVERIFY(world.above.failedHere.isEmpty()); // nobody is told that it can't be placed
        world.now = world.now.addDays(1);
        QCOMPARE(world.pass()->received, 1);
        QCOMPARE(world.feed(officeA).size(), 2);
    }

    void thePacketIsHereBeforeTheServerIsTold() {
        World world;
        world.above.waiting = {{u"D1"_s, documentPacket(u"G01"_s, {officeA}, u"V/v"_s)}};
        int seen = -1;
        world.above.onAcknowledge = [&](const QString&) { seen = static_cast<int>(world.feed(officeA).size()); };
        QCOMPARE(world.pass()->received, 1);
        QCOMPARE(seen, 1);
        world.above.waiting.insert(u"D2"_s, world.above.waiting.value(u"D1"_s)); // the same packet under another name
        QCOMPARE(world.pass()->received, 1);
        QCOMPARE(world.feed(officeA).size(), 1);
    }

    void aLargePacketComesDownInParts() {
        World world;
        QByteArray large = documentPacket(u"G01"_s, {officeA}, u"V/v"_s);
        large.replace("</edXML:edXMLEnvelope>",
                      "<!--" + QByteArray(3 * 1024 * 1024, 'x').replace(1000, 1, " ") + "--></edXML:edXMLEnvelope>");
        large.replace(QByteArray(900 * 1024, 'x'), QByteArray(900 * 1024, 'x') + "--><!--"); // no comment is too long
        world.above.waiting = {{u"D1"_s, large}};
        QCOMPARE(world.pass()->received, 1);
        QCOMPARE(world.bytesOf(world.feed(officeA).value(0)), large);
    }

    void killedAnywhereNothingIsLostOrDoubled_data() {
        QTest::addColumn<int>("answer");
        QTest::newRow("a server that can be asked") << int(exchange::Known::Yes);
        QTest::newRow("a server that cannot") << int(exchange::Known::CannotTell);
    }

    void killedAnywhereNothingIsLostOrDoubled() {
        QFETCH(int, answer);
        const QByteArray down = documentPacket(u"G01"_s, {officeA}, u"V/v xuống"_s);
        int dieAt = 1;
        for (;; ++dieAt) {
            World world;
            world.above.whenAsked = static_cast<exchange::Known>(answer);
            QCOMPARE(world.postOwn(document(u"V/v lên"_s)), u""_s);
            world.above.waiting = {{u"D1"_s, down}, {u"D2"_s, statusPacket(u"G01"_s, officeA)}};
            world.above.kinds = {{u"D2"_s, u"status"_s}};
            world.above.onAcknowledge = [&](const QString& id) {
                QVERIFY2(world.feed(officeA).size() >= (id == u"D1"_s ? 2 : 3), "told before it was here");
            };
            bool killed = false;
            world.steps.dieAt(dieAt);
            try {
                QVERIFY(world.pass().has_value());
            } catch (const relayworld::Killed&) {
                killed = true;
            }
            world.steps.dieAt(0);
            for (int i = 0; i < 2; ++i) {
                world.now = world.now.addSecs(120);
                QVERIFY(world.pass().has_value());
            }
            const QString where = u"killed at step %1"_s.arg(dieAt);
            QVERIFY2(world.above.sent.value(document(u"V/v lên"_s)) == 1 ||
                         (answer == int(exchange::Known::CannotTell) && world.above.sent.isEmpty() &&
                          world.out().first().state != RelayState::Planned),
                     qPrintable(where));
            QVERIFY2(world.out().first().state == RelayState::Done, qPrintable(where));
            QVERIFY2(world.feed(officeA).size() == 3, qPrintable(where));
            QStringList told = world.above.acknowledged;
            told.removeDuplicates();
            QVERIFY2(told == QStringList({u"D1"_s, u"D2"_s}), qPrintable(where));
            if (!killed) {
                break;
            }
        }
        QVERIFY2(dieAt > 16, qPrintable(QString::number(dieAt)));
    }

    void killedWhileARefusalIsToldItIsToldOnce() {
        int dieAt = 1;
        for (bool killed = true; killed; ++dieAt) {
            World world;
            QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
            world.above.refuses = exchange::Error{u"unknown-receiver"_s, u"G01"_s};
            world.steps.dieAt(dieAt);
            killed = false;
            try {
                QVERIFY(world.pass().has_value());
            } catch (const relayworld::Killed&) {
                killed = true;
            }
            world.steps.dieAt(0);
            world.now = world.now.addSecs(120);
            QVERIFY(world.pass().has_value());
            QCOMPARE(world.feed(officeA).size(), 2);
            QCOMPARE(world.out().first().state, RelayState::Failed);
        }
        QVERIFY(dieAt > 4);
    }

    void theDirectoryComesInPages() {
        World world;
        exchange::AgencyEntry ministry{u"G01"_s, u"Bộ Mẫu"_s, {}, {}, {}, {}, {}, true};
        exchange::AgencyEntry own{officeA, u"Tên khác"_s, {}, {}, {}, {}, {}, true};
        world.above.pages = {{1, true, {ministry}, {}},
                             {2, false, {own, {u"no code"_s, u"x"_s, {}, {}, {}, {}, {}, true}}, {}}};
        QCOMPARE(world.pass()->agencies, 1);
        world.write([&](hub::StoreSession& session) {
            ministry.isLocal = false;
            QVERIFY(session.agency(u"G01"_s) == ministry);
            QCOMPARE(session.agency(officeA)->name, u"Sở Mẫu"_s);
            QCOMPARE(session.relaying().route(u"G01"_s), u"up"_s);
            QCOMPARE(session.relaying().relay(u"up"_s)->directoryVersion, 2);
        });
        QCOMPARE(world.pass()->agencies, 0); // an hour has not gone by
    }

    void overTheAxisWhatGoesUpAndWhatComesDown() {
        World world(u"axis"_s);
        const QByteArray mine = document(u"V/v"_s);
        const QByteArray status = statusPacket(u"G01"_s, officeA);
        QCOMPARE(world.postOwn(mine), u""_s);
        const ScriptedServer server(
            "POST /service/sendEdoc\n> XroadVnpt-from: H99\\.01\n> XroadVnpt-to: \\[\"G01\"\\]\n"
            "> XroadVnpt-messagetype: edoc\nbody-holds-sha256 {sha256}\n" +
                answer("\"status\":\"OK\",\"DocId\":\"A-9\"") + lists("{\"docId\":\"S-1\",\"from\":\"G01\"}") +
                "GET /service/downloadEdoc\n> XroadVnpt-docId: S-1\n= 200\n"
                "< Content-Type: application/octet-stream\n{packet}\n.\n"
                "POST /service/updateStatus\n> XroadVnpt-docid: S-1\n> XroadVnpt-status: done\n" +
                answer("\"status\":\"OK\"") + "POST /service/getAgenciesList\n" +
                answer("\"status\":\"OK\",\"data\":[{\"id\":\"1\",\"code\":\"G01\",\"name\":\"Bộ Mẫu\"}]"),
            {{"sha256", exchange::sha256Hex(mine)}, {"packet", status}});
        exchange::AxisClient axis(axisAccount(server), {}, [&] { return world.now; });
        const auto result = world.passWith(axis);
        QCOMPARE(server.faults(), QStringList());
        QCOMPARE(result->sent, 1);
        QCOMPARE(result->received, 1);
        QCOMPARE(result->agencies, 1);
        QVERIFY(!result->stopped);
        QCOMPARE(world.out().first().state, RelayState::Done);
        QCOMPARE(world.out().first().serverId, u"A-9"_s);
        QCOMPARE(world.bytesOf(world.feed(officeA).last()), status);
    }

    void overTheAxisALostAnswerIsAskedForAndARefusalIsTold() {
        World world(u"axis"_s);
        world.patience.directoryEvery = std::chrono::hours(24);
        QCOMPARE(world.postOwn(document(u"V/v một"_s)), u""_s);
        world.now = world.now.addSecs(1);
        QCOMPARE(world.postOwn(document(u"V/v hai"_s)), u""_s);
        const QByteArray refused = answer("\"status\":\"FAIL\",\"ErrorCode\":\"18\",\"ErrorDesc\":\"G01\"");
        const ScriptedServer server("POST /service/sendEdoc\n= cut\nPOST /service/sendEdoc\n" + refused + lists({}) +
                                        "POST /service/getAgenciesList\n" + answer("\"status\":\"OK\",\"data\":[]") +
                                        "POST /service/getSentEdocList\n" +
                                        answer("\"status\":\"OK\",\"data\":[{\"senderDocId\":\"{sha256}\"}]") +
                                        lists({}),
                                    {{"sha256", exchange::sha256Hex(document(u"V/v một"_s))}});
        exchange::AxisClient axis(axisAccount(server), {}, [&] { return world.now; });
        QCOMPARE(world.passWith(axis)->refused, 1);
        world.now = world.now.addSecs(10);
        QCOMPARE(world.passWith(axis)->sent, 1);
        QCOMPARE(server.faults(), QStringList());
        const QByteArray told = world.bytesOf(world.feed(officeA).last());
        QVERIFY2(told.contains(">02<") && told.contains("axis-receiver-unknown"), told.constData());
        for (const hub::RelayOut& out : world.out()) {
            QVERIFY(out.state == RelayState::Done || out.state == RelayState::Failed);
        }
    }

    void overAProvincialServerALostAnswerIsUncertainUntilAStatusComes() {
        World world(u"provincial"_s);
        QCOMPARE(world.postOwn(document(u"V/v"_s)), u""_s);
        const auto list = [](const QByteArray& kind, const QByteArray& rows) {
            return "GET /v1/syncReceivedEdocList\\?messageType=" + kind + "&.*\n" +
                   answer("\"success\":true,\"data\":[" + rows + "]");
        };
        QByteArray status = statusPacket(u"G01"_s, officeA);
        status.replace('"', "\\\"");
        const ScriptedServer server(
            "POST /v1/auth/login\\?allow_anonymous=true\n" + answer("\"data\":{\"token\":\"eyJ\"}") +
                "POST /v1/sendEdoc\n= cut\n" + list("edoc", {}) + list("status", {}) + // first pass
                list("edoc", {}) + list("status", "{\"docId\":\"P-7\",\"from\":\"G01\"}") +
                "GET /v1/getEdoc\\?docId=P-7\n> Authorization: Bearer eyJ\n" + answer("\"edxml\":\"{packet}\"") +
                "POST /v1/updateStatus\nbody \\{\"docId\":\"P-7\",\"status\":\"done\"\\}\n" +
                answer("\"success\":true"),
            {{"packet", status}});
        exchange::ProvincialAccount account;
        account.baseUrl = server.url();
        account.userName = u"so-mau"_s;
        account.password = u"mật khẩu"_s;
        exchange::ProvincialClient province(account, {}, [&] { return world.now; });
        QCOMPARE(world.passWith(province)->sent, 0);
        QCOMPARE(world.out().first().state, RelayState::Started);
        world.now = world.now.addSecs(10);
        const auto second = world.passWith(province);
        QCOMPARE(server.faults(), QStringList());
        QCOMPARE(second->uncertain, 1); // it can't be asked, and is not sent again
        QCOMPARE(second->received, 1);
        QCOMPARE(world.out().first().state, RelayState::Done); // the receiver spoke of the document
    }

    void aLeaseKeepsOthersAway() {
        World world;
        world.write([&](hub::StoreSession& session) {
            hub::RelayRecords& records = session.relaying();
            QVERIFY(records.takeLease(u"up"_s, "a", world.now, world.now.addSecs(60)));
            QVERIFY(!records.takeLease(u"up"_s, "b", world.now.addSecs(59), world.now.addSecs(120)));
            QVERIFY(records.takeLease(u"up"_s, "a", world.now.addSecs(59), world.now.addSecs(120)));
            QVERIFY(records.takeLease(u"up"_s, "b", world.now.addSecs(121), world.now.addSecs(180)));
            QVERIFY(!records.takeLease(u"gone"_s, "b", world.now, world.now.addSecs(60)));
        });
    }
};

QTEST_GUILESS_MAIN(TestRelay)
#include "test_relay.moc"
