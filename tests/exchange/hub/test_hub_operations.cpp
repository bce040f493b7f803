// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisclient.h"
#include "exchange/client/http.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/prometheustext.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/hubfixture.h"

#include <QJsonArray>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <mutex>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using samples::append;
using samples::writeFile;

namespace {

exchange::HttpAnswer get(quint16 port, const QByteArray& path, const QByteArray& method = "GET") {
    exchange::Http http(QUrl(u"http://127.0.0.1:%1"_s.arg(port)), {}, world::HubFixture::limits());
    exchange::HttpRequest request;
    request.method = method;
    request.pathAndQuery = path;
    request.answerMilliseconds = 20'000;
    request.answerBytes = 1'000'000;
    return http.perform(request).value_or(exchange::HttpAnswer());
}

QJsonObject objectOf(const exchange::HttpAnswer& answer) {
    return exchange::wire::object(answer.body).value_or(QJsonObject());
}

QList<QJsonObject> linesOf(const QString& path) {
    QList<QJsonObject> lines;
    for (const QByteArray& line : samples::readFile(path).split('\n')) {
        if (!line.isEmpty()) {
            lines.append(exchange::wire::object(line).value_or(QJsonObject()));
        }
    }
    return lines;
}

/// A store whose disk failed.
class FailingStore final : public hub::Store {
public:
    hub::Result<void> write(const Work&) override { return broken(); }
    hub::Result<void> note(const Work&) override { return broken(); }
    hub::Result<void> read(const Work&) override { return broken(); }

private:
    static hub::Result<void> broken() { return std::unexpected(exchange::Error{u"hub-store-failed"_s, u"broken"_s}); }
};

/// A store whose writes wait.
class HangingStore final : public hub::Store {
public:
    ~HangingStore() override { hang(false); }
    void hang(bool hangs) {
        const std::scoped_lock lock(m_mutex);
        m_hangs = hangs;
        m_changed.notify_all();
    }
    hub::Result<void> write(const Work&) override {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_hangs; });
        return {};
    }
    hub::Result<void> note(const Work& work) override { return write(work); }
    hub::Result<void> read(const Work&) override { return {}; }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_hangs = false;
};

