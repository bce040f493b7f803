// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/store_sqlite/database.h"
#include "exchange/hub/store_sqlite/migrations.h"
#include "tests/exchange/hub/samples.h"
#include "tests/exchange/hub/storetest.h"

#include <algorithm>
#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace storesamples;
using hub::Store;
using hub::StoreSession;

/// What every store of a hub promises of contents and packets.
class TestHubContents : public StoreTest {
    Q_OBJECT

private slots:
    void initTestCase_data() { nameStores(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void contentsAndWhoMayReadThem() {
        const QByteArray sha256 = hashOf("large");
        const QString stream = u"case/H99.01/1"_s;
        makeStream(stream, {u"H99.01/lan"_s});
        write([&](StoreSession& session) {
            session.addContent(sha256, 5);
            session.addContent(sha256, 5);
            session.addUploader(sha256, u"H99.01/lan"_s);
            session.addUploader(sha256, u"H99.01/lan"_s);
            session.addSmallContent(hashOf(""), "");
            session.addSmallContent(hashOf("small"), "small");
            session.addSmallContent(hashOf("small"), "small");
            session.addMessage(nextMessage(stream, session.streamEnd(stream), "<a/>", {sha256}));
        });
        read([&](StoreSession& session) {
            QCOMPARE(session.contentSize(sha256), 5);
            QVERIFY(!session.smallContent(sha256));
            QCOMPARE(session.smallContent(hashOf("small")), QByteArray("small"));
            QCOMPARE(session.contentSize(hashOf("small")), 5);
            QCOMPARE(session.smallContent(hashOf("")), QByteArray(""));
            QVERIFY(session.uploadedBy(sha256, u"H99.01/lan"_s));
            QVERIFY(!session.uploadedBy(sha256, u"H99.01/mai"_s));
            QVERIFY(session.citedFor(sha256, {u"H99.01/mai"_s, u"H99.01/lan"_s}));
            QVERIFY(!session.citedFor(sha256, {u"H99.01/mai"_s}));
            QVERIFY(!session.citedFor(sha256, {}));
            QVERIFY(session.citedIn(sha256, stream));
            QVERIFY(!session.citedIn(sha256, u"case/H99.01/2"_s));
        });
    }

    void uploadsComeBack() {
        hub::UploadRecord upload{"0123456789abcdef", u"H99.01/lan"_s, hashOf("x"), 1LL << 33, 0};
        write([&](StoreSession& session) { session.putUpload(upload); });
        upload.offset = 1LL << 32;
        write([&](StoreSession& session) { session.putUpload(upload); });
        read([&](StoreSession& session) {
            QCOMPARE(session.upload(upload.id), upload);
            QCOMPARE(session.uploadOf(u"H99.01/lan"_s, hashOf("x")), upload);
            QVERIFY(!session.uploadOf(u"H99.01/mai"_s, hashOf("x")));
        });
        write([&](StoreSession& session) { session.removeUpload(upload.id); });
        read([&](StoreSession& session) { QVERIFY(!session.upload(upload.id)); });
    }

    void aPacketIsDepositedOnce() {
        write([](StoreSession& session) {
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            session.putMailbox(u"H99.02"_s, u"H99.02"_s);
        });
        const hub::PacketDeposit first = depositOf("<edXML/>");
        std::atomic<int> fresh = 0;
        std::atomic<int> same = 0;
        inThreads(8, [&](int thread) {
            hub::PacketDeposit mine = first;
            mine.receipt.time = moment(thread);
            mine.message.header.time = mine.receipt.time;
            std::optional<exchange::PacketReceipt> earlier;
            write([&](StoreSession& session) { earlier = session.deposit(mine); });
            fresh += earlier ? 0 : 1;
            same += earlier && earlier->sha256 == first.receipt.sha256 ? 1 : 0;
        });
        QCOMPARE(fresh, 1);
        QCOMPARE(same, 7);
        read([&](StoreSession& session) {
            const auto receipt = session.packet(first.receipt.sha256, u"H99.01"_s);
            QVERIFY(receipt.has_value());
            QCOMPARE(receipt->receivers, QStringList(u"H99.02"_s));
            QVERIFY(!session.packet(first.receipt.sha256, u"H99.02"_s));
            for (const QString& mailbox : {u"H99.01"_s, u"H99.02"_s}) {
                const auto feed = session.feedMessages(mailbox, 0, 10, 1000);
                QCOMPARE(feed.size(), 1);
                QCOMPARE(feed.first().message.header.time, receipt->time);
                QCOMPARE(feed.first().message.cites, QList<QByteArray>{first.receipt.sha256});
                QCOMPARE(feed.first().message.participants, QStringList({u"H99.01"_s, u"H99.02"_s}));
            }
            QCOMPARE(session.smallContent(first.receipt.sha256), QByteArray("<edXML/>"));
            QVERIFY(session.uploadedBy(first.receipt.sha256, u"H99.01/lan"_s));
            QVERIFY(session.citedIn(first.receipt.sha256, first.receipt.stream));
            QCOMPARE(session.participants(first.receipt.stream), QStringList({u"H99.01"_s, u"H99.02"_s}));
            QCOMPARE(session.streamEnd(first.receipt.stream)->sequence, 1);
        });
        QVERIFY(isWholeChain(all(first.receipt.stream)));
    }

    void packetsAreFoundAmongAllThatAnOfficeWrites() {
        makeStream(u"case/H99.02/1"_s, {u"H99.02"_s, u"H99.01"_s});
        const auto office = [&](int count) {
            for (int i = 0; i < count; ++i) {
                write([](StoreSession& session) {
                    session.addMessage(nextMessage(u"case/H99.02/1"_s, session.streamEnd(u"case/H99.02/1"_s)));
                });
            }
        };
        QList<hub::PacketDeposit> deposits;
        for (int i = 0; i < 3; ++i) {
            office(7);
            deposits.append(depositOf("<edXML>" + QByteArray::number(i) + "</edXML>"));
            write([&](StoreSession& session) { QVERIFY(!session.deposit(deposits.last())); });
        }
        const auto streams = [&](const QString& mailbox, qint64 after, int limit, qint64 bytes, bool openOnly) {
            QStringList found;
            read([&](StoreSession& session) {
                for (const hub::FeedMessage& one : session.packetMessages(mailbox, after, limit, bytes, openOnly)) {
                    found.append(one.message.header.stream);
                    QVERIFY(one.entry.cursor > after && one.entry.stream == one.message.header.stream);
                    QCOMPARE(one.message.cites.size(), 1);
                }
            });
            return found;
        };
        const QStringList every{deposits.at(0).receipt.stream, deposits.at(1).receipt.stream,
                                deposits.at(2).receipt.stream};
        QCOMPARE(streams(u"H99.02"_s, 0, 10, 1 << 20, false), every);
        QCOMPARE(streams(u"H99.02"_s, 0, 2, 1 << 20, false), every.mid(0, 2));
        QCOMPARE(streams(u"H99.02"_s, 0, 10, 1, false), every.mid(0, 1)); // one in any case
        qint64 first = 0;
        read([&](StoreSession& session) {
            first = session.packetMessages(u"H99.02"_s, 0, 1, 1, false).first().entry.cursor;
        });
        QCOMPARE(streams(u"H99.02"_s, first, 10, 1 << 20, false), every.mid(1));
        write([&](StoreSession& session) {
            session.records().noteTaken(u"H99.02"_s, every.at(1));
            session.records().noteTaken(u"H99.02"_s, every.at(1));
        });
        QCOMPARE(streams(u"H99.02"_s, 0, 10, 1 << 20, true), QStringList({every.at(0), every.at(2)}));
        QCOMPARE(streams(u"H99.01"_s, 0, 10, 1 << 20, true), every); // each has its own word
        QCOMPARE(streams(u"H99.03"_s, 0, 10, 1 << 20, false), QStringList());
        if (onPostgres()) { // on SQLite the statement itself names the index
            const QString schema = m_place.section(u"search_path="_s, 1).section(u'\'', 0, 0).section(u' ', 0, 0);
            m_cluster->ask(u"INSERT INTO %1.feed SELECT 'H99.02', n, 'case/H99.02/1', 1 "
                           "FROM generate_series(1000, 60000) n"_s.arg(schema));
            m_cluster->ask(u"ANALYZE %1.feed"_s.arg(schema));
            const QString plan =
                m_cluster
                    ->ask(u"EXPLAIN SELECT * FROM %1.feed WHERE mailbox = 'H99.02' AND cursor > 0 AND "
                          "stream >= 'packet/' AND stream < 'packet0' ORDER BY cursor LIMIT 200"_s.arg(schema))
                    .join(u' ');
            QVERIFY2(plan.contains(u"feed_packets"_s), qPrintable(plan));
        }
    }

    void settingsAndLimitsOfADay() {
        const QDate day(2026, 3, 5);
        write([&](StoreSession& session) {
            hub::HubRecords& records = session.records();
            QCOMPARE(records.setting(u"k"_s), QByteArray());
            records.initSetting(u"k"_s, "one");
            records.initSetting(u"k"_s, "two");
            QCOMPARE(records.setting(u"k"_s), QByteArray("one"));
            records.putSetting(u"k"_s, "three");
            QCOMPARE(records.setting(u"k"_s), QByteArray("three"));
            QVERIFY(!records.dayUsage(u"H99.01/lan"_s, day));
            records.setDayLimit({}, {1000, std::nullopt});
            records.addToDay(u"H99.01/lan"_s, day, 10, 1);
            records.addToDay(u"H99.01/lan"_s, day, 5, 1);
            records.addToDay(u"H99.01/lan"_s, day.addDays(1), 7, 1);
            QCOMPARE(records.dayUsage(u"H99.01/lan"_s, day),
                     (hub::DayUsage{u"H99.01/lan"_s, {1000, std::nullopt}, {15, 2}}));
            records.setDayLimit(u"H99.01/lan"_s, {std::nullopt, 3});
            QCOMPARE(records.dayUsage(u"H99.01/lan"_s, day),
                     (hub::DayUsage{u"H99.01/lan"_s, {std::nullopt, 3}, {15, 2}}));
            QCOMPARE(records.dayUsages(day), (QList<hub::DayUsage>{{u""_s, {1000, std::nullopt}, {0, 0}},
                                                                   {u"H99.01/lan"_s, {std::nullopt, 3}, {15, 2}}}));
            records.dropDaysBefore(day.addDays(1));
            QCOMPARE(records.dayUsage(u"H99.01/lan"_s, day)->used, (hub::DayAmount{0, 0}));
            QCOMPARE(records.dayUsage(u"H99.01/lan"_s, day.addDays(1))->used, (hub::DayAmount{7, 1}));
            records.setDayLimit({}, {});
            QVERIFY(!records.dayUsage(u"H99.01/mai"_s, day));
        });
    }

    void theOldestPacketOnItsWayIsKnown() {
        write([](StoreSession& session) {
            QVERIFY(session.relaying().oldestOut().isNull());
            for (const int second : {5, 3, 9}) {
                hub::RelayOut out;
                out.relay = u"up"_s;
                out.sha256 = hashOf(QByteArray::number(second));
                out.from = u"H99.01"_s;
                out.kind = u"edoc"_s;
                out.created = moment(second);
                out.state = second == 3 ? hub::RelayState::Done : hub::RelayState::Planned;
                session.relaying().addOut(out);
            }
            QCOMPARE(session.relaying().oldestOut(), moment(5));
        });
    }

    void aPacketOfAnUploadedContentKeepsIt() {
        write([](StoreSession& session) {
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            session.putMailbox(u"H99.02"_s, u"H99.02"_s);
            session.addContent(hashOf("uploaded"), 8);
        });
        hub::PacketDeposit deposit = depositOf("uploaded");
        deposit.content = QByteArray();
        write([&](StoreSession& session) { QVERIFY(!session.deposit(deposit)); });
        read([](StoreSession& session) {
            QVERIFY(!session.smallContent(hashOf("uploaded")));
            QCOMPARE(session.contentSize(hashOf("uploaded")), 8);
        });
    }

    void depositsToManyMailboxesDoNotWaitForEachOtherInCircles() {
        QStringList mailboxes;
        for (int i = 0; i < 6; ++i) {
            mailboxes.append(u"H99.0%1"_s.arg(i));
        }
        write([&](StoreSession& session) {
            for (const QString& mailbox : mailboxes) {
                session.putMailbox(mailbox, mailbox);
            }
        });
        inThreads(6, [&](int thread) {
            QStringList order = mailboxes;
            std::rotate(order.begin(), order.begin() + thread, order.end());
            for (int i = 0; i < 8; ++i) {
                const hub::PacketDeposit deposit = depositOf(QByteArray::number(thread * 100 + i), order);
                write([&](StoreSession& session) { QVERIFY(!session.deposit(deposit)); });
            }
        });
        read([&](StoreSession& session) {
            for (const QString& mailbox : mailboxes) {
                QCOMPARE(session.feed(mailbox, 0, 1000).size(), 48);
            }
        });
    }

    void uploadsGrowInPartsAndBecomeContents() {
        // Parts that are no whole rows, of which one comes twice, and one was kept but not noted.
        QByteArray bytes(3 * 1024 * 1024 + 77, Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<char>((i * 7919) >> 5);
        }
        const QByteArray id = "00112233445566778899aabbccddeeff";
        const auto add = [&](qint64 offset, qint64 length) {
            const QString path = m_contents->newPartPath(id);
            samples::writeFile(path, bytes.mid(offset, length));
            const auto held = m_contents->hold(id);
            return held.has_value() && (*held)->addPart(offset, path).has_value();
        };
        QVERIFY(add(0, 100));
        QVERIFY(add(100, 2 * 1024 * 1024));
        QVERIFY(add(100, 1024 * 1024 + 5));
        QCOMPARE(*m_contents->uploadSize(id), 100 + 1024 * 1024 + 5);
        QVERIFY(!add(5'000'000, 10)); // a hole
        const qint64 place = 100 + 1024 * 1024 + 5;
        QVERIFY(add(place, bytes.size() - place));
        {
            const auto held = m_contents->hold(id);
            QVERIFY(held.has_value());
            const auto finished = (*held)->finish(hashOf(bytes), bytes.size());
            QVERIFY2(finished.has_value(), finished ? "" : qPrintable(finished.error().detail));
        }
        QCOMPARE(*m_contents->uploadSize(id), 0);
        const auto content = m_contents->open(hashOf(bytes));
        QVERIFY(content.has_value());
        QCOMPARE((*content)->size(), bytes.size());
        QVERIFY((*content)->readAll() == bytes);
        QVERIFY((*content)->seek(2 * 1024 * 1024 - 3));
        QVERIFY((*content)->read(10) == bytes.mid(2 * 1024 * 1024 - 3, 10));
        QCOMPARE(m_contents->filePath(hashOf(bytes)).isEmpty(), onPostgres());
    }

    void wrongBytesNeverBecomeContent() {
        const QByteArray id = "00112233445566778899aabbccddeeff";
        const QString path = m_contents->newPartPath(id);
        samples::writeFile(path, "wrong");
        const auto held = m_contents->hold(id);
        QVERIFY((*held)->addPart(0, path).has_value());
        QCOMPARE((*held)->finish(hashOf("right"), 4).error().code, u"hub-files-failed"_s); // another length
        QCOMPARE((*held)->finish(hashOf("right"), 5).error().code, u"content-hash-wrong"_s);
        QCOMPARE(*m_contents->uploadSize(id), 0);
        QCOMPARE(m_contents->open(hashOf("right")).error().code, u"hub-files-failed"_s);
    }

    void theSameContentTwiceAndNoneAtAll() {
        for (const QByteArray& id : {QByteArray("aa"), QByteArray("bb")}) {
            for (const QByteArray& bytes : {QByteArray("same"), QByteArray("")}) {
                const QString path = m_contents->newPartPath(id);
                samples::writeFile(path, bytes);
                const auto held = m_contents->hold(id);
                QVERIFY((*held)->addPart(0, path).has_value());
                QVERIFY((*held)->finish(hashOf(bytes), bytes.size()).has_value());
            }
        }
        QCOMPARE((*m_contents->open(hashOf("same")))->readAll(), QByteArray("same"));
        QCOMPARE((*m_contents->open(hashOf("")))->size(), 0);
        QVERIFY(m_contents->removeContent(hashOf("same")).has_value());
        const auto gone = m_contents->open(hashOf("same"));
        QVERIFY(!gone || (*gone)->readAll().isEmpty());
    }

    void anUploadIsHeldByOne() {
        const QByteArray id = "cc";
        auto held = m_contents->hold(id);
        std::atomic<bool> second = false;
        std::thread waiting([&] {
            const auto other = m_contents->hold(id);
            second = other.has_value();
        });
        const QString path = m_contents->newPartPath(id);
        samples::writeFile(path, "part");
        QVERIFY((*held)->addPart(0, path).has_value());
        QVERIFY(!second);
        held = exchange::Result<std::unique_ptr<hub::HeldUpload>>(nullptr);
        waiting.join();
        QVERIFY(second);
        QVERIFY(m_contents->removeUpload(id).has_value());
        QCOMPARE(*m_contents->uploadSize(id), 0);
    }

    void anOlderFileIsBroughtUpToDateWithItsData() {
        if (onPostgres()) {
            QSKIP("test_hubs does it for PostgreSQL");
        }
        m_place = m_folder.filePath(u"cũ"_s);
        QVERIFY(QDir().mkpath(m_place));
        {
            hub::Database file(m_place + u"/hub.sqlite"_s);
            QString why;
            QVERIFY(file.open());
            QVERIFY2(hub::migrate(file, why, 1), qPrintable(why));
            QVERIFY(file.plain(u"INSERT INTO mailboxes VALUES ('H99.01', 'H99.01')"_s));
            QVERIFY(file.plain(u"INSERT INTO agencies VALUES ('H99.01', 'Sở Mẫu', '', '', '', '', '', 1, 7)"_s));
            QVERIFY(file.plain(u"INSERT INTO streams VALUES ('case/H99.01/1', 'H99.01', 0, '')"_s));
            QVERIFY(file.plain(u"INSERT INTO participants VALUES ('case/H99.01/1', 'H99.01', 1)"_s));
            const QString digits = QString(64, u'a');
            for (const QString& word : {u"processing"_s, u"done"_s}) {
                QVERIFY(file.plain(u"INSERT OR IGNORE INTO streams VALUES ('axis/H99.01/taken', 'H99.01', 0, '')"_s));
                const QString sha256 = word == "done"_L1 ? digits : QString(64, u'b');
                QVERIFY(
                    file.plain(u"INSERT OR IGNORE INTO streams VALUES ('packet/%1', 'H99.02', 0, '')"_s.arg(sha256)));
                QVERIFY(
                    file.plain(u"INSERT INTO messages VALUES ('axis/H99.01/taken', %1, 'office', '%2', '', '', 0, '', "
                               "'', '', CAST('<taken xmlns=\"urn:congvan:axis:1\" sha256=\"%3\" word=\"%2\"/>' "
                               "AS BLOB), '')"_s.arg(word == "done"_L1 ? 1 : 2)
                                   .arg(word, sha256)));
                QVERIFY(file.plain(u"INSERT INTO messages VALUES ('packet/%1', 1, 'edoc', '', '', '', 0, '', '', '', "
                                   "x'', '')"_s.arg(sha256)));
                QVERIFY(file.plain(
                    u"INSERT INTO feed (mailbox, stream, sequence) VALUES ('H99.01', 'packet/%1', 1)"_s.arg(sha256)));
            }
        }
        const auto store = openStore();
        QVERIFY(store);
        const auto written = store->write([](StoreSession& session) {
            session.addMessage(nextMessage(u"case/H99.01/1"_s, session.streamEnd(u"case/H99.01/1"_s)));
            session.addSmallContent(hashOf("small"), "small");
            return good();
        });
        QVERIFY(written.has_value());
        const auto looked = store->read([](StoreSession& session) -> exchange::Result<void> {
            const auto open = session.packetMessages(u"H99.01"_s, 0, 10, 1000, true);
            const bool right = session.feed(u"H99.01"_s, 0, 10).size() == 3 && open.size() == 1 &&
                               open.first().entry.stream == u"packet/"_s + QString(64, u'b') &&
                               session.smallContent(hashOf("small")) == QByteArray("small") &&
                               session.agency(u"H99.01"_s)->name == u"Sở Mẫu"_s &&
                               session.directory(u"H99.01"_s, 0, 10).version == 7;
            return right ? good() : exchange::fail("wrong");
        });
        QVERIFY(looked.has_value());
        {
            hub::Database file(m_place + u"/hub.sqlite"_s);
            QVERIFY(file.open());
            QVERIFY(file.plain(u"PRAGMA user_version=1000"_s)); // of a newer program
        }
        QCOMPARE(hub::SqliteStore::open(m_place + u"/hub.sqlite"_s, true).error().code, u"hub-store-unusable"_s);
    }
};

QTEST_GUILESS_MAIN(TestHubContents)
#include "test_hubcontents.moc"
