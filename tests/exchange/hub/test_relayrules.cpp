// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of relaying as tables: which way a packet goes, how long a failing server is tried, what is put into a
// trace.
#include "exchange/hub/relay/tracesplice.h"
#include "tests/exchange/hub/relayworld.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hub::Origin;
using hub::RelayState;
using hub::Way;
using relayworld::document;
using relayworld::traced;

class TestRelayRules : public QObject {
    Q_OBJECT

private slots:
    void waysOfAPacket_data() {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("hops");
        QTest::addColumn<QString>("trace");
        QTest::addColumn<bool>("hasRelay");
        QTest::addColumn<QString>("expected"); ///< "<receiver>:<way>" …, or a code
        const int office = int(Origin::Office);
        const int below = int(Origin::Below);
        const int above = int(Origin::Above);
        QTest::newRow("local") << office << u"A1"_s << u"L"_s << u""_s << u"A1"_s << true << u"L:local"_s;
        QTest::newRow("a hub below") << office << u"A1"_s << u"D"_s << u""_s << u"A1"_s << true << u"D:down"_s;
        QTest::newRow("up") << office << u"A1"_s << u"X"_s << u""_s << u"A1"_s << true << u"X:up"_s;
        QTest::newRow("known above") << office << u"A1"_s << u"K"_s << u""_s << u""_s << true << u"K:up"_s;
        QTest::newRow("all ways at once")
            << office << u"A1"_s << u"L D X"_s << u""_s << u""_s << true << u"L:local D:down X:up"_s;
        QTest::newRow("no relay") << office << u"A1"_s << u"L X"_s << u""_s << u""_s << false << u"unknown-receiver"_s;
        QTest::newRow("nobody") << office << u"A1"_s << u""_s << u""_s << u""_s << true << u"unknown-receiver"_s;
        QTest::newRow("another office's")
            << office << u"A9"_s << u"L"_s << u""_s << u""_s << true << u"sender-foreign"_s;
        QTest::newRow("closed") << office << u"A1"_s << u"C"_s << u""_s << u""_s << true << u"receiver-closed"_s;
        QTest::newRow("closed above") << office << u"A1"_s << u"F"_s << u""_s << u""_s << true << u"receiver-closed"_s;
        QTest::newRow("from below up") << below << u"A1"_s << u"X"_s << u"H1"_s << u"A1"_s << true << u"X:up"_s;
        QTest::newRow("from below to here") << below << u"A1"_s << u"L"_s << u"H1"_s << u"A1"_s << true << u"L:local"_s;
        QTest::newRow("from below, served there")
            << below << u"A1"_s << u"A2 X"_s << u"H1"_s << u"A1"_s << true << u"X:up"_s;
        QTest::newRow("from a system below that serves nobody itself")
            << below << u"A1"_s << u"A2"_s << u""_s << u"A1"_s << true << u"A2:down"_s;
        QTest::newRow("from below, foreign")
            << below << u"A9"_s << u"L"_s << u"H1"_s << u""_s << true << u"sender-foreign"_s;
        QTest::newRow("a loop by hops") << below << u"A1"_s << u"X"_s << u"H1 ME"_s << u"A1"_s << true
                                        << u"packet-relayed-before"_s;
        QTest::newRow("a loop by trace") << above << u"Z"_s << u"L"_s << u""_s << u"Z ME T"_s << true
                                         << u"packet-relayed-before"_s;
        QTest::newRow("from above") << above << u"Z"_s << u"L D"_s << u"T"_s << u"Z"_s << true << u"L:local D:down"_s;
        QTest::newRow("from above, others named too")
            << above << u"Z"_s << u"L X K"_s << u""_s << u""_s << true << u"L:local"_s;
        QTest::newRow("from above for nobody here")
            << above << u"Z"_s << u"X"_s << u""_s << u""_s << true << u"unknown-receiver"_s;
        QTest::newRow("an own packet comes back")
            << above << u"A1"_s << u"L"_s << u""_s << u"A1"_s << true << u"packet-relayed-before"_s;
        QTest::newRow("the hub's own office begins its trace")
            << office << u"ME"_s << u"X"_s << u""_s << u"ME"_s << true << u"X:up"_s;
    }

