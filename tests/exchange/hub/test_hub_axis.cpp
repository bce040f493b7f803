// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/axis/axisclient.h"
#include "exchange/envelope/errorlist.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/wire.h"
#include "tests/exchange/client/fakepacketserver.h"
#include "tests/exchange/hub/axiscall.h"
#include "tests/exchange/hub/rawline.h"
#include "tests/world/hubfixture.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using raw::axisRequestText;
using Call = raw::AxisCall;
using samples::documentPacket;
using samples::statusPacket;
using samples::writeFile;

/// The axis' own calls at the hub: what honest clients do with them, and what nobody may.
class TestHubAxis final : public QObject {
    Q_OBJECT

    std::unique_ptr<world::HubFixture> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;
    int m_calls = 0;
    QByteArray m_function;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    exchange::AxisAccount account(const QString& name) {
        const exchange::HubAccount known = m_hub->account(name);
        exchange::AxisSwitches switches;
        switches.idsAreHashes = true;
        return {m_hub->url().resolved(QUrl(u"/axis"_s)), name, known.secret, {}, switches};
    }
    std::unique_ptr<exchange::AxisClient> client(const QString& organId) {
        return std::make_unique<exchange::AxisClient>(account(organId + u"/clerk"_s), world::HubFixture::limits(),
                                                      [this] { return m_now; });
    }
    /// Writes a packet and tells what it is.
    exchange::PacketIdentity packet(const QByteArray& bytes, const QString& kind, const QString& from) {
        exchange::PacketIdentity identity;
        identity.sha256 = writeFile(path(u"gói.edxml"_s), bytes);
        identity.kind = kind;
        identity.from = from;
        return identity;
    }
    template <typename T>
    static QString codeOf(const exchange::Result<T>& result) {
        return result ? u"success"_s : result.error().code;
    }
    exchange::Result<QList<exchange::ListedPacket>> list(exchange::AxisClient& axis, const QString& kind) {
        return axis.listReceived(kind, m_now.addDays(-7), m_now.addSecs(1));
    }

    /// How many packets wait; -1 where the list is refused.
    qsizetype count(exchange::AxisClient& axis, const QString& kind) {
        const auto listed = list(axis, kind);
        return listed ? listed->size() : -1;
    }

    QByteArray text(const Call& call, const QString& name, const QByteArray& secret) {
        return axisRequestText(call, name, secret, m_now.addSecs(call.stampOffset).addMSecs(++m_calls));
    }
    QJsonObject ask(const QByteArray& request) const {
        const raw::Line line(m_hub->directUrl().port());
        const QByteArray answer = line.send(request) ? line.readToEnd() : QByteArray();
        QJsonObject object = exchange::wire::object(answer.mid(answer.indexOf("\r\n\r\n") + 4)).value_or(QJsonObject());
        object.insert(u"http"_s, QString::fromLatin1(answer.mid(9, 3)));
        return object;
    }
    QString codeOf(const Call& call, const QString& name = u"H99.01/clerk"_s) {
        const QJsonObject answer = ask(text(call, name, m_hub->account(name).secret));
        const QString code = answer.value("code"_L1).toString();
        return code.isEmpty() ? answer.value("status"_L1).toString() : code;
    }
    static Call sending(const QByteArray& bytes, const QByteArray& from, const QByteArray& hash = {}) {
        Call call;
        call.path = "/axis/sendEdoc";
        call.contentType = "application/octet-stream";
        call.fields = {{"from", from},
                       {"servicetype", "eDoc"},
                       {"messagetype", "edoc"},
                       {"hash-file", hash.isEmpty() ? exchange::sha256Hex(bytes) : hash}};
        call.body = "--b\r\nContent-Disposition: form-data; name=\"file_doc\"; filename=\"../../x\"\r\n\r\n" + bytes +
                    "\r\n--b--\r\n";
        return call;
    }
    /// Bodies of requests that the hub keeps on its disk.
    QStringList leftOver() const { return QDir(m_hub->dataFolder() + u"/uploads"_s).entryList(QDir::Files); }

private slots:
    void init() {
        // The rows of a table share a hub: what is refused leaves nothing behind.
        const QByteArray function = QTest::currentTestFunction();
        if (std::exchange(m_function, function) == function) {
            m_now = m_now.addSecs(10); // the same call of a new client in the same millisecond would be a replay
            return;
        }
        m_now = QDateTime(QDate(2026, 3, 5), QTime(2, 15), Qt::UTC);
        m_folder = std::make_unique<QTemporaryDir>();
        hub::HubOptions options;
        options.clock = [this] { return m_now; };
        m_hub = std::make_unique<world::HubFixture>(options);
        for (const QString& organId : {u"H99.01"_s, u"H99.02"_s, u"H99.03"_s}) {
            m_hub->addOffice(organId, u"Sở "_s + organId);
        }
    }

