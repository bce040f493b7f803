// SPDX-License-Identifier: GPL-3.0-or-later
// What the first sync of a new computer costs: COUNT packets of 20 KB from a hub on loopback into an empty profile,
// beside bare loops that fetch the same bytes over one keep-alive connection and insert them into SQLite with the same
// durability (one commit to the disk for each page). One baseline asks the same hub, one a server that does nothing but
// answer from memory. How long a page takes, the second step of arrival (attachments), verdicts and a sync with nothing
// new are figures of their own, and so is how much the profile takes on the disk. One JSON object per line.
//
// usage: benchsync FOLDER [COUNT [ATTACHMENT-BYTES]]
#include "app/runtime/foldersync.h"
#include "app/services/feedwatch.h"
#include "app/services/incomingpackets.h"
#include "app/services/judgeincoming.h"
#include "app/services/officedesk.h"
#include "app/services/querydocuments.h"
#include "app/services/syncoffice.h"
#include "app/store/storejournal.h"
#include "app/store/storesink.h"
#include "docsig/keys/cryptoruntime.h"
#include "docsig/keys/demoauthority.h"
#include "docsig/keys/pkcs12key.h"
#include "docsig/pades/padessigner.h"
#include "exchange/client/http.h"
#include "exchange/client/officecall.h"
#include "exchange/sync/syncengine.h"
#include "tests/bench/plainpdf.h"
#include "tests/world/hubfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>
#include <cstdio>
#include <semaphore>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 100;

[[noreturn]] void giveUp(const QString& why) {
    qFatal("benchsync: %s", qPrintable(why));
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// An attachment; no two are the same. 14,000 bytes make a packet of 20 KB.
QByteArray noise(int number, qsizetype size) {
    QByteArray content(size / 4 * 4, Qt::Uninitialized);
    QRandomGenerator random(static_cast<quint32>(number) + 1);
    random.fillRange(reinterpret_cast<quint32*>(content.data()), content.size() / 4);
    return content;
}

/// A document with one attachment.
QByteArray packet(int number, const QByteArray& content) {
    const QByteArray text = QByteArray::number(number);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\" "
           "xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXML:edXMLEnvelope><edXML:edXMLHeader>"
           "<edXML:MessageHeader><edXML:From><edXML:OrganId>H99.01</edXML:OrganId><edXML:OrganName>Sở Mẫu"
           "</edXML:OrganName></edXML:From><edXML:To><edXML:OrganId>H99.02</edXML:OrganId><edXML:OrganName>Sở Thử"
           "</edXML:OrganName></edXML:To><edXML:Code><edXML:CodeNumber>" +
           text +
           "</edXML:CodeNumber><edXML:CodeNotation>SM-VP</edXML:CodeNotation></edXML:Code><edXML:PromulgationInfo>"
           "<edXML:Place>Mẫu</edXML:Place><edXML:PromulgationDate>2026-11-20</edXML:PromulgationDate>"
           "</edXML:PromulgationInfo><edXML:Subject>Về việc thử số " +
           text +
           "</edXML:Subject></edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope><AttachmentEncoded>"
           "<Attachment><ContentType>application/pdf</ContentType><ContentId>cid:1</ContentId><AttachmentName>"
           "van-ban-" +
           text + ".pdf</AttachmentName><ContentTransferEncoded>" + content.toBase64() +
           "</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";
}

/// Answers GET /<number> with packet <number>; one connection at a time, kept alive.
class BareServer {
public:
    explicit BareServer(const QList<QByteArray>& packets)
        : m_packets(packets) {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(m_listener, 1) != 0 ||
            ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
            giveUp(u"the bare server does not listen"_s);
        }
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~BareServer() {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    BareServer(const BareServer&) = delete;
    BareServer& operator=(const BareServer&) = delete;
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }

private:
    void serve() {
        const int client = ::accept(m_listener, nullptr, nullptr);
        QByteArray asked;
        char buffer[4096];
        for (ssize_t got = 0; client >= 0 && (got = ::recv(client, buffer, sizeof buffer, 0)) > 0;) {
            asked.append(buffer, got);
            const qsizetype end = asked.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            const QByteArray& bytes = m_packets.at(asked.mid(5, asked.indexOf(' ', 5) - 5).toInt());
            asked.remove(0, end + 4);
            const QByteArray answer =
                "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes;
            for (qsizetype sent = 0; sent < answer.size();) {
                const ssize_t step = ::send(client, answer.constData() + sent, size_t(answer.size() - sent), 0);
                if (step <= 0) {
                    break;
                }
                sent += step;
            }
        }
        ::close(client);
    }

    const QList<QByteArray>& m_packets;
    int m_listener = -1;
    quint16 m_port = 0;
    std::thread m_thread;
};

/// Seconds that it takes to fetch one after the other and to insert.
double bareLoop(const QString& file, int count, const std::function<QByteArray(int)>& fetch) {
    QFile::remove(file);
    QElapsedTimer timer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, file);
        database.setDatabaseName(file);
        if (!database.open()) {
            giveUp(u"no database for the baseline"_s);
        }
        for (const QString& sql : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                   u"CREATE TABLE message (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"_s}) {
            QSqlQuery(database).exec(sql);
        }
        QSqlQuery insert(database);
        insert.prepare(u"INSERT INTO message (id, bytes) VALUES (?, ?)"_s);
        timer.start();
        for (int number = 0; number < count; ++number) {
            if (number % pageSize == 0) {
                database.transaction();
            }
            insert.addBindValue(number);
            insert.addBindValue(fetch(number));
            if (!insert.exec()) {
                giveUp(u"the baseline does not insert"_s);
            }
            if (number % pageSize == pageSize - 1 || number == count - 1) {
                database.commit();
            }
        }
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    QSqlDatabase::removeDatabase(file);
    return seconds;
}

