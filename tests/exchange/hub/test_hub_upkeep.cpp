// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisclient.h"
#include "exchange/client/enrolment.h"
#include "exchange/hub/backup/backuplock.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/hubserver.h"
#include "exchange/hub/secrets/hubkey.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/axiscall.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/hubfixture.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using samples::append;
using samples::writeFile;

namespace {

const hub::Progress silent = [](qint64, qint64) {};

int filesIn(const QString& folder) {
    int count = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext(); files.next()) {
        ++count;
    }
    return count;
}

} // namespace

/// What is kept how long and how much of it: quotas, retention, the directory's care.
class TestHubUpkeep : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    template <typename T>
    static QString codeOf(const exchange::Result<T>& result) {
        return result ? u"success"_s : result.error().code;
    }

    /// The same hub some days later, beside the one that serves: as the command line opens it.
    std::unique_ptr<hub::HubServer> later(int days) const {
        hub::HubOptions options;
        options.dataFolder = m_hub->dataFolder();
        options.clock = [days] { return QDateTime::currentDateTimeUtc().addDays(days); };
        auto opened = hub::HubServer::open(options);
        return opened ? std::move(*opened) : nullptr;
    }

    QByteArray upload(exchange::HubClient& client, const QByteArray& bytes, QString* code = nullptr) {
        const QByteArray sha256 = writeFile(path(u"tệp"_s), bytes);
        const auto done = client.upload(path(u"tệp"_s), sha256);
        if (code) {
            *code = codeOf(done);
        } else if (!done) {
            qWarning("%s", qPrintable(done.error().code));
        }
        return sha256;
    }

    qint64 usage(const QString& agency) {
        const auto usages = m_hub->server().administration().usages();
        for (const hub::AgencyUsage& usage : usages.value()) {
            if (usage.agency == agency) {
                return usage.bytes;
            }
        }
        return 0;
    }

    static qint64 countOf(const hub::RetentionReport& report, const QString& what, const QString& kind = {}) {
        for (const hub::RetentionEntry& entry : report.entries) {
            if (entry.what == what && entry.kind == kind) {
                return entry.count;
            }
        }
        return 0;
    }

    /// The same tests over PostgreSQL, where contents are no files.
    static bool onPostgres() { return qEnvironmentVariable("CONGVAN_TEST_STORE") == "postgres"_L1; }

