// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"
#include "exchange/hub/backup/backup.h"
#include "exchange/hub/backup/manifest.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/processlock.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/hubfixture.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using samples::append;
using samples::writeFile;

namespace {

const hub::Progress silent = [](qint64, qint64) {};

/// What a client was told is stored.
struct Acknowledged {
    QList<exchange::MessageHeader> headers;
    QList<exchange::PacketReceipt> packets;
    QHash<QString, QByteArray> contents; ///< stream -> a content that its first message cites
};

/// A desk that works on and on and writes down each receipt that it gets.
class BusyDesk {
public:
    BusyDesk(world::HubFixture& fixture, QString office, QString receiver, QString folder)
        : m_client(fixture.client(office + u"/clerk"_s))
        , m_office(std::move(office))
        , m_receiver(std::move(receiver))
        , m_folder(std::move(folder)) {}

    /// One round: a content, a message that cites it, a second message, a packet.
    void work(int round) {
        const QString file = m_folder + u'/' + m_office;
        // Some contents are small, some are larger than one part.
        const QByteArray bytes = (m_office + QString::number(round)).toUtf8().repeated(round % 3 == 0 ? 20'000 : 5);
        const QByteArray sha256 = writeFile(file, bytes);
        const QString stream = u"case/%1/%2"_s.arg(m_office).arg(round);
        exchange::Append first = append(stream, 1, {m_office});
        first.cites = {sha256};
        const bool uploaded = m_client->upload(file, sha256).has_value();
        const auto one = uploaded ? m_client->append(first) : std::unexpected(exchange::Error());
        const auto two = m_client->append(append(stream, 2));
        const QByteArray packet =
            writeFile(file, samples::documentPacket(m_office, {m_receiver}, u"V/v số %1"_s.arg(round)));
        const auto sent = m_client->sendPacket(file, u"edoc"_s, packet);
        const std::scoped_lock lock(m_mutex);
        if (!one || !two || !sent) {
            ++m_failures;
            return;
        }
        m_acknowledged.headers.append(one->header);
        m_acknowledged.headers.append(two->header);
        m_acknowledged.contents.insert(stream, sha256);
        m_acknowledged.packets.append(*sent);
    }

    void start() {
        m_thread = std::jthread([this](const std::stop_token& stop) {
            for (int round = 1000; !stop.stop_requested(); ++round) {
                work(round);
            }
        });
    }
    void stop() { m_thread = {}; }

    Acknowledged acknowledged() {
        const std::scoped_lock lock(m_mutex);
        return m_acknowledged;
    }
    int failures() {
        const std::scoped_lock lock(m_mutex);
        return m_failures;
    }

private:
    std::unique_ptr<exchange::HubClient> m_client;
    QString m_office;
    QString m_receiver;
    QString m_folder;
    std::mutex m_mutex;
    Acknowledged m_acknowledged;
    int m_failures = 0;
    std::jthread m_thread;
};

qint64 lastCursor(exchange::HubClient& client, const QString& mailbox) {
    qint64 last = 0;
    for (;;) {
        const auto page = client.feed(mailbox, last, 500);
        if (!page || page->isEmpty()) {
            return last;
        }
        last = page->last().cursor;
    }
}

/// Runs SQL on a store's file, as somebody with the disk in hand could.
bool tamper(const QString& dataFolder, const QString& sql) {
    bool changed = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(dataFolder + u"/hub.sqlite"_s);
        if (database.open()) {
            QSqlQuery query(database);
            changed = query.exec(sql) && query.numRowsAffected() > 0;
            if (!changed) {
                qWarning("%s", qPrintable(query.lastError().text()));
            }
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    return changed;
}

QString anyContent(const QString& folder) {
    QDirIterator files(folder + u"/content"_s, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

} // namespace

/// Backup while serving, restore, and the check of everything that a hub holds.
class TestHubBackup : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<world::HubFixture> m_fixture;
    QString m_backup; ///< of a hub with a few messages, made once
    QString m_dump;   ///< of one over PostgreSQL

    QString path(const QString& name) const { return m_folder->filePath(name); }
    hub::BackupOptions options(const QString& target) const {
        hub::BackupOptions made;
        made.dataFolder = m_fixture->dataFolder();
        made.target = path(target);
        made.now = QDateTime::currentDateTimeUtc();
        return made;
    }
    QString keyFile() const { return m_fixture->dataFolder() + u"/hub.key"_s; }

    static hub::Result<hub::CheckReport> checkOf(const QString& dataFolder) {
        hub::HubOptions options;
        options.dataFolder = dataFolder;
        const auto server = hub::HubServer::open(options);
        return server ? (*server)->check(silent) : std::unexpected(server.error());
    }

    void copyBackup(const QString& target) {
        QDirIterator files(m_backup, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString to = target + u'/' + QDir(m_backup).relativeFilePath(file);
            QVERIFY(QDir().mkpath(QFileInfo(to).path()) && QFile::copy(file, to));
        }
    }

private slots:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/sao lưu XXXXXX"_s);
        m_fixture = std::make_unique<world::HubFixture>();
        m_fixture->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_fixture->addOffice(u"H99.02"_s, u"Sở Thử"_s);
        BusyDesk desk(*m_fixture, u"H99.01"_s, u"H99.02"_s, m_folder->path());
        for (int round = 0; round < 4; ++round) {
            desk.work(round);
        }
        QCOMPARE(desk.failures(), 0);
        const auto report = hub::backUp(options(u"gốc"_s), silent);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().code + report.error().detail));
        QCOMPARE(report->faults, 0);
        m_backup = report->folder;
    }

