// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using samples::append;
using samples::writeFile;

/// congvan-hub as a program: its command line, its signals, its TLS.
class TestHubProgram : public QObject {
    Q_OBJECT

private:
    struct Ran {
        int exitCode = -1;
        QJsonObject object;
        QString words;
    };

    QTemporaryDir m_folder{QDir::tempPath() + u"/máy chủ XXXXXX"_s};
    QProcess m_serve;

    static QString program() { return QStringLiteral(CONGVAN_BIN_DIR) + u"/congvan-hub"_s; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    template <typename T>
    static QString codeOf(const exchange::Result<T>& result) {
        return result ? u"success"_s : result.error().code;
    }

    static Ran run(const QStringList& arguments) {
        QProcess process;
        process.start(program(), arguments);
        if (!process.waitForFinished(60'000)) {
            return {};
        }
        const auto object = exchange::wire::object(process.readAllStandardOutput());
        return {process.exitCode(), object.value_or(QJsonObject()), QString::fromUtf8(process.readAllStandardError())};
    }

    /// Starts the server and gives its port, read from the ready file.
    quint16 serve(const QStringList& more = {}) {
        QFile::remove(path(u"sẵn sàng"_s));
        m_serve.setProcessChannelMode(QProcess::SeparateChannels);
        m_serve.start(program(), QStringList{u"serve"_s, u"--data"_s, path(u"d"_s), u"--port"_s, u"0"_s,
                                             u"--ready-file"_s, path(u"sẵn sàng"_s)} +
                                     more);
        // The program says on standard error that it serves, after it wrote the file.
        if (!m_serve.waitForReadyRead(0)) {
            m_serve.setReadChannel(QProcess::StandardError);
            if (!m_serve.waitForReadyRead(60'000)) {
                return 0;
            }
        }
        return samples::readFile(path(u"sẵn sàng"_s)).trimmed().toUShort();
    }

    /// One for this machine, with its key.
    void makeCertificate(const QString& name) {
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                     u"-subj"_s, u"/CN=hub"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s,
                                     u"-keyout"_s, path(name + u".key"_s), u"-out"_s, path(name + u".pem"_s)});
        QVERIFY(openssl.waitForFinished(60'000));
        QCOMPARE(openssl.exitCode(), 0);
    }

    QString importOffice() {
        writeFile(path(u"thế giới.json"_s),
                  u"{\"agencies\":[{\"organId\":\"H99.01\",\"name\":\"Sở Mẫu\"}],\"people\":[{\"agency\":\"H99.01\","
                  "\"login\":\"lan\",\"name\":\"Lan\",\"role\":\"clerk\",\"unit\":\"vp\"}]}"_s.toUtf8());
        const Ran imported = run({u"import"_s, u"--data"_s, path(u"d"_s), path(u"thế giới.json"_s)});
        return imported.object.value(u"accounts"_s).toArray().first().toObject().value(u"code"_s).toString();
    }

private slots:
    void init() { QCOMPARE(run({u"init"_s, u"--data"_s, path(u"d"_s)}).exitCode, 0); }

    void cleanup() {
        if (m_serve.state() != QProcess::NotRunning) {
            m_serve.kill();
            m_serve.waitForFinished(60'000);
        }
        QDir(path(u"d"_s)).removeRecursively();
    }

    void wrongCommands_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("code");
        const QString data = path(u"d"_s);
        QTest::newRow("unknown") << QStringList{u"dance"_s} << 64 << u"hub-usage"_s;
        QTest::newRow("no data") << QStringList{u"status"_s} << 64 << u"hub-usage"_s;
        QTest::newRow("unknown option") << QStringList{u"status"_s, u"--dta"_s, data} << 64 << u"hub-usage"_s;
        QTest::newRow("port") << QStringList{u"serve"_s, u"--data"_s, data, u"--port"_s, u"70000"_s} << 64
                              << u"hub-usage"_s;
        QTest::newRow("not initialised") << QStringList{u"status"_s, u"--data"_s, data + u"x"_s} << 78
                                         << u"hub-key-file-failed"_s;
        QTest::newRow("open to the world")
            << QStringList{u"serve"_s, u"--data"_s, data, u"--listen"_s, u"0.0.0.0"_s} << 78 << u"hub-tls-needed"_s;
        QTest::newRow("organ id") << QStringList{u"agency"_s, u"add"_s,  u"--data"_s, data,
                                                 u"--id"_s,   u"../x"_s, u"--name"_s, u"x"_s}
                                  << 65 << u"hub-name-wrong"_s;
        QTest::newRow("no office") << QStringList{u"account"_s,  u"add"_s, u"--data"_s,  data,
                                                  u"--agency"_s, u"H1"_s,  u"--login"_s, u"lan"_s}
                                   << 65 << u"hub-agency-unknown"_s;
        QTest::newRow("import missing") << QStringList{u"import"_s, u"--data"_s, data, data + u"/none"_s} << 66
                                        << u"hub-import-unreadable"_s;
        QTest::newRow("import no JSON") << QStringList{u"import"_s, u"--data"_s, data, data + u"/hub.key"_s} << 65
                                        << u"hub-import-not-json"_s;
        QTest::newRow("revoke nobody") << QStringList{u"account"_s, u"revoke"_s,    u"--data"_s,
                                                      data,         u"--account"_s, u"x"_s}
                                       << 65 << u"hub-account-unknown"_s;
    }

    void wrongCommands() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, code);
        const Ran ran = run(arguments);
        QVERIFY2(ran.words.startsWith(u"congvan-hub: "_s + code + u": "_s), qPrintable(ran.words));
        QCOMPARE(ran.exitCode, exitCode);
        QVERIFY(ran.object.isEmpty());
    }

    void whatWasAcknowledgedOutlivesAKill() {
        const QString code = importOffice();
        const QUrl first(u"http://127.0.0.1:%1"_s.arg(serve()));
        auto account = exchange::enrol(first, {}, code);
        QVERIFY2(account.has_value(), qPrintable(codeOf(account)));
        const QByteArray sha256 = writeFile(path(u"nội dung"_s), "the content");
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s, u"H99.01/unit:vp"_s});
        citing.cites = {sha256};
        {
            exchange::HubClient client(*account);
            QVERIFY(client.upload(path(u"nội dung"_s), sha256).has_value());
            const auto receipt = client.append(citing);
            QVERIFY2(receipt.has_value(), qPrintable(codeOf(receipt)));
        }
        m_serve.kill();
        QVERIFY(m_serve.waitForFinished(60'000));
        account->baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(serve()));
        exchange::HubClient again(*account);
        QCOMPARE(again.messages(citing.stream, 1, 10)->first().payload, citing.payload);
        QCOMPARE(again.feed(u"H99.01/unit:vp"_s, 0, 10)->size(), 1);
        QVERIFY(again.download(sha256, path(u"lại"_s), citing.stream).has_value());

        // The command line works beside the running server.
        QCOMPARE(run({u"status"_s, u"--json"_s, u"--data"_s, path(u"d"_s)}).object.value(u"agencies"_s).toInt(), 1);
        QCOMPARE(run({u"account"_s, u"revoke"_s, u"--data"_s, path(u"d"_s), u"--account"_s, u"H99.01/lan"_s}).exitCode,
                 0);
        QCOMPARE(codeOf(again.status()), u"auth-failed"_s);
        ::kill(static_cast<pid_t>(m_serve.processId()), SIGTERM);
        QVERIFY(m_serve.waitForFinished(60'000));
        QCOMPARE(m_serve.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_serve.exitCode(), 0);
        QCOMPARE(codeOf(again.status()), u"server-unreachable"_s);
    }

    /// One process serves from a data folder, and the kernel itself forgets one that died.
    void aDataFolderIsServedByOne() {
        const QString data = path(u"d"_s);
        QVERIFY(serve() > 0);
        const Ran second = run({u"serve"_s, u"--data"_s, data});
        QCOMPARE(second.exitCode, 69);
        QVERIFY2(second.words.startsWith(u"congvan-hub: hub-data-in-use: "_s), qPrintable(second.words));
        QVERIFY(run({u"key"_s, u"rotate"_s, u"--data"_s, data}).words.contains(u"hub-data-in-use"_s));
        QCOMPARE(run({u"status"_s, u"--json"_s, u"--data"_s, data}).exitCode, 0); // what only asks works beside it
        const Ran backup = run({u"backup"_s, u"--with-key"_s, u"--data"_s, data, u"--to"_s, path(u"sao"_s)});
        QCOMPARE(backup.exitCode, 0);

        // Somebody empties the folder under it and restores: it would go on with files that nobody sees.
        const QStringList restoring{u"restore"_s, u"--from"_s, backup.object.value(u"folder"_s).toString(), u"--data"_s,
                                    data};
        QCOMPARE(run(restoring).exitCode, 73);
        QDir inside(data);
        for (const QFileInfo& entry : inside.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            QVERIFY(entry.isDir() ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath()));
        }
        const Ran refused = run(restoring);
        QVERIFY2(refused.words.contains(u"hub-data-in-use"_s), qPrintable(refused.words));
        m_serve.kill();
        QVERIFY(m_serve.waitForFinished(60'000));
        QCOMPARE(run(restoring).exitCode, 0);
        QVERIFY(serve() > 0);
    }

    void aSecondSignalEndsItAtOnce() {
        const quint16 port = serve({u"--log"_s, path(u"hub.log"_s), u"--stop-milliseconds"_s, u"600000"_s,
                                    u"--body-milliseconds"_s, u"600000"_s});
        const QString code = importOffice();
        const auto account = exchange::enrol(QUrl(u"http://127.0.0.1:%1"_s.arg(port)), {}, code);
        QVERIFY(account.has_value());
        // A request that does not end keeps a gracefully stopping server waiting.
        raw::Call call{.method = "POST", .path = "/office/v1/messages", .keepAlive = true};
        const raw::Line line(port);
        QVERIFY(line.send(raw::requestText(*account, call).replace("Content-Length: 0", "Content-Length: 1000")));
        QTRY_VERIFY_WITH_TIMEOUT(exchange::HubClient(*account).status().has_value(), 20'000);
        ::kill(static_cast<pid_t>(m_serve.processId()), SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(samples::readFile(path(u"hub.log"_s)).contains("\"stopping\""), 20'000);
        ::kill(static_cast<pid_t>(m_serve.processId()), SIGTERM);
        QVERIFY(m_serve.waitForFinished(60'000));
        QCOMPARE(m_serve.exitStatus(), QProcess::CrashExit);
        QVERIFY(!samples::readFile(path(u"hub.log"_s)).contains("\"stopped\""));
    }

    void aCertificateIsReadAgain() {
        for (const QString& name : {u"một"_s, u"hai"_s}) {
            makeCertificate(name);
        }
        const auto use = [&](const QString& certificate, const QString& key) {
            for (const auto& [from, to] : {std::pair(certificate, u"dùng.pem"_s), std::pair(key, u"dùng.key"_s)}) {
                QFile::remove(path(to));
                QVERIFY(QFile::copy(path(from), path(to)));
            }
        };
        use(u"một.pem"_s, u"một.key"_s);
        const QString code = importOffice();
        const QString log = path(u"hub.log"_s);
        const quint16 port = serve({u"--listen"_s, u"127.0.0.1"_s, u"--tls-cert"_s, path(u"dùng.pem"_s), u"--tls-key"_s,
                                    path(u"dùng.key"_s), u"--log"_s, log});
        const auto account = exchange::enrol(QUrl(u"https://127.0.0.1:%1"_s.arg(port)), path(u"một.pem"_s), code);
        QVERIFY2(account.has_value(), qPrintable(codeOf(account)));
        exchange::HubClient kept(*account); // its connection goes on
        QVERIFY(kept.status().has_value());
        const auto trusts = [&](const QString& authority) {
            exchange::HubAccount mine = *account;
            mine.caFile = path(authority);
            return codeOf(exchange::HubClient(mine).status());
        };
        use(u"hai.pem"_s, u"một.key"_s); // half of a change: the key is another's
        ::kill(static_cast<pid_t>(m_serve.processId()), SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(samples::readFile(log).contains("\"certificate-kept\""), 20'000);
        QVERIFY(samples::readFile(log).contains("hub-tls-unreadable"));
        QCOMPARE(trusts(u"một.pem"_s), u"success"_s);
        use(u"hai.pem"_s, u"hai.key"_s);
        ::kill(static_cast<pid_t>(m_serve.processId()), SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(samples::readFile(log).contains("\"certificate-reloaded\""), 20'000);
        QCOMPARE(trusts(u"hai.pem"_s), u"success"_s);
        QCOMPARE(trusts(u"một.pem"_s), u"server-untrusted"_s);
        QVERIFY(kept.status().has_value());
    }

    void aHubBelowEnrolsByItsCommand() {
        (void)importOffice();
        const QString above = path(u"d"_s);
        const QString code = run({u"relay"_s, u"allow"_s, u"--data"_s, above, u"--agency"_s, u"H99.01"_s, u"--login"_s,
                                  u"so-duoi"_s, u"--for"_s, u"H99.01"_s})
                                 .object.value(u"code"_s)
                                 .toString();
        QVERIFY(!code.isEmpty());
        writeFile(path(u"mã.txt"_s), code.toUtf8() + '\n');
        const QString url = u"http://127.0.0.1:%1"_s.arg(serve());
        const QStringList enrol{u"relay"_s,       u"enrol"_s,        u"--url"_s,         url,
                                u"--code-file"_s, path(u"mã.txt"_s), u"--secret-file"_s, path(u"bí mật"_s)};
        const Ran enrolled = run(enrol);
        QVERIFY2(enrolled.exitCode == 0, qPrintable(enrolled.words));
        const QString account = enrolled.object.value(u"account"_s).toString();
        QCOMPARE(account, u"H99.01/relay:so-duoi"_s);
        QCOMPARE(QFile::permissions(path(u"bí mật"_s)) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        // The secret is the account's, and the command line of the hub below takes it.
        const QByteArray secret = samples::readFile(path(u"bí mật"_s)).trimmed();
        QVERIFY(exchange::HubClient({QUrl(url), account, secret, {}}).status().has_value());
        const QString below = path(u"dưới"_s);
        QCOMPARE(run({u"init"_s, u"--data"_s, below}).exitCode, 0);
        const Ran added =
            run({u"relay"_s, u"add"_s, u"--data"_s, below, u"--name"_s, u"up"_s, u"--profile"_s, u"hub"_s, u"--url"_s,
                 url, u"--account"_s, account, u"--secret-file"_s, path(u"bí mật"_s), u"--hub-id"_s, u"H99.01"_s});
        QVERIFY2(added.exitCode == 0, qPrintable(added.words));
        QCOMPARE(
            run({u"relay"_s, u"list"_s, u"--data"_s, below, u"--json"_s}).object.value(u"relays"_s).toArray().size(),
            1);
        // A code is good once, and a secret that is there is not written over.
        const Ran again = run(enrol);
        QVERIFY2(again.words.contains(u"relay-file-failed"_s), qPrintable(again.words));
        QCOMPARE(samples::readFile(path(u"bí mật"_s)).trimmed(), secret);
        QVERIFY(QFile::remove(path(u"bí mật"_s)));
        const Ran used = run(enrol);
        QVERIFY2(used.words.contains(u"enrolment-code-invalid"_s), qPrintable(used.words));
        QVERIFY(!QFile::exists(path(u"bí mật"_s))); // nothing is left of what failed
        QVERIFY(QDir(below).removeRecursively());
    }

    void tlsIsCheckedAgainstTheAuthorityGiven() {
        for (const QString& name : {u"máy chủ"_s, u"khác"_s}) {
            makeCertificate(name);
        }
        const QString code = importOffice();
        const quint16 port = serve({u"--listen"_s, u"127.0.0.1"_s, u"--tls-cert"_s, path(u"máy chủ.pem"_s),
                                    u"--tls-key"_s, path(u"máy chủ.key"_s)});
        const QUrl url(u"https://127.0.0.1:%1"_s.arg(port));
        QCOMPARE(codeOf(exchange::enrol(url, path(u"khác.pem"_s), code)), u"server-untrusted"_s);
        QCOMPARE(codeOf(exchange::enrol(url, {}, code)), u"server-untrusted"_s);
        const auto account = exchange::enrol(url, path(u"máy chủ.pem"_s), code);
        QVERIFY2(account.has_value(), qPrintable(codeOf(account)));
        QVERIFY(exchange::HubClient(*account).status().has_value());
        for (const auto& [version, taken] : {std::pair(u"-tls1_2"_s, true), std::pair(u"-tls1_1"_s, false)}) {
            QProcess old;
            old.setStandardInputFile(QProcess::nullDevice());
            old.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port), version, u"-cipher"_s,
                                     u"DEFAULT@SECLEVEL=0"_s, u"-brief"_s});
            QVERIFY(old.waitForFinished(60'000));
            const QByteArray said = old.readAllStandardError();
            QCOMPARE(said.contains("CONNECTION ESTABLISHED"), taken);
            // Refused by the server, which hangs up, not by this client.
            QVERIFY2(taken || said.contains("alert") || said.contains("eof"), said.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestHubProgram)
#include "test_hub_program.moc"