private slots:
    void initTestCase() {
        if (onPostgres() && !support::PostgresCluster::whatIsMissing().isEmpty()) {
            QSKIP(qPrintable(support::PostgresCluster::whatIsMissing()));
        }
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/giữ gìn XXXXXX"_s);
        m_hub = std::make_unique<world::HubFixture>();
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }

    void cleanup() {
        m_hub.reset();
        m_folder.reset();
    }

    void aQuotaEndsUploads() {
        hub::Administration& administration = m_hub->server().administration();
        QVERIFY(administration.setQuota(u"H99.01"_s, 100'000).has_value());
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        auto other = m_hub->client(u"H99.02/clerk"_s);
        QString code;
        upload(*clerk, QByteArray(60'000, 'a'), &code);
        QCOMPARE(code, u"success"_s);
        upload(*clerk, QByteArray(60'000, 'a'), &code); // the same once more: counted once
        QCOMPARE(code, u"success"_s);
        QCOMPARE(usage(u"H99.01"_s), 60'000);
        upload(*clerk, QByteArray(60'000, 'b'), &code);
        QCOMPARE(code, u"quota-exceeded"_s);
        QCOMPARE(usage(u"H99.01"_s), 60'000);
        QCOMPARE(filesIn(m_hub->dataFolder() + u"/uploads"_s), 0); // no byte of it came
        upload(*clerk, QByteArray(40'000, 'b'), &code);            // exactly full
        QCOMPARE(code, u"success"_s);
        // What others have already costs the same: nobody learns from a count what is there.
        upload(*other, QByteArray(60'000, 'a'), &code);
        QCOMPARE(code, u"success"_s);
        QCOMPARE(usage(u"H99.02"_s), 60'000);

        QVERIFY(administration.setQuota({}, 60'000).has_value()); // of all that have none of their own
        upload(*other, "more", &code);
        QCOMPARE(code, u"quota-exceeded"_s);
        QVERIFY(administration.setQuota(u"H99.01"_s, 200'000).has_value());
        upload(*clerk, "more", &code);
        QCOMPARE(code, u"success"_s);
        QVERIFY(administration.setQuota({}, std::nullopt).has_value());
        upload(*other, "more", &code);
        QCOMPARE(code, u"success"_s);
        QCOMPARE(codeOf(administration.setQuota(u"H99.09"_s, 1)), u"hub-agency-unknown"_s);
    }

    void twoUploadsAtOnceDoNotPassAQuotaTogether() {
        QVERIFY(m_hub->server().administration().setQuota(u"H99.01"_s, 150'000).has_value());
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        auto officer = m_hub->client(u"H99.01/officer"_s);
        // One stops half-way, within the quota; meanwhile the other takes the room.
        const QByteArray sha256 = writeFile(path(u"lớn"_s), QByteArray(100'000, 'x'));
        std::stop_source stop;
        exchange::CallOptions options;
        options.stop = stop.get_token();
        options.progress = [&](qint64 done, qint64) {
            if (done > 0) {
                stop.request_stop();
            }
        };
        QCOMPARE(codeOf(clerk->upload(path(u"lớn"_s), sha256, options)), u"cancelled"_s);
        upload(*officer, QByteArray(100'000, 'y'));
        QCOMPARE(codeOf(clerk->upload(path(u"lớn"_s), sha256)), u"quota-exceeded"_s);
        QCOMPARE(usage(u"H99.01"_s), 100'000);
    }

    void payloadsAreErasedAndTheChainStays() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const exchange::Append first = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s}, "<secret/>");
        QVERIFY(clerk->append(first).has_value());
        QVERIFY(clerk->append(append(u"case/H99.01/1"_s, 2, {}, "<more/>")).has_value());
        QVERIFY(clerk->append(append(u"book/H99.01/2026"_s, 1, {u"H99.01"_s}, "<number/>")).has_value());
        const QByteArray packet =
            writeFile(path(u"gói"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v cũ"_s));
        const auto sent = clerk->sendPacket(path(u"gói"_s), u"edoc"_s, packet);
        QVERIFY(sent.has_value());
        const auto before = clerk->messages(first.stream, 1, 10);
        QVERIFY(!before->first().erased);

        hub::Retention& rules = m_hub->server().retention();
        QVERIFY(rules.setRule(u"office/case"_s, 30).has_value());
        QVERIFY(rules.setRule(u"edoc"_s, 40).has_value());
        const auto dry = later(31)->retention().run(true);
        QCOMPARE(countOf(*dry, u"payloads"_s, u"office/case"_s), 2);
        QCOMPARE(countOf(*dry, u"payloads"_s, u"edoc"_s), 0);
        QCOMPARE(*clerk->messages(first.stream, 1, 10), *before); // only counted
        QVERIFY(later(29)->retention().run(false)->entries.isEmpty());

        const auto done = later(31)->retention().run(false);
        QVERIFY2(done.has_value(), qPrintable(codeOf(done)));
        QCOMPARE(countOf(*done, u"payloads"_s, u"office/case"_s), 2);
        QCOMPARE(countOf(*done, u"contents"_s), 0);
        const auto after = clerk->messages(first.stream, 1, 10);
        QVERIFY2(after.has_value(), qPrintable(codeOf(after)));
        QCOMPARE(after->size(), 2);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(after->at(i).erased && after->at(i).payload.isEmpty());
            QCOMPARE(after->at(i).header, before->at(i).header);
            QCOMPARE(after->at(i).participants, before->at(i).participants);
        }
        QCOMPARE(clerk->messages(u"book/H99.01/2026"_s, 1, 10)->first().payload, QByteArray("<number/>"));
        QVERIFY(clerk->append(first).has_value()); // sent again: still the first receipt
        exchange::Append next = append(first.stream, 3);
        next.lastSeenHead = exchange::headerHash(after->last().header);
        QVERIFY(clerk->append(next).has_value()); // the stream goes on

        // With the packet's payload goes the content that it alone cites; the receipt stays.
        const auto old = later(41)->retention().run(false);
        QCOMPARE(countOf(*old, u"payloads"_s, u"edoc"_s), 1);
        QCOMPARE(countOf(*old, u"contents"_s), 1);
        QCOMPARE(codeOf(clerk->download(packet, path(u"x"_s), sent->stream)), u"content-unknown"_s);
        QCOMPARE(clerk->findSent(packet)->receipt, std::optional(*sent));
        QCOMPARE(usage(u"H99.01"_s), 0);
        QVERIFY(m_hub->server().check(silent)->isGood());
        QVERIFY(later(41)->retention().run(false)->entries.isEmpty());

        const auto journal = rules.journal(10);
        QCOMPARE(journal->first().what, u"contents"_s);
        QCOMPARE(journal->size(), 6); // two rules, three times payloads, one content
    }

    void anEmptyPayloadIsNotTakenForErased() {
        if (onPostgres()) {
            QSKIP("the client's side; one store shows it");
        }
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        QVERIFY(clerk->append(append(u"case/H99.01/1"_s, 1, {u"H99.01"_s})).has_value());
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            database.setDatabaseName(m_hub->dataFolder() + u"/hub.sqlite"_s);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"UPDATE messages SET payload = x''"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        QCOMPARE(codeOf(clerk->messages(u"case/H99.01/1"_s, 1, 10)), u"server-garbage"_s);
        const auto report = m_hub->server().check(silent);
        QCOMPARE(report->findings.first().code, u"check-payload-damaged"_s);
    }

    void whatNobodyWantsGoesAfterAWeek() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const QByteArray cited = upload(*clerk, "cited");
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        citing.cites = {cited};
        QVERIFY(clerk->append(citing).has_value());
        upload(*clerk, QByteArray(1000, 'u'));
        const QByteArray sha256 = writeFile(path(u"lớn"_s), QByteArray(300'000, 'x'));
        std::stop_source stop;
        exchange::CallOptions options;
        options.stop = stop.get_token();
        options.progress = [&](qint64 done, qint64) {
            if (done > 100'000) {
                stop.request_stop();
            }
        };
        QCOMPARE(codeOf(clerk->upload(path(u"lớn"_s), sha256, options)), u"cancelled"_s);
        QCOMPARE(usage(u"H99.01"_s), 1005);

        QVERIFY(later(6)->retention().run(false)->entries.isEmpty());
        {
            const auto lock = hub::BackupLock::share(m_hub->dataFolder());
            QVERIFY(lock.has_value());
            const auto report = later(6)->retention().run(false);
            QVERIFY(report->contentsLeft);
        }
        const auto report = later(8)->retention().run(false);
        QVERIFY2(report.has_value(), qPrintable(codeOf(report)));
        QVERIFY(!report->contentsLeft);
        QCOMPARE(countOf(*report, u"contents"_s), 1);
        QCOMPARE(countOf(*report, u"uploads"_s), 1);
        QCOMPARE(usage(u"H99.01"_s), 5);
        // The body of the request that was cut goes when the hub notices the cut.
        QTRY_COMPARE_WITH_TIMEOUT(filesIn(m_hub->dataFolder() + u"/uploads"_s), 0, 60'000);
        QVERIFY(clerk->download(cited, path(u"x"_s), citing.stream).has_value());
        QVERIFY(m_hub->server().check(silent)->isGood());
        // Both come anew.
        upload(*clerk, QByteArray(1000, 'u'));
        QVERIFY(clerk->upload(path(u"lớn"_s), sha256).has_value());
        citing = append(u"case/H99.01/2"_s, 1, {u"H99.01"_s});
        citing.cites = {sha256};
        QVERIFY(clerk->append(citing).has_value());
        QVERIFY(clerk->download(sha256, path(u"x"_s), citing.stream).has_value());
    }

    /// What a kill leaves behind the last part of an upload: a content in its place that no row names.
    void filesThatNobodyKnowsGoAfterAWeek() {
        if (onPostgres()) {
            QSKIP("contents are no files there");
        }
        const QByteArray known = upload(*m_hub->client(u"H99.01/clerk"_s), "biết");
        const auto fileOf = [&](const QByteArray& sha256) {
            const QString name = QString::fromLatin1(sha256);
            return m_hub->dataFolder() + u"/content/"_s + name.left(2) + u'/' + name;
        };
        QVERIFY(QFile::exists(fileOf(known)));
        const auto stray = [&](const QByteArray& bytes, int days) {
            const QString file = fileOf(exchange::sha256Hex(bytes));
            QVERIFY(QDir().mkpath(QFileInfo(file).path()));
            writeFile(file, bytes);
            QFile opened(file);
            QVERIFY(opened.open(QIODevice::ReadWrite));
            QVERIFY(opened.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFile::FileModificationTime));
        };
        stray("bỏ lại", 8);
        stray("vừa mới", 1);
        writeFile(fileOf(known).chopped(64) + u"ghi chú"_s, "not ours");
        QCOMPARE(m_hub->server().check(silent)->strayFiles, 2);
        QVERIFY(m_hub->server().check(silent)->isGood());
        QCOMPARE(countOf(*m_hub->server().retention().run(true), u"files"_s), 1);
        QVERIFY(QFile::exists(fileOf(exchange::sha256Hex("bỏ lại"))));
        QCOMPARE(countOf(*m_hub->server().retention().run(false), u"files"_s), 1);
        QVERIFY(!QFile::exists(fileOf(exchange::sha256Hex("bỏ lại"))));
        QVERIFY(QFile::exists(fileOf(exchange::sha256Hex("vừa mới"))) && QFile::exists(fileOf(known)));
        QVERIFY(QFile::exists(fileOf(known).chopped(64) + u"ghi chú"_s));
        QCOMPARE(m_hub->server().check(silent)->strayFiles, 1);
    }

    void whatIsNotAcknowledgedStaysListed() {
        using Taken = exchange::PacketServer::Taken;
        QDateTime now(QDate(2026, 3, 5), QTime(2, 15), Qt::UTC);
        hub::HubOptions options;
        options.clock = [&now] { return now; };
        world::HubFixture fixture(options);
        fixture.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        fixture.addOffice(u"H99.02"_s, u"Sở Thử"_s);
        const auto client = [&](const QString& name) {
            exchange::AxisSwitches switches;
            switches.idsAreHashes = true;
            return std::make_unique<exchange::AxisClient>(
                exchange::AxisAccount{
                    fixture.directUrl().resolved(QUrl(u"/axis"_s)), name, fixture.account(name).secret, {}, switches},
                world::HubFixture::limits(), [&now] { return now = now.addMSecs(1); });
        };
        const auto sender = client(u"H99.01/clerk"_s);
        const auto receiver = client(u"H99.02/clerk"_s);
        const auto send = [&](const QString& subject) {
            exchange::PacketIdentity identity;
            identity.sha256 = writeFile(path(u"gói"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, subject));
            identity.kind = u"edoc"_s;
            identity.from = u"H99.01"_s;
            return sender->send(path(u"gói"_s), identity).value_or(QString());
        };
        // The list as a client asks for it that names no dates.
        const auto listed = [&] {
            now = now.addMSecs(1);
            const raw::Answer answer =
                raw::ask(fixture.directUrl().port(),
                         raw::axisRequestText({}, u"H99.02/clerk"_s, fixture.account(u"H99.02/clerk"_s).secret, now));
            QStringList found;
            for (const QJsonValue& row : exchange::wire::object(answer.body)->value("data"_L1).toArray()) {
                found.append(row["docId"_L1].toString());
            }
            return found;
        };
        QStringList ids{send(u"một"_s), send(u"hai"_s), send(u"ba"_s)};
        QVERIFY(receiver->acknowledge(ids.at(0), Taken::Done));
        QVERIFY(receiver->acknowledge(ids.at(1), Taken::Processing));
        now = now.addDays(400); // nobody came meanwhile
        QCOMPARE(listed(), ids.mid(1));
        QCOMPARE(receiver->countReceived(u"edoc"_s), exchange::Result<qint64>(2));
        QVERIFY(receiver->acknowledge(ids.at(1), Taken::Done));
        QCOMPARE(listed(), ids.mid(2));
        QVERIFY(receiver->acknowledge(ids.at(2), Taken::Failed));
        QCOMPARE(listed(), QStringList());
        // What comes now is found as ever, also by a hub that was started anew.
        ids = {send(u"bốn"_s)};
        QCOMPARE(listed(), ids);
        fixture.restart();
        QCOMPARE(listed(), ids);
    }

    void anAccountSendsSoMuchADay() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        auto other = m_hub->client(u"H99.02/clerk"_s);
        hub::Administration& administration = m_hub->server().administration();
        QCOMPARE(codeOf(administration.setDayLimit(u"H99.01/ai"_s, {1, 1})), u"hub-account-unknown"_s);
        QVERIFY(administration.setDayLimit(u"H99.01/clerk"_s, {std::nullopt, 3}).has_value());
        for (int i = 1; i <= 2; ++i) {
            QVERIFY(clerk->append(append(u"case/H99.01/%1"_s.arg(i), 1, {u"H99.01"_s})).has_value());
        }
        const QByteArray packet =
            writeFile(path(u"gói"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"ba"_s));
        QVERIFY(clerk->sendPacket(path(u"gói"_s), u"edoc"_s, packet).has_value());
        QVERIFY(clerk->sendPacket(path(u"gói"_s), u"edoc"_s, packet).has_value()); // again: the same, counted once
        const auto refused = clerk->append(append(u"case/H99.01/3"_s, 1, {u"H99.01"_s}));
        QCOMPARE(codeOf(refused), u"day-limit-reached"_s);
        QVERIFY(clerk->retryAfterSeconds() > 0 && clerk->retryAfterSeconds() <= 86'400);
        QVERIFY(clerk->status().has_value()); // reading is free
        QVERIFY(other->append(append(u"case/H99.02/1"_s, 1, {u"H99.02"_s})).has_value());
        QCOMPARE(administration.dayUsages()->first().used.messages, 3);

        // Bytes: of contents, too; one limit for all.
        QVERIFY(administration.setDayLimit({}, {1000, std::nullopt}).has_value());
        QVERIFY(administration.setDayLimit(u"H99.01/clerk"_s, {}).has_value());
        const QByteArray large = writeFile(path(u"lớn"_s), QByteArray(1001, 'x'));
        QCOMPARE(codeOf(other->upload(path(u"lớn"_s), large)), u"day-limit-reached"_s);
        const QByteArray small = writeFile(path(u"nhỏ"_s), QByteArray(600, 'y'));
        QVERIFY(other->upload(path(u"nhỏ"_s), small).has_value());
        QVERIFY(other->upload(path(u"nhỏ"_s), small).has_value()); // it is there
        QCOMPARE(codeOf(other->append(append(u"case/H99.02/2"_s, 1, {u"H99.02"_s}, QByteArray(500, 'z')))),
                 u"day-limit-reached"_s);
        QVERIFY(other->append(append(u"case/H99.02/2"_s, 1, {u"H99.02"_s}, QByteArray(300, 'z'))).has_value());
        QVERIFY(administration.setDayLimit({}, {}).has_value());
        QVERIFY(other->append(append(u"case/H99.02/3"_s, 1, {u"H99.02"_s}, QByteArray(500, 'z'))).has_value());
    }

    /// A new key, and all secrets under it; wherever the change is cut off, one of the files opens the store.
    void aKeyIsChanged() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        QVERIFY(clerk->status().has_value());
        const QString key = m_hub->dataFolder() + u"/hub.key"_s;
        const QByteArray first = samples::readFile(key);
        m_hub->server().stop();
        const auto change = [&] {
            auto data = hub::openHubData(m_hub->dataFolder(), {.connections = 2}, false);
            return data ? hub::changeKey(m_hub->dataFolder(), *data->store) : std::unexpected(data.error());
        };
        const auto changed = change();
        QVERIFY2(changed.has_value(), qPrintable(codeOf(changed)));
        QVERIFY(*changed >= 1);
        const QByteArray second = samples::readFile(key);
        QVERIFY(second.size() == 32 && second != first);
        QCOMPARE(samples::readFile(key + u".old"_s), first);
        QVERIFY(!QFile::exists(key + u".new"_s));
        QVERIFY(!(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther)));
        m_hub->restart();
        QVERIFY(clerk->status().has_value()); // its secret is what it was
        m_hub->server().stop();

        // Cut off between the commit and the rename: the store has the new one, the old file is still in place.
        const auto place = [&](const QString& name, const QByteArray& bytes) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) && file.write(bytes) == 32);
        };
        place(key, first);
        place(key + u".new"_s, second);
        m_hub->restart();
        QVERIFY(clerk->status().has_value());
        QCOMPARE(samples::readFile(key), second);
        QVERIFY(!QFile::exists(key + u".new"_s));
        m_hub->server().stop();

        // Cut off before the commit: what was made is of no use, and the next change makes another.
        place(key + u".new"_s, QByteArray(32, 'n'));
        m_hub->restart();
        QVERIFY(clerk->status().has_value());
        m_hub->server().stop();
        QVERIFY(change().has_value());
        QVERIFY(samples::readFile(key) != QByteArray(32, 'n') && samples::readFile(key) != second);
        m_hub->restart();
        QVERIFY(clerk->status().has_value());

        // A hub that went on while the key was changed seals nothing that the others can't open.
        QVERIFY(change().has_value());
        const QString code = m_hub->codeOf(u"H99.02/officer"_s);
        QCOMPARE(codeOf(exchange::enrol(m_hub->directUrl(), {}, code)), u"hub-key-foreign"_s);
        QCOMPARE(codeOf(clerk->status()), u"hub-secret-unreadable"_s);
        m_hub->restart();
        QVERIFY(exchange::enrol(m_hub->directUrl(), {}, code).has_value());
        QVERIFY(clerk->status().has_value());

        // A key that is not the store's opens nothing.
        m_hub->server().stop();
        place(key, QByteArray(32, 'k'));
        hub::HubOptions options;
        options.dataFolder = m_hub->dataFolder();
        QCOMPARE(codeOf(hub::HubServer::open(options)), u"hub-key-foreign"_s);
    }

    void oneOfSeveralHubsKeepsHouse() {
        const auto run = [](hub::HubServer& server) { return server.housekeeper().runIfDue(); };
        QVERIFY(run(m_hub->server()));
        QVERIFY(!run(*later(0))); // another hub over the same store: it was done
        QVERIFY(run(*later(1)));
        QVERIFY(!run(*later(1)));
    }

    void kindsThatAreNeverErased_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"office", "office/book", "office/", "office/%", "all", ""}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    void kindsThatAreNeverErased() {
        QFETCH(QString, kind);
        QCOMPARE(codeOf(m_hub->server().retention().setRule(kind, 1)), u"hub-retention-kind"_s);
    }

    void aClosedAgencyNamesItsSuccessor() {
        hub::Administration& administration = m_hub->server().administration();
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const qint64 version = clerk->directory(0)->version;
        const QDate today = QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600).date();
        QCOMPARE(codeOf(administration.closeAgency(u"H99.09"_s, today, {})), u"hub-agency-unknown"_s);
        QCOMPARE(codeOf(administration.closeAgency(u"H99.02"_s, today, u"H99.02"_s)), u"hub-agency-unknown"_s);
        QVERIFY(administration.closeAgency(u"H99.02"_s, today.addDays(-1), u"H99.01"_s).has_value());
        const QByteArray packet =
            writeFile(path(u"gói"_s), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v"_s));
        const auto refused = clerk->sendPacket(path(u"gói"_s), u"edoc"_s, packet);
        QCOMPARE(codeOf(refused), u"receiver-closed"_s);
        QVERIFY(refused.error().detail.contains(u"H99.01"_s));
        // Only what changed comes to a desk.
        const auto changed = clerk->directory(version);
        QCOMPARE(changed->agencies.size(), 1);
        QCOMPARE(changed->agencies.first().organId, u"H99.02"_s);
        QCOMPARE(changed->agencies.first().successor, u"H99.01"_s);
        QCOMPARE(changed->agencies.first().validTo, today.addDays(-1));
    }

    /// The program over a directory of some size: imported, imported again, closed, listed, fetched by version.
    void aDirectoryIsKeptByTheProgram() {
        const auto run = [&](const QStringList& arguments) {
            auto process = std::make_unique<QProcess>();
            process->start(QStringLiteral(CONGVAN_BIN_DIR) + u"/congvan-hub"_s,
                           arguments + QStringList{u"--data"_s, m_hub->dataFolder()});
            process->waitForFinished(120'000);
            return process;
        };
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const qint64 version = clerk->directory(0)->version;
        constexpr int number = 6000; // more than a page
        QJsonArray agencies;
        for (int i = 0; i < number; ++i) {
            agencies.append(QJsonObject{{u"organId"_s, u"H98.%1.%2"_s.arg(i / 100).arg(i % 100)},
                                        {u"name"_s, u"Ủy ban nhân dân xã %1"_s.arg(i)},
                                        {u"isLocal"_s, false}});
        }
        writeFile(path(u"danh bạ.json"_s), exchange::wire::text({{u"agencies"_s, agencies}}));
        const auto imported = run({u"agency"_s, u"import"_s, path(u"danh bạ.json"_s)});
        QVERIFY2(imported->exitCode() == 0, imported->readAllStandardError().constData());
        QCOMPARE(run({u"agency"_s, u"import"_s, path(u"danh bạ.json"_s)})->exitCode(), 0); // changes nothing
        const auto pages = [&](qint64 since) {
            std::pair<int, qint64> found{0, since};
            for (bool more = true; more;) {
                const auto page = clerk->directory(found.second);
                found = {found.first + static_cast<int>(page->agencies.size()), page->version};
                more = page->more;
            }
            return found;
        };
        const auto [count, newest] = pages(version);
        QCOMPARE(count, number);
        QCOMPARE(newest, version + number);
        const auto closed = run({u"agency"_s, u"close"_s, u"--id"_s, u"H98.7.7"_s, u"--valid-to"_s, u"2026-06-30"_s,
                                 u"--successor"_s, u"H98.7.8"_s});
        QCOMPARE(closed->exitCode(), 0);
        QCOMPARE(pages(newest), std::pair(1, newest + 1));
        const auto list = run({u"agency"_s, u"list"_s, u"--word"_s, u"xã 707"_s, u"--json"_s});
        const auto listed = exchange::wire::object(list->readAllStandardOutput());
        QCOMPARE(listed->value(u"agencies"_s).toArray().first().toObject().value(u"successor"_s).toString(),
                 u"H98.7.8"_s);
        const QByteArray table = run({u"agency"_s, u"list"_s, u"--word"_s, u"xã 707"_s})->readAllStandardOutput();
        QCOMPARE(table.count('\n'), 2);

        QCOMPARE(run({u"quota"_s, u"set"_s, u"--all"_s, u"--bytes"_s, u"1000"_s})->exitCode(), 0);
        const auto status = exchange::wire::object(run({u"status"_s, u"--json"_s})->readAllStandardOutput());
        QCOMPARE(status->value(u"agencies"_s).toInt(), number + 2);
        const QByteArray words = run({u"status"_s})->readAllStandardOutput();
        QVERIFY2(words.contains("\nagencies    6002\n"), words.constData());
        QVERIFY2(words.contains("1 enrolled, 5 waiting, 0 revoked"), words.constData());
        QVERIFY2(words.contains("(all others)  0") && !words.contains('{'), words.constData());
        QCOMPARE(status->value(u"usage"_s).toArray().first().toObject().value(u"quota"_s).toInt(), 1000);
        QVERIFY(run({u"quota"_s, u"list"_s})->readAllStandardOutput().contains("(all others)"));
        QCOMPARE(run({u"retention"_s, u"set"_s, u"--kind"_s, u"edoc"_s, u"--days"_s, u"10"_s})->exitCode(), 0);
        QCOMPARE(run({u"retention"_s, u"run"_s, u"--dry-run"_s})->exitCode(), 0);
        QVERIFY(run({u"retention"_s, u"show"_s})->readAllStandardOutput().contains("edoc  10"));

        // A second code for an account; the secret works on until it is redeemed.
        const auto rotated = run({u"account"_s, u"rotate"_s, u"--account"_s, u"H99.01/clerk"_s});
        QVERIFY(!exchange::wire::object(rotated->readAllStandardOutput())->value(u"code"_s).toString().isEmpty());
        QVERIFY(clerk->status().has_value());
        const QByteArray accounts = run({u"account"_s, u"list"_s})->readAllStandardOutput();
        QVERIFY(accounts.contains("H99.01/clerk") && accounts.contains("enrolled") && accounts.contains("waiting"));
        QVERIFY(run({u"account"_s, u"--help"_s})->readAllStandardOutput().contains("account rotate"));
    }
};

QTEST_GUILESS_MAIN(TestHubUpkeep)
#include "test_hub_upkeep.moc"
