// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/failover.h"

#include "exchange/client/enrolment.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/postgrescluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMap>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace world {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds for a program that is started

const QString sender = u"H99.01"_s;
const QString receiver = u"H99.02"_s;
const QString book = u"book/H99.01/2026-outgoing"_s;

QString program() {
    return QCoreApplication::applicationDirPath() + u"/congvan-hub"_s;
}

/// The receipt that the server has for a packet; nothing where it has none, or gives no answer.
std::optional<exchange::PacketReceipt> receiptOf(exchange::HubClient& client, const QByteArray& sha256) {
    const auto answer = client.findSent(sha256);
    return answer ? answer->receipt : std::nullopt;
}

/// What all clients were told, under one lock.
class Ledger {
public:
    void receipt(const exchange::PacketReceipt& receipt) {
        const std::scoped_lock lock(m_mutex);
        m_packets.insert(receipt.sha256, receipt);
        grew();
    }
    void place(const exchange::MessageHeader& header) {
        const std::scoped_lock lock(m_mutex);
        m_doubledPlaces += m_places.contains(header.sequence) ? 1 : 0;
        m_places.insert(header.sequence, exchange::headerHash(header));
        grew();
    }
    void askedFor() { ++m_asked; }
    void killed() {
        const std::scoped_lock lock(m_mutex);
        m_killed = true;
        m_sinceKill.start();
    }
    void waitFor(int receipts) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_given >= receipts; });
    }

    QMap<QByteArray, exchange::PacketReceipt> m_packets;
    QMap<qint64, QByteArray> m_places; ///< hash of the header by sequence number
    std::atomic<int> m_asked = 0;
    qsizetype m_given = 0;
    int m_doubledPlaces = 0;
    double m_outage = 0;

private:
    void grew() {
        ++m_given;
        if (m_killed && m_outage == 0) {
            m_outage = static_cast<double>(m_sinceKill.elapsed()) / 1000;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QElapsedTimer m_sinceKill;
    bool m_killed = false;
};

/// One desk: sends a packet, draws a place, sends a packet … until it has enough.
class Desk {
public:
    Desk(exchange::HubAccount account, QString folder, int number, Ledger& ledger)
        : m_client(std::move(account), limits())
        , m_folder(std::move(folder))
        , m_number(number)
        , m_ledger(ledger) {}

    /// Until it got so many receipts, of which `after` after `killed` was set.
    void work(const std::atomic<bool>& killed, int after) {
        for (int i = 0; after > 0; ++i) {
            const bool late = killed;
            if (i % 2 == 0) {
                send(i);
            } else {
                draw();
            }
            after -= late ? 1 : 0;
        }
    }

private:
    static exchange::ClientLimits limits() {
        exchange::ClientLimits limits;
        limits.answerMilliseconds = 10'000;
        limits.stalledSeconds = 10;
        return limits;
    }

    /// Sends one packet until there is a receipt; where it is open whether the server has it, it is asked first.
    void send(int i) {
        const QByteArray packet = samples::documentPacket(sender, {receiver}, u"Công văn %1.%2"_s.arg(m_number).arg(i));
        const QString path = m_folder + u"/%1.edxml"_s.arg(m_number);
        const QByteArray sha256 = samples::writeFile(path, packet);
        for (;;) {
            const auto receipt = m_client.sendPacket(path, u"edoc"_s, sha256);
            if (receipt) {
                m_ledger.receipt(*receipt);
                return;
            }
            if (const auto found = receiptOf(m_client, sha256)) {
                m_ledger.askedFor();
                m_ledger.receipt(*found);
                return;
            }
            std::this_thread::yield();
        }
    }

    /// Draws one place of the book.
    void draw() {
        exchange::Append append = samples::append(book, m_place, {});
        for (;;) {
            append.expectedSequence = m_place;
            const auto receipt = m_client.append(append);
            if (receipt) {
                m_place = receipt->header.sequence + 1;
                m_ledger.place(receipt->header);
                return;
            }
            if (receipt.error().code == "append-conflict"_L1) {
                m_place = receipt.error().detail.section(u' ', 0, 0).toLongLong() + 1;
            }
            std::this_thread::yield();
        }
    }

    exchange::HubClient m_client;
    QString m_folder;
    int m_number;
    Ledger& m_ledger;
    qint64 m_place = 2;
};

QByteArray worldOf(int clients) {
    QString accounts;
    for (int i = 0; i < clients; ++i) {
        accounts += u"%1{\"agency\":\"H99.01\",\"login\":\"desk%2\",\"mailboxes\":[\"H99.01\"]}"_s.arg(
            i > 0 ? u","_s : u""_s, QString::number(i));
    }
    return (u"{\"agencies\":[{\"organId\":\"H99.01\",\"name\":\"Sở Mẫu\"},{\"organId\":\"H99.02\",\"name\":\"Sở "
            u"Thử\"}],"
            "\"accounts\":["_s +
            accounts + u",{\"agency\":\"H99.02\",\"login\":\"reader\",\"mailboxes\":[\"H99.02\"]}]}"_s)
        .toUtf8();
}

/// Looks, as its receiver and as its sender, whether all that was acknowledged is there, once.
void compare(const Ledger& ledger, exchange::HubClient& reader, exchange::HubClient& desk, FailoverOutcome& outcome) {
    QMap<QString, int> seen;
    qint64 cursor = 0;
    for (;;) {
        const auto page = reader.feed(receiver, cursor, 500);
        if (!page || page->isEmpty()) {
            break;
        }
        for (const exchange::FeedEntry& entry : *page) {
            outcome.doubled += ++seen[entry.stream] > 1 ? 1 : 0;
            cursor = entry.cursor;
        }
    }
    for (const exchange::PacketReceipt& receipt : ledger.m_packets) {
        outcome.lost += !seen.contains(receipt.stream) || receiptOf(desk, receipt.sha256) != receipt ? 1 : 0;
    }
    QMap<qint64, QByteArray> places;
    for (qint64 from = 1;;) {
        const auto page = desk.messages(book, from, 500);
        if (!page || page->isEmpty()) {
            break;
        }
        for (const exchange::Message& message : *page) {
            places.insert(message.header.sequence, exchange::headerHash(message.header));
        }
        from = page->last().header.sequence + 1;
    }
    for (auto place = ledger.m_places.begin(); place != ledger.m_places.end(); ++place) {
        outcome.lost += places.value(place.key()) != place.value() ? 1 : 0;
    }
    outcome.doubled += ledger.m_doubledPlaces;
}

} // namespace

