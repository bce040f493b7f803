// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"
#include "exchange/hub/hubserver.h"
#include "exchange/hub/store_postgres/pgconnection.h"
#include "exchange/hub/store_postgres/pgmigrations.h"
#include "exchange/hub/store_postgres/postgresstore.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/exchange/hub/samples.h"
#include "tests/exchange/hub/storesamples.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/failover.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <future>
#include <set>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using hub::StoreSession;
using samples::append;
using support::PostgresCluster;

/// Several hubs over one PostgreSQL.
class TestHubs : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder{QDir::tempPath() + u"/các máy chủ XXXXXX"_s};
    std::unique_ptr<PostgresCluster> m_cluster;
    std::vector<std::unique_ptr<hub::HubServer>> m_hubs;
    QHash<QString, QString> m_codes;
    QHash<QString, exchange::HubAccount> m_accounts;
    int m_made = 0;

    /// Hubs in this process over an empty database, each with a data folder of its own and the first one's key.
    void startHubs(int count) {
        const QString connection = m_cluster->emptyStore();
        const QString top = m_folder.filePath(QString::number(++m_made));
        for (int i = 0; i < count; ++i) {
            hub::HubOptions options;
            options.dataFolder = top + u"/%1"_s.arg(i);
            QVERIFY(QDir().mkpath(options.dataFolder));
            if (i > 0) {
                QVERIFY(QFile::copy(top + u"/0/hub.key"_s, options.dataFolder + u"/hub.key"_s));
            }
            QVERIFY(hub::HubServer::initialise(options.dataFolder, connection).has_value());
            auto opened = hub::HubServer::open(options);
            QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
            m_hubs.push_back(std::move(*opened));
            QVERIFY(m_hubs.back()->listen().has_value());
        }
        QJsonArray people;
        for (const QString& login : {u"lan"_s, u"mai"_s}) {
            people.append(QJsonObject{
                {u"agency"_s, u"H99.01"_s}, {u"login"_s, login}, {u"name"_s, login}, {u"role"_s, u"clerk"_s}});
        }
        const auto imported = m_hubs.front()->administration().import(
            {{u"agencies"_s, QJsonArray{QJsonObject{{u"organId"_s, u"H99.01"_s}, {u"name"_s, u"Sở Mẫu"_s}}}},
             {u"people"_s, people}});
        QVERIFY(imported.has_value());
        for (const QJsonValue& value : imported->value("accounts"_L1).toArray()) {
            m_codes.insert(value.toObject().value("account"_L1).toString(),
                           value.toObject().value("code"_L1).toString());
        }
    }

    exchange::HubAccount account(const QString& name, size_t hub) {
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(m_hubs.at(hub)->port()));
        if (!m_accounts.contains(name)) {
            const auto enrolled = exchange::enrol(url, {}, m_codes.value(name));
            if (!enrolled) {
                qFatal("%s is not enrolled: %s", qPrintable(name), qPrintable(enrolled.error().code));
            }
            m_accounts.insert(name, *enrolled);
        }
        exchange::HubAccount account = m_accounts.value(name);
        account.baseUrl = url;
        return account;
    }

    static std::unique_ptr<hub::Store> openStore(const QString& connection) {
        auto store = hub::PostgresStore::open({connection}, true);
        return store ? std::move(*store) : nullptr;
    }

    static exchange::Result<void> putMailbox(hub::Store& store, const QString& mailbox) {
        return store.write([&](StoreSession& session) -> exchange::Result<void> {
            session.putMailbox(mailbox, mailbox);
            return {};
        });
    }

