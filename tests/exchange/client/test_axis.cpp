// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisclient.h"
#include "exchange/client/axis/axisreply.h"
#include "exchange/envelope/errorlist.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/flatjson.h"
#include "exchange/protocol/servererrors.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/scriptedserver.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace exchange;
using namespace Qt::Literals::StringLiterals;
using world::ScriptedServer;

namespace {

const QDateTime morning(QDate(2026, 3, 5), QTime(2, 15, 0, 250), Qt::UTC); // 09:15 in Vietnam

AxisAccount accountAt(const ScriptedServer& server, const AxisSwitches& switches = {}) {
    return {server.url(u"/service/"_s), u"H99.01"_s, "khóa bí mật", {}, switches};
}

PacketIdentity packet(const QByteArray& sha256) {
    return {sha256,
            u"edoc"_s,
            u"H99.01,2026/03/05,07/SM-VP"_s,
            u"H99.01"_s,
            {u"G99.02"_s, u"G99.03"_s},
            u"07/SM-VP"_s,
            u"V/v thử"_s,
            morning};
}

/// Asks python's own json and hmac: the JSON's members as they are read there, and the hash.
QStringList askPython(const QByteArray& json, const QByteArray& secret) {
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, u"import hmac,json,sys\n"
                                         "text,secret=sys.stdin.buffer.read().split(b'\\0')\n"
                                         "print(hmac.new(secret,text,'sha256').hexdigest())\n"
                                         "pairs=json.loads(text,object_pairs_hook=list)\n"
                                         "print(json.dumps(dict(pairs),separators=(',',':'))==text.decode())\n"
                                         "for k,v in pairs: print(k+'='+v)\n"_s});
    python.write(json + '\0' + secret);
    python.closeWriteChannel();
    return python.waitForFinished() ? QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts)
                                    : QStringList();
}

QJsonObject sentRow(const QString& id, const QString& notation, const QString& title, const QString& time) {
    return {{u"senderDocId"_s, id},    {u"fromCode"_s, u"H99.01"_s}, {u"toCode"_s, u"G99.02"_s},
            {u"notation"_s, notation}, {u"title"_s, title},          {u"sentTime"_s, time}};
}

} // namespace

class TestAxis final : public QObject {
    Q_OBJECT

private slots:
    void aDayAtTheAxis() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML>gửi đi</edXML>");
        ScriptedServer server(ScriptedServer::script(u"axis/day.txt"_s), {{"hash", sha256}, {"sha256", sha256}});
        AxisClient client(accountAt(server), {}, [] { return morning; });

        const auto listed = client.listReceived(u"edoc"_s, morning.addDays(-7), morning);
        QVERIFY2(listed, qPrintable(server.faults().join(u'\n')));
        QCOMPARE(listed->size(), 2); // once, though the server says it twice
        QCOMPARE(listed->at(0).docId, u"A-1"_s);
        QCOMPARE(listed->at(0).from, u"G99.02"_s);
        QCOMPARE(listed->at(0).created, QDateTime(QDate(2026, 3, 4), QTime(9, 0), Qt::UTC));
        QCOMPARE(listed->at(1).docId, u"7788"_s);
        QCOMPARE(listed->at(1).to, (QStringList{u"H99.01"_s, u"H99.02"_s}));
        QCOMPARE(client.clockOffsetSeconds(), std::optional<qint64>(10));

        const QString target = folder.filePath(u"đến.edxml"_s);
        QVERIFY(client.fetch(u"A-1"_s, target));
        QCOMPARE(samples::readFile(target), QByteArray("<edXML>một</edXML>"));
        QVERIFY(client.acknowledge(u"A-1"_s, PacketServer::Taken::Done));
        const auto sent = client.send(file, packet(sha256));
        QVERIFY2(sent, qPrintable(server.faults().join(u'\n')));
        QCOMPARE(*sent, u"A-9"_s);
        QCOMPARE(client.countReceived(u"status"_s), Result<qint64>(3));
        const auto directory = client.agencies(0);
        QVERIFY(directory);
        QCOMPARE(directory->agencies.size(), 2);
        QCOMPARE(directory->agencies.at(1).organId, u"H99.01"_s);
        QCOMPARE(directory->agencies.at(1).inCharge, u"UBND tỉnh Mẫu"_s);
        QCOMPARE(server.faults(), QStringList());

