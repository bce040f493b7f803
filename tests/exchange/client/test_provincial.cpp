// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/provincial/provincialclient.h"
#include "exchange/protocol/errorkind.h"
#include "tests/exchange/client/fakepacketserver.h"
#include "tests/exchange/client/suites.h"
#include "tests/support/littleserver.h"
#include "tests/world/scriptedserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace exchange;
using namespace Qt::Literals::StringLiterals;
using world::ScriptedServer;

namespace {

const QDateTime morning(QDate(2026, 3, 5), QTime(2, 15), Qt::UTC);

ProvincialAccount accountAt(const QUrl& url) {
    ProvincialAccount account;
    account.baseUrl = url;
    account.userName = u"so-mau"_s;
    account.password = u"mật khẩu"_s;
    account.applicationCode = u"CV"_s;
    account.systemId = "SYS";
    account.secretKey = "KEY";
    return account;
}

PacketIdentity packet(const QByteArray& sha256) {
    PacketIdentity made;
    made.sha256 = sha256;
    made.kind = u"edoc"_s;
    return made;
}

const QByteArray loginStep = "POST /v1/auth/login\\?allow_anonymous=true\n= 200\n< Content-Type: application/json\n"
                             "{\"data\":{\"token\":\"eyJ\"}}\n.\n";

} // namespace