    void waysOfAPacket() {
        QFETCH(int, origin);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, hops);
        QFETCH(QString, trace);
        QFETCH(bool, hasRelay);
        QFETCH(QString, expected);
        const auto words = [](const QString& text) { return text.split(u' ', Qt::SkipEmptyParts); };
        hub::PacketAddresses packet;
        packet.kind = u"edoc"_s;
        packet.from = from;
        packet.to = words(to);
        packet.trace = words(trace);
        const QString up = hasRelay ? u"up"_s : QString();
        hub::Routes routes;
        routes.ownHub = hasRelay ? u"ME"_s : QString();
        routes.senderIsHere = from == u"A1"_s;
        routes.receivers = {{u"L"_s, {true, {}, false, {}, {}}},
                            {u"D"_s, {true, u"H1/relay:d"_s, false, {}, {}}},
                            {u"A2"_s, {true, u"H1/relay:d"_s, false, {}, {}}},
                            {u"X"_s, {false, {}, false, {}, up}},
                            {u"K"_s, {false, {}, false, {}, up}},
                            {u"C"_s, {true, {}, true, u"S"_s, {}}},
                            {u"F"_s, {false, {}, true, u"S"_s, up}}};
        const auto ways =
            waysOf(packet, {static_cast<Origin>(origin), {u"A1"_s, u"A2"_s, u"ME"_s}, words(hops)}, routes);
        QStringList found;
        for (const hub::ReceiverWay& way : ways.value_or(QList<hub::ReceiverWay>())) {
            const QString name = way.way == Way::Local ? u"local"_s : way.way == Way::Down ? u"down"_s : u"up"_s;
            QCOMPARE(way.relay, way.way == Way::Up ? u"up"_s : QString());
            found.append(way.organId + u':' + name);
        }
        QCOMPARE(ways ? found.join(u' ') : ways.error().code, expected);
        if (expected == u"receiver-closed"_s) {
            QVERIFY(ways.error().detail.endsWith(u" S"_s));
        }
    }

    void pausesGrowAndEnd() {
        hub::RelayPatience patience;
        patience.firstPause = std::chrono::milliseconds(1000);
        patience.longestPause = std::chrono::milliseconds(5000);
        QCOMPARE(pauseAfter(1, 1.0, patience).count(), 1000);
        QCOMPARE(pauseAfter(2, 1.0, patience).count(), 2000);
        QCOMPARE(pauseAfter(2, 0.0, patience).count(), 1000);
        QCOMPARE(pauseAfter(99, 1.0, patience).count(), 5000);
        hub::RelayOut out;
        out.created = QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc());
        QCOMPARE(stepFor(out, out.created.addDays(40), patience), hub::OutStep::Send); // never tried
        out.attempts = 1;
        QCOMPARE(stepFor(out, out.created.addDays(29), patience), hub::OutStep::Send); // no line for weeks
        QCOMPARE(stepFor(out, out.created.addDays(31), patience), hub::OutStep::GiveUp);
        out.state = RelayState::Started;
        out.tried = out.created;
        QCOMPARE(stepFor(out, out.created.addDays(6), patience), hub::OutStep::Ask);
        QCOMPARE(stepFor(out, out.created.addDays(8), patience), hub::OutStep::GiveUp);
        out.state = RelayState::Uncertain;
        QCOMPARE(stepFor(out, out.created.addDays(100), patience), hub::OutStep::Leave);
    }

    void aTraceIsPutInAndNothingElseChanges_data() {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("expected"); ///< empty: the packet stays as it is
        const QByteArray hop = "<edXML:TraceHeader><edXML:OrganId>H99</edXML:OrganId><edXML:Timestamp>2026/03/05 "
                               "08:02:03</edXML:Timestamp></edXML:TraceHeader>";
        const QByteArray own = "<edXML:TraceHeader><edXML:OrganId>H99.01</edXML:OrganId></edXML:TraceHeader>";
        const QByteArray purpose =
            "<edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType></edXML:Bussiness>";
        QTest::newRow("before what it is for")
            << "<edXML:TraceHeaderList>" + own + purpose + "</edXML:TraceHeaderList>"
            << "<edXML:TraceHeaderList>" + own + hop + purpose + "</edXML:TraceHeaderList>";
        QTest::newRow("at the end") << "<edXML:TraceHeaderList>" + own + "</edXML:TraceHeaderList>"
                                    << "<edXML:TraceHeaderList>" + own + hop + "</edXML:TraceHeaderList>";
        QTest::newRow("a comment that looks like an end")
            << "<edXML:TraceHeaderList><!-- </edXML:TraceHeaderList> -->" + own + "</edXML:TraceHeaderList>"
            << "<edXML:TraceHeaderList><!-- </edXML:TraceHeaderList> -->" + own + hop + "</edXML:TraceHeaderList>";
        QTest::newRow("an attribute that looks like an end")
            << "<edXML:TraceHeaderList id='&lt;/x>'>" + own + "</edXML:TraceHeaderList>"
            << "<edXML:TraceHeaderList id='&lt;/x>'>" + own + hop + "</edXML:TraceHeaderList>";
        QTest::newRow("none") << QByteArray() << QByteArray();
        QTest::newRow("empty") << QByteArray("<edXML:TraceHeaderList/>") << QByteArray();
        const QByteArray signature =
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>"
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
            "<ds:SignatureMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#rsa-sha1\"/>"
            "<ds:Reference URI=\"\"><ds:Transforms><ds:Transform "
            "Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></ds:Transforms>"
            "<ds:DigestMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"/>"
            "<ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>"
            "<ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>";
        QTest::newRow("a signature that nobody here can check")
            << "<edXML:TraceHeaderList>" + own + "</edXML:TraceHeaderList>" + signature << QByteArray();
    }

    void aTraceIsPutInAndNothingElseChanges() {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, expected);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"gói.edxml"_s);
        const QByteArray before = traced(document(u"V/v"_s), list);
        samples::writeFile(path, before);
        const QDateTime time(QDate(2026, 3, 5), QTime(1, 2, 3), QTimeZone::utc());
        const auto done = hub::addTrace(path, u"H99"_s, time);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        QCOMPARE(*done, !expected.isEmpty());
        QCOMPARE(samples::readFile(path), expected.isEmpty() ? before : traced(document(u"V/v"_s), expected));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRelayRules)

#include "test_relayrules.moc"