    void cleanupTestCase() {
        m_fixture.reset();
        m_folder.reset();
    }

    void whatWasAcknowledgedBeforeIsInTheBackup() {
        world::HubFixture fixture;
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        fixture.addOffice(u"H99.02"_s, u"Sở Thử"_s);
        BusyDesk one(fixture, u"H99.01"_s, u"H99.02"_s, m_folder->path());
        BusyDesk two(fixture, u"H99.02"_s, u"H99.01"_s, m_folder->path());
        one.work(0);
        two.work(0);
        one.start();
        two.start();
        hub::BackupOptions while_ = options(u"khi chạy"_s);
        while_.dataFolder = fixture.dataFolder();
        QString newest;
        QList<Acknowledged> before;
        for (int i = 0; i < 3; ++i) {
            before = {one.acknowledged(), two.acknowledged()};
            while_.now = while_.now.addSecs(1);
            const auto report = hub::backUp(while_, silent);
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().code + report.error().detail));
            QCOMPARE(report->faults, 0);
            newest = report->folder;
        }
        one.stop();
        two.stop();
        QCOMPARE(one.failures() + two.failures(), 0);
        QVERIFY(one.acknowledged().headers.size() > before.first().headers.size()); // it did go on meanwhile

        // A desk reads to the end, past what the last backup holds.
        BusyDesk late(fixture, u"H99.01"_s, u"H99.02"_s, path({}));
        late.work(900);
        QCOMPARE(late.failures(), 0);
        const qint64 read = lastCursor(*fixture.client(u"H99.01/clerk"_s), u"H99.01"_s);
        const QString restored = path(u"khôi phục/"_s);
        const auto report = hub::restore({newest, restored, fixture.dataFolder() + u"/hub.key"_s, {}}, silent);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().code + report.error().detail));
        QVERIFY2(report->isGood(), report->isGood() ? "" : qPrintable(report->findings.first().code));
        hub::HubOptions opened;
        opened.dataFolder = restored;
        const auto server = hub::HubServer::open(opened);
        QVERIFY(server.has_value() && (*server)->listen().has_value());
        for (int i = 0; i < 2; ++i) {
            exchange::HubAccount account = fixture.account(i == 0 ? u"H99.01/clerk"_s : u"H99.02/clerk"_s);
            account.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg((*server)->port()));
            exchange::HubClient client(account, world::HubFixture::limits());
            for (const exchange::MessageHeader& header : before.at(i).headers) {
                const auto found = client.messages(header.stream, header.sequence, 1);
                QVERIFY(found.has_value() && found->size() == 1);
                QCOMPARE(found->first().header, header);
            }
            for (const exchange::PacketReceipt& receipt : before.at(i).packets) {
                QCOMPARE(client.findSent(receipt.sha256)->receipt, std::optional(receipt));
            }
            for (auto it = before.at(i).contents.cbegin(); it != before.at(i).contents.cend(); ++it) {
                QVERIFY(client.download(it.value(), path(u"tải về"_s), it.key()).has_value());
            }
        }
        // What comes after the restore reaches the desk that had read further than the backup.
        exchange::HubAccount account = fixture.account(u"H99.01/clerk"_s);
        account.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg((*server)->port()));
        exchange::HubClient client(account, world::HubFixture::limits());
        QVERIFY(client.append(append(u"case/H99.01/sau"_s, 1, {u"H99.01"_s})).has_value());
        const auto news = client.feed(u"H99.01"_s, read, 10);
        QVERIFY(news.has_value());
        QCOMPARE(news->size(), 1);
        QCOMPARE(news->first().stream, u"case/H99.01/sau"_s);
    }

    void theKeyStaysOutUnlessAsked() {
        QVERIFY(!QFile::exists(m_backup + u"/hub.key"_s));
        const auto without = hub::restore({m_backup, path(u"không khóa"_s), {}, {}}, silent);
        QCOMPARE(without.error().code, u"backup-key-missing"_s);
        QVERIFY(!QFile::exists(path(u"không khóa"_s)) && !QFile::exists(path(u"không khóa.restoring"_s)));
        hub::BackupOptions asked = options(u"có khóa"_s);
        asked.withKey = true;
        const auto report = hub::backUp(asked, silent);
        QVERIFY(report.has_value());
        QVERIFY(hub::restore({report->folder, path(u"từ có khóa"_s), {}, {}}, silent)->isGood());
        QVERIFY(checkOf(path(u"từ có khóa"_s))->isGood());
    }

    void onlyOurOwnOldBackupsAreRemoved() {
        hub::BackupOptions kept = options(u"giữ"_s);
        kept.keep = 2;
        QVERIFY(QDir().mkpath(kept.target + u"/của người khác"_s));
        QVERIFY(QDir().mkpath(kept.target + u"/2020-01-01T000000Z.partial"_s));
        QString last;
        for (int i = 0; i < 4; ++i) {
            kept.now = kept.now.addSecs(1);
            last = hub::backUp(kept, silent)->folder;
        }
        const QStringList left = QDir(kept.target).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QCOMPARE(left.size(), 3);
        QVERIFY(left.contains(u"của người khác"_s) && left.contains(QFileInfo(last).fileName()));
        // The same moment twice: nothing is written over.
        QCOMPARE(hub::backUp(kept, silent).error().code, u"hub-backup-file-failed"_s);
    }

    void aBackupThatFailsLeavesNothing() {
        hub::BackupOptions broken = options(u"hỏng"_s);
        broken.dataFolder = path(u"không có kho"_s);
        QVERIFY(QDir().mkpath(broken.dataFolder));
        QCOMPARE(hub::backUp(broken, silent).error().code, u"hub-snapshot-failed"_s);
        QVERIFY(QDir(broken.target).isEmpty());
    }

    void aBackupThatRunsIsNotRemovedByAnother() {
        hub::BackupOptions kept = options(u"hai người"_s);
        kept.keep = 1;
        const QString running = kept.target + u"/2020-01-01T000000Z.0123abcd.partial"_s;
        const QString dead = kept.target + u"/2020-01-01T000000Z.4567cdef.partial"_s;
        QVERIFY(QDir().mkpath(running) && QDir().mkpath(dead));
        {
            const auto lock = exchange::ProcessLock::take(running);
            QVERIFY(lock.has_value());
            const auto report = hub::backUp(kept, silent);
            QVERIFY(report.has_value());
            QCOMPARE(report->removed, QStringList(dead));
            QVERIFY(QDir(running).exists());
        }
        kept.now = kept.now.addSecs(1);
        QVERIFY(hub::backUp(kept, silent).has_value());
        QVERIFY(!QDir(running).exists()); // whoever made it has died
    }

    void aKeyOfAnotherHubIsRefused() {
        const QString foreign = path(u"khóa lạ"_s);
        QFile file(foreign);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                file.write(QByteArray(32, 'k')) == 32);
        file.close();
        const QString target = path(u"với khóa lạ"_s);
        QCOMPARE(hub::restore({m_backup, target, foreign, {}}, silent).error().code, u"hub-key-foreign"_s);
        QVERIFY(!QFile::exists(target) && !QFile::exists(target + u".restoring"_s));
    }

    void aFolderInUseIsNotRestoredInto() {
        QVERIFY(QDir().mkpath(path(u"đầy"_s)));
        writeFile(path(u"đầy/.ẩn"_s), "mine");
        const auto result = hub::restore({m_backup, path(u"đầy"_s), keyFile(), {}}, silent);
        QCOMPARE(result.error().code, u"hub-restore-not-empty"_s);
        QCOMPARE(samples::readFile(path(u"đầy/.ẩn"_s)), QByteArray("mine"));
        QVERIFY(QDir().mkpath(path(u"trống"_s)));
        QVERIFY(hub::restore({m_backup, path(u"trống"_s), keyFile(), {}}, silent)->isGood());
    }

    void damagedBackups_data() {
        QTest::addColumn<QString>("code");
        for (const char* code : {"backup-file-damaged", "backup-file-missing", "backup-file-unlisted",
                                 "backup-manifest-unreadable", "leads out"}) {
            QTest::newRow(code) << (QByteArray(code) == "leads out" ? u"backup-manifest-unreadable"_s
                                                                    : QString::fromLatin1(code));
        }
    }

    void damagedBackups() {
        QFETCH(QString, code);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString spoilt = path(name);
        copyBackup(spoilt);
        const QString content = anyContent(spoilt);
        if (name == "backup-file-damaged"_L1) {
            const QByteArray bytes = samples::readFile(content);
            writeFile(content, bytes.left(bytes.size() - 1) + 'X');
        } else if (name == "backup-file-missing"_L1) {
            QVERIFY(QFile::remove(content));
        } else if (name == "backup-file-unlisted"_L1) {
            writeFile(spoilt + u"/content/thêm"_s, "more");
        } else if (name == "leads out"_L1) {
            writeFile(spoilt + u"/MANIFEST"_s, QByteArray(64, 'a') + "  ../../x\n");
        } else {
            writeFile(spoilt + u"/MANIFEST"_s, "nothing of the kind\n");
        }
        const QString target = path(name + u" đích"_s);
        const auto result = hub::restore({spoilt, target, keyFile(), {}}, silent);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, code);
        QVERIFY(!QFile::exists(target) && !QFile::exists(target + u".restoring"_s));
    }

    void theManifestIsReadByOthers() {
        QProcess judge;
        judge.setWorkingDirectory(m_backup);
        judge.start(u"sha256sum"_s, {u"--strict"_s, u"-c"_s, u"MANIFEST"_s});
        QVERIFY(judge.waitForFinished(60'000));
        QCOMPARE(judge.exitCode(), 0);
    }

    void damagedHubs_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        QTest::newRow("content changed") << u""_s << u"check-content-damaged"_s;
        QTest::newRow("content gone") << u"-"_s << u"check-content-missing"_s;
        QTest::newRow("content forgotten")
            << u"DELETE FROM contents WHERE sha256 IN (SELECT sha256 FROM cites LIMIT 1)"_s
            << u"check-content-missing"_s;
        QTest::newRow("payload changed") << u"UPDATE messages SET payload = '<forged/>' WHERE sequence = 2"_s
                                         << u"check-payload-damaged"_s;
        QTest::newRow("author changed") << u"UPDATE messages SET author = 'H99.01/leader' WHERE sequence = 1"_s
                                        << u"check-chain-broken"_s;
        QTest::newRow("last header changed")
            << u"UPDATE messages SET time = time + 1 WHERE sequence = 2"_s << u"check-chain-broken"_s;
        QTest::newRow("message gone") << u"DELETE FROM messages WHERE sequence = 2"_s << u"check-chain-broken"_s;
        QTest::newRow("cite changed") << u"UPDATE cites SET sha256 = lower(hex(randomblob(32))) WHERE sequence = 1"_s
                                      << u"check-chain-broken"_s;
        QTest::newRow("feed entry gone") << u"DELETE FROM feed WHERE cursor = (SELECT max(cursor) FROM feed)"_s
                                         << u"check-feed-incomplete"_s;
        QTest::newRow("feed entry of another")
            << u"UPDATE feed SET mailbox = 'H99.02/officer' WHERE cursor = (SELECT max(cursor) FROM feed)"_s
            << u"check-feed-incomplete"_s;
        QTest::newRow("feed entry twice") << u"INSERT INTO feed (mailbox, stream, sequence) SELECT mailbox, stream, "
                                             "sequence FROM feed ORDER BY cursor LIMIT 1"_s
                                          << u"check-feed-incomplete"_s;
    }

    void damagedHubs() {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        const QString data = path(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(hub::restore({m_backup, data, keyFile(), {}}, silent)->isGood());
        if (sql == "-"_L1) {
            QVERIFY(QFile::remove(anyContent(data)));
        } else if (sql.isEmpty()) {
            const QString content = anyContent(data);
            const QByteArray bytes = samples::readFile(content);
            writeFile(content, 'X' + bytes.mid(1));
        } else {
            QVERIFY(tamper(data, sql));
        }
        const auto report = checkOf(data);
        QVERIFY(report.has_value());
        QVERIFY(!report->isGood());
        const auto named = [&](const exchange::Error& finding) { return finding.code == code; };
        QVERIFY2(std::ranges::any_of(report->findings, named), qPrintable(report->findings.first().code));
    }

    /// The same of a database: a dump, restored into an empty one and checked.
    void aDatabaseIsBackedUpAndRestored() {
        if (!support::PostgresCluster::whatIsMissing().isEmpty()) {
            QSKIP(qPrintable(support::PostgresCluster::whatIsMissing()));
        }
        qputenv("PATH", support::PostgresCluster::programFolder().toLocal8Bit() + ':' + qgetenv("PATH"));
        support::PostgresCluster cluster;
        const QString first = cluster.emptyStore();
        const QString data = path(u"cơ sở dữ liệu"_s);
        QVERIFY(hub::HubServer::initialise(data, first).has_value());
        exchange::MessageHeader header;
        hub::HubOptions opened;
        opened.dataFolder = data;
        QByteArray sha256;
        exchange::HubAccount account;
        {
            const auto server = hub::HubServer::open(opened);
            QVERIFY(server.has_value() && (*server)->listen().has_value());
            const auto imported = (*server)->administration().import(
                {{u"agencies"_s, QJsonArray{QJsonObject{{u"organId"_s, u"H99.01"_s}, {u"name"_s, u"Sở"_s}}}},
                 {u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, u"H99.01"_s},
                                                      {u"login"_s, u"lan"_s},
                                                      {u"name"_s, u"Lan"_s},
                                                      {u"role"_s, u"clerk"_s}}}}});
            const QString code =
                imported->value(u"accounts"_s).toArray().first().toObject().value(u"code"_s).toString();
            account = exchange::enrol(QUrl(u"http://127.0.0.1:%1"_s.arg((*server)->port())), {}, code).value();
            exchange::HubClient client(account, world::HubFixture::limits());
            sha256 = writeFile(path(u"tệp"_s), QByteArray(3'000'000, 'p')); // several rows
            QVERIFY(client.upload(path(u"tệp"_s), sha256).has_value());
            exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
            citing.cites = {sha256};
            header = client.append(citing)->header;
            hub::BackupOptions asked = options(u"từ cơ sở dữ liệu"_s);
            asked.dataFolder = data;
            const auto report = hub::backUp(asked, silent);
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().code + report.error().detail));
            QVERIFY(QFile::exists(report->folder + u"/hub.dump"_s));
            QCOMPARE(report->counts.messages, 1);
            m_dump = report->folder;
        }
        cluster.ask(u"CREATE DATABASE second"_s);
        QString second = first;
        second.replace(u"dbname=postgres"_s, u"dbname=second"_s);
        const QString target = path(u"cơ sở thứ hai"_s);
        const QString key = data + u"/hub.key"_s;
        QCOMPARE(hub::restore({m_dump, target, key, {}}, silent).error().code, u"backup-database-missing"_s);
        QCOMPARE(hub::restore({m_dump, target, key, first}, silent).error().code, u"hub-restore-not-empty"_s);
        const auto report = hub::restore({m_dump, target, key, second}, silent);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().code + report.error().detail));
        QVERIFY(report->isGood());
        opened.dataFolder = target;
        const auto server = hub::HubServer::open(opened);
        QVERIFY(server.has_value() && (*server)->listen().has_value());
        account.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg((*server)->port()));
        exchange::HubClient client(account, world::HubFixture::limits());
        QCOMPARE(client.messages(header.stream, 1, 10)->first().header, header);
        QVERIFY(client.download(sha256, path(u"tải về"_s), header.stream).has_value());
    }

    /// The program: what it prints, and the exit code of a hub that is damaged.
    void theProgramTellsWithItsExitCode() {
        const QString program = QStringLiteral(CONGVAN_BIN_DIR) + u"/congvan-hub"_s;
        const auto run = [&](const QStringList& arguments) {
            auto process = std::make_unique<QProcess>();
            process->start(program, arguments);
            process->waitForFinished(60'000);
            return process;
        };
        const QString data = path(u"chương trình"_s);
        const auto restored = run({u"restore"_s, u"--from"_s, m_backup, u"--data"_s, data, u"--key"_s, keyFile(),
                                   u"--progress"_s, u"--json"_s});
        QCOMPARE(restored->exitCode(), 0);
        QVERIFY(restored->readAllStandardError().contains("{\"done\":"));
        const auto object = exchange::wire::object(restored->readAllStandardOutput());
        QVERIFY(object && object->value(u"messages"_s).toInt() >= 12);
        QCOMPARE(object->value(u"faults"_s).toInt(), 0);
        const auto checked = run({u"check"_s, u"--data"_s, data});
        QCOMPARE(checked->exitCode(), 0);
        const QByteArray words = checked->readAllStandardOutput();
        QVERIFY2(words.endsWith("were looked at.\nNothing is wrong.\n") && !words.contains('{'), words.constData());
        QCOMPARE(exchange::wire::object(run({u"check"_s, u"--json"_s, u"--data"_s, data})->readAllStandardOutput())
                     ->value(u"faults"_s)
                     .toInt(-1),
                 0);

        writeFile(path(u"hub.conf"_s),
                  u"# bản sao lưu\ndata = %1\nto = %2\nport = 0\n"_s.arg(data, path(u"ra"_s)).toUtf8());
        const auto made = run({u"backup"_s, u"--config"_s, path(u"hub.conf"_s), u"--keep"_s, u"3"_s});
        QCOMPARE(made->exitCode(), 0);
        const QString folder = exchange::wire::object(made->readAllStandardOutput())->value(u"folder"_s).toString();
        QVERIFY(folder.startsWith(path(u"ra"_s)) && QFile::exists(folder + u"/MANIFEST"_s));

        QVERIFY(QFile::remove(anyContent(data)));
        const auto sick = run({u"check"_s, u"--data"_s, data});
        QCOMPARE(sick->exitCode(), 65);
        QVERIFY(sick->readAllStandardError().startsWith("congvan-hub: check-content-missing: "));
        const auto partly = run({u"backup"_s, u"--data"_s, data, u"--to"_s, path(u"ra nữa"_s)});
        QCOMPARE(partly->exitCode(), 65);
        QVERIFY(exchange::wire::object(partly->readAllStandardOutput())->value(u"faults"_s).toInt() == 1);
    }

    void wrongConfigurations_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such option") << QByteArray("dta = /x\n") << u"hub-config-malformed"_s;
        QTest::newRow("no sign") << QByteArray("data\n") << u"hub-config-malformed"_s;
        QTest::newRow("twice") << QByteArray("port = 1\nport = 2\n") << u"hub-config-malformed"_s;
        QTest::newRow("missing") << QByteArray() << u"hub-config-unreadable"_s;
    }

    void wrongConfigurations() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFile::remove(path(u"sai.conf"_s));
        if (!text.isEmpty()) {
            writeFile(path(u"sai.conf"_s), text);
        }
        QProcess process;
        process.start(QStringLiteral(CONGVAN_BIN_DIR) + u"/congvan-hub"_s,
                      {u"status"_s, u"--data"_s, m_fixture->dataFolder(), u"--config"_s, path(u"sai.conf"_s)});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(process.readAllStandardError().startsWith("congvan-hub: " + code.toLatin1() + ": "));
    }
};

QTEST_GUILESS_MAIN(TestHubBackup)
#include "test_hub_backup.moc"