class TestProvincial final : public QObject {
    Q_OBJECT

private slots:
    void aRoundOverTwoExpiries() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML>gửi đi</edXML>");
        ScriptedServer server(ScriptedServer::script(u"axis/provincial.txt"_s), {{"sha256", sha256}});
        ProvincialClient client(accountAt(server.url()), {}, [] { return morning; });
        QVERIFY(client.login());
        QVERIFY(client.login()); // has a token
        const auto listed = client.listReceived(u"edoc"_s, morning.addDays(-7), morning);
        QVERIFY2(listed, qPrintable(server.faults().join(u'\n')));
        QCOMPARE(listed->size(), 2);
        QCOMPARE(listed->at(0).docId, u"P/1 2"_s);
        const QString target = folder.filePath(u"đến"_s);
        QVERIFY2(client.fetch(u"P/1 2"_s, target), qPrintable(server.faults().join(u'\n')));
        QCOMPARE(samples::readFile(target), QByteArray("<edXML>một</edXML>"));
        QVERIFY(client.acknowledge(u"P/1 2"_s, PacketServer::Taken::Done));
        QCOMPARE(client.send(file, packet(sha256)), Result<QString>(u"P-9"_s));
        QCOMPARE(client.hasSent(packet(sha256)), Result<Known>(Known::CannotTell));
        QCOMPARE(client.agencies(0).error().code, u"directory-not-offered"_s);
        QCOMPARE(client.clockOffsetSeconds(), std::optional<qint64>(0));
        QCOMPARE(server.faults(), QStringList());
    }

    void aRunOfAThousandOverExpiries() {
        // A token is good for a hundred calls.
        int logins = 0;
        int uses = 0;
        int refused = 0;
        QMap<QByteArray, int> done;
        support::LittleServer server([&](const support::LittleServer::Request& request) {
            support::LittleServer::Answer answer;
            answer.headers = {"Content-Type: application/json"};
            if (request.path.startsWith("/v1/auth/login")) {
                ++logins;
                uses = 0;
                answer.body = "{\"data\":{\"token\":\"t\"}}";
            } else if (++uses > 100) {
                ++refused;
                answer.status = 401;
                answer.body = "{}";
            } else if (request.path.startsWith("/v1/syncReceivedEdocList?messageType=edoc")) {
                QByteArray rows;
                for (int row = 0; row < 500; ++row) {
                    rows += (row == 0 ? "" : ",") + QByteArray("{\"docId\":\"") + QByteArray::number(row) + "\"}";
                }
                answer.body = "{\"success\":true,\"data\":[" + rows + "]}";
            } else if (request.path.startsWith("/v1/getEdoc")) {
                answer.body = "{\"edxml\":\"<p>" + request.path.mid(18) + "</p>\"}";
            } else {
                if (request.path == "/v1/updateStatus") {
                    done[request.body] += 1;
                }
                answer.body = "{\"success\":true,\"data\":[]}";
            }
            return answer;
        });
        ProvincialClient client(accountAt(QUrl(server.url())), {}, [] { return morning; });
        const QTemporaryDir folder;
        samples::MemoryPacketJournal journal;
        PacketSyncOptions options;
        options.spoolFolder = folder.path();
        options.clock = [] { return morning; };
        PacketSync sync(client, journal, journal, options);
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(result->stored, 500);
        QCOMPARE(result->failures.size(), 0);
        QCOMPARE(done.size(), 500);
        QCOMPARE(refused, logins - 1); // one login for each end, one call more
        QVERIFY(logins > 8);
    }

    void refusalsBecomeCodes_data() {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("again");
        QTest::newRow("10") << QByteArray("10") << u"axis-file-bad"_s << false;
        QTest::newRow("15") << QByteArray("15") << u"axis-secret-wrong"_s << false;
        QTest::newRow("18") << QByteArray("18") << u"axis-receiver-unknown"_s << false;
        QTest::newRow("19") << QByteArray("19") << u"axis-sender-unknown"_s << false;
        QTest::newRow("20") << QByteArray("20") << u"axis-server-failed"_s << true;
        QTest::newRow("21") << QByteArray("21") << u"axis-processing-failed"_s << true;
        QTest::newRow("22") << QByteArray("22") << u"axis-packet-malformed"_s << false;
        QTest::newRow("23") << QByteArray("23") << u"axis-receiver-locked"_s << false;
        QTest::newRow("77") << QByteArray("\"77\"") << u"axis-refused"_s << false;
    }

    void refusalsBecomeCodes() {
        QFETCH(QByteArray, number);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML/>");
        ScriptedServer server(loginStep +
                              "POST /v1/sendEdoc\n= 200\n< Content-Type: application/json\n"
                              "{\"success\":false,\"data\":{\"docId\":null,\"status\":\"fail\","
                              "\"errorCode\":" +
                              number + ",\"errorDesc\":\"vì sao\"}}\n.\n");
        ProvincialClient client(accountAt(server.url()));
        const auto sent = client.send(file, packet(sha256));
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, code);
        QVERIFY(sent.error().detail.contains(u"vì sao"_s));
        QTEST(mayRetry(sent.error()), "again");
        QCOMPARE(server.faults(), QStringList());
    }

    void aWrongPasswordIsTriedOnce() {
        ScriptedServer server("POST /v1/auth/login\\?allow_anonymous=true\n= 401\n\n.\n");
        ProvincialClient client(accountAt(server.url()));
        const auto entered = client.login();
        QVERIFY(!entered);
        QCOMPARE(entered.error().code, u"axis-secret-wrong"_s);
        QCOMPARE(server.faults(), QStringList());
    }

    void aPacketGoesOutOnceThoughTheKeptConnectionEnds() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, QByteArray(300'000, 'x'));
        // The server takes the whole body on the connection of the login and closes it without a word.
        ScriptedServer server(loginStep + "POST /v1/sendEdoc\n= cut\n");
        ProvincialClient client(accountAt(server.url()));
        const auto said = client.send(file, packet(sha256));
        QVERIFY(!said);
        QCOMPARE(server.faults(), QStringList());
        QCOMPARE(server.requests().size(), 2);
    }

    void anAnswerThatSaysNothingIsNoSuccess_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code"); // empty: taken
        QTest::newRow("nothing") << QByteArray("{}") << u"server-garbage"_s;
        QTest::newRow("words") << QByteArray("{\"message\":\"ok\"}") << u"server-garbage"_s;
        QTest::newRow("no as a text") << QByteArray("{\"success\":\"false\",\"data\":{\"errorCode\":\"18\"}}")
                                      << u"axis-receiver-unknown"_s;
        QTest::newRow("a number alone") << QByteArray("{\"data\":{\"errorCode\":22}}") << u"axis-packet-malformed"_s;
        QTest::newRow("yes") << QByteArray("{\"success\":true,\"data\":{\"errorCode\":0}}") << QString();
        QTest::newRow("an id") << QByteArray("{\"docId\":\"P-9\"}") << QString();
    }

    void anAnswerThatSaysNothingIsNoSuccess() {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML/>");
        ScriptedServer server(loginStep + "POST /v1/sendEdoc\n= 200\n< Content-Type: application/json\n" + answer +
                              "\n.\n");
        ProvincialClient client(accountAt(server.url()));
        const auto said = client.send(file, packet(sha256));
        QCOMPARE(said ? QString() : said.error().code, code);
        QCOMPARE(server.faults(), QStringList());
    }

    void aTokenThatIsNeverGoodEnds() {
        const QByteArray refused = "POST /v1/updateStatus\n= 401\n\n.\n";
        ScriptedServer server(loginStep + refused + loginStep + refused);
        ProvincialClient client(accountAt(server.url()));
        const auto said = client.acknowledge(u"P-1"_s, PacketServer::Taken::Done);
        QVERIFY(!said);
        QCOMPARE(said.error().code, u"axis-secret-wrong"_s);
        QCOMPARE(server.faults(), QStringList());
    }

    void aTokenWithALineEndIsNone() {
        ScriptedServer server("POST /v1/auth/login\\?allow_anonymous=true\n= 200\n< Content-Type: application/json\n"
                              "{\"data\":{\"token\":\"a\\r\\nX-SystemId: b\"}}\n.\n");
        ProvincialClient client(accountAt(server.url()));
        QCOMPARE(client.login().error().code, u"server-garbage"_s);
    }

    void packetsComeInBase64AndNeverWithoutTheirFiles() {
        const QTemporaryDir folder;
        const QByteArray get = "GET /v1/getEdoc\\?docId=P-1\n= 200\n< Content-Type: application/json\n";
        ScriptedServer server(loginStep + get + "{\"data\":{\"docId\":\"P-1\",\"edxml\":\"" +
                              QByteArray("<edXML/>").toBase64() + "\"}}\n.\n" + get +
                              "{\"edxml\":\"<edXML/>\",\"attachments\":[{\"fileName\":\"a.pdf\"}]}\n.\n" + get +
                              "{\"edxml\":\"???\"}\n.\n");
        ProvincialClient client(accountAt(server.url()));
        const QString target = folder.filePath(u"đến"_s);
        QVERIFY(client.fetch(u"P-1"_s, target));
        QCOMPARE(samples::readFile(target), QByteArray("<edXML/>"));
        QVERIFY(QFile::remove(target));
        QCOMPARE(client.fetch(u"P-1"_s, target).error().code, u"packet-attachments-apart"_s);
        QCOMPARE(client.fetch(u"P-1"_s, target).error().code, u"server-garbage"_s);
        QVERIFY(!QFile::exists(target));
        QCOMPARE(server.faults(), QStringList());
    }

    void whatIsTooLargeIsNotSent() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, QByteArray(101, 'x'));
        ScriptedServer server("");
        ProvincialAccount account = accountAt(server.url());
        account.largestPacketBytes = 100;
        ProvincialClient client(account);
        QCOMPARE(client.send(file, packet(sha256)).error().code, u"too-large"_s);
        QCOMPARE(server.requests().size(), 0);
    }
};

int runTestProvincial(int argc, char** argv) {
    TestProvincial test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_provincial.moc"