        // What was sent is judged by another implementation of HMAC and JSON.
        for (const ScriptedServer::Request& request : server.requests()) {
            const QByteArray json = request.header("XroadVnpt-sign-header");
            const QStringList told = askPython(json, "khóa bí mật");
            QVERIFY(told.size() > 2);
            QCOMPARE(told.at(0).toLatin1(), request.header("XroadVnpt-hash-header"));
            QCOMPARE(told.at(1), u"True"_s); // compact, in the same form
            QStringList names;
            for (const QString& pair : told.mid(2)) {
                const qsizetype mark = pair.indexOf(u'=');
                QCOMPARE(request.header(pair.left(mark).toLatin1()), pair.mid(mark + 1).toUtf8());
                names.append(pair.left(mark).mid(10));
            }
            QCOMPARE(names.join(u';').toLatin1(), request.header("XroadVnpt-sign-header-key"));
        }
    }

    void quirksAreSwitches() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        // Bytes whose hash has a byte below 16, which the Java library writes with one digit.
        QByteArray content = "<edXML/>";
        while (axis::fileHash(sha256Hex(content), true).size() == 64) {
            content += ' ';
        }
        const QByteArray sha256 = samples::writeFile(file, content);
        ScriptedServer server(ScriptedServer::script(u"axis/quirks.txt"_s),
                              {{"hash", axis::fileHash(sha256, true)},
                               {"sha256", sha256},
                               {"base64", QByteArray("<edXML/>").toBase64()}});
        AxisSwitches switches;
        switches.sdkHash = true;
        switches.multipartContentType = false;
        switches.streams = false;
        switches.pageDays = 1;
        switches.zoneMinutes = 0;
        AxisClient client(accountAt(server, switches), {}, [] { return morning; });
        const auto listed = client.listReceived(u"status"_s, morning.addDays(-2), morning);
        QVERIFY2(listed, qPrintable(server.faults().join(u'\n')));
        QCOMPARE(listed->size(), 2);
        const QString target = folder.filePath(u"đến"_s);
        QVERIFY(client.fetch(u"S-1"_s, target));
        QCOMPARE(samples::readFile(target), QByteArray("<edXML/>"));
        QCOMPARE(client.send(file, packet(sha256)), Result<QString>(u"S-9"_s));
        QCOMPARE(server.faults(), QStringList());
    }

    void aClockThatIsOffIsSetRight() {
        ScriptedServer server(ScriptedServer::script(u"axis/clock.txt"_s));
        AxisClient client(accountAt(server), {}, [] { return morning; });
        QVERIFY(client.acknowledge(u"A-1"_s, PacketServer::Taken::Done));
        QCOMPARE(client.clockOffsetSeconds(), std::optional<qint64>(600));
        QCOMPARE(server.faults(), QStringList());
    }

    void refusalsBecomeCodes_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("again");
        const auto fail = [](const QByteArray& number) {
            return "= 200\n< Content-Type: application/json\n{\"status\":\"FAIL\",\"ErrorCode\":" + number +
                   ",\"ErrorDesc\":\"vì sao\"}\n.\n";
        };
        QTest::newRow("file") << fail("10") << u"axis-file-bad"_s << false;
        QTest::newRow("secret") << fail("\"15\"") << u"axis-secret-wrong"_s << false;
        QTest::newRow("receiver") << fail("18") << u"axis-receiver-unknown"_s << false;
        QTest::newRow("sender") << fail("19") << u"axis-sender-unknown"_s << false;
        QTest::newRow("server") << fail("20") << u"axis-server-failed"_s << true;
        QTest::newRow("processing") << fail("\"21\"") << u"axis-processing-failed"_s << true;
        QTest::newRow("packet") << fail("22") << u"axis-packet-malformed"_s << false;
        QTest::newRow("locked") << fail("23") << u"axis-receiver-locked"_s << false;
        QTest::newRow("other number") << fail("99") << u"axis-refused"_s << false;
        QTest::newRow("no number") << fail("\"E_X\"") << u"axis-refused"_s << false;
        QTest::newRow("error list") << QByteArray("= 200\n< Content-Type: application/json\n"
                                                  "{\"status\":\"FAIL\",\"ErrorCode\":\"18\",\"ErrorDesc\":"
                                                  "\"<ErrorList><Error><Code>hub-store-failed</Code></Error>"
                                                  "</ErrorList>\"}\n.\n")
                                    << u"hub-store-failed"_s << true;
        QTest::newRow("500") << QByteArray("= 500\nlỗi\n.\n") << u"server-error"_s << true;
        QTest::newRow("403") << QByteArray("= 403\n\n.\n") << u"server-refused"_s << false;
        QTest::newRow("429") << QByteArray("= 429\n\n.\n") << u"server-error"_s << true;
        QTest::newRow("page") << QByteArray("= 200\n<html>\n.\n") << u"server-garbage"_s << true;
        QTest::newRow("neither") << QByteArray("= 200\n{\"data\":[]}\n.\n") << u"server-garbage"_s << true;
        QTest::newRow("cut") << QByteArray("= cut\n") << u"transfer-cut"_s << true;
    }

    void refusalsBecomeCodes() {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        ScriptedServer server("POST /service/updateStatus\n" + answer);
        AxisClient client(accountAt(server), {}, [] { return morning; });
        const auto said = client.acknowledge(u"A-1"_s, PacketServer::Taken::Failed);
        QVERIFY(!said);
        QCOMPARE(said.error().code, code);
        QTEST(mayRetry(said.error()), "again");
        QCOMPARE(server.faults(), QStringList());
    }

    void aListOfErrorsIsTold() {
        ScriptedServer server("POST /service/updateStatus\n= 200\n< Content-Type: application/json\n"
                              "{\"status\":\"FAIL\",\"ErrorCode\":\"22\",\"ErrorDesc\":\"<ErrorList><Error>"
                              "<Code>N.MessageHeader.Subject</Code><Description>thiếu</Description></Error><Error>"
                              "<Code>M.MessageHeader.DueDate</Code></Error></ErrorList>\"}\n.\n");
        AxisClient client(accountAt(server), {}, [] { return morning; });
        const auto said = client.acknowledge(u"A-1"_s, PacketServer::Taken::Done);
        QVERIFY(!said);
        QCOMPARE(said.error(),
                 (Error{u"axis-packet-malformed"_s, u"22 N.MessageHeader.Subject thiếu; M.MessageHeader.DueDate"_s}));
    }

    void anErrorInsteadOfAFileLeavesNoFile() {
        const QTemporaryDir folder;
        ScriptedServer server("GET /service/downloadEdoc\n= 200\n< Content-Type: application/json\n"
                              "{\"status\":\"FAIL\",\"ErrorCode\":\"10\",\"ErrorDesc\":\"no such\"}\n.\n");
        AxisClient client(accountAt(server), {}, [] { return morning; });
        const auto fetched = client.fetch(u"A-1"_s, folder.filePath(u"đến"_s));
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, u"axis-file-bad"_s);
        QVERIFY(!QFile::exists(folder.filePath(u"đến"_s)));
        QCOMPARE(server.faults(), QStringList());
    }

    void valuesThatNoHeaderCarriesAreRefused() {
        ScriptedServer server("");
        AxisClient client(accountAt(server), {}, [] { return morning; });
        for (const QString& id : {u"a\r\nX: y"_s, u"số 1"_s, u" a"_s}) {
            const auto said = client.acknowledge(id, PacketServer::Taken::Done);
            QVERIFY(!said);
            QCOMPARE(said.error().code, u"axis-value-refused"_s);
        }
        QCOMPARE(server.requests().size(), 0);
    }

    void theListOfSentPacketsIsAsked_data() {
        QTest::addColumn<QList<QJsonObject>>("rows");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<int>("known");
        const auto row = [](const char* name, const QList<QJsonObject>& rows, bool complete, Known known) {
            QTest::newRow(name) << rows << complete << static_cast<int>(known);
        };
        const QString same = u"07/SM-VP"_s;
        const QString title = u"V/v  thử"_s;
        row("nothing", {}, true, Known::No);
        row("nothing, not complete", {}, false, Known::CannotTell);
        row("by its hash", {sentRow(QString(64, u'a'), {}, {}, {})}, false, Known::Yes);
        row("by its document", {sentRow(u"H99.01,2026/03/05,07/SM-VP"_s, {}, {}, {})}, true, Known::Yes);
        row("by its words", {sentRow(u"1"_s, same, title, u"05/03/2026 09:16:00"_s)}, true, Known::Yes);
        row("sent last week", {sentRow(u"1"_s, same, title, u"26/02/2026 09:16:00"_s)}, true, Known::No);
        row("sent, nobody knows when", {sentRow(u"1"_s, same, title, u"hôm qua"_s)}, true, Known::CannotTell);
        row("other words", {sentRow(u"1"_s, u"08/SM-VP"_s, title, u"05/03/2026 09:16:00"_s)}, true, Known::No);
        row("the title cut", {sentRow(u"1"_s, same, u"V/v"_s, u"05/03/2026 09:16:00"_s)}, true, Known::CannotTell);
        row("the title cut, last week", {sentRow(u"1"_s, same, u"V/v"_s, u"26/02/2026 09:16:00"_s)}, true, Known::No);
    }

    void theListOfSentPacketsIsAsked() {
        QFETCH(QList<QJsonObject>, rows);
        QFETCH(bool, complete);
        QFETCH(int, known);
        QCOMPARE(static_cast<int>(sentListKnows(rows, packet(QByteArray(64, 'a')), axis::vietnamMinutes, complete)),
                 known);
    }

    void aStatusHasNoWordsToBeToldBy() {
        PacketIdentity status = packet(QByteArray(64, 'a'));
        status.kind = u"status"_s;
        status.notation.clear();
        status.subject.clear();
        const auto known = [&](const QString& when) {
            return sentListKnows({sentRow(u"server-9"_s, {}, {}, when)}, status, axis::vietnamMinutes, true);
        };
        QCOMPARE(known(u"05/03/2026 09:16:00"_s), Known::CannotTell);
        QCOMPARE(known(u"26/02/2026 09:16:00"_s), Known::No);
    }

    void aFaultOfTheServersOwnIsNotAnsweredByARepetition() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"gửi.edxml"_s);
        const QByteArray sha256 = samples::writeFile(file, "<edXML/>");
        // The answer also shows that the clock is off by a year; what the server did is not known.
        ScriptedServer server("POST /service/sendEdoc\n= 200\n< Date: Fri, 05 Mar 2027 02:15:00 GMT\n"
                              "< Content-Type: application/json\n"
                              "{\"status\":\"FAIL\",\"ErrorCode\":\"20\",\"ErrorDesc\":\"x\"}\n.\n");
        AxisClient client(accountAt(server), {}, [] { return morning; });
        const auto said = client.send(file, packet(sha256));
        QVERIFY(!said);
        QCOMPARE(said.error().code, u"axis-server-failed"_s);
        QCOMPARE(server.faults(), QStringList());
    }

    void stampsComeBack() {
        QCOMPARE(axis::timestamp(morning), QByteArray("05032026T091500+0250"));
        QCOMPARE(axis::readTimestamp("05032026T091500+0250"), std::optional(morning));
        QCOMPARE(axis::readTimestamp("31122026T235959+0999", 0),
                 std::optional(QDateTime(QDate(2026, 12, 31), QTime(23, 59, 59, 999), Qt::UTC)));
        for (const char* wrong : {"30022026T091500+0250", "05032026T091500", "05032026T251500+0250",
                                  "05032026T091500+1000", " 05032026T091500+0250", "05032026t091500+0250"}) {
            QVERIFY2(!axis::readTimestamp(wrong), wrong);
        }
        QCOMPARE(axis::listTime(morning), QByteArray("05/03/2026 09:15:00"));
        QVERIFY(!axis::readListTime(u"30/02/2026 09:15:00"_s));
    }

    void signedHeadersAreReadStrictly_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<bool>("good");
        const QByteArray good = "{\"XroadVnpt-a\":\"1\",\"XroadVnpt-b\":\"\\u0032\\\"/\"}";
        QTest::newRow("good") << good << QByteArray("a;b") << true;
        QTest::newRow("other order of keys") << good << QByteArray("b;a") << true;
        QTest::newRow("a key too many") << good << QByteArray("a;b;c") << false;
        QTest::newRow("a key too few") << good << QByteArray("a") << false;
        QTest::newRow("a key twice") << good << QByteArray("a;a") << false;
        QTest::newRow("doubled") << QByteArray("{\"XroadVnpt-a\":\"1\",\"XroadVnpt-a\":\"1\"}") << QByteArray("a;a")
                                 << false;
        QTest::newRow("doubled in another case")
            << QByteArray("{\"XroadVnpt-a\":\"1\",\"XroadVnpt-A\":\"1\"}") << QByteArray("a;A") << false;
        QTest::newRow("other value") << QByteArray("{\"XroadVnpt-a\":\"2\"}") << QByteArray("a") << false;
        QTest::newRow("no such header") << QByteArray("{\"XroadVnpt-c\":\"\"}") << QByteArray("c") << false;
        QTest::newRow("sent twice") << QByteArray("{\"XroadVnpt-twice\":\"1\"}") << QByteArray("twice") << false;
        QTest::newRow("no prefix") << QByteArray("{\"a\":\"1\"}") << QByteArray("a") << false;
        QTest::newRow("a number") << QByteArray("{\"XroadVnpt-a\":1}") << QByteArray("a") << false;
        QTest::newRow("an object") << QByteArray("{\"XroadVnpt-a\":{}}") << QByteArray("a") << false;
        QTest::newRow("tail") << QByteArray("{\"XroadVnpt-a\":\"1\"}{}") << QByteArray("a") << false;
        QTest::newRow("half a letter") << QByteArray("{\"XroadVnpt-a\":\"\\ud800\"}") << QByteArray("a") << false;
        QTest::newRow("long") << "{\"XroadVnpt-a\":\"1\"}" + QByteArray(20'000, ' ') << QByteArray("a") << false;
    }

    void signedHeadersAreReadStrictly() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, keys);
        QFETCH(bool, good);
        const QList<std::pair<QByteArray, QByteArray>> headers{
            {"XroadVnpt-a", "1"},     {"xroadvnpt-B", "2\"/"},        {"XroadVnpt-twice", "1"},
            {"XroadVnpt-twice", "1"}, {axis::signedJsonHeader, json}, {axis::signedKeysHeader, keys},
            {axis::hashHeader, "h"},
        };
        const auto count = [&headers](const char* name) {
            return static_cast<int>(std::ranges::count_if(
                headers, [name](const auto& one) { return one.first.compare(name, Qt::CaseInsensitive) == 0; }));
        };
        const auto header = [&headers](const char* name) {
            const auto found = std::ranges::find_if(
                headers, [name](const auto& one) { return one.first.compare(name, Qt::CaseInsensitive) == 0; });
            return found == headers.end() ? QByteArray() : found->second;
        };
        const auto call = axis::readHeaders(header, count);
        QCOMPARE(call.has_value(), good);
        if (good) {
            QCOMPARE(call->value("A"), QByteArray("1"));
            QCOMPARE(call->value("b"), QByteArray("2\"/"));
            QCOMPARE(call->value("c"), QByteArray());
        } else {
            QCOMPARE(call.error().code, u"axis-headers-wrong"_s);
        }
    }

    void errorListsComeBack() {
        const QList<PacketError> errors{{u"N.MessageHeader.Subject"_s, u"thiếu <trích yếu> & ngày"_s}, {u"R.x"_s, {}}};
        QCOMPARE(readErrorList(errorListXml(errors)), Result<QList<PacketError>>(errors));
        QCOMPARE(readErrorList("<e:ErrorList><e:Error><e:Code> N.a </e:Code><e:More/></e:Error></e:ErrorList>"),
                 Result<QList<PacketError>>(QList<PacketError>{{u"N.a"_s, {}}}));
        for (const QByteArray& wrong : {QByteArray("<Errors/>"), QByteArray(), QByteArray("<ErrorList><Error>"),
                                        QByteArray("<!DOCTYPE ErrorList []><ErrorList/>"),
                                        "<ErrorList>" + QByteArray("<Error/>").repeated(1001) + "</ErrorList>",
                                        "<ErrorList>" + QByteArray(1024 * 1024, ' ') + "</ErrorList>"}) {
            const auto read = readErrorList(wrong);
            QVERIFY(!read);
            QCOMPARE(read.error().code, u"error-list-malformed"_s);
        }
        const QList<PacketError> worded = errorListOf({{u"packet-element-missing"_s, u"MessageHeader/Subject"_s, {}},
                                                       {u"packet-date-wrong"_s, u"MessageHeader/To[2]/DueDate"_s, {}},
                                                       {u"attachment-missing"_s, {}, u"a.pdf"_s}});
        QCOMPARE(worded, (QList<PacketError>{{u"N.MessageHeader.Subject"_s, {}},
                                             {u"M.MessageHeader.To.DueDate"_s, {}},
                                             {u"attachment-missing"_s, u"a.pdf"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestAxis)
#include "test_axis.moc"
