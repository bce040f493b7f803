// SPDX-License-Identifier: GPL-3.0-or-later
// Durable sends a second of one hub: packets of 20 KB, from 16 desks to 200 offices, each acknowledged when it is on
// the disk. On PostgreSQL, on SQLite, and what pgbench reaches on the same server with the same rows and commit
// settings.
//
// usage: benchsend [SECONDS]      of each measurement (default 5)
#include "exchange/client/enrolment.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/failover.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int desks = 16;
constexpr int offices = 200;
constexpr int packetBytes = 20 * 1000;

QString officeId(int number) {
    return u"H99.%1"_s.arg(number, 3, 10, QLatin1Char('0'));
}

QByteArray worldJson() {
    QJsonArray agencies;
    QJsonArray accounts;
    for (int i = 0; i < offices; ++i) {
        agencies.append(QJsonObject{{u"organId"_s, officeId(i)}, {u"name"_s, u"Sở %1"_s.arg(i)}});
    }
    for (int i = 0; i < desks; ++i) {
        accounts.append(QJsonObject{
            {u"agency"_s, officeId(i)}, {u"login"_s, u"desk"_s}, {u"mailboxes"_s, QJsonArray{officeId(i)}}});
    }
    return exchange::wire::text({{u"agencies"_s, agencies}, {u"accounts"_s, accounts}});
}