QByteArray got(const exchange::Result<exchange::HttpAnswer>& answer) {
    if (!answer || answer->status != 200) {
        giveUp(u"the baseline fetches nothing: "_s + (answer ? QString::number(answer->status) : answer.error().code));
    }
    return answer->body;
}

/// A page with one signature.
QByteArray signedPdf(const QString& folder) {
    const docsig::CryptoRuntime crypto;
    auto authority = docsig::DemoAuthority::create(QDateTime::currentDateTimeUtc());
    const docsig::Pin pin = docsig::Pin::fromString(u"bench"_s);
    const QString keyFile = folder + u"/leader.p12"_s;
    const auto person = authority ? authority->issuePerson({u"Trần Thị B"_s, u"Giám đốc"_s, u"Sở Mẫu"_s})
                                  : std::unexpected(authority.error());
    if (!person || !person->writePkcs12(keyFile, pin)) {
        giveUp(u"no key"_s);
    }
    const auto key = docsig::openPkcs12(keyFile, pin);
    if (!key) {
        giveUp(u"no key"_s);
    }
    docsig::SignRequest request;
    request.fieldName = u"Signature1"_s;
    request.place = docsig::PagePlace{0, {72, 600, 113, 45}};
    request.claimedTime = QDateTime::currentDateTimeUtc();
    const auto made = docsig::PadesSigner().sign(bench::plainPdf(1), request, **key);
    if (!made) {
        giveUp(made.error().code);
    }
    return *made;
}

/// The store's sink, with how long each page takes: its files, what its packets say, and the transaction.
class TimedSink final : public exchange::MessageSink {
public:
    explicit TimedSink(exchange::MessageSink& inner)
        : m_inner(inner) {}

    std::vector<double> pages; ///< milliseconds

    exchange::Result<exchange::StreamHead> streamHead(const QString& stream) override {
        return m_inner.streamHead(stream);
    }
    exchange::Result<QList<exchange::StreamHead>> streamHeads(const QStringList& streams) override {
        return m_inner.streamHeads(streams);
    }
    exchange::Result<void> accept(const exchange::Message& message) override { return m_inner.accept(message); }
    exchange::Result<int> acceptPage(const QList<exchange::Arrival>& page,
                                     const QList<exchange::FeedCursor>& cursors) override {
        QElapsedTimer timer;
        timer.start();
        auto stored = m_inner.acceptPage(page, cursors);
        pages.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        return stored;
    }
    exchange::Result<bool> wantsContent(const exchange::Message& message, const QByteArray& sha256) override {
        return m_inner.wantsContent(message, sha256);
    }
    exchange::Result<void> acceptContent(const QByteArray& sha256, const QString& path) override {
        return m_inner.acceptContent(sha256, path);
    }

private:
    exchange::MessageSink& m_inner;
};