private slots:
    void initTestCase() {
        if (!PostgresCluster::whatIsMissing().isEmpty()) {
            QSKIP(qPrintable(PostgresCluster::whatIsMissing()));
        }
        m_cluster = std::make_unique<PostgresCluster>();
    }

    void cleanup() {
        m_hubs.clear();
        m_codes.clear();
        m_accounts.clear();
    }

    void aLongPollAtOneHubWakesByAnother() {
        startHubs(2);
        exchange::HubClient waiting(account(u"H99.01/lan"_s, 0));
        exchange::HubClient writing(account(u"H99.01/mai"_s, 1));
        for (int i = 1; i <= 3; ++i) {
            const auto before = waiting.feed(u"H99.01"_s, 0, 500);
            QVERIFY(before.has_value());
            const qint64 cursor = before->isEmpty() ? 0 : before->last().cursor;
            auto woken = std::async(std::launch::async, [&] { return waiting.feed(u"H99.01"_s, cursor, 10, 30); });
            QVERIFY(writing.append(append(u"case/H99.01/%1"_s.arg(i), 1, {u"H99.01"_s})).has_value());
            const auto entries = woken.get();
            QVERIFY2(entries.has_value(), entries ? "" : qPrintable(entries.error().code));
            QCOMPARE(entries->size(), 1); // an empty list would be the end of the waiting
            QCOMPARE(entries->first().stream, u"case/H99.01/%1"_s.arg(i));
        }
    }

    void newsThatNobodyToldAreFound() {
        const QString connection = m_cluster->emptyStore();
        const auto store = openStore(connection);
        QVERIFY(store);
        QVERIFY(putMailbox(*store, u"H99.01"_s).has_value());
        std::promise<QStringList> heard;
        std::once_flag once;
        store->watch([&](const QStringList& mailboxes) { std::call_once(once, [&] { heard.set_value(mailboxes); }); });
        const auto looked = store->read([](StoreSession& session) -> exchange::Result<void> {
            [[maybe_unused]] const auto entries = session.feed(u"H99.01"_s, 0, 10);
            return {};
        });
        QVERIFY(looked.has_value());
        // A hub that died before it told: the feed grew, and no notification was sent.
        m_cluster->ask(u"UPDATE store%1.mailboxes SET last_cursor = last_cursor + 1"_s.arg(
            connection.section(u"store"_s, 1).chopped(1)));
        auto future = heard.get_future();
        QCOMPARE(future.wait_for(std::chrono::seconds(20)), std::future_status::ready);
        QCOMPARE(future.get(), QStringList(u"H99.01"_s));
        store->endWatch();
    }

    void aRequestIsTakenByOneHubOnly() {
        startHubs(2);
        const QByteArray request = raw::requestText(account(u"H99.01/lan"_s, 0), {});
        QCOMPARE(raw::ask(m_hubs.at(0)->port(), request).status, 200);
        QCOMPARE(raw::ask(m_hubs.at(1)->port(), request).code(), u"nonce-replayed"_s);
        // And an account that one hub revoked is unknown to all.
        QVERIFY(m_hubs.at(1)->administration().revokeAccount(u"H99.01/lan"_s).has_value());
        QCOMPARE(raw::ask(m_hubs.at(0)->port(), raw::requestText(account(u"H99.01/lan"_s, 0), {})).code(),
                 u"auth-failed"_s);
    }

    void eightClientsDrawFromOneBookThroughTwoHubs() {
        startHubs(2);
        constexpr int clients = 8;
        constexpr int each = 12;
        const QString stream = u"book/H99.01/2026"_s;
        QVERIFY(exchange::HubClient(account(u"H99.01/lan"_s, 0)).append(append(stream, 1, {u"H99.01"_s})).has_value());
        std::vector<std::vector<qint64>> drawn(clients);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < clients; ++i) {
            threads.emplace_back([&, i, own = account(u"H99.01/lan"_s, i % 2)] {
                exchange::HubClient client(own);
                qint64 place = 2;
                while (drawn[i].size() < each) {
                    const auto receipt = client.append(append(stream, place));
                    if (receipt) {
                        drawn[i].push_back(receipt->header.sequence);
                        ++place;
                    } else if (receipt.error().code == "append-conflict"_L1) {
                        place = receipt.error().detail.section(u' ', 0, 0).toLongLong() + 1;
                    } else {
                        return;
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        std::set<qint64> all;
        for (const auto& list : drawn) {
            QCOMPARE(list.size(), size_t(each));
            all.insert(list.begin(), list.end());
        }
        QCOMPARE(all.size(), size_t(clients * each));
        QCOMPARE(*all.begin(), 2);
        QCOMPARE(*all.rbegin(), clients * each + 1);
        const auto messages = exchange::HubClient(account(u"H99.01/mai"_s, 1)).messages(stream, 1, 500);
        QVERIFY(messages.has_value());
        QCOMPARE(messages->size(), clients * each + 1);
        QVERIFY(storesamples::isWholeChain(*messages));
    }

    void anOlderSchemaIsBroughtUpToDateWithItsData() {
        const QString connection = m_cluster->emptyStore();
        const auto line = hub::PgConnection::open(connection);
        QVERIFY(line.has_value());
        QVERIFY(hub::pgMigrate(**line, true, 1).has_value());
        QVERIFY((*line)->script("INSERT INTO mailboxes (mailbox, agency, last_cursor) VALUES ('H99.01', 'H99.01', 41); "
                                "INSERT INTO streams VALUES ('case/H99.01/1', 'H99.01', 0, ''); "
                                "INSERT INTO participants VALUES ('case/H99.01/1', 'H99.01', 1)"));
        // Two hubs of the new version begin at the same moment.
        auto one = std::async(std::launch::async, [&] { return openStore(connection); });
        auto two = std::async(std::launch::async, [&] { return openStore(connection); });
        const auto store = one.get();
        QVERIFY(store && two.get());
        const auto written = store->write([](StoreSession& session) -> exchange::Result<void> {
            session.addMessage(storesamples::nextMessage(u"case/H99.01/1"_s, session.streamEnd(u"case/H99.01/1"_s)));
            return {};
        });
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));
        const auto looked = store->read([](StoreSession& session) -> exchange::Result<void> {
            const auto feed = session.feed(u"H99.01"_s, 0, 10);
            return feed.size() == 1 && feed.first().cursor == 42 ? exchange::Result<void>() : exchange::fail("wrong");
        });
        QVERIFY(looked.has_value());
        // One of a newer program is left alone, and an empty database is no store without init.
        QVERIFY((*line)->script("UPDATE schema_version SET version = 1000"));
        QCOMPARE(hub::PostgresStore::open({connection}, true).error().code, u"hub-store-unusable"_s);
        QCOMPARE(hub::PostgresStore::open({m_cluster->emptyStore()}, false).error().code, u"hub-store-unusable"_s);
    }

    void aDatabaseThatIsNotThereIsNoSilentEnd() {
        hub::PostgresOptions options{u"host=127.0.0.1 port=1 user=nobody dbname=none"_s};
        options.patience = std::chrono::milliseconds(50);
        QCOMPARE(hub::PostgresStore::open(options, true).error().code, u"hub-store-failed"_s);
    }

    void aCommitThatStoppedWaitingForTheStandbyIsNoAcknowledgement() {
        PostgresCluster cluster;
        [[maybe_unused]] const QString first = cluster.emptyStore();
        cluster.addStandby();
        const auto store = openStore(cluster.connection(u"store1"_s));
        QVERIFY(store);
        QVERIFY(putMailbox(*store, u"H99.01"_s).has_value());
        cluster.holdStandby(true);
        auto writing = std::async(std::launch::async, [&] { return putMailbox(*store, u"H99.02"_s); });
        QStringList waiting;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(waiting = cluster.ask(u"SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s)).isEmpty(),
            20'000);
        cluster.ask(u"SELECT pg_cancel_backend(%1)"_s.arg(waiting.first()));
        const auto written = writing.get();
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"hub-store-failed"_s);
        // The row can be seen here now, but not at the standby: who finds it must wait for it, too.
        auto finding = std::async(std::launch::async, [&] {
            return store->write([](hub::StoreSession& session) -> hub::Result<void> {
                return session.mailboxExists(u"H99.02"_s) ? hub::Result<void>() : exchange::fail("not-there");
            });
        });
        QTRY_VERIFY_WITH_TIMEOUT(
            !(waiting = cluster.ask(u"SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s)).isEmpty(),
            20'000);
        cluster.ask(u"SELECT pg_cancel_backend(%1)"_s.arg(waiting.first()));
        const auto found = finding.get();
        QVERIFY(!found);
        QCOMPARE(found.error().code, u"hub-store-failed"_s);
        cluster.holdStandby(false);
        QVERIFY(putMailbox(*store, u"H99.03"_s).has_value());
    }

    void aLostStandbyBlocksNobody() {
        PostgresCluster cluster;
        const QString connection = cluster.emptyStore();
        hub::HubOptions options;
        options.dataFolder = m_folder.filePath(u"đợi"_s);
        options.database = {8, std::chrono::milliseconds(100), std::chrono::milliseconds(1000)};
        options.operations.address = u"127.0.0.1:0"_s;
        options.operations.leastFreeBytes = 1;
        options.operations.probePatience = std::chrono::milliseconds(500);
        options.http.deadlines.head = std::chrono::seconds(60); // requests queue behind those that wait
        options.operations.probePause = std::chrono::milliseconds(1);
        QVERIFY(hub::HubServer::initialise(options.dataFolder, connection).has_value());
        auto opened = hub::HubServer::open(options);
        QVERIFY(opened.has_value() && (*opened)->listen().has_value());
        m_hubs.push_back(std::move(*opened));
        hub::HubServer& server = *m_hubs.front();
        const auto imported = server.administration().import(
            {{u"agencies"_s, QJsonArray{QJsonObject{{u"organId"_s, u"H99.01"_s}, {u"name"_s, u"Sở Mẫu"_s}}}},
             {u"people"_s,
              QJsonArray{QJsonObject{
                  {u"agency"_s, u"H99.01"_s}, {u"login"_s, u"lan"_s}, {u"name"_s, u"l"_s}, {u"role"_s, u"clerk"_s}}}}});
        m_codes.insert(u"H99.01/lan"_s, imported->value(u"accounts"_s)[0][u"code"_s].toString());
        const exchange::HubAccount lan = account(u"H99.01/lan"_s, 0);
        cluster.addStandby();
        const exchange::Append first = append(u"case/H99.01/0"_s, 1, {u"H99.01"_s});
        QTRY_VERIFY_WITH_TIMEOUT(exchange::HubClient(lan).append(first).has_value(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(server.operations().health().isGood(), 20'000);

        cluster.holdStandby(true);
        // More who write than there are threads and connections; each hears that it must wait, and nothing is called
        // stored.
        for (int round = 0; round < 3; ++round) {
            std::vector<std::future<raw::Answer>> writing;
            for (int i = 0; i < 20; ++i) {
                exchange::Append message = append(u"case/H99.01/%1"_s.arg(100 * round + i + 1), 1, {u"H99.01"_s});
                raw::Call call;
                call.method = "POST";
                call.path = "/office/v1/messages";
                call.body = exchange::wire::text(exchange::wire::json(message));
                writing.push_back(std::async(std::launch::async, [text = raw::requestText(lan, call), &server] {
                    return raw::ask(server.port(), text);
                }));
            }
            int busy = 0;
            for (auto& one : writing) {
                const raw::Answer answer = one.get();
                QVERIFY2(answer.status == 503 || answer.status == 500, answer.head.constData());
                busy += answer.status == 503 ? 1 : 0;
                QCOMPARE(answer.header("Retry-After").isEmpty(), answer.status == 500);
                QCOMPARE(answer.code(), answer.status == 503 ? u"hub-busy"_s : u"hub-store-failed"_s);
            }
            QVERIFY(round == 0 || busy > 0);
        }
        // Who reads is served, and those who watch the hub see what is wrong.
        QCOMPARE(raw::ask(server.port(), raw::requestText(lan, {})).status, 200);
        QVERIFY(!server.operations().health().storeWrites);
        QVERIFY(server.operations().health().storeAnswers);
        // The commits that nobody waits for any more keep their rows hidden, and their number is limited.
        const QStringList waiting = cluster.ask(u"SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"_s);
        QVERIFY(!waiting.isEmpty() && waiting.size() <= 8);
        QCOMPARE(exchange::HubClient(lan).feed(u"H99.01"_s, 0, 500)->size(), 1);

        cluster.holdStandby(false);
        QTRY_VERIFY_WITH_TIMEOUT(server.operations().health().isGood(), 20'000);
        const exchange::Append last = append(u"case/H99.01/sau"_s, 1, {u"H99.01"_s});
        QTRY_VERIFY_WITH_TIMEOUT(exchange::HubClient(lan).append(last).has_value(), 20'000);
    }

    void aHubWithAnotherKeyIsRefused() {
        startHubs(1);
        const QString own = m_folder.filePath(QString::number(m_made)) + u"/0"_s;
        const QString other = own + u" khác"_s;
        const QByteArray connection = samples::readFile(own + u"/hub.postgres"_s).trimmed();
        QCOMPARE(hub::HubServer::initialise(other, QString::fromUtf8(connection)).error().code, u"hub-key-foreign"_s);
        QVERIFY(!QFile::exists(other + u"/hub.key"_s)); // the right one has to come there
        QVERIFY(QFile::copy(own + u"/hub.key"_s, other + u"/hub.key"_s));
        QVERIFY(hub::HubServer::initialise(other, QString::fromUtf8(connection)).has_value());
        QFile key(other + u"/hub.key"_s);
        QVERIFY(key.open(QIODevice::WriteOnly) && key.write(QByteArray(32, 'k')) == 32);
        key.close();
        hub::HubOptions options;
        options.dataFolder = other;
        QCOMPARE(hub::HubServer::open(options).error().code, u"hub-key-foreign"_s);
    }

    void aKilledPrimaryLosesNothingThatWasAcknowledged() {
        const world::FailoverOutcome outcome = world::failoverRound(8, 40, 4);
        QCOMPARE(outcome.lost, 0);
        QCOMPARE(outcome.doubled, 0);
        QVERIFY2(outcome.whole, outcome.words.constData());
        QVERIFY(outcome.receipts + outcome.places >= 40 + 8 * 4);
        QVERIFY(outcome.receipts > 0 && outcome.places > 0);
    }
};

QTEST_GUILESS_MAIN(TestHubs)
#include "test_hubs.moc"