    void cleanupTestCase() { m_hub.reset(); }

    void twoClientsExchangeADocumentAndItsStatuses() {
        const auto sender = client(u"H99.01"_s);
        const auto receiver = client(u"H99.02"_s);
        const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v thử nghiệm"_s);
        const auto identity = packet(bytes, u"edoc"_s, u"H99.01"_s);
        QCOMPARE(sender->hasSent(identity), exchange::Result<exchange::Known>(exchange::Known::No));
        const auto docId = sender->send(path(u"gói.edxml"_s), identity);
        QVERIFY2(docId, qPrintable(codeOf(docId)));
        QCOMPARE(sender->hasSent(identity), exchange::Result<exchange::Known>(exchange::Known::Yes));
        QCOMPARE(sender->send(path(u"gói.edxml"_s), identity), docId); // again: the same, once

        QCOMPARE(receiver->countReceived(u"edoc"_s), exchange::Result<qint64>(1));
        const auto listed = list(*receiver, u"edoc"_s);
        QVERIFY2(listed, qPrintable(codeOf(listed)));
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->at(0), (exchange::ListedPacket{*docId, u"edoc"_s, u"H99.01"_s, {u"H99.02"_s}, m_now}));
        QVERIFY(receiver->acknowledge(*docId, exchange::PacketServer::Taken::Processing));
        QCOMPARE(count(*receiver, u"edoc"_s), 1); // not done yet
        QVERIFY(receiver->fetch(*docId, path(u"đến"_s)));
        QCOMPARE(samples::readFile(path(u"đến"_s)), bytes);
        QVERIFY(receiver->acknowledge(*docId, exchange::PacketServer::Taken::Done));
        QVERIFY(receiver->acknowledge(*docId, exchange::PacketServer::Taken::Done));
        QCOMPARE(count(*receiver, u"edoc"_s), 0);
        QCOMPARE(receiver->countReceived(u"edoc"_s), exchange::Result<qint64>(0));
        QCOMPARE(count(*sender, u"edoc"_s), 0); // what one sends does not come to oneself