/// A new computer's profile.
class Receiver {
public:
    Receiver(const QString& folder, const exchange::HubAccount& account)
        : m_store(open(folder))
        , m_verify(QCoreApplication::applicationDirPath() + u"/congvan-verify"_s, QString())
        , m_desk({.store = *m_store,
                  .verifyClient = m_verify,
                  .connect = [account] { return std::make_unique<exchange::HubClient>(account); },
                  .spoolFolder = folder + u"/spool"_s,
                  .clock = {}},
                 profileIn(folder))
        , m_incoming(m_desk)
        , m_journal(*m_store)
        , m_storing(*m_store, m_incoming)
        , m_sink(m_storing)
        , m_office(m_desk, m_incoming)
        , m_server(m_desk.connect()) {}

    exchange::SyncResult sync() {
        exchange::SyncOptions options;
        options.spoolFolder = m_desk.spoolFolder();
        exchange::SyncEngine engine(*m_server, m_journal, m_sink, options);
        const auto plan = engine.decide();
        auto result = plan ? engine.run(*plan) : exchange::Result<exchange::SyncResult>();
        if (!plan || !result) {
            giveUp(u"the sync failed"_s);
        }
        for (const exchange::StepResult& step : result->steps) {
            if (!step.error.code.isEmpty()) {
                giveUp(step.error.code + u' ' + step.error.detail);
            }
        }
        return *result;
    }

    /// How long the pages took, shortest first.
    [[nodiscard]] std::vector<double> pages() const {
        std::vector<double> sorted = m_sink.pages;
        std::ranges::sort(sorted);
        return sorted;
    }

    /// All that a desk does, as the window does it.
    void office() {
        if (const auto done = m_office.sync(); !done || !done->problems.isEmpty()) {
            giveUp(u"the desk's sync failed"_s);
        }
    }
    [[nodiscard]] app::OfficeDesk& desk() { return m_desk; }
    [[nodiscard]] bool has(const QByteArray& packetSha256) {
        const auto detail = app::QueryDocuments(m_desk).detail(app::documentOfPacket(packetSha256));
        return detail && detail->summary.state == app::DocumentState::Arrived && !detail->contents.isEmpty();
    }

    /// The verdict on one document, from a process of its own.
    void judge(const QByteArray& packetSha256) {
        const auto judged = app::JudgeIncoming(m_desk).judge(app::documentOfPacket(packetSha256));
        if (!judged || judged->report.signatures.size() != 1) {
            giveUp(u"no verdict: "_s + (judged ? QString() : judged.error().code));
        }
    }

    /// The second step of all that arrived.
    int unpack() {
        const auto done = m_incoming.unpackOwed();
        if (!done) {
            giveUp(done.error().code);
        }
        return *done;
    }

private:
    static app::Profile profileIn(const QString& folder) {
        app::Profile profile;
        profile.folder = folder;
        profile.person = owner();
        profile.agency = {.id = *app::OrganId::parse(u"H99.02"_s), .name = u"Sở Thử"_s};
        return profile;
    }

    static app::Person owner() {
        return {.organ = *app::OrganId::parse(u"H99.02"_s),
                .login = u"clerk"_s,
                .name = u"Trần Thị Văn Thư"_s,
                .role = app::Role::Clerk};
    }
    static std::unique_ptr<app::OfficeStore> open(const QString& folder) {
        QDir().mkpath(folder + u"/spool"_s);
        auto store = app::OfficeStore::open(
            {.database = {.file = folder + u"/store.sqlite"_s},
             .blobs = {.folder = folder + u"/objects"_s, .syncFolder = app::syncFolder, .syncAll = app::syncFileSystem},
             .owner = owner()});
        if (!store) {
            giveUp(store.error().code);
        }
        return std::move(*store);
    }

