// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/errorkind.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/hubfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using raw::Call;
using raw::requestText;
using samples::append;
using samples::writeFile;
using world::Fault;

/// What happens on the wire: requests that nobody should send, and lines that break.
class TestHubLine : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    QTemporaryDir m_folder;
    const QString m_clerk = u"H99.01/clerk"_s;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    template <typename T>
    static QString codeOf(const exchange::Result<T>& result) {
        return result ? u"success"_s : result.error().code;
    }
    QByteArray ask(const QByteArray& text) const {
        const raw::Line line(m_hub->directUrl().port());
        return line.send(text) ? line.readToEnd() : QByteArray("not sent");
    }
    /// The code in the answer to a raw request; the status where it carries none.
    QString rawCode(const QByteArray& text) const {
        const QByteArray answer = ask(text);
        const auto object = exchange::wire::object(answer.mid(answer.indexOf("\r\n\r\n") + 4));
        const QString code = object.value_or(QJsonObject()).value(u"code"_s).toString();
        return code.isEmpty() ? QString::fromLatin1(answer.mid(9, 3)) : code;
    }

private slots:
    void init() {
        m_hub = std::make_unique<world::HubFixture>();
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }

    void cleanup() { m_hub.reset(); }

    void wrongSignatures_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("code");
        QTest::newRow("right") << QByteArray() << u"200"_s;
        QTest::newRow("another path") << QByteArray("path") << u"auth-failed"_s;
        QTest::newRow("another secret") << QByteArray("secret") << u"auth-failed"_s;
        QTest::newRow("another account") << QByteArray("account") << u"auth-failed"_s;
        QTest::newRow("a strange nonce") << QByteArray("nonce") << u"auth-failed"_s;
        QTest::newRow("ten minutes old") << QByteArray("old") << u"clock-skew"_s;
        QTest::newRow("ten minutes early") << QByteArray("early") << u"clock-skew"_s;
        QTest::newRow("another body") << QByteArray("body") << u"body-hash-wrong"_s;
        QTest::newRow("chunked") << QByteArray("chunked") << u"length-required"_s;
    }

    void wrongSignatures() {
        QFETCH(QByteArray, change);
        QFETCH(QString, code);
        exchange::HubAccount account = m_hub->account(m_clerk);
        Call call;
        if (change == "path") {
            call.signedPath = "/office/v1/directory";
        } else if (change == "secret") {
            account.secret = exchange::randomHex(32);
        } else if (change == "account") {
            account.account = u"H99.02/clerk"_s;
        } else if (change == "nonce") {
            call.nonce = "short";
        } else if (change == "old") {
            call.clockOffset = -600;
        } else if (change == "early") {
            call.clockOffset = 600;
        } else if (change == "body") {
            call.method = "POST";
            call.path = "/office/v1/packets";
            call.body = "{\"kind\":\"edoc\"}";
            call.signedBody = "{}";
        } else if (change == "chunked") {
            call.extra = "Transfer-Encoding: chunked\r\n";
        }
        QCOMPARE(rawCode(requestText(account, call)), code);
    }

    void aReplayedRequestIsRefused() {
        const QByteArray text = requestText(m_hub->account(m_clerk), {});
        QCOMPARE(rawCode(text), u"200"_s);
        QCOMPARE(rawCode(text), u"nonce-replayed"_s);
        m_hub->restart();
        QCOMPARE(rawCode(text), u"nonce-replayed"_s);
    }

    void unsignedAndUnknownRequests() {
        QCOMPARE(rawCode("GET /office/v1/status HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n"),
                 u"request-unsigned"_s);
        QCOMPARE(rawCode("GET /etc/passwd HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n"), u"path-unknown"_s);
        QCOMPARE(rawCode("GET /office/v1/content/../../hub.key HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n"),
                 u"request-unsigned"_s);
        Call climbing;
        climbing.path = "/office/v1/content/../../hub.key?stream=x";
        QCOMPARE(rawCode(requestText(m_hub->account(m_clerk), climbing)), u"request-malformed"_s);
    }

    void aBodyIsRefusedBeforeItComes() {
        // 10 GiB announced, not one byte sent: the answer comes all the same.
        QCOMPARE(rawCode("POST /office/v1/messages HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n"
                         "Content-Length: 10737418240\r\n\r\n"),
                 u"too-large"_s);
        QCOMPARE(rawCode("POST /office/v1/messages HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n"
                         "Content-Length: 100\r\n\r\n"),
                 u"request-unsigned"_s);
        const QByteArray longHeader = "X-Long: " + QByteArray(64 * 1024, 'x') + "\r\n";
        const QByteArray answer = ask("GET /office/v1/status HTTP/1.1\r\nHost: hub\r\n" + longHeader + "\r\n");
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 431"), answer.left(40).constData());
    }

    void halfOpenConnectionsAreClosed() {
        hub::HubOptions options;
        options.http.idleSeconds = 1;
        world::HubFixture hub(options);
        hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        std::vector<std::unique_ptr<raw::Line>> lines;
        for (int i = 0; i < 100; ++i) {
            lines.push_back(std::make_unique<raw::Line>(hub.directUrl().port()));
            QVERIFY(lines.back()->send("POST /office/v1/messages HTTP/1.1\r\nHost: h"));
        }
        // It still serves, and the half-open ones end without a word.
        QVERIFY(hub.client(m_clerk)->status().has_value());
        for (const auto& line : lines) {
            const QByteArray said = line->readToEnd();
            QVERIFY2(said.isEmpty() || said.startsWith("HTTP/1.1 408"), said.left(40).constData());
        }
    }

    void guessingIsSlowedDown() {
        exchange::HubAccount guess = m_hub->account(m_clerk);
        guess.secret = exchange::randomHex(32);
        QStringList codes;
        for (int i = 0; i < 22; ++i) {
            codes.append(rawCode(requestText(guess, {})));
        }
        QCOMPARE(codes.first(), u"auth-failed"_s);
        QCOMPARE(codes.last(), u"too-many-failures"_s);
    }

    void plainHttpGoesToThisMachineAlone() {
        exchange::HubAccount account = m_hub->account(m_clerk);
        for (const QString& url : {u"http://192.0.2.1:80"_s, u"http://127.0.0.1.example.org"_s, u"ftp://127.0.0.1"_s,
                                   u"file:///etc/passwd"_s, u""_s}) {
            account.baseUrl = QUrl(url);
            QCOMPARE(codeOf(exchange::HubClient(account).status()), u"address-refused"_s);
        }
        hub::HubOptions options;
        const QTemporaryDir folder;
        options.dataFolder = folder.filePath(u"dữ liệu"_s);
        options.http.address = u"0.0.0.0"_s;
        QVERIFY(hub::HubServer::initialise(options.dataFolder).has_value());
        const auto server = hub::HubServer::open(options);
        QVERIFY(server.has_value());
        QCOMPARE(codeOf((*server)->listen()), u"hub-tls-needed"_s);
    }

    void brokenLines_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("down") << int(Fault::Kind::Down) << u"server-unreachable"_s;
        QTest::newRow("silent") << int(Fault::Kind::Silent) << u"server-slow"_s;
        QTest::newRow("500") << int(Fault::Kind::Status500) << u"server-error"_s;
        QTest::newRow("html") << int(Fault::Kind::Garbage) << u"server-garbage"_s;
        QTest::newRow("no http") << int(Fault::Kind::NotHttp) << u"server-garbage"_s;
        QTest::newRow("answer cut") << int(Fault::Kind::CutAnswer) << u"transfer-cut"_s;
        QTest::newRow("answer lost") << int(Fault::Kind::LoseAnswer) << u"transfer-cut"_s;
        QTest::newRow("request cut") << int(Fault::Kind::CutRequest) << u"transfer-cut"_s;
    }

    void brokenLines() {
        QFETCH(int, kind);
        QFETCH(QString, code);
        const exchange::HubAccount account = m_hub->account(m_clerk);
        exchange::ClientLimits limits = world::HubFixture::limits();
        if (kind == int(Fault::Kind::Silent)) {
            limits.answerMilliseconds = 300;
        }
        exchange::HubClient client(account, limits);
        const exchange::Append once = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        m_hub->setFault({Fault::Kind(kind), 100, -1});
        const auto broken = client.append(once);
        QCOMPARE(codeOf(broken), code);
        QVERIFY(exchange::mayRetry(broken.error()));
        // When the line is whole again the same message arrives, once.
        m_hub->setFault({});
        exchange::HubClient healed(account, world::HubFixture::limits());
        QCOMPARE(codeOf(healed.append(once)), u"success"_s);
        QCOMPARE(healed.messages(once.stream, 1, 10)->size(), 1);
        QCOMPARE(healed.feed(u"H99.01"_s, 0, 10)->size(), 1);
    }

    void transfersGoOnWhereTheyWereCut() {
        auto client = m_hub->client(m_clerk);
        const QByteArray bytes = QByteArray("0123456789abcdef").repeated(40'000); // ten parts of 64 KiB
        const QByteArray sha256 = writeFile(path(u"lớn.bin"_s), bytes);
        m_hub->setFault({Fault::Kind::CutRequest, 50'000, -1}); // not one part of 64 KiB gets through
        QCOMPARE(codeOf(client->upload(path(u"lớn.bin"_s), sha256)), u"transfer-cut"_s);
        m_hub->setFault({});
        std::stop_source source;
        exchange::CallOptions options;
        options.stop = source.get_token();
        options.progress = [&](qint64 done, qint64) {
            if (done > 200'000) {
                source.request_stop();
            }
        };
        QCOMPARE(codeOf(client->upload(path(u"lớn.bin"_s), sha256, options)), u"cancelled"_s);
        qint64 first = -1;
        options = {};
        options.progress = [&](qint64 done, qint64) { first = first < 0 ? done : first; };
        const auto whole = client->upload(path(u"lớn.bin"_s), sha256, options);
        QVERIFY2(whole.has_value(), qPrintable(codeOf(whole)));
        QVERIFY2(first >= 2 * 65536, qPrintable(QString::number(first)));

        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        citing.cites = {sha256};
        QVERIFY(client->append(citing).has_value());
        m_hub->setFault({Fault::Kind::CutAnswer, 300'000, -1});
        const QString target = path(u"nhận.bin"_s);
        QCOMPARE(codeOf(client->download(sha256, target, citing.stream)), u"transfer-cut"_s);
        QVERIFY(!QFile::exists(target));
        const qint64 had = QFileInfo(target + u".part"_s).size();
        QVERIFY(had > 0);
        // Less than the rest is enough for the second line only if it does not begin again.
        m_hub->setFault({Fault::Kind::CutAnswer, bytes.size() - had + 2000, -1});
        const auto resumed = client->download(sha256, target, citing.stream);
        QVERIFY2(resumed.has_value(), qPrintable(codeOf(resumed)));
        QCOMPARE(samples::readFile(target), bytes);
    }

    void aSpoiltPartIsFetchedAnew() {
        auto client = m_hub->client(m_clerk);
        const QByteArray sha256 = writeFile(path(u"a"_s), "the right bytes");
        QVERIFY(client->upload(path(u"a"_s), sha256).has_value());
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        citing.cites = {sha256};
        QVERIFY(client->append(citing).has_value());
        writeFile(path(u"b.part"_s), "the wrong");
        QCOMPARE(codeOf(client->download(sha256, path(u"b"_s), citing.stream)), u"download-hash-wrong"_s);
        QVERIFY(!QFile::exists(path(u"b"_s)));
        QVERIFY(client->download(sha256, path(u"b"_s), citing.stream).has_value());
        QCOMPARE(samples::readFile(path(u"b"_s)), QByteArray("the right bytes"));
        QCOMPARE(codeOf(client->download(sha256, path(u"không/có/đâu"_s), citing.stream)),
                 u"download-file-unwritable"_s);
    }

    void aCancelledCallEnds() {
        auto client = m_hub->client(m_clerk);
        const QByteArray sha256 = writeFile(path(u"lớn.bin"_s), QByteArray(500'000, 'x'));
        std::stop_source source;
        exchange::CallOptions options;
        options.stop = source.get_token();
        options.progress = [&](qint64, qint64) { source.request_stop(); };
        QCOMPARE(codeOf(client->upload(path(u"lớn.bin"_s), sha256, options)), u"cancelled"_s);
        QVERIFY(client->upload(path(u"lớn.bin"_s), sha256).has_value());
    }

    void aLostReceiptOfAPacketIsFound() {
        auto client = m_hub->client(m_clerk);
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v mất biên nhận"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        QVERIFY(client->upload(path(u"gói.edxml"_s), sha256).has_value());
        m_hub->setFault({Fault::Kind::None});
        QVERIFY(client->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256).has_value());
        m_hub->setFault({Fault::Kind::LoseAnswer, 0, -1});
        QCOMPARE(codeOf(client->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256)), u"transfer-cut"_s);
        m_hub->setFault({});
        QCOMPARE(client->findSent(sha256)->known, exchange::SentAnswer::Known::Has);
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHubLine)
#include "test_hub_line.moc"