/// The socket of a service manager, by an abstract name.
class ServiceManager {
public:
    ServiceManager() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path + 1, name.constData() + 1, size_t(name.size() - 1));
        good = ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address),
                      socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()))) == 0;
        const timeval patience{60, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~ServiceManager() { ::close(m_socket); }
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    /// The next word; empty where none came.
    QByteArray next() const {
        std::array<char, 256> buffer{};
        const ssize_t got = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        return got < 0 ? QByteArray() : QByteArray(buffer.data(), got);
    }

    const QByteArray name = "@congvan-test-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    bool good = false;

private:
    int m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

/// What those who run a hub see of it: health, metrics, logs, what the service manager is told.
class TestHubOperations : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    hub::HubOptions options() const {
        hub::HubOptions made;
        made.operations.address = u"127.0.0.1:0"_s;
        made.operations.accessLog = path(u"truy cập.log"_s);
        made.operations.leastFreeBytes = 1;
        return made;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/vận hành XXXXXX"_s); }

    void metricsAreWhatPrometheusReads() {
        world::HubFixture fixture(options());
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        auto clerk = fixture.client(u"H99.01/clerk"_s);
        QVERIFY(clerk->append(append(u"case/H99.01/1"_s, 1, {u"H99.01"_s})).has_value());
        QVERIFY(clerk->feed(u"H99.01"_s, 0, 10).has_value());
        QVERIFY(!clerk->append(append(u"case/H99.01/1"_s, 7)).has_value());
        QVERIFY(clerk->feed(u"H99.01"_s, 100, 10, 1).has_value()); // sleeps for a second
        fixture.server().stop();                                   // every request is over; the numbers stay
        const QByteArray text = fixture.server().operations().metrics().text();
        const PrometheusText metrics(text);
        QVERIFY2(metrics.fault.isEmpty(), qPrintable(metrics.fault));
        QCOMPARE(metrics.value(u"congvan_hub_requests_total{call=\"append\",status=\"201\"}"_s), 1);
        QCOMPARE(metrics.value(u"congvan_hub_requests_total{call=\"append\",status=\"409\"}"_s), 1);
        QCOMPARE(metrics.value(u"congvan_hub_requests_total{call=\"feed\",status=\"200\"}"_s), 2);
        QCOMPARE(metrics.value(u"congvan_hub_requests_total{call=\"enrol\",status=\"201\"}"_s), 1);
        QCOMPARE(metrics.value(u"congvan_hub_errors_total{code=\"append-conflict\"}"_s), 1);
        // The request that slept says nothing about speed.
        QCOMPARE(metrics.value(u"congvan_hub_request_seconds_count{call=\"feed\"}"_s), 1);
        QCOMPARE(metrics.value(u"congvan_hub_healthy"_s), 1);
        QVERIFY(metrics.value(u"congvan_hub_received_bytes_total"_s) > 100);
        QVERIFY(!text.contains("H99.01"));

        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (!promtool.isEmpty()) {
            QProcess judge;
            judge.start(promtool, {u"check"_s, u"metrics"_s});
            judge.write(text);
            judge.closeWriteChannel();
            QVERIFY(judge.waitForFinished(60'000));
            QCOMPARE(judge.exitCode(), 0);
        }
    }

    void whatIsMadeWhileItIsTakenIsCounted() {
        world::HubFixture fixture(options());
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        const exchange::HubAccount known = fixture.account(u"H99.01/clerk"_s);
        exchange::AxisClient axis({fixture.url().resolved(QUrl(u"/axis"_s)), known.account, known.secret, {}, {}},
                                  world::HubFixture::limits(), [] { return QDateTime::currentDateTimeUtc(); });
        const auto directory = axis.agencies(0);
        QVERIFY2(directory.has_value(), directory ? "" : qPrintable(directory.error().code));
        fixture.server().stop();
        qint64 sent = 0;
        for (const QJsonObject& line : linesOf(path(u"truy cập.log"_s))) {
            sent += line.value(u"call"_s).toString().contains(u"Agencies"_s) ? line.value(u"sent"_s).toInteger() : 0;
        }
        QVERIFY2(sent > QByteArrayView("Sở Mẫu").size(), qPrintable(QString::number(sent)));
    }

    void howFarReadersAreBehindIsTold() {
        world::HubFixture fixture(options());
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        auto clerk = fixture.client(u"H99.01/clerk"_s);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(clerk->append(append(u"case/H99.01/%1"_s.arg(i), 1, {u"H99.01"_s})).has_value());
        }
        const auto lag = [&] {
            const PrometheusText metrics(fixture.server().operations().metrics().text());
            return QList<double>{metrics.value(u"congvan_hub_feed_readers_behind"_s),
                                 metrics.value(u"congvan_hub_feed_lag_entries"_s),
                                 metrics.value(u"congvan_hub_feed_lag_entries_max"_s)};
        };
        QCOMPARE(lag(), QList<double>({0, 0, 0})); // nobody has read yet
        const auto page = clerk->feed(u"H99.01"_s, 0, 10);
        QCOMPARE(lag(), QList<double>({1, 3, 3}));
        QVERIFY(clerk->feed(u"H99.01"_s, page->at(1).cursor, 10).has_value());
        QCOMPARE(lag(), QList<double>({1, 1, 1}));
        exchange::PullRequest request;
        request.cursors = {{u"H99.01"_s, page->at(2).cursor}};
        QVERIFY(clerk->pull(request).has_value());
        QCOMPARE(lag(), QList<double>({0, 0, 0}));
    }

    void theStrictReaderFindsFaults_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("undeclared") << QByteArray("a_total 1\n");
        QTest::newRow("no number") << QByteArray("# TYPE a gauge\na one\n");
        QTest::newRow("twice") << QByteArray("# TYPE a gauge\na 1\na 1\n");
        QTest::newRow("counter's name") << QByteArray("# TYPE a counter\na 1\n");
        QTest::newRow("open label") << QByteArray("# TYPE a gauge\na{b=\"c} 1\n");
        QTest::newRow("buckets fall") << QByteArray(
            "# TYPE a histogram\na_bucket{x=\"y\",le=\"1\"} 2\na_bucket{x=\"y\",le=\"+Inf\"} 1\n"
            "a_count{x=\"y\"} 1\n");
    }

    void theStrictReaderFindsFaults() {
        QFETCH(QByteArray, text);
        QVERIFY(!PrometheusText(text).fault.isEmpty());
    }

    void pagesOfTheListener() {
        world::HubFixture fixture(options());
        const quint16 port = fixture.server().operationsPort();
        QVERIFY(port != 0 && port != fixture.server().port());
        QCOMPARE(get(port, "/health").status, 200);
        QVERIFY(objectOf(get(port, "/health")).value(u"storeWrites"_s).toBool());
        QCOMPARE(get(port, "/ready").status, 200);
        const exchange::HttpAnswer metrics = get(port, "/metrics");
        QCOMPARE(metrics.headers.value("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QVERIFY(PrometheusText(metrics.body).fault.isEmpty());
        QCOMPARE(get(port, "/office/v1/status").status, 404);
        QCOMPARE(get(port, "/metrics", "POST").status, 405);
        // Clients are told nothing of it.
        QCOMPARE(get(fixture.server().port(), "/metrics").status, 404);
    }

    void listenerStaysOnThisMachine_data() {
        QTest::addColumn<QString>("address");
        QTest::newRow("the world") << u"0.0.0.0:0"_s;
        QTest::newRow("another address") << u"192.0.2.1:9400"_s;
        QTest::newRow("a name") << u"localhost:0"_s;
        QTest::newRow("no port") << u"127.0.0.1"_s;
        QTest::newRow("all of v6") << u"[::]:0"_s;
    }

    void listenerStaysOnThisMachine() {
        QFETCH(QString, address);
        hub::HubOptions wrong = options();
        wrong.operations.address = address;
        wrong.dataFolder = path(u"d"_s);
        QVERIFY(hub::HubServer::initialise(wrong.dataFolder).has_value());
        const auto server = hub::HubServer::open(wrong);
        QVERIFY(server.has_value());
        const auto listening = (*server)->listen();
        QVERIFY(!listening.has_value());
        QCOMPARE(listening.error().code, u"hub-operations-address"_s);
    }

    void aSickHubSaysSo() {
        FailingStore store;
        hub::OperationsOptions watched = options().operations;
        const auto clock = [] { return QDateTime::currentDateTimeUtc(); };
        hub::Operations broken(store, m_folder->path(), clock, watched);
        QVERIFY(broken.start().has_value());
        const exchange::HttpAnswer sick = get(broken.port(), "/health");
        QCOMPARE(sick.status, 503);
        QVERIFY(!objectOf(sick).value(u"storeWrites"_s).toBool());
        QVERIFY(objectOf(sick).value(u"enoughRoom"_s).toBool());
        QCOMPARE(get(broken.port(), "/ready").status, 503);
        QCOMPARE(PrometheusText(get(broken.port(), "/metrics").body).value(u"congvan_hub_healthy"_s), 0);

        hub::HubOptions full = options();
        full.operations.leastFreeBytes = std::numeric_limits<qint64>::max();
        world::HubFixture fixture(full);
        const exchange::HttpAnswer narrow = get(fixture.server().operationsPort(), "/health");
        QCOMPARE(narrow.status, 503);
        QVERIFY(objectOf(narrow).value(u"storeWrites"_s).toBool());
        QVERIFY(!objectOf(narrow).value(u"enoughRoom"_s).toBool());
    }

    /// The access log tells who called what, and nothing of what was carried.
    void theAccessLogHoldsNoWordOfADocument() {
        const QString subject = u"V/v bí mật của tờ trình"_s;
        const QByteArray payload = "<opinion>ý kiến không ai được đọc</opinion>";
        const QByteArray body = "nội dung tệp đính kèm";
        QList<QByteArray> forbidden{"H99.09",        subject.toUtf8(), payload,       payload.toBase64(), body,
                                    body.toBase64(), "opinion",        "case/H99.01", "mailbox=",         "HMAC"};
        {
            world::HubFixture fixture(options());
            fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
            fixture.addOffice(u"H99.02"_s, u"Sở Thử"_s);
            forbidden.append(fixture.codeOf(u"H99.01/clerk"_s).toLatin1());
            auto clerk = fixture.client(u"H99.01/clerk"_s);
            forbidden.append(fixture.account(u"H99.01/clerk"_s).secret);
            const QByteArray sha256 = writeFile(path(u"tệp"_s), body);
            QVERIFY(clerk->upload(path(u"tệp"_s), sha256).has_value());
            exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s}, payload);
            citing.cites = {sha256};
            QVERIFY(clerk->append(citing).has_value());
            QVERIFY(clerk->download(sha256, path(u"nhận"_s), citing.stream).has_value());
            const QByteArray packet =
                writeFile(path(u"gói"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, subject));
            QVERIFY(clerk->sendPacket(path(u"gói"_s), u"edoc"_s, packet).has_value());
            QVERIFY(!clerk->append(append(u"case/H99.02/1"_s, 1, {}, payload)).has_value());
            exchange::HubAccount thief = fixture.account(u"H99.01/clerk"_s);
            thief.account = u"H99.09/ai đó"_s;
            thief.secret = QByteArray(64, 'a');
            QVERIFY(!exchange::HubClient(thief, world::HubFixture::limits()).status().has_value());
            QCOMPARE(get(fixture.server().port(), "/" + subject.toUtf8().toPercentEncoding()).status, 404);
        }
        const QByteArray log = samples::readFile(path(u"truy cập.log"_s));
        for (const QByteArray& word : forbidden) {
            QVERIFY2(!word.isEmpty() && !log.contains(word), word.constData());
        }
        QSet<QString> calls;
        QSet<QString> ids;
        for (const QJsonObject& line : linesOf(path(u"truy cập.log"_s))) {
            calls.insert(line.value(u"call"_s).toString());
            ids.insert(line.value(u"request"_s).toString());
            QVERIFY(QDateTime::fromString(line.value(u"time"_s).toString(), Qt::ISODateWithMs).isValid());
            QCOMPARE(line.value(u"address"_s).toString(), u"127.0.0.1"_s);
            QVERIFY(line.value(u"ms"_s).toDouble(-1) >= 0);
            const QString account = line.value(u"account"_s).toString();
            QVERIFY2(account.isEmpty() || account == u"H99.01/clerk"_s, qPrintable(account));
            if (line.value(u"call"_s) == u"append"_s) {
                QCOMPARE(account, u"H99.01/clerk"_s);
                QVERIFY(line.value(u"received"_s).toInteger() > payload.size());
                QCOMPARE(line.contains(u"code"_s), line.value(u"status"_s).toInt() == 403);
            }
        }
        QCOMPARE(ids.size(), log.count('\n'));
        for (const QString& call : {u"enrol"_s, u"begin-upload"_s, u"upload-part"_s, u"append"_s, u"content"_s,
                                    u"post-packet"_s, u"status"_s, u"unknown"_s}) {
            QVERIFY2(calls.contains(call), qPrintable(call));
        }
    }

    void aLineThatWasCutSpoilsNoOther() {
        const QString file = path(u"dở.log"_s);
        writeFile(file, "{\"event\":\"one\"}\n{\"event\":\"tw");
        hub::HubLog log(file);
        log.info(u"three"_s);
        log.info(u"four"_s);
        QList<QByteArray> lines = samples::readFile(file).split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(1), QByteArray("{\"event\":\"tw"));
        QCOMPARE(linesOf(file).value(2).value(u"event"_s).toString(), u"three"_s);
        QCOMPARE(linesOf(file).value(3).value(u"event"_s).toString(), u"four"_s);
        // A file that ends as it must, and after a rotation.
        hub::HubLog again(file);
        again.info(u"five"_s);
        QCOMPARE(samples::readFile(file).count('\n'), 5);
        writeFile(file, "cut");
        again.reopen();
        again.info(u"six"_s);
        QVERIFY(samples::readFile(file).startsWith("cut\n{"));
    }

    /// The store's write never comes back: health tells it in time, and once it does all is well again.
    void aStoreThatHangsIsToldInTime() {
        HangingStore store;
        hub::OperationsOptions watched = options().operations;
        watched.probePatience = std::chrono::milliseconds(50);
        watched.probePause = std::chrono::milliseconds(0);
        hub::Operations operations(store, m_folder->path(), [] { return QDateTime::currentDateTimeUtc(); }, watched);
        const auto letGo = qScopeGuard([&store] { store.hang(false); });
        QVERIFY(operations.health().storeWrites);
        store.hang(true);
        QVERIFY(!operations.health().storeWrites);
        QVERIFY(!operations.health().isGood());
        QVERIFY(operations.health().storeAnswers); // it has not hung for long
        store.hang(false);
        QTRY_VERIFY_WITH_TIMEOUT(operations.health().storeWrites, 20'000);
    }

    void aLogThatCannotBeWrittenStopsNothing_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("a full disk") << u"/dev/full"_s;
        QTest::newRow("a folder") << QDir::tempPath();
        QTest::newRow("no such folder") << QDir::tempPath() + u"/không/có"_s;
    }

    void aLogThatCannotBeWrittenStopsNothing() {
        QFETCH(QString, file);
        hub::HubOptions unlucky = options();
        unlucky.operations.accessLog = file;
        unlucky.operations.log = file;
        world::HubFixture fixture(unlucky);
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        QVERIFY(fixture.client(u"H99.01/clerk"_s)->status().has_value());
        fixture.server().stop();
        const PrometheusText metrics(fixture.server().operations().metrics().text());
        QVERIFY(metrics.value(u"congvan_hub_lost_log_lines_total"_s) >= 2);
    }

    /// The program: what a service manager hears, and logs that are rotated by rename and SIGHUP.
    void aServiceManagerIsTold() {
        const QString program = QStringLiteral(CONGVAN_BIN_DIR) + u"/congvan-hub"_s;
        QCOMPARE(QProcess::execute(program, {u"init"_s, u"--data"_s, path(u"d"_s)}), 0);
        const ServiceManager manager;
        QVERIFY(manager.good);
        QProcess serve;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTIFY_SOCKET"_s, QString::fromLatin1(manager.name));
        environment.insert(u"WATCHDOG_USEC"_s, u"200000"_s);
        serve.setProcessEnvironment(environment);
        const QString log = path(u"máy chủ.log"_s);
        serve.start(program, {u"serve"_s, u"--data"_s, path(u"d"_s), u"--operations"_s, u"127.0.0.1:0"_s, u"--log"_s,
                              log, u"--access-log"_s, path(u"truy cập.log"_s)});
        QVERIFY(serve.waitForStarted(60'000));
        QCOMPARE(manager.next(), QByteArray("READY=1"));
        QCOMPARE(manager.next(), QByteArray("WATCHDOG=1"));
        const QJsonObject serving = linesOf(log).first();
        QCOMPARE(serving.value(u"event"_s).toString(), u"serving"_s);
        QCOMPARE(get(quint16(serving.value(u"operationsPort"_s).toInt()), "/ready").status, 200);

        QVERIFY(QFile::rename(log, log + u".1"_s));
        ::kill(static_cast<pid_t>(serve.processId()), SIGHUP);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(log).value(0).value(u"event"_s).toString(), u"logs-reopened"_s, 60'000);
        QCOMPARE(get(quint16(serving.value(u"port"_s).toInt()), "/office/v1/status").status, 401);

        ::kill(static_cast<pid_t>(serve.processId()), SIGTERM);
        QVERIFY(serve.waitForFinished(60'000));
        QCOMPARE(serve.exitCode(), 0);
        QByteArray last = manager.next();
        while (last == "WATCHDOG=1") {
            last = manager.next();
        }
        QCOMPARE(last, QByteArray("STOPPING=1"));
        QCOMPARE(linesOf(log).last().value(u"event"_s).toString(), u"stopped"_s);
        QCOMPARE(linesOf(log + u".1"_s).size(), 1);
        QCOMPARE(linesOf(path(u"truy cập.log"_s)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHubOperations)
#include "test_hub_operations.moc"