    std::unique_ptr<app::OfficeStore> m_store;
    docsig::VerifyClient m_verify;
    app::OfficeDesk m_desk;
    app::IncomingPackets m_incoming;
    app::StoreJournal m_journal;
    app::StoreSink m_storing;
    TimedSink m_sink;
    app::SyncOffice m_office;
    std::unique_ptr<exchange::ExchangeServer> m_server;
};

qint64 bytesBelow(const QString& folder) {
    qint64 bytes = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        bytes += QFileInfo(files.next()).size();
    }
    return bytes;
}

/// Where the bytes of the store's file are: tables and indexes, the largest first, in bytes for each document.
void printTables(const QString& file, int documents) {
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tables"_s);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        QSqlQuery query(database);
        if (!database.open() || !query.exec(u"SELECT name, SUM(pgsize), SUM(unused) FROM dbstat GROUP BY name"
                                            " ORDER BY 2 DESC LIMIT 12"_s)) {
            giveUp(u"where the bytes are can't be asked"_s);
        }
        while (query.next()) {
            print({{u"figure"_s, u"store-size-of"_s},
                   {u"table"_s, query.value(0).toString()},
                   {u"value"_s, query.value(1).toDouble() / documents},
                   {u"unused"_s, query.value(2).toDouble() / documents},
                   {u"unit"_s, u"bytes a document"_s}});
        }
    }
    QSqlDatabase::removeDatabase(u"tables"_s);
}

double secondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2) {
        giveUp(u"usage: benchsync FOLDER [COUNT]"_s);
    }
    const QString& folder = words.at(1);
    const int count = words.size() > 2 ? words.at(2).toInt() : 10'000;

    const qsizetype attached = words.size() > 3 ? words.at(3).toLongLong() : 14'000;

    world::HubFixture hub;
    hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
    hub.addOffice(u"H99.02"_s, u"Sở Thử"_s);
    exchange::HubAccount sender = hub.account(u"H99.01/clerk"_s);
    exchange::HubAccount receiver = hub.account(u"H99.02/clerk"_s);
    sender.baseUrl = hub.directUrl();
    receiver.baseUrl = hub.directUrl();

    QList<QByteArray> packets;
    QList<QByteArray> hashes;
    exchange::HubClient sending(sender);
    const QString file = folder + u"/packet.edxml"_s;
    for (int number = 0; number < count; ++number) {
        packets.append(packet(number, noise(number, attached)));
        hashes.append(exchange::sha256Hex(packets.last()));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(packets.last()) != packets.last().size()) {
            giveUp(u"cannot write "_s + file);
        }
        out.close();
        if (const auto sent = sending.sendPacket(file, u"edoc"_s, hashes.last()); !sent) {
            giveUp(sent.error().code);
        }
    }

    double bare = 0;
    {
        const BareServer server(packets);
        exchange::Http http(server.url(), {}, {});
        bare = bareLoop(folder + u"/bare.sqlite"_s, count, [&](int number) {
            exchange::HttpRequest request;
            request.pathAndQuery = "/" + QByteArray::number(number);
            request.answerBytes = 1 << 20;
            return got(http.perform(request));
        });
    }
    exchange::Http http(receiver.baseUrl, {}, {});
    const double bareHub = bareLoop(folder + u"/barehub.sqlite"_s, count, [&](int number) {
        exchange::HttpRequest request;
        request.pathAndQuery = "/office/v1/content/" + hashes.at(number) + "?stream=packet/" + hashes.at(number);
        request.answerBytes = 1 << 20;
        exchange::signRequest(request, receiver);
        return got(http.perform(request));
    });

    Receiver desk(folder + u"/profile"_s, receiver);
    exchange::SyncResult arrived;
    const double first = secondsOf([&] { arrived = desk.sync(); });
    if (arrived.messagesStored != count) {
        for (const exchange::StepResult& step : arrived.steps) {
            qWarning("step %d: %s %s", int(step.step.kind), qPrintable(step.error.code), qPrintable(step.error.detail));
        }
        giveUp(u"%1 of %2 arrived"_s.arg(arrived.messagesStored).arg(count));
    }
    print({{u"figure"_s, u"first-sync"_s},
           {u"messages"_s, count},
           {u"value"_s, count / first},
           {u"unit"_s, u"messages/s"_s},
           {u"asked"_s, 0.6 * count / bareHub},
           {u"baseline"_s, u"bare loop at the same hub, insert into SQLite"_s},
           {u"baselineValue"_s, count / bareHub},
           {u"ratio"_s, bareHub / first},
           {u"ratioToServerFromMemory"_s, bare / first},
           {u"serverFromMemory"_s, count / bare}});
    const std::vector<double> pages = desk.pages();
    print({{u"figure"_s, u"first-sync-page"_s},
           {u"value"_s, pages.at(pages.size() / 2)},
           {u"worst"_s, pages.back()},
           {u"unit"_s, u"ms"_s},
           {u"pages"_s, qint64(pages.size())}});
    int unpacked = 0;
    const double second = secondsOf([&] { unpacked = desk.unpack(); });
    print({{u"figure"_s, u"first-sync-second-step"_s},
           {u"messages"_s, unpacked},
           {u"value"_s, unpacked / second},
           {u"unit"_s, u"packets/s"_s}});
    // The packets without their attachments, and the attachments; these have no text.
    qint64 needed = 0;
    for (const QByteArray& bytes : std::as_const(packets)) {
        needed += bytes.size() - (attached / 4 * 4 + 2) / 3 * 4 + attached / 4 * 4;
    }
    const qint64 taken = bytesBelow(folder + u"/profile"_s);
    print({{u"figure"_s, u"store-size"_s},
           {u"value"_s, taken},
           {u"unit"_s, u"bytes"_s},
           {u"baseline"_s, u"packets with attachments cut out, and the attachments"_s},
           {u"baselineValue"_s, needed},
           {u"ratio"_s, double(taken) / double(needed)},
           {u"asked"_s, 1.5}});
    printTables(folder + u"/profile/store.sqlite"_s, count);
    // What the desk owes for what came goes out first, a status for each document.
    const double owed = secondsOf([&] { desk.office(); });
    print({{u"figure"_s, u"first-sync-statuses"_s},
           {u"messages"_s, count},
           {u"value"_s, count / owed},
           {u"unit"_s, u"statuses/s"_s}});
    desk.office(); // its own statuses come back
    std::vector<double> nothing;
    for (int round = 0; round < 50; ++round) {
        nothing.push_back(secondsOf([&] { desk.office(); }) * 1000);
    }
    std::ranges::sort(nothing);
    print({{u"figure"_s, u"sync-nothing-new"_s},
           {u"value"_s, nothing.at(25)},
           {u"worst"_s, nothing.back()},
           {u"unit"_s, u"ms"_s},
           {u"asked"_s, 20}});

    // A new document: from the moment at which the hub has it to its row in the other desk's list.
    std::vector<double> news;
    std::vector<double> verdicts;
    const QByteArray signedBytes = signedPdf(folder);
    std::binary_semaphore told(0);
    {
        const app::FeedWatch watch(desk.desk(), [&told] { told.release(); });
        for (int round = 0; round < 50; ++round) {
            QFile out(file);
            const QByteArray bytes = packet(count + round, signedBytes);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
                giveUp(u"cannot write "_s + file);
            }
            out.close();
            QElapsedTimer timer;
            timer.start();
            if (const auto sent = sending.sendPacket(file, u"edoc"_s, exchange::sha256Hex(bytes)); !sent) {
                giveUp(sent.error().code);
            }
            told.acquire();
            desk.office();
            if (!desk.has(exchange::sha256Hex(bytes))) {
                giveUp(u"told of news that are not there"_s);
            }
            news.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            verdicts.push_back(secondsOf([&] { desk.judge(exchange::sha256Hex(bytes)); }) * 1000);
        }
    }
    std::ranges::sort(news);
    std::ranges::sort(verdicts);
    print({{u"figure"_s, u"news-in-the-list"_s},
           {u"value"_s, news.at(25)},
           {u"worst"_s, news.back()},
           {u"unit"_s, u"ms"_s},
           {u"asked"_s, 2000}});
    print({{u"figure"_s, u"verdict-of-an-arrival"_s},
           {u"value"_s, verdicts.at(25)},
           {u"worst"_s, verdicts.back()},
           {u"unit"_s, u"ms"_s},
           {u"bytes"_s, signedBytes.size()}});
    return 0;
}
