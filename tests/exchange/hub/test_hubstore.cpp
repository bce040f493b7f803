// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/hub/storetest.h"

#include <atomic>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace storesamples;
using hub::Store;
using hub::StoreSession;

/// What every store of a hub promises to its core: directory, accounts, streams and feeds.
class TestHubStore : public StoreTest {
    Q_OBJECT

private slots:
    void initTestCase_data() { nameStores(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void anEmptyStoreGivesNothing() {
        read([](StoreSession& session) {
            QVERIFY(!session.agency(u"H99.01"_s));
            QVERIFY(!session.account(u"H99.01/lan"_s));
            QVERIFY(!session.accountByCode(hashOf("code")));
            QVERIFY(!session.streamEnd(u"case/H99.01/1"_s));
            QVERIFY(!session.mailboxExists(u"H99.01"_s));
            QVERIFY(session.participants(u"case/H99.01/1"_s).isEmpty());
            QVERIFY(session.messages(u"case/H99.01/1"_s, 1, 10, 1000).isEmpty());
            QVERIFY(session.feed(u"H99.01"_s, 0, 10).isEmpty());
            QVERIFY(session.feedMessages(u"H99.01"_s, 0, 10, 1000).isEmpty());
            QVERIFY(!session.contentSize(hashOf("x")));
            QVERIFY(!session.smallContent(hashOf("x")));
            QVERIFY(!session.packet(hashOf("x"), u"H99.01"_s));
            QVERIFY(!session.upload("0123"));
            QCOMPARE(session.failures(u"127.0.0.1"_s).count, 0);
            QCOMPARE(session.agencyCount(), 0);
            QCOMPARE(session.directory(u"H99.01"_s, 0, 100), exchange::Directory());
            // What no store can hold is not there, either.
            QVERIFY(session.participants(u"case/H99.01/\0"_s).isEmpty());
        });
    }

    void workThatFailsLeavesNothing() {
        const Result refused = m_store->write([](StoreSession& session) -> Result {
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            return exchange::fail("not-permitted");
        });
        QCOMPARE(refused.error().code, u"not-permitted"_s);
        const Result failed = m_store->write([](StoreSession& session) -> Result {
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            session.createStream(u"case/H99.01/1"_s, u"H99.01"_s);
            session.createStream(u"case/H99.01/1"_s, u"H99.01"_s); // there is one
            session.createStream(u"case/H99.01/2"_s, u"H99.01"_s);
            return {};
        });
        QCOMPARE(failed.error().code, u"hub-store-failed"_s);
        read([](StoreSession& session) {
            QVERIFY(!session.mailboxExists(u"H99.01"_s));
            QVERIFY(!session.streamEnd(u"case/H99.01/1"_s));
            QVERIFY(!session.streamEnd(u"case/H99.01/2"_s));
        });
        write([](StoreSession& session) { session.putMailbox(u"H99.01"_s, u"H99.01"_s); });
        read([](StoreSession& session) { QVERIFY(session.mailboxExists(u"H99.01"_s)); });
    }

    void whatIsWrittenIsSeenInTheSameTransaction() {
        write([](StoreSession& session) {
            session.putMailbox(u"H99.01"_s, u"H99.01"_s);
            QVERIFY(session.mailboxExists(u"H99.01"_s));
            session.createStream(u"case/H99.01/1"_s, u"H99.01"_s);
            session.addMessage(nextMessage(u"case/H99.01/1"_s, std::nullopt));
            QCOMPARE(session.streamEnd(u"case/H99.01/1"_s)->sequence, 1);
        });
    }

    void manyWritersShareCommitsAndNotFailures() {
        std::atomic<int> refused = 0;
        inThreads(8, [&](int thread) {
            for (int i = 0; i < 12; ++i) {
                const QString mailbox = u"H99.01/t%1.%2"_s.arg(thread).arg(i);
                const Result done = m_store->write([&](StoreSession& session) -> Result {
                    session.putMailbox(mailbox, u"H99.01"_s);
                    if (i % 3 == 1) {
                        return exchange::fail("not-permitted");
                    }
                    if (i % 3 == 2) {
                        session.createStream(mailbox, u"H99.01"_s);
                        session.createStream(mailbox, u"H99.01"_s);
                    }
                    return {};
                });
                refused += done ? 0 : 1;
            }
        });
        QCOMPARE(refused, 8 * 8);
        read([](StoreSession& session) {
            for (int i = 0; i < 12; ++i) {
                QCOMPARE(session.mailboxExists(u"H99.01/t7.%1"_s.arg(i)), i % 3 == 0);
            }
        });
    }

    void aReaderSeesOneState() {
        write([](StoreSession& session) { session.putMailbox(u"H99.01/a"_s, u"H99.01"_s); });
        read([&](StoreSession& session) {
            QVERIFY(session.mailboxExists(u"H99.01/a"_s));
            std::thread([this] {
                [[maybe_unused]] const Result done = m_store->write([](StoreSession& other) {
                    other.putMailbox(u"H99.01/b"_s, u"H99.01"_s);
                    return good();
                });
            }).join();
            QVERIFY(!session.mailboxExists(u"H99.01/b"_s));
        });
        read([](StoreSession& session) { QVERIFY(session.mailboxExists(u"H99.01/b"_s)); });
    }

    void agenciesAndPeopleComeBackInPages() {
        exchange::AgencyEntry agency;
        agency.organId = u"H99.02"_s;
        agency.name = u"Sở Thử nghiệm"_s;
        agency.inCharge = u"Ủy ban"_s;
        agency.validFrom = QDate(2020, 1, 2);
        agency.validTo = QDate(2026, 5, 6);
        agency.successor = u"H99.03"_s;
        agency.sealCertificateSha256 = {hashOf("a"), hashOf("b")};
        agency.isLocal = false;
        exchange::AgencyEntry other;
        other.organId = u"H99.01"_s;
        other.name = u"Sở Mẫu"_s;
        const exchange::PersonEntry person{u"H99.01/lan"_s, u"lan"_s, u"Lan"_s, u"clerk"_s, u"VĂN THƯ"_s, u"vp"_s};
        write([&](StoreSession& session) {
            session.putAgency(agency);
            session.putAgency(other);
            session.putPerson(u"H99.01"_s, person);
        });
        read([&](StoreSession& session) {
            QCOMPARE(session.agency(u"H99.02"_s), agency);
            QCOMPARE(session.agencyCount(), 2);
            const exchange::Directory whole = session.directory(u"H99.01"_s, 0, 100);
            QCOMPARE(whole.version, 3);
            QVERIFY(!whole.more);
            QCOMPARE(whole.agencies, QList({other, agency}));
            QCOMPARE(whole.people, QList({person}));
            QVERIFY(session.directory(u"H99.02"_s, 0, 100).people.isEmpty());
            const exchange::Directory page = session.directory(u"H99.01"_s, 0, 1);
            QVERIFY(page.more);
            QCOMPARE(page.agencies, QList({agency}));
            QCOMPARE(session.directory(u"H99.01"_s, page.version, 1).agencies, QList({other}));
        });
        other.name = u"Sở Mẫu mới"_s;
        write([&](StoreSession& session) { session.putAgency(other); });
        read([&](StoreSession& session) {
            const exchange::Directory changed = session.directory(u"H99.01"_s, 3, 100);
            QCOMPARE(changed.agencies, QList({other}));
            QCOMPARE(changed.version, 4);
        });
    }

    void versionsOfTheDirectoryHaveNoHoleUnderManyWriters() {
        inThreads(6, [&](int thread) {
            for (int i = 0; i < 5; ++i) {
                write([&](StoreSession& session) {
                    for (int k = 0; k < 3; ++k) {
                        exchange::AgencyEntry agency;
                        agency.organId = u"H%1.%2%3"_s.arg(thread).arg(i).arg(k);
                        session.putAgency(agency);
                    }
                });
            }
        });
        read([](StoreSession& session) {
            QCOMPARE(session.directory(u"H99.01"_s, 0, 1000).version, 6 * 5 * 3);
            for (qint64 version = 0; version < 6 * 5 * 3; ++version) {
                QCOMPARE(session.directory(u"H99.01"_s, version, 1).agencies.size(), 1);
            }
        });
    }

    void accountsComeBack() {
        hub::AccountRecord lan;
        lan.caller = {u"H99.01/lan"_s, u"H99.01"_s, {u"H99.01/lan"_s, u"H99.01"_s, u"H99.01/unit:vp"_s}};
        lan.codeHash = hashOf("code");
        lan.codeExpires = moment(1);
        hub::AccountRecord bot;
        bot.caller = {u"H99.01/an"_s, u"H99.01"_s, {}};
        bot.sealedSecret = QByteArray("\0\1\xff sealed", 10);
        bot.codeExpires = moment(2);
        write([&](StoreSession& session) {
            session.putAccount(lan);
            session.putAccount(bot);
        });
        read([&](StoreSession& session) {
            QCOMPARE(session.account(u"H99.01/lan"_s), lan);
            QCOMPARE(session.accountByCode(hashOf("code")), lan);
            QCOMPARE(session.accounts(), QList({bot, lan}));
        });
        lan.codeHash.clear();
        lan.sealedSecret = "another";
        lan.caller.mailboxes = {u"H99.01/lan"_s};
        lan.revoked = true;
        write([&](StoreSession& session) { session.putAccount(lan); });
        read([&](StoreSession& session) {
            QCOMPARE(session.account(u"H99.01/lan"_s), lan);
            QVERIFY(!session.accountByCode(hashOf("code")));
        });
    }

    void oneCodeIsRedeemedOnce() {
        hub::AccountRecord record;
        record.caller = {u"H99.01/lan"_s, u"H99.01"_s, {}};
        record.codeHash = hashOf("code");
        record.codeExpires = moment();
        write([&](StoreSession& session) { session.putAccount(record); });
        std::atomic<int> redeemed = 0;
        inThreads(6, [&](int thread) {
            const Result done = m_store->write([&](StoreSession& session) -> Result {
                auto found = session.accountByCode(hashOf("code"));
                if (!found) {
                    return exchange::fail("enrolment-code-invalid");
                }
                found->codeHash.clear();
                found->sealedSecret = QByteArray::number(thread);
                session.putAccount(*found);
                return {};
            });
            redeemed += done ? 1 : 0;
        });
        QCOMPARE(redeemed, 1);
    }

    void aNonceIsTakenOnceByAllStores() {
        const std::unique_ptr<Store> second = openStore();
        QVERIFY(second);
        std::atomic<int> fresh = 0;
        inThreads(8, [&](int thread) {
            Store& store = thread % 2 == 0 ? *m_store : *second;
            for (int i = 0; i < 10; ++i) {
                bool taken = false;
                const Result done = store.note([&](StoreSession& session) {
                    taken = session.takeNonce(u"H99.01/lan"_s, "nonce" + QByteArray::number(i), moment(), moment(30));
                    return good();
                });
                fresh += done && taken ? 1 : 0;
            }
        });
        QCOMPARE(fresh, 10);
        write([](StoreSession& session) {
            QVERIFY(!session.takeNonce(u"H99.01/lan"_s, "nonce0", moment(29), moment(59)));
            QVERIFY(session.takeNonce(u"H99.01/mai"_s, "nonce0", moment(29), moment(59))); // another's own
            QVERIFY(session.takeNonce(u"H99.01/lan"_s, "nonce0", moment(31), moment(59))); // it had expired
            QVERIFY(!session.takeNonce(u"H99.01/lan"_s, "nonce0", moment(32), moment(59)));
        });
    }

    void failuresAreCounted() {
        for (int i = 1; i <= 3; ++i) {
            const Result noted = m_store->note([&](StoreSession& session) {
                session.noteFailure(u"127.0.0.1"_s, moment(i));
                return good();
            });
            QVERIFY(noted.has_value());
        }
        read([](StoreSession& session) {
            QCOMPARE(session.failures(u"127.0.0.1"_s).count, 3);
            QCOMPARE(session.failures(u"127.0.0.1"_s).last, moment(3));
            QCOMPARE(session.failures(u"127.0.0.2"_s).count, 0);
        });
        write([](StoreSession& session) { session.noteFailure(u"127.0.0.2"_s, moment().addSecs(3700)); });
        read([](StoreSession& session) { QCOMPARE(session.failures(u"127.0.0.1"_s).count, 0); }); // an hour ago
        write([](StoreSession& session) { session.clearFailures(u"127.0.0.2"_s); });
        read([](StoreSession& session) { QCOMPARE(session.failures(u"127.0.0.2"_s).count, 0); });
    }

    void messagesComeBackAsTheyWere() {
        const QString stream = u"case/H99.01/1"_s;
        makeStream(stream, {u"H99.01/lan"_s, u"H99.01"_s});
        const QByteArray payload("<act>\0ữ\xff</act>", 16);
        QList<exchange::Message> sent;
        write([&](StoreSession& session) {
            session.putMailbox(u"H99.01/mai"_s, u"H99.01"_s);
            for (int i = 0; i < 4; ++i) {
                const bool joins = i == 2;
                if (joins) {
                    session.addParticipant(stream, u"H99.01/mai"_s, 3);
                }
                sent.append(nextMessage(stream, session.streamEnd(stream), payload + QByteArray(i, 'x'),
                                        {hashOf("b"), hashOf("a")},
                                        joins ? QStringList(u"H99.01/mai"_s) : QStringList()));
                if (i == 3) {
                    sent.last().payload = QByteArray(""); // erased
                }
                sent.last().header.authorRole = i == 2 ? u"clerk"_s : QString();
                session.addMessage(sent.last());
            }
        });
        read([&](StoreSession& session) {
            QCOMPARE(session.participants(stream), QStringList({u"H99.01"_s, u"H99.01/lan"_s, u"H99.01/mai"_s}));
            QCOMPARE(session.streamEnd(stream)->sequence, 4);
            QCOMPARE(session.streamEnd(stream)->headHash, exchange::headerHash(sent.last().header));
            QCOMPARE(session.streamEnd(stream)->agency, u"H99.01"_s);
            QCOMPARE(session.messages(stream, 1, 10, 1000), sent);
            QCOMPARE(session.messages(stream, 2, 2, 1000), sent.mid(1, 2));
            QCOMPARE(session.messages(stream, 1, 10, 34), sent.mid(0, 2)); // 16 + 17 bytes
            QCOMPARE(session.messages(stream, 1, 10, 1), sent.mid(0, 1));  // one at least
            QCOMPARE(session.messageById(stream, sent.at(1).header.messageId), sent.at(1));
            QVERIFY(!session.messageById(u"case/H99.01/2"_s, sent.at(1).header.messageId));
            QCOMPARE(session.feed(u"H99.01/mai"_s, 0, 10).size(), 2);
            const auto feed = session.feed(u"H99.01"_s, 0, 10);
            QCOMPARE(feed.size(), 4);
            const auto pulled = session.feedMessages(u"H99.01"_s, feed.first().cursor, 2, 1000);
            QCOMPARE(pulled.size(), 2);
            QCOMPARE(pulled.first().entry, feed.at(1));
            QCOMPARE(pulled.first().message, sent.at(1));
            QCOMPARE(session.feedMessages(u"H99.01"_s, 0, 10, 20).size(), 1);
            QCOMPARE(session.feedCount(u"H99.01"_s, feed.first().cursor, 100), 3);
            QCOMPARE(session.feedCount(u"H99.01"_s, 0, 2), 2);
        });
        QVERIFY(isWholeChain(all(stream)));
    }

    void oneStreamUnderManyWritersStaysAChain() {
        const QString stream = u"book/H99.01/1"_s; // not there yet: the first of them makes it
        write([](StoreSession& session) { session.putMailbox(u"H99.01"_s, u"H99.01"_s); });
        inThreads(8, [&](int) {
            for (int i = 0; i < 10; ++i) {
                write([&](StoreSession& session) {
                    const auto end = session.streamEnd(stream);
                    if (!end) {
                        session.createStream(stream, u"H99.01"_s);
                        session.addParticipant(stream, u"H99.01"_s, 1);
                    }
                    session.addMessage(nextMessage(stream, end));
                });
            }
        });
        const auto messages = all(stream);
        QCOMPARE(messages.size(), 80);
        QVERIFY(isWholeChain(messages));
    }

    void whoReadsOnFromACursorMissesNothing() {
        const QStringList mailboxes{u"H99.01/a"_s, u"H99.01/b"_s, u"H99.01/c"_s};
        constexpr int writers = 8;
        constexpr int each = 12;
        for (int i = 0; i < writers; ++i) {
            // In every order, so that two transactions would wait for each other if they locked as they come.
            QStringList order{mailboxes.at(i % 3), mailboxes.at((i + 1) % 3), mailboxes.at((i + 2) % 3)};
            makeStream(u"case/H99.01/%1"_s.arg(i), order);
        }
        std::atomic<bool> done = false;
        QList<exchange::FeedEntry> followed;
        std::thread reader([&] {
            qint64 cursor = 0;
            for (bool last = false; !last;) {
                last = done;
                QList<exchange::FeedEntry> page;
                [[maybe_unused]] const Result looked = m_store->read([&](StoreSession& session) {
                    page = session.feed(u"H99.01/b"_s, cursor, 7);
                    return good();
                });
                last = last && page.isEmpty();
                followed += page;
                cursor = page.isEmpty() ? cursor : page.last().cursor;
            }
        });
        inThreads(writers, [&](int writer) {
            const QString stream = u"case/H99.01/%1"_s.arg(writer);
            for (int i = 0; i < each; ++i) {
                write(
                    [&](StoreSession& session) { session.addMessage(nextMessage(stream, session.streamEnd(stream))); });
            }
        });
        done = true;
        reader.join();
        QCOMPARE(followed.size(), writers * each);
        std::set<std::pair<QString, qint64>> places;
        for (qsizetype i = 0; i < followed.size(); ++i) {
            QVERIFY(i == 0 || followed.at(i).cursor > followed.at(i - 1).cursor);
            places.insert({followed.at(i).stream, followed.at(i).sequence});
        }
        QCOMPARE(places.size(), size_t(writers * each));
    }

    void anotherStoreSeesWhatIsCommitted() {
        const std::unique_ptr<Store> second = openStore();
        QVERIFY(second);
        write([](StoreSession& session) { session.putMailbox(u"H99.01"_s, u"H99.01"_s); });
        bool seen = false;
        QVERIFY(second
                    ->read([&](StoreSession& session) {
                        seen = session.mailboxExists(u"H99.01"_s);
                        return good();
                    })
                    .has_value());
        QVERIFY(seen);
    }
};

QTEST_GUILESS_MAIN(TestHubStore)
#include "test_hubstore.moc"