/// Sends from all desks for so many seconds; acknowledged sends a second.
double sendsPerSecond(const QString& folder, const QString& connection, int seconds) {
    const world::HubProcess hub(folder, connection, nullptr);
    const QString world = folder + u"/world.json"_s;
    samples::writeFile(world, worldJson());
    QByteArray words;
    if (world::HubProcess::run({u"import"_s, u"--data"_s, folder, world}, words) != 0) {
        qFatal("import: %s", words.constData());
    }
    std::vector<exchange::HubAccount> accounts;
    for (const QJsonValue& value : exchange::wire::object(words)->value("accounts"_L1).toArray()) {
        const auto account = exchange::enrol(hub.url(), {}, value.toObject().value("code"_L1).toString());
        if (!account) {
            qFatal("enrol: %s", qPrintable(account.error().code));
        }
        accounts.push_back(*account);
    }
    std::atomic<bool> measuring = false;
    std::atomic<bool> ended = false;
    std::atomic<qint64> sent = 0;
    std::vector<std::thread> threads;
    for (int desk = 0; desk < desks; ++desk) {
        threads.emplace_back([&, desk] {
            exchange::HubClient client(accounts.at(static_cast<size_t>(desk)));
            const QString path = folder + u"/%1.edxml"_s.arg(desk);
            for (qint64 i = 0; !ended; ++i) {
                const QString to = officeId(static_cast<int>((desk * 37 + i * 7 + 1) % offices));
                const QString subject = u"%1.%2 "_s.arg(desk).arg(i) + QString(packetBytes - 700, u'x');
                const QByteArray packet = samples::documentPacket(officeId(desk), {to}, subject);
                const auto receipt = client.sendPacket(path, u"edoc"_s, samples::writeFile(path, packet));
                if (!receipt) {
                    qFatal("a send failed: %s %s", qPrintable(receipt.error().code),
                           qPrintable(receipt.error().detail));
                }
                sent += measuring ? 1 : 0;
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::seconds(1)); // until all connections and plans are there
    QElapsedTimer timer;
    timer.start();
    measuring = true;
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    measuring = false;
    const double rate = static_cast<double>(sent) * 1000 / static_cast<double>(timer.elapsed());
    ended = true;
    for (std::thread& thread : threads) {
        thread.join();
    }
    return rate;
}

/// The rows of one send in one transaction, by the statement that the hub uses.
QByteArray pgbenchScript() {
    const QByteArray content(packetBytes, 'x');
    return "\\set from random(0, 15)\n\\set to random(0, 199)\n"
           "BEGIN;\n"
           "INSERT INTO nonces (account, nonce, expires) VALUES ('H99.001/desk', gen_random_uuid()::text, 0);\n"
           "WITH counted AS (INSERT INTO agency_usage (agency, shard, bytes) VALUES ('H99.' || lpad(:from::text, 3, "
           "'0'), "
           "pg_backend_pid() % 64, 20000) ON CONFLICT (agency, shard) DO UPDATE SET bytes = agency_usage.bytes + "
           "excluded.bytes) "
           "SELECT congvan_deposit(s, 'H99.' || lpad(:from::text, 3, '0'), 'H99.001/desk', 'packet/' || encode(s, "
           "'hex'), "
           "'edoc', 0, 'H99.' || lpad(:to::text, 3, '0'), gen_random_uuid()::text, 'H99.001', s, s, "
           "decode(repeat('61', 600), 'hex'), CASE WHEN :from = :to THEN ARRAY['H99.' || lpad(:to::text, 3, '0')] ELSE "
           "ARRAY['H99.' || lpad(:from::text, 3, '0'), 'H99.' || lpad(:to::text, 3, '0')] END, s, '" +
           content +
           "'::bytea) FROM (SELECT sha256(gen_random_uuid()::text::bytea) AS s) random;\n"
           "COMMIT;\n";
}

/// Transactions a second of pgbench over a store that the hub made.
double pgbenchPerSecond(const QString& folder, const QString& connection, int seconds) {
    const QString script = folder + u"/send.sql"_s;
    samples::writeFile(script, pgbenchScript());
    QProcess process;
    process.start(support::PostgresCluster::programFolder() + u"/pgbench"_s,
                  {u"-n"_s, u"-M"_s, u"prepared"_s, u"-c"_s, QString::number(desks), u"-j"_s, u"2"_s, u"-T"_s,
                   QString::number(seconds), u"-f"_s, script, connection});
    process.waitForFinished(-1);
    const QString words = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
    const auto found = QRegularExpression(u"tps = ([0-9.]+)"_s).match(words);
    if (!found.hasMatch()) {
        qFatal("pgbench: %s", qPrintable(words));
    }
    return found.captured(1).toDouble();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int seconds = argc > 1 ? QByteArrayView(argv[1]).toInt() : 5;
    const QTemporaryDir folder;
    const double sqlite = sendsPerSecond(folder.filePath(u"sqlite"_s), {}, seconds);
    if (const QString missing = support::PostgresCluster::whatIsMissing(); !missing.isEmpty()) {
        std::printf("{\"figure\":\"durable sends a second\",\"sqlite\":%.0f,\"skipped\":\"%s\"}\n", sqlite,
                    qPrintable(missing));
        return 0;
    }
    support::PostgresCluster cluster({u"fsync=on"_s, u"full_page_writes=on"_s, u"synchronous_commit=on"_s,
                                      u"shared_buffers=256MB"_s, u"max_wal_size=4GB"_s, u"checkpoint_timeout=30min"_s});
    // In turns, since the machine may be busy otherwise: hub, pgbench, pgbench, hub.
    const QString first = cluster.emptyStore();
    const QString second = cluster.emptyStore();
    double hub = sendsPerSecond(folder.filePath(u"một"_s), first, seconds);
    double pgbench = pgbenchPerSecond(folder.path(), first, seconds);
    {
        const world::HubProcess schema(folder.filePath(u"bảng"_s), second, nullptr);
        samples::writeFile(folder.filePath(u"world.json"_s), worldJson());
        QByteArray words;
        world::HubProcess::run({u"import"_s, u"--data"_s, schema.folder(), folder.filePath(u"world.json"_s)}, words);
    }
    pgbench += pgbenchPerSecond(folder.path(), second, seconds);
    hub += sendsPerSecond(folder.filePath(u"hai"_s), cluster.emptyStore(), seconds);
    std::printf("{\"figure\":\"durable sends of 20 KB a second, one hub\",\"postgres\":%.0f,\"pgbench\":%.0f,"
                "\"ratio\":%.2f,\"asked\":\"1500 or ratio 0.5\",\"sqlite\":%.0f}\n",
                hub / 2, pgbench / 2, hub / pgbench, sqlite);
    return 0;
}
