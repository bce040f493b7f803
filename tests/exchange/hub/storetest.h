// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/store_postgres/postgresstore.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"
#include "tests/exchange/hub/storesamples.h"
#include "tests/support/postgrescluster.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <barrier>
#include <thread>

/// A test that runs over each kind of store: every row of its global data names one.
class StoreTest : public QObject {
protected:
    using Result = exchange::Result<void>;

    static bool onPostgres() {
        QFETCH_GLOBAL(QString, kind);
        return kind == QLatin1StringView("postgres");
    }

    /// One more store over the same data.
    [[nodiscard]] std::unique_ptr<hub::Store> openStore(bool create = false) const {
        if (onPostgres()) {
            auto store = hub::PostgresStore::open({m_place}, create);
            return store ? std::move(*store) : nullptr;
        }
        auto store = hub::SqliteStore::open(m_place + QStringLiteral("/hub.sqlite"), create);
        return store ? std::move(*store) : nullptr;
    }

    static Result good() { return {}; }

    void write(const std::function<void(hub::StoreSession&)>& work) {
        const Result done = m_store->write([&](hub::StoreSession& session) {
            work(session);
            return good();
        });
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().code + u' ' + done.error().detail));
    }

    void read(const std::function<void(hub::StoreSession&)>& work) {
        const Result done = m_store->read([&](hub::StoreSession& session) {
            work(session);
            return good();
        });
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().code + u' ' + done.error().detail));
    }

    /// Mailboxes, and streams in which they take part.
    void makeStream(const QString& stream, const QStringList& mailboxes) {
        write([&](hub::StoreSession& session) {
            session.createStream(stream, QStringLiteral("H99.01"));
            for (const QString& mailbox : mailboxes) {
                session.putMailbox(mailbox, QStringLiteral("H99.01"));
                session.addParticipant(stream, mailbox, 1);
            }
        });
    }

    static void inThreads(int count, const std::function<void(int)>& work) {
        std::barrier start(count);
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                work(i);
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
    }

    QList<exchange::Message> all(const QString& stream) {
        QList<exchange::Message> list;
        read([&](hub::StoreSession& session) { list = session.messages(stream, 1, 100'000, 1LL << 40); });
        return list;
    }

    static void nameStores() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("sqlite") << QStringLiteral("sqlite");
        QTest::newRow("postgres") << QStringLiteral("postgres");
    }

    void setUp() {
        if (onPostgres()) {
            if (!support::PostgresCluster::whatIsMissing().isEmpty()) {
                QSKIP(qPrintable(support::PostgresCluster::whatIsMissing()));
            }
            if (!m_cluster) {
                m_cluster = std::make_unique<support::PostgresCluster>();
            }
            m_place = m_cluster->emptyStore();
        } else {
            m_place = m_folder.filePath(QString::number(++m_made));
            QVERIFY(QDir().mkpath(m_place));
        }
        m_store = openStore(true);
        QVERIFY(m_store);
        const QString spool = m_folder.filePath(QStringLiteral("khay"));
        m_contents = onPostgres() ? hub::postgresContents({m_place}, spool)
                                  : std::unique_ptr<hub::Contents>(new hub::ContentFiles(m_place));
        QVERIFY(m_contents->prepare().has_value());
    }

    void tearDown() {
        m_contents.reset();
        m_store.reset();
    }

    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/kho XXXXXX")};
    std::unique_ptr<support::PostgresCluster> m_cluster;
    std::unique_ptr<hub::Store> m_store;
    std::unique_ptr<hub::Contents> m_contents;
    QString m_place; ///< connection string, or folder
    int m_made = 0;
};