        const auto status = packet(statusPacket(u"H99.02"_s, u"H99.01"_s), u"status"_s, u"H99.02"_s);
        const auto statusId = receiver->send(path(u"gói.edxml"_s), status);
        QVERIFY2(statusId, qPrintable(codeOf(statusId)));
        QCOMPARE(receiver->hasSent(status), exchange::Result<exchange::Known>(exchange::Known::Yes));
        exchange::PacketIdentity other = status; // between the same offices, not sent yet
        other.sha256 = exchange::sha256Hex("another");
        QCOMPARE(receiver->hasSent(other), exchange::Result<exchange::Known>(exchange::Known::No));
        QCOMPARE(sender->countReceived(u"status"_s), exchange::Result<qint64>(1));
        const auto statuses = list(*sender, u"status"_s);
        QVERIFY(statuses);
        QCOMPARE(statuses->size(), 1);
        QVERIFY(sender->fetch(statuses->at(0).docId, path(u"đến"_s)));
        QCOMPARE(samples::readFile(path(u"đến"_s)), statusPacket(u"H99.02"_s, u"H99.01"_s));
        QVERIFY(sender->acknowledge(statuses->at(0).docId, exchange::PacketServer::Taken::Done));
        QCOMPARE(count(*sender, u"status"_s), 0);
        QCOMPARE(leftOver(), QStringList());
    }

    void quirksOfOtherClients() {
        auto odd = account(u"H99.01/clerk"_s);
        odd.switches.sdkHash = true;
        odd.switches.multipartContentType = false;
        exchange::AxisClient sender(odd, world::HubFixture::limits(), [this] { return m_now; });
        auto other = account(u"H99.02/clerk"_s);
        other.switches.streams = false;
        other.switches.pageDays = 1;
        other.switches.getsDirectoryByVersion = true;
        exchange::AxisClient receiver(other, world::HubFixture::limits(), [this] { return m_now; });
        // Bytes whose hash the Java library writes shorter than 64 digits.
        QByteArray bytes;
        for (int number = 0; bytes.isEmpty() || exchange::axis::fileHash(exchange::sha256Hex(bytes), true).size() == 64;
             ++number) {
            bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, QString::number(number));
        }
        const auto docId = sender.send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s));
        QVERIFY2(docId, qPrintable(codeOf(docId)));
        QCOMPARE(count(receiver, u"edoc"_s), 1);
        QVERIFY(receiver.fetch(*docId, path(u"đến"_s)));
        QCOMPARE(samples::readFile(path(u"đến"_s)), bytes);
        const auto directory = receiver.agencies(0);
        QVERIFY(directory);
        QCOMPARE(directory->agencies.size(), 3);
        QCOMPARE(directory->agencies.at(0).name, u"Sở H99.01"_s);
        QCOMPARE(receiver.agencies(directory->version)->agencies.size(), 0);
    }

    void anAgencyClosesByTheDayInVietnam() {
        exchange::AgencyEntry closing;
        closing.organId = u"H99.03"_s;
        closing.name = u"Sở Cũ"_s;
        closing.validTo = QDate(2026, 3, 5);
        QVERIFY(m_hub->server().administration().putAgency(closing).has_value());
        const auto sender = client(u"H99.01"_s);
        int number = 0;
        const auto isClosed = [&] {
            const auto directory = sender->agencies(0);
            const bool listed = directory && directory->agencies.last().validTo == QDate(2026, 3, 5);
            const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.03"_s}, QString::number(++number));
            const auto sent = sender->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s));
            return std::pair(listed, !sent);
        };
        // The directory and the post say the same, at both ends of the night.
        m_now = QDateTime(QDate(2026, 3, 5), QTime(16, 59, 30), Qt::UTC);
        QCOMPARE(isClosed(), std::pair(false, false));
        m_now = QDateTime(QDate(2026, 3, 5), QTime(17, 0, 30), Qt::UTC);
        QCOMPARE(isClosed(), std::pair(true, true));
    }

    void oneSpeaksTheAxisTheOtherTheOffice() {
        const auto axis = client(u"H99.01"_s);
        const auto office = m_hub->client(u"H99.02/clerk"_s);
        m_now = QDateTime::currentDateTimeUtc(); // the office's client has the system's clock
        const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s, u"H99.03"_s}, u"một"_s);
        const auto docId = axis->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s));
        QVERIFY2(docId, qPrintable(codeOf(docId)));
        const auto feed = office->feed(u"H99.02"_s, 0, 10);
        QVERIFY2(feed, qPrintable(codeOf(feed)));
        QCOMPARE(feed->size(), 1);
        QVERIFY(office->download(docId->toLatin1(), path(u"đến"_s), feed->at(0).stream));
        QCOMPARE(samples::readFile(path(u"đến"_s)), bytes);
        const QByteArray sha256 = writeFile(path(u"trạng thái"_s), statusPacket(u"H99.02"_s, u"H99.01"_s));
        QVERIFY(office->sendPacket(path(u"trạng thái"_s), u"status"_s, sha256));
        const auto statuses = list(*axis, u"status"_s);
        QVERIFY(statuses);
        QCOMPARE(statuses->size(), 1);
        QCOMPARE(statuses->at(0).docId.toLatin1(), sha256);
        QVERIFY(axis->acknowledge(statuses->at(0).docId, exchange::PacketServer::Taken::Done));
        // And the other way: a document of the office, taken by the axis; what the axis notes is in nobody's feed.
        const QByteArray second = writeFile(path(u"hai"_s), documentPacket(u"H99.02"_s, {u"H99.01"_s}, u"hai"_s));
        QVERIFY(office->sendPacket(path(u"hai"_s), u"edoc"_s, second));
        QCOMPARE(count(*axis, u"edoc"_s), 1);
        QVERIFY(axis->acknowledge(QString::fromLatin1(second), exchange::PacketServer::Taken::Done));
        QCOMPARE(office->feed(u"H99.02"_s, 0, 10)->size(), 3);
    }

    void theLoopRunsOverTheRealHub() {
        const auto server = client(u"H99.01"_s);
        const auto other = client(u"H99.02"_s);
        samples::MemoryPacketJournal ours;
        samples::MemoryPacketJournal theirs;
        exchange::PacketSyncOptions options;
        options.spoolFolder = m_folder->path();
        options.clock = [this] { return m_now; };
        const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"một"_s);
        exchange::OutgoingPacket owed;
        owed.id = u"x"_s;
        owed.path = path(u"gói.edxml"_s);
        owed.packet = packet(bytes, u"edoc"_s, u"H99.01"_s);
        ours.out = {owed};
        exchange::PacketSync sync(*server, ours, ours, options);
        // The hub takes the packet, and its answer never comes.
        m_hub->setFault({world::Fault::Kind::LoseAnswer, 0, 1});
        const auto lost = sync.send();
        QVERIFY(lost);
        QCOMPARE(lost->sent, 0);
        QCOMPARE(ours.out.at(0).state, exchange::OutgoingPacket::State::Started);
        m_hub->setFault({});
        m_now = m_now.addSecs(3600);
        const auto asked = sync.run();
        QVERIFY(asked);
        QCOMPARE(asked->sent, 1);
        exchange::PacketSync theirSync(*other, theirs, theirs, options);
        for (int round = 0; round < 2; ++round) {
            const auto received = theirSync.run();
            QVERIFY(received);
            QCOMPARE(received->failures.size(), 0);
            QCOMPARE(received->stored, round == 0 ? 1 : 0);
        }
        QCOMPARE(theirs.stored, (QMap<QByteArray, int>{{bytes, 1}}));
        QCOMPARE(count(*other, u"edoc"_s), 0);
    }

    void eachReceiverHasItsOwnWord() {
        const auto sender = client(u"H99.01"_s);
        const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s, u"H99.03"_s}, u"hai nơi"_s);
        const auto docId = sender->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s));
        QVERIFY(docId);
        QVERIFY(client(u"H99.02"_s)->acknowledge(*docId, exchange::PacketServer::Taken::Failed));
        QCOMPARE(count(*client(u"H99.02"_s), u"edoc"_s), 0);
        QCOMPARE(count(*client(u"H99.03"_s), u"edoc"_s), 1);
        Call call;
        call.path = "/axis/getSentEdocList";
        const QJsonArray rows =
            ask(text(call, u"H99.01/clerk"_s, m_hub->account(u"H99.01/clerk"_s).secret)).value("data"_L1).toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0)["toCode"_L1].toString(), u"H99.02"_s);
        QCOMPARE(rows.at(0)["receiveStatus"_L1].toString(), u"fail"_s);
        QCOMPARE(rows.at(0)["title"_L1].toString(), u"hai nơi"_s);
        QCOMPARE(rows.at(0)["notation"_L1].toString(), u"07/SM-VP"_s);
        QCOMPARE(rows.at(0)["sentTime"_L1].toString(), u"05/03/2026 09:15:00"_s);
        QCOMPARE(rows.at(1)["receiveStatus"_L1].toString(), u"initial"_s);
        // Another office sees nothing of it.
        QCOMPARE(codeOf(call, u"H99.03/clerk"_s), u"OK"_s);
        QVERIFY(ask(text(call, u"H99.03/clerk"_s, m_hub->account(u"H99.03/clerk"_s).secret))
                    .value("data"_L1)
                    .toArray()
                    .isEmpty());
    }

    void listsKeepToTheirTime() {
        const auto sender = client(u"H99.01"_s);
        const auto receiver = client(u"H99.02"_s);
        const QDateTime first = m_now;
        for (int day = 0; day < 30; ++day) {
            m_now = first.addDays(day);
            const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, QString::number(day));
            QVERIFY(sender->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s)));
        }
        const auto between = [&](int from, int to) {
            const auto found = receiver->listReceived(u"edoc"_s, first.addDays(from), first.addDays(to));
            return found ? found->size() : qsizetype(-1);
        };
        QCOMPARE(between(0, 29), 30);
        QCOMPARE(between(10, 12), 3);
        QCOMPARE(between(29, 40), 1);
        QCOMPARE(between(40, 50), 0);
        QCOMPARE(between(-20, -1), 0);
    }

    void aLargePacketStreams() {
        QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"tệp lớn"_s);
        bytes.replace("</edXML>", "<edXML:AttachmentEncoded><edXML:Attachment><edXML:ContentId>cid:1</edXML:ContentId>"
                                  "<edXML:AttachmentName>a.bin</edXML:AttachmentName><edXML:ContentTransferEncoded>" +
                                      QByteArray(20 * 1024 * 1024, 'A') +
                                      "</edXML:ContentTransferEncoded></edXML:Attachment></edXML:AttachmentEncoded>"
                                      "</edXML>");
        const auto sender = client(u"H99.01"_s);
        qint64 largest = 0;
        exchange::CallOptions options;
        options.progress = [&largest](qint64 done, qint64) { largest = std::max(largest, done); };
        const auto docId = sender->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s), options);
        QVERIFY2(docId, qPrintable(codeOf(docId)));
        QVERIFY(largest > bytes.size());
        QVERIFY(client(u"H99.02"_s)->fetch(*docId, path(u"đến"_s)));
        QCOMPARE(exchange::sha256Hex(samples::readFile(path(u"đến"_s))), docId->toLatin1());
        // As JSON it would stand in memory as a whole.
        auto inJson = account(u"H99.02/clerk"_s);
        inJson.switches.streams = false;
        exchange::AxisClient other(inJson, world::HubFixture::limits(), [this] { return m_now; });
        QCOMPARE(codeOf(other.fetch(*docId, path(u"đến"_s))), u"too-large"_s);
        QCOMPARE(leftOver(), QStringList());
    }

    void hostileCallsAreRefused_data() {
        QTest::addColumn<QString>("code");
        for (const char* row : {"good:OK",
                                "wrong secret:auth-failed",
                                "unknown account:auth-failed",
                                "stamp of yesterday:clock-skew",
                                "stamp of tomorrow:clock-skew",
                                "no stamp:clock-skew",
                                "value changed in its header:axis-headers-wrong",
                                "value changed in the JSON:axis-headers-wrong",
                                "value changed in both:auth-failed",
                                "header twice:axis-headers-wrong",
                                "hash twice:axis-headers-wrong",
                                "nothing signed:axis-headers-wrong",
                                "parameter not signed:request-malformed",
                                "no such call:path-unknown",
                                "wrong method:path-unknown",
                                "query:path-unknown",
                                "large body:too-large",
                                "chunks:length-required",
                                "time that is none:request-malformed",
                                "no agency's mailbox:not-permitted",
                                "register an agency:not-permitted",
                                "delete an agency:not-permitted"}) {
            const QByteArray text(row);
            QTest::newRow(text.left(text.indexOf(':')).constData())
                << QString::fromLatin1(text.mid(text.indexOf(':') + 1));
        }
    }

    void hostileCallsAreRefused() {
        QFETCH(QString, code);
        const QByteArray row = QTest::currentDataTag();
        QString name = u"H99.01/clerk"_s;
        QByteArray secret = m_hub->account(name).secret;
        Call call;
        call.fields = {{"messagetype", "edoc"}};
        if (row == "wrong secret") {
            secret = QByteArray(64, '0');
        } else if (row == "unknown account") {
            name = u"H99.01/nobody"_s;
        } else if (row.startsWith("stamp of")) {
            call.stampOffset = row.endsWith("yesterday") ? -310 : 310;
        } else if (row == "no stamp") {
            call.replaced = "timestamp";
            call.with = "timestomp";
        } else if (row == "value changed in its header") {
            call.replaced = "XroadVnpt-messagetype: edoc";
            call.with = "XroadVnpt-messagetype: status";
        } else if (row == "value changed in the JSON") {
            call.replaced = "\"XroadVnpt-messagetype\":\"edoc\"";
            call.with = "\"XroadVnpt-messagetype\":\"status\"";
        } else if (row == "value changed in both") {
            call.replaced = "edoc";
            call.with = "status";
        } else if (row == "header twice") {
            call.extra = "XroadVnpt-messagetype: edoc\r\n";
        } else if (row == "hash twice") {
            call.extra = "XroadVnpt-hash-header: 00\r\n";
        } else if (row == "nothing signed") {
            call.replaced = "XroadVnpt-sign-header";
            call.with = "X-sign-header";
        } else if (row == "parameter not signed") {
            call.path = "/axis/updateStatus";
            call.extra = "XroadVnpt-docid: " + QByteArray(64, 'a') + "\r\nXroadVnpt-status: done\r\n";
        } else if (row == "no such call") {
            call.path = "/axis/getEverything";
        } else if (row == "wrong method") {
            call.method = "GET";
        } else if (row == "query") {
            call.path = "/axis/getReceivedEdocList?x=1";
        } else if (row == "large body") {
            call.announced = 70'000;
            call.body.clear();
        } else if (row == "chunks") {
            call.extra = "Transfer-Encoding: chunked\r\n";
            call.replaced = "Content-Length: 2\r\n";
            call.body.clear();
            call.announced = 2;
        } else if (row == "time that is none") {
            call.fields.emplaceBack("fromDate", "30/02/2026 00:00:00");
        } else if (row == "no agency's mailbox") {
            name = u"H99.01/officer"_s;
            secret = m_hub->account(name).secret;
        } else if (row == "register an agency") {
            call.path = "/axis/registerAgency";
        } else if (row == "delete an agency") {
            call.path = "/axis/deleteAgency";
            call.fields = {{"AgencyCode", "H99.02"}};
        }
        QByteArray request = text(call, name, secret);
        if (row == "no stamp") {
            // Signed anew without it: what is missing is the stamp, not the signature.
            const qsizetype at = request.indexOf("XroadVnpt-sign-header: ") + 23;
            const QByteArray json = request.mid(at, request.indexOf("\r\n", at) - at);
            const qsizetype hash = request.indexOf("XroadVnpt-hash-header: ") + 23;
            request.replace(hash, 64, exchange::axis::hashOf(json, secret));
        }
        const QJsonObject answer = ask(request);
        const QString said = answer.value("code"_L1).toString();
        QCOMPARE(said.isEmpty() ? answer.value("status"_L1).toString() : said, code);
        if (code != "OK"_L1) {
            QCOMPARE(answer.value("status"_L1).toString(), u"FAIL"_s);
            QVERIFY(answer.value("ErrorCode"_L1).toString().toInt() > 0);
            const auto errors = exchange::readErrorList(answer.value("ErrorDesc"_L1).toString().toUtf8());
            QVERIFY(errors);
            QCOMPARE(errors->at(0).code, code);
        }
    }

    void aReplayIsRefused() {
        Call call;
        call.fields = {{"messagetype", "edoc"}};
        const QByteArray request = text(call, u"H99.01/clerk"_s, m_hub->account(u"H99.01/clerk"_s).secret);
        QCOMPARE(ask(request).value("status"_L1).toString(), u"OK"_s);
        QCOMPARE(ask(request).value("code"_L1).toString(), u"nonce-replayed"_s);
        m_now = m_now.addSecs(299);
        QCOMPARE(ask(request).value("code"_L1).toString(), u"nonce-replayed"_s);
        m_now = m_now.addSecs(10);
        QCOMPARE(ask(request).value("code"_L1).toString(), u"clock-skew"_s);
        m_hub->restart();
        m_now = m_now.addSecs(-10);
        QCOMPARE(ask(request).value("code"_L1).toString(), u"nonce-replayed"_s);
    }

    void guessingIsSlowedDown() {
        Call call;
        QCOMPARE(codeOf(call), u"OK"_s);
        QStringList codes;
        for (int guess = 0; guess < 22; ++guess) {
            codes.append(ask(text(call, u"H99.01/clerk"_s, "đoán")).value("code"_L1).toString());
        }
        QCOMPARE(codes.first(), u"auth-failed"_s);
        QCOMPARE(codes.last(), u"too-many-failures"_s);
        QCOMPARE(codeOf(call), u"too-many-failures"_s);
    }

    void aRevokedAccountIsOut() {
        QCOMPARE(codeOf(Call{}), u"OK"_s);
        QVERIFY(m_hub->server().administration().revokeAccount(u"H99.01/clerk"_s));
        QCOMPARE(codeOf(Call{}), u"auth-failed"_s);
    }

    void onlyOnesOwnPacketsAreSent_data() {
        QTest::addColumn<QString>("code");
        for (const char* row :
             {"good:OK", "boundary with a tail:multipart-malformed", "foreign in the header:sender-foreign",
              "foreign in the packet:sender-foreign", "other bytes:content-hash-wrong", "no form:request-malformed",
              "no packet:request-malformed", "two packets:request-malformed", "cut form:multipart-malformed",
              "kind:packet-kind-wrong", "no kind:request-malformed", "no hash:request-malformed",
              "unknown receiver:unknown-receiver", "no packet at all:packet-refused", "oversize:too-large",
              "long first line:request-malformed"}) {
            const QByteArray text(row);
            QTest::newRow(text.left(text.indexOf(':')).constData())
                << QString::fromLatin1(text.mid(text.indexOf(':') + 1));
        }
    }

    void onlyOnesOwnPacketsAreSent() {
        QFETCH(QString, code);
        const QByteArray row = QTest::currentDataTag();
        const QByteArray good = documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"một"_s);
        Call call = sending(good, "H99.01");
        if (row == "boundary with a tail") {
            call.body.replace("--b--", "--bx--");
        } else if (row == "foreign in the header") {
            call = sending(documentPacket(u"H99.02"_s, {u"H99.03"_s}, u"một"_s), "H99.02");
            call.announced = call.body.size(); // refused before it comes
            call.body.clear();
        } else if (row == "foreign in the packet") {
            call = sending(documentPacket(u"H99.02"_s, {u"H99.03"_s}, u"một"_s), "H99.01");
        } else if (row == "other bytes") {
            call = sending(good, "H99.01", QByteArray(64, 'a'));
        } else if (row == "no form") {
            call.body = good;
        } else if (row == "no packet") {
            call.body.replace("file_doc", "file_dac");
        } else if (row == "two packets") {
            call.body.replace("--b--\r\n", call.body);
        } else if (row == "cut form") {
            call.body.chop(8);
        } else if (row == "kind") {
            call = sending(documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"hai"_s), "H99.01"); // one that is not there yet
            call.fields[2].second = "status";
        } else if (row == "no kind") {
            call.fields.removeAt(2);
        } else if (row == "no hash") {
            call.fields.removeLast();
        } else if (row == "unknown receiver") {
            call = sending(documentPacket(u"H99.01"_s, {u"X1.1"_s}, u"một"_s), "H99.01");
        } else if (row == "no packet at all") {
            call = sending("<html/>", "H99.01");
        } else if (row == "oversize") {
            call.announced = 201LL * 1024 * 1024;
            call.body.clear();
        } else if (row == "long first line") {
            call.body = "--" + QByteArray(100, 'b');
        }
        const qsizetype before = count(*client(u"H99.02"_s), u"edoc"_s);
        QVERIFY(before >= 0);
        QCOMPARE(codeOf(call), code);
        QCOMPARE(count(*client(u"H99.02"_s), u"edoc"_s), before + (code == "OK"_L1 ? 1 : 0));
        QCOMPARE(leftOver(), QStringList());
    }

    void aCutLineLeavesNothing() {
        Call call = sending(documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"một"_s), "H99.01");
        const QByteArray request = text(call, u"H99.01/clerk"_s, m_hub->account(u"H99.01/clerk"_s).secret);
        {
            const raw::Line line(m_hub->directUrl().port());
            QVERIFY(line.send(request.chopped(20)));
        }
        QTRY_COMPARE(leftOver(), QStringList());
        QCOMPARE(count(*client(u"H99.02"_s), u"edoc"_s), 0);
        QCOMPARE(codeOf(call), u"OK"_s); // the same packet, sent anew
    }

    void knowingAHashIsNoRight() {
        const QByteArray bytes = documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"mật"_s);
        const auto docId = client(u"H99.01"_s)->send(path(u"gói.edxml"_s), packet(bytes, u"edoc"_s, u"H99.01"_s));
        QVERIFY(docId);
        const auto stranger = client(u"H99.03"_s);
        QCOMPARE(codeOf(stranger->fetch(*docId, path(u"đến"_s))), u"content-unknown"_s);
        QCOMPARE(codeOf(stranger->acknowledge(*docId, exchange::PacketServer::Taken::Done)), u"content-unknown"_s);
        auto inJson = account(u"H99.03/clerk"_s);
        inJson.switches.streams = false;
        exchange::AxisClient other(inJson, world::HubFixture::limits(), [this] { return m_now; });
        QCOMPARE(codeOf(other.fetch(*docId, path(u"đến"_s))), u"content-unknown"_s);
        QVERIFY(!QFile::exists(path(u"đến"_s)));
        // The sender has the packet, but the word on it is the receivers'.
        QCOMPARE(codeOf(client(u"H99.01"_s)->acknowledge(*docId, exchange::PacketServer::Taken::Done)),
                 u"content-unknown"_s);
        QCOMPARE(codeOf(client(u"H99.02"_s)->fetch(u"../../hub.key"_s, path(u"đến"_s))), u"request-malformed"_s);
        QCOMPARE(count(*client(u"H99.02"_s), u"edoc"_s), 1);
    }

    void theHubsOwnStreamIsNobodys() {
        const auto office = m_hub->client(u"H99.02/clerk"_s);
        const auto sender = m_hub->client(u"H99.01/clerk"_s);
        m_now = QDateTime::currentDateTimeUtc(); // the office's clients have the system's clock
        QCOMPARE(codeOf(office->append(samples::append(u"axis/H99.02/taken"_s, 1, {u"H99.02"_s}))),
                 u"request-malformed"_s);
        const QByteArray sha256 = writeFile(path(u"một"_s), documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"một"_s));
        QVERIFY(sender->sendPacket(path(u"một"_s), u"edoc"_s, sha256));
        QVERIFY(client(u"H99.02"_s)->acknowledge(QString::fromLatin1(sha256), exchange::PacketServer::Taken::Done));
        QCOMPARE(codeOf(office->messages(u"axis/H99.02/taken"_s, 1, 10)), u"not-permitted"_s);
    }
};

QTEST_GUILESS_MAIN(TestHubAxis)
#include "test_hub_axis.moc"