HubProcess::HubProcess(const QString& folder, const QString& connection, const HubProcess* keyOf)
    : m_folder(folder) {
    QByteArray words;
    if (keyOf && (!QDir().mkpath(folder) || !QFile::copy(keyOf->folder() + u"/hub.key"_s, folder + u"/hub.key"_s))) {
        qFatal("the key can't be copied");
    }
    const QStringList store =
        connection.isEmpty() ? QStringList{} : QStringList{u"--store"_s, u"postgres"_s, u"--postgres"_s, connection};
    if (run(QStringList{u"init"_s, u"--data"_s, folder} + store, words) != 0) {
        qFatal("congvan-hub init: %s", words.constData());
    }
    const QString ready = folder + u"/ready"_s;
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(program(), {u"serve"_s, u"--data"_s, folder, u"--port"_s, u"0"_s, u"--ready-file"_s, ready});
    // The program says on standard error that it serves, after it wrote the file.
    m_process.setReadChannel(QProcess::StandardError);
    if (!m_process.waitForReadyRead(patience)) {
        qFatal("congvan-hub serve says nothing");
    }
    m_port = samples::readFile(ready).trimmed().toUShort();
}

HubProcess::~HubProcess() {
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

QUrl HubProcess::url() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

int HubProcess::run(const QStringList& arguments, QByteArray& output) {
    QProcess process;
    process.start(program(), arguments);
    const bool ended = process.waitForFinished(patience);
    output = process.readAllStandardOutput() + process.readAllStandardError();
    return ended ? process.exitCode() : -1;
}

FailoverOutcome failoverRound(int clients, int receiptsBefore, int receiptsAfter) {
    const QTemporaryDir folder(QDir::tempPath() + u"/thay máy XXXXXX"_s);
    support::PostgresCluster cluster;
    [[maybe_unused]] const QString first = cluster.emptyStore();
    cluster.addStandby();
    const QString connection = cluster.connection(u"store1"_s); // names both servers
    std::vector<std::unique_ptr<HubProcess>> hubs;
    for (int i = 0; i < 3; ++i) {
        hubs.push_back(std::make_unique<HubProcess>(folder.filePath(u"máy chủ %1"_s.arg(i)), connection,
                                                    hubs.empty() ? nullptr : hubs.front().get()));
    }
    const QString world = folder.filePath(u"world.json"_s);
    samples::writeFile(world, worldOf(clients));
    QByteArray words;
    if (HubProcess::run({u"import"_s, u"--data"_s, hubs.front()->folder(), world}, words) != 0) {
        qFatal("congvan-hub import: %s", words.constData());
    }
    std::vector<exchange::HubAccount> accounts;
    const QJsonObject imported = exchange::wire::object(words).value_or(QJsonObject());
    for (const QJsonValue& value : imported.value("accounts"_L1).toArray()) {
        const QUrl url = hubs.at(accounts.size() % hubs.size())->url();
        const auto account = exchange::enrol(url, {}, value.toObject().value("code"_L1).toString());
        if (!account) {
            qFatal("a desk is not enrolled: %s", qPrintable(account.error().code));
        }
        accounts.push_back(*account);
    }
    exchange::HubClient reader(accounts.back());
    exchange::HubClient desk(accounts.front());
    if (const auto opened = desk.append(samples::append(book, 1, {sender})); !opened) {
        qFatal("the book is not opened: %s", qPrintable(opened.error().code));
    }

    Ledger ledger;
    std::atomic<bool> killed = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&, i] {
            Desk(accounts.at(static_cast<size_t>(i)), folder.path(), i, ledger).work(killed, receiptsAfter);
        });
    }
    ledger.waitFor(receiptsBefore);
    ledger.killed();
    cluster.killPrimary();
    cluster.promote();
    killed = true;
    for (std::thread& thread : threads) {
        thread.join();
    }

    FailoverOutcome outcome;
    outcome.receipts = static_cast<int>(ledger.m_packets.size());
    outcome.places = static_cast<int>(ledger.m_places.size());
    outcome.asked = ledger.m_asked;
    outcome.outageSeconds = ledger.m_outage;
    compare(ledger, reader, desk, outcome);
    outcome.whole = HubProcess::run({u"check"_s, u"--data"_s, hubs.front()->folder()}, outcome.words) == 0;
    return outcome;
}

} // namespace world
