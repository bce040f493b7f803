// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"
#include "exchange/client/officecall.h"
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/packetnotice.h"
#include "tests/exchange/hub/samples.h"
#include "tests/support/postgrescluster.h"
#include "tests/world/hubfixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <set>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using exchange::Message;
using samples::append;
using samples::writeFile;

/// What an account may do at a hub, seen through the client.
class TestHub : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    template <typename T>
    static QString codeOf(const exchange::Result<T>& result) {
        return result ? u"success"_s : result.error().code;
    }

private slots:
    void initTestCase() {
        if (qEnvironmentVariable("CONGVAN_TEST_STORE") == "postgres"_L1 &&
            !support::PostgresCluster::whatIsMissing().isEmpty()) {
            QSKIP(qPrintable(support::PostgresCluster::whatIsMissing()));
        }
    }

    void init() {
        m_hub = std::make_unique<world::HubFixture>();
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }

    void cleanup() { m_hub.reset(); }

    void statusTellsWhoOneIs() {
        const auto status = m_hub->client(u"H99.01/clerk"_s)->status();
        QVERIFY2(status.has_value(), qPrintable(codeOf(status)));
        QCOMPARE(status->account, u"H99.01/clerk"_s);
        QCOMPARE(status->agency, u"H99.01"_s);
        QCOMPARE(status->mailboxes, QStringList({u"H99.01/clerk"_s, u"H99.01"_s}));
        const auto officer = m_hub->client(u"H99.01/officer"_s)->status();
        QCOMPARE(officer->mailboxes, QStringList({u"H99.01/officer"_s}));
    }

    void anAppendReachesTheFeedsOfThoseWhoTakePart() {
        const QString stream = u"case/H99.01/1"_s;
        auto officer = m_hub->client(u"H99.01/officer"_s);
        auto leader = m_hub->client(u"H99.01/leader"_s);
        const exchange::Append first = append(stream, 1, {u"H99.01/officer"_s});
        const auto receipt = officer->append(first);
        QVERIFY2(receipt.has_value(), qPrintable(codeOf(receipt)));
        QCOMPARE(receipt->header.sequence, 1);
        QCOMPARE(receipt->header.author, u"H99.01/officer"_s);
        QVERIFY(receipt->header.previousHeaderSha256.isEmpty());

        QCOMPARE(codeOf(leader->messages(stream, 1, 10)), u"not-permitted"_s);
        exchange::Append second = append(stream, 2, {u"H99.01/leader"_s}, "<submit/>");
        second.lastSeenHead = exchange::headerHash(receipt->header);
        QVERIFY(officer->append(second).has_value());

        const auto feed = leader->feed(u"H99.01/leader"_s, 0, 10);
        QVERIFY(feed.has_value());
        QCOMPARE(feed->size(), 1);
        QCOMPARE(feed->first().sequence, 2);
        const auto messages = leader->messages(stream, 1, 10);
        QCOMPARE(messages->size(), 2);
        QCOMPARE(messages->at(1).payload, QByteArray("<submit/>"));
        QCOMPARE(messages->at(1).participants, QStringList(u"H99.01/leader"_s));
        QCOMPARE(messages->at(1).header.previousHeaderSha256, exchange::headerHash(messages->at(0).header));
        QVERIFY(leader->feed(u"H99.01/leader"_s, feed->first().cursor, 10)->isEmpty());
    }

    void theSameMessageTwiceIsStoredOnce() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        const exchange::Append once = append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s});
        const auto receipt = officer->append(once);
        QCOMPARE(officer->append(once), receipt);
        QCOMPARE(officer->messages(once.stream, 1, 10)->size(), 1);
        QCOMPARE(officer->feed(u"H99.01/officer"_s, 0, 10)->size(), 1);
        exchange::Append other = once;
        other.payload = "<other/>";
        QCOMPARE(codeOf(officer->append(other)), u"message-id-reused"_s);
    }

    void aTakenPlaceIsAConflictThatNamesTheHead() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        const auto receipt = officer->append(append(u"case/H99.01/2026"_s, 1, {u"H99.01/officer"_s}));
        const auto again = officer->append(append(u"case/H99.01/2026"_s, 1, {u"H99.01/officer"_s}));
        QCOMPARE(codeOf(again), u"append-conflict"_s);
        QCOMPARE(again.error().detail, u"1 "_s + QString::fromLatin1(exchange::headerHash(receipt->header)));
        QCOMPARE(codeOf(officer->append(append(u"case/H99.01/2026"_s, 7))), u"append-conflict"_s);
        exchange::Append forked = append(u"case/H99.01/2026"_s, 2);
        forked.lastSeenHead = exchange::sha256Hex("another head");
        QCOMPARE(codeOf(officer->append(forked)), u"stream-forked"_s);
    }

    /// What an author was when the server took a message stays with it, and is part of the chain.
    void aMessageTellsWhatItsAuthorWas() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        const QString stream = u"case/H99.01/roles"_s;
        QVERIFY(officer->append(append(stream, 1, {u"H99.01/officer"_s})).has_value());
        m_hub->import({{u"people"_s, QJsonArray{QJsonObject{{u"agency"_s, u"H99.01"_s},
                                                            {u"login"_s, u"officer"_s},
                                                            {u"name"_s, u"Nguyễn Văn officer"_s},
                                                            {u"role"_s, u"clerk"_s},
                                                            {u"account"_s, false}}}}});
        const auto receipt = officer->append(append(stream, 2));
        QVERIFY(receipt.has_value());
        QCOMPARE(receipt->header.authorRole, u"clerk"_s);
        const auto kept = officer->messages(stream, 1, 10);
        QCOMPARE(kept->at(0).header.authorRole, u"officer"_s);
        QCOMPARE(kept->at(1).header, receipt->header);
        QCOMPARE(receipt->header.previousHeaderSha256, exchange::headerHash(kept->at(0).header));
        exchange::MessageHeader changed = kept->at(0).header;
        changed.authorRole = u"clerk"_s;
        QVERIFY(exchange::headerHash(changed) != exchange::headerHash(kept->at(0).header));
        changed.authorRole.clear();
        QVERIFY(exchange::headerHash(changed) != exchange::headerHash(kept->at(0).header));
    }

    void malformedAppends_data() {
        QTest::addColumn<QString>("stream");
        QTest::addColumn<QString>("participant");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("code");
        const QString id = u"7f0f3c1e-5a6e-4f4a-9d5c-1b1c9d6d1a11"_s;
        const QString me = u"H99.01/officer"_s;
        QTest::newRow("stream of another office")
            << u"case/H99.02/1"_s << me << u"office"_s << id << 10 << u"not-permitted"_s;
        QTest::newRow("the hub's own stream")
            << u"packet/H99.01/1"_s << me << u"office"_s << id << 10 << u"request-malformed"_s;
        QTest::newRow("no office in the name")
            << u"case/1"_s << me << u"office"_s << id << 10 << u"request-malformed"_s;
        QTest::newRow("line feed in the name")
            << u"case/H99.01/1\n"_s << me << u"office"_s << id << 10 << u"request-malformed"_s;
        QTest::newRow("a packet's kind") << u"case/H99.01/1"_s << me << u"edoc"_s << id << 10 << u"request-malformed"_s;
        QTest::newRow("no uuid") << u"case/H99.01/1"_s << me << u"office"_s << u"7"_s << 10 << u"request-malformed"_s;
        QTest::newRow("another office takes part")
            << u"case/H99.01/1"_s << u"H99.02"_s << u"office"_s << id << 10 << u"mailbox-unknown"_s;
        QTest::newRow("nobody") << u"case/H99.01/1"_s << u"H99.01/nobody"_s << u"office"_s << id << 10
                                << u"mailbox-unknown"_s;
        QTest::newRow("payload over 1 MiB")
            << u"case/H99.01/1"_s << me << u"office"_s << id << 1024 * 1024 + 1 << u"too-large"_s;
    }

    void malformedAppends() {
        QFETCH(QString, stream);
        QFETCH(QString, participant);
        QFETCH(QString, kind);
        QFETCH(QString, id);
        QFETCH(int, size);
        QFETCH(QString, code);
        auto officer = m_hub->client(u"H99.01/officer"_s);
        exchange::Append wrong = append(stream, 1, {participant}, QByteArray(size, 'x'));
        wrong.kind = kind;
        wrong.messageId = id;
        const auto result = officer->append(wrong);
        QCOMPARE(codeOf(result), code);
        QVERIFY(officer->feed(u"H99.01/officer"_s, 0, 10)->isEmpty());
    }

    void nobodyReadsForeignFeedsAndStreams() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        auto stranger = m_hub->client(u"H99.02/clerk"_s);
        QVERIFY(officer->append(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s})).has_value());
        QCOMPARE(codeOf(stranger->feed(u"H99.01/officer"_s, 0, 10)), u"not-permitted"_s);
        QCOMPARE(codeOf(officer->feed(u"H99.01"_s, 0, 10)), u"not-permitted"_s);
        QCOMPARE(codeOf(stranger->messages(u"case/H99.01/1"_s, 1, 10)), u"not-permitted"_s);
        QCOMPARE(codeOf(stranger->messages(u"case/H99.01/2"_s, 1, 10)), u"not-permitted"_s);
        QCOMPARE(codeOf(officer->messages(u"case/H99.01/2"_s, 1, 10)), u"stream-unknown"_s);
        auto leader = m_hub->client(u"H99.01/leader"_s);
        QCOMPARE(codeOf(leader->append(append(u"case/H99.01/1"_s, 2, {u"H99.01/leader"_s}))), u"not-permitted"_s);
    }

    void contentComesOnlyThroughAMessage() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        auto leader = m_hub->client(u"H99.01/leader"_s);
        auto stranger = m_hub->client(u"H99.02/clerk"_s);
        // Larger than one part, so that offsets are used.
        const QByteArray bytes = QByteArray("văn bản ").repeated(20'000);
        const QByteArray sha256 = writeFile(path(u"tờ trình.pdf"_s), bytes);
        qint64 lastDone = 0;
        exchange::CallOptions options;
        options.progress = [&](qint64 done, qint64 total) {
            QVERIFY(done <= total);
            lastDone = std::max(lastDone, done);
        };
        const auto uploaded = officer->upload(path(u"tờ trình.pdf"_s), sha256, options);
        QVERIFY2(uploaded.has_value(), qPrintable(codeOf(uploaded)));
        QCOMPARE(lastDone, bytes.size());

        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s, u"H99.01/leader"_s});
        citing.cites = {sha256};
        exchange::Append stolen = append(u"case/H99.02/1"_s, 1, {u"H99.02/clerk"_s});
        stolen.cites = {sha256};
        QCOMPARE(codeOf(stranger->append(stolen)), u"content-unknown"_s);
        QVERIFY(officer->append(citing).has_value());
        QCOMPARE(codeOf(stranger->append(stolen)), u"content-unknown"_s);

        const QString target = path(u"nhận.pdf"_s);
        const auto got = leader->download(sha256, target, citing.stream);
        QVERIFY2(got.has_value(), qPrintable(codeOf(got)));
        QCOMPARE(samples::readFile(target), bytes);
        QVERIFY(!QFile::exists(target + u".part"_s));
        QCOMPARE(codeOf(stranger->download(sha256, path(u"x"_s), citing.stream)), u"content-unknown"_s);
        QCOMPARE(codeOf(leader->download(exchange::sha256Hex("no"), path(u"x"_s), citing.stream)),
                 u"content-unknown"_s);
        // Who may read it may cite it on.
        exchange::Append onwards = append(u"case/H99.01/2"_s, 1, {u"H99.01/leader"_s});
        onwards.cites = {sha256};
        QVERIFY(leader->append(onwards).has_value());
    }

    void anUploadOfOtherBytesIsNotKept() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        writeFile(path(u"a"_s), "these bytes");
        const QByteArray claimed = exchange::sha256Hex("those bytes");
        QCOMPARE(codeOf(officer->upload(path(u"a"_s), claimed)), u"content-hash-wrong"_s);
        exchange::Append citing = append(u"case/H99.01/1"_s, 1);
        citing.cites = {claimed};
        QCOMPARE(codeOf(officer->append(citing)), u"content-unknown"_s);
        // The right bytes still find their way.
        writeFile(path(u"a"_s), "those bytes");
        QVERIFY(officer->upload(path(u"a"_s), claimed).has_value());
        QVERIFY(officer->append(citing).has_value());
    }

    void anEmptyContentTravelsToo() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        const QByteArray sha256 = writeFile(path(u"rỗng"_s), "");
        QVERIFY(officer->upload(path(u"rỗng"_s), sha256).has_value());
        exchange::Append citing = append(u"case/H99.01/1"_s, 1);
        citing.cites = {sha256};
        QVERIFY(officer->append(citing).has_value());
        QVERIFY(officer->download(sha256, path(u"rỗng 2"_s), citing.stream).has_value());
        QVERIFY(QFile::exists(path(u"rỗng 2"_s)));
        QCOMPARE(codeOf(officer->upload(path(u"không có"_s), sha256)), u"upload-file-unreadable"_s);
    }

    void aPacketGoesToItsReceiversOnce() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        auto receiver = m_hub->client(u"H99.02/clerk"_s);
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v thử"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        QCOMPARE(clerk->findSent(sha256)->known, exchange::SentAnswer::Known::HasNot);
        const auto receipt = clerk->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256);
        QVERIFY2(receipt.has_value(), qPrintable(codeOf(receipt)));
        QCOMPARE(receipt->receivers, QStringList(u"H99.02"_s));
        QCOMPARE(clerk->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256), receipt);
        QCOMPARE(clerk->findSent(sha256)->receipt, std::optional(*receipt));
        QCOMPARE(receiver->findSent(sha256)->known, exchange::SentAnswer::Known::HasNot);

        const auto feed = receiver->feed(u"H99.02"_s, 0, 10);
        QCOMPARE(feed->size(), 1);
        QCOMPARE(clerk->feed(u"H99.01"_s, 0, 10)->size(), 1);
        const auto messages = receiver->messages(feed->first().stream, 1, 10);
        QCOMPARE(messages->size(), 1);
        QCOMPARE(messages->first().header.kind, u"edoc"_s);
        QCOMPARE(messages->first().header.authorAgency, u"H99.01"_s);
        QCOMPARE(messages->first().cites, QList<QByteArray>({sha256}));
        const auto notice = exchange::readPacketNotice(messages->first().payload);
        QVERIFY(notice.has_value());
        QCOMPARE(*notice, (exchange::PacketNotice{sha256, packet.size(), u"edoc"_s, u"H99.01"_s, {u"H99.02"_s}}));
        QVERIFY(receiver->download(sha256, path(u"đến.edxml"_s), receipt->stream).has_value());
        QCOMPARE(samples::readFile(path(u"đến.edxml"_s)), packet);

        const QByteArray status = samples::statusPacket(u"H99.02"_s, u"H99.01"_s);
        const QByteArray statusHash = writeFile(path(u"03.edxml"_s), status);
        const auto answered = receiver->sendPacket(path(u"03.edxml"_s), u"status"_s, statusHash);
        QVERIFY2(answered.has_value(), qPrintable(codeOf(answered)));
        QCOMPARE(answered->receivers, QStringList(u"H99.01"_s));
        QCOMPARE(clerk->feed(u"H99.01"_s, 0, 10)->size(), 2);
    }

    void wrongPackets_data() {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        const QString clerk = u"H99.01/clerk"_s;
        QTest::newRow("another office's name")
            << clerk << samples::documentPacket(u"H99.02"_s, {u"H99.01"_s}, u"x"_s) << u"edoc"_s << u"sender-foreign"_s;
        QTest::newRow("no clerk") << u"H99.01/officer"_s << samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"x"_s)
                                  << u"edoc"_s << u"sender-foreign"_s;
        QTest::newRow("a person as office")
            << u"H99.01/officer"_s << samples::documentPacket(u"H99.01/officer"_s, {u"H99.02"_s}, u"x"_s) << u"edoc"_s
            << u"sender-foreign"_s;
        QTest::newRow("unknown receiver")
            << clerk << samples::documentPacket(u"H99.01"_s, {u"H99.02"_s, u"H99.77"_s}, u"x"_s) << u"edoc"_s
            << u"unknown-receiver"_s;
        QTest::newRow("no receiver") << clerk << samples::documentPacket(u"H99.01"_s, {}, u"x"_s) << u"edoc"_s
                                     << u"unknown-receiver"_s;
        QTest::newRow("another kind") << clerk << samples::statusPacket(u"H99.01"_s, u"H99.02"_s) << u"edoc"_s
                                      << u"packet-kind-wrong"_s;
        QTest::newRow("no XML") << clerk << QByteArray("%PDF-1.7 no packet") << u"edoc"_s << u"packet-refused"_s;
        QTest::newRow("a DTD") << clerk
                               << "<!DOCTYPE a [<!ENTITY b 'c'>]>" +
                                      samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"x"_s)
                               << u"edoc"_s << u"packet-refused"_s;
    }

    void wrongPackets() {
        QFETCH(QString, account);
        QFETCH(QByteArray, packet);
        QFETCH(QString, kind);
        QFETCH(QString, code);
        auto client = m_hub->client(account);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        const auto result = client->sendPacket(path(u"gói.edxml"_s), kind, sha256);
        QCOMPARE(codeOf(result), code);
        if (code == u"unknown-receiver"_s) {
            QVERIFY(!result.error().detail.contains(u"H99.02"_s));
        }
        QCOMPARE(client->findSent(sha256)->known, exchange::SentAnswer::Known::HasNot);
        QVERIFY(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->isEmpty());
    }

    void aClosedAgencyGetsNoDocuments() {
        exchange::AgencyEntry closed;
        closed.organId = u"H99.03"_s;
        closed.name = u"Sở Cũ"_s;
        closed.validTo = QDate::currentDate().addDays(-2);
        closed.successor = u"H99.02"_s;
        QVERIFY(m_hub->server().administration().putAgency(closed).has_value());
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const QByteArray packet =
            writeFile(path(u"cũ.edxml"_s), samples::documentPacket(u"H99.01"_s, {u"H99.03"_s}, u"x"_s));
        const auto refused = clerk->sendPacket(path(u"cũ.edxml"_s), u"edoc"_s, packet);
        QCOMPARE(codeOf(refused), u"receiver-closed"_s);
        QVERIFY(refused.error().detail.contains(u"H99.02"_s));
        // What it sent before is still answered.
        const QByteArray status = writeFile(path(u"03.edxml"_s), samples::statusPacket(u"H99.01"_s, u"H99.03"_s));
        const auto answered = clerk->sendPacket(path(u"03.edxml"_s), u"status"_s, status);
        QVERIFY2(answered.has_value(), qPrintable(codeOf(answered)));
    }

    void whoIsTakenOffTheListHearsOfIt() {
        const QByteArray end = "</edXML:MessageHeader>";
        QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.01"_s}, u"x"_s);
        packet.replace(end, end + "<edXML:TraceHeaderList><edXML:Bussiness><edXML:BussinessDocType>2"
                                  "</edXML:BussinessDocType><edXML:BussinessDocReason>y</edXML:BussinessDocReason>"
                                  "<edXML:BussinessDocumentInfo><edXML:DocumentInfo>1</edXML:DocumentInfo>"
                                  "<edXML:DocumentReceiver>1</edXML:DocumentReceiver><edXML:ReceiverList>"
                                  "<edXML:Receiver><edXML:ReceiverType>0</edXML:ReceiverType><edXML:OrganId>H99.02"
                                  "</edXML:OrganId></edXML:Receiver></edXML:ReceiverList>"
                                  "</edXML:BussinessDocumentInfo></edXML:Bussiness></edXML:TraceHeaderList>");
        const QByteArray sha256 = writeFile(path(u"đổi.edxml"_s), packet);
        const auto receipt = m_hub->client(u"H99.01/clerk"_s)->sendPacket(path(u"đổi.edxml"_s), u"edoc"_s, sha256);
        QVERIFY2(receipt.has_value(), qPrintable(codeOf(receipt)));
        QCOMPARE(receipt->receivers, (QStringList{u"H99.01"_s, u"H99.02"_s}));
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
    }

    void theDirectoryGivesWhatChanged() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const auto all = clerk->directory(0);
        QVERIFY(all.has_value());
        QCOMPARE(all->agencies.size(), 2);
        QCOMPARE(all->people.size(), 3);
        QCOMPARE(all->people.first().mailbox, u"H99.01/clerk"_s);
        const QByteArray seal = exchange::sha256Hex("certificate");
        QVERIFY(m_hub->server().administration().addSeal(u"H99.02"_s, seal).has_value());
        const auto changed = clerk->directory(all->version);
        QCOMPARE(changed->agencies.size(), 1);
        QCOMPARE(changed->agencies.first().organId, u"H99.02"_s);
        QCOMPARE(changed->agencies.first().name, u"Sở Thử"_s);
        QCOMPARE(changed->agencies.first().sealCertificateSha256, QList<QByteArray>({seal}));
        QVERIFY(changed->people.isEmpty());
        QVERIFY(clerk->directory(changed->version)->agencies.isEmpty());
        // A version that never was: nothing, and the newest.
        const auto beyond = clerk->directory(std::numeric_limits<qint64>::max());
        QVERIFY(beyond.has_value());
        QCOMPARE(beyond->version, changed->version);
        QVERIFY(beyond->agencies.isEmpty() && !beyond->more);
    }

    void aLargeDirectoryComesInPages() {
        QJsonArray agencies;
        for (int number = 0; number < 12'000; ++number) {
            agencies.append(QJsonObject{{u"organId"_s, u"K%1.H99"_s.arg(number, 5, 10, QChar(u'0'))},
                                        {u"name"_s, u"Ủy ban nhân dân xã %1"_s.arg(number)}});
        }
        QVERIFY(m_hub->server().administration().import({{u"agencies"_s, agencies}}).has_value());
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        QSet<QString> found;
        qint64 since = 0;
        int pages = 0;
        for (bool more = true; more; ++pages) {
            const auto page = clerk->directory(since);
            QVERIFY2(page.has_value(), qPrintable(codeOf(page)));
            QVERIFY(page->version > since);
            QVERIFY(page->agencies.size() <= 5000);
            for (const exchange::AgencyEntry& agency : page->agencies) {
                QVERIFY(!found.contains(agency.organId));
                found.insert(agency.organId);
            }
            since = page->version;
            more = page->more;
        }
        QCOMPARE(found.size(), 12'002);
        QCOMPARE(pages, 3);
        // A change while the pages were read is in the next one.
        QVERIFY(m_hub->server().administration().addSeal(u"H99.02"_s, exchange::sha256Hex("x")).has_value());
        const auto later = clerk->directory(since);
        QCOMPARE(later->agencies.size(), 1);
        QVERIFY(!later->more);
    }

    void anEnrolmentCodeWorksOnce() {
        const QString code = m_hub->codeOf(u"H99.01/leader"_s);
        QCOMPARE(codeOf(exchange::enrol(m_hub->directUrl(), {}, u"0000-0000-0000-0000-0000"_s)),
                 u"enrolment-code-invalid"_s);
        QString typed = code.toLower();
        typed.replace(u'-', u' ');
        const auto account = exchange::enrol(m_hub->directUrl(), {}, typed);
        QVERIFY2(account.has_value(), qPrintable(codeOf(account)));
        QCOMPARE(account->account, u"H99.01/leader"_s);
        QCOMPARE(codeOf(exchange::enrol(m_hub->directUrl(), {}, code)), u"enrolment-code-invalid"_s);
        exchange::HubClient client(*account);
        QVERIFY(client.status().has_value());
        QVERIFY(m_hub->server().administration().revokeAccount(account->account).has_value());
        QCOMPARE(codeOf(client.status()), u"auth-failed"_s);
    }

    void anOldCodeIsRefused() {
        hub::HubOptions options;
        auto now = std::make_shared<std::atomic<qint64>>(QDateTime::currentMSecsSinceEpoch());
        options.clock = [now] { return QDateTime::fromMSecsSinceEpoch(*now, Qt::UTC); };
        world::HubFixture hub(options);
        hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        *now += 24 * 3600 * 1000 + 1;
        QCOMPARE(codeOf(exchange::enrol(hub.directUrl(), {}, hub.codeOf(u"H99.01/clerk"_s))),
                 u"enrolment-code-invalid"_s);
        // A good secret with a wrong clock is told about the clock.
        *now -= 24 * 3600 * 1000;
        auto client = hub.client(u"H99.01/clerk"_s);
        QVERIFY(client->status().has_value());
        *now += 400 * 1000;
        exchange::Http http(hub.url(), {}, world::HubFixture::limits());
        exchange::HttpRequest request;
        request.pathAndQuery = "/office/v1/status";
        request.answerBytes = 10'000;
        exchange::signRequest(request, hub.account(u"H99.01/clerk"_s));
        const auto refused = http.perform(request);
        QCOMPARE(refused->status, 401);
        QVERIFY(refused->body.contains("clock-skew"));
        // The client signs once more, by the hub's clock, which the refusal showed.
        QVERIFY(client->status().has_value());
    }

    void everySecretIsEncryptedAtRest() {
        const exchange::HubAccount account = m_hub->account(u"H99.01/clerk"_s);
        QVERIFY(m_hub->client(u"H99.01/clerk"_s)->status().has_value());
        for (const QString& name : {u"/hub.sqlite"_s, u"/hub.sqlite-wal"_s, u"/hub.postgres"_s}) {
            const QByteArray bytes = samples::readFile(m_hub->dataFolder() + name);
            QVERIFY(!bytes.contains(account.secret));
            QVERIFY(!bytes.contains(QByteArray::fromHex(account.secret)));
        }
        QFile key(m_hub->dataFolder() + u"/hub.key"_s);
        QVERIFY(!(key.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        hub::HubOptions options;
        options.dataFolder = m_hub->dataFolder();
        const auto opened = hub::HubServer::open(options);
        QCOMPARE(opened ? QString() : opened.error().code, u"hub-key-file-failed"_s);
    }

    void whatWasAcknowledgedOutlivesARestart() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        const auto receipt = officer->append(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        m_hub->restart();
        const auto messages = officer->messages(u"case/H99.01/1"_s, 1, 10);
        QVERIFY2(messages.has_value(), qPrintable(codeOf(messages)));
        QCOMPARE(messages->first().header, receipt->header);
    }

    void aLongPollWakesWithNews() {
        auto reader = m_hub->client(u"H99.01/leader"_s);
        auto officer = m_hub->client(u"H99.01/officer"_s);
        exchange::Result<QList<exchange::FeedEntry>> woken;
        std::thread waiting([&] { woken = reader->feed(u"H99.01/leader"_s, 0, 10, 15); });
        // Whether it waits already or comes a moment later: it sees the message either way.
        const auto receipt = officer->append(append(u"case/H99.01/1"_s, 1, {u"H99.01/leader"_s}));
        waiting.join();
        QVERIFY(receipt.has_value());
        QVERIFY2(woken.has_value(), qPrintable(codeOf(woken)));
        QCOMPARE(woken->size(), 1);
        // One whose account is revoked while it sleeps gets nothing any more, whatever wakes it.
        auto leaving = m_hub->client(u"H99.01/officer"_s);
        exchange::Result<QList<exchange::FeedEntry>> refused;
        std::thread sleeping([&] { refused = leaving->feed(u"H99.01/officer"_s, 1'000'000, 10, 2); });
        QVERIFY(m_hub->server().administration().revokeAccount(u"H99.01/officer"_s).has_value());
        sleeping.join();
        QCOMPARE(codeOf(refused), u"auth-failed"_s);
        // And one that nothing comes for ends by itself.
        const auto nothing = reader->feed(u"H99.01/leader"_s, woken->first().cursor, 10, 1);
        QVERIFY2(nothing.has_value(), qPrintable(codeOf(nothing)));
        QVERIFY(nothing->isEmpty());
    }

    void manyClerksNeverDrawTheSamePlace() {
        constexpr int threads = 8;
        constexpr int each = 5;
        const QString stream = u"book/H99.01/2026"_s;
        QVERIFY(m_hub->client(u"H99.01/clerk"_s)->append(append(stream, 1, {u"H99.01"_s})).has_value());
        std::vector<std::unique_ptr<exchange::HubClient>> clients;
        for (int i = 0; i < threads; ++i) {
            clients.push_back(m_hub->client(u"H99.01/clerk"_s));
        }
        std::vector<std::vector<qint64>> drawn(threads);
        std::vector<std::thread> workers;
        for (int i = 0; i < threads; ++i) {
            workers.emplace_back([&, i] {
                qint64 place = 2;
                while (drawn[i].size() < each) {
                    const auto receipt = clients[i]->append(append(stream, place));
                    if (receipt) {
                        drawn[i].push_back(receipt->header.sequence);
                        ++place;
                    } else if (receipt.error().code == u"append-conflict"_s) {
                        place = receipt.error().detail.section(u' ', 0, 0).toLongLong() + 1;
                    } else {
                        return;
                    }
                }
            });
        }
        for (std::thread& worker : workers) {
            worker.join();
        }
        std::set<qint64> all;
        for (const auto& list : drawn) {
            QCOMPARE(list.size(), std::size_t(each));
            all.insert(list.begin(), list.end());
        }
        QCOMPARE(all.size(), std::size_t(threads * each));
        QCOMPARE(*all.begin(), 2);
        QCOMPARE(*all.rbegin(), threads * each + 1);
        QByteArray previous;
        const auto messages = clients[0]->messages(stream, 1, 100);
        for (const Message& message : *messages) {
            QCOMPARE(message.header.previousHeaderSha256, previous);
            previous = exchange::headerHash(message.header);
        }
    }

    void anImportIsAllOrNothing() {
        auto& administration = m_hub->server().administration();
        const QJsonObject agency{{u"organId"_s, u"H99.03"_s}, {u"name"_s, u"Phòng Mới"_s}};
        const QJsonObject nameless{{u"agency"_s, u"H99.03"_s}, {u"login"_s, u"lan"_s}};
        const auto wrong =
            administration.import({{u"agencies"_s, QJsonArray{agency}}, {u"people"_s, QJsonArray{nameless}}});
        QCOMPARE(codeOf(wrong), u"hub-import-malformed"_s);
        QCOMPARE(m_hub->client(u"H99.01/clerk"_s)->directory(0)->agencies.size(), 2);
        const QJsonObject stray{
            {u"agency"_s, u"H99.09"_s}, {u"login"_s, u"lan"_s}, {u"name"_s, u"Lan"_s}, {u"role"_s, u"clerk"_s}};
        QCOMPARE(codeOf(administration.import({{u"people"_s, QJsonArray{stray}}})), u"hub-agency-unknown"_s);
        // Whoever is enrolled keeps the secret and gets no new code.
        m_hub->account(u"H99.01/clerk"_s);
        QJsonObject clerk = stray;
        clerk.insert(u"agency"_s, u"H99.01"_s);
        clerk.insert(u"login"_s, u"clerk"_s);
        const auto again = administration.import({{u"people"_s, QJsonArray{clerk}}});
        QVERIFY2(again.has_value(), qPrintable(codeOf(again)));
        QVERIFY(again->value(u"accounts"_s).toArray().isEmpty());
        QVERIFY(m_hub->client(u"H99.01/clerk"_s)->status().has_value());
    }
};

QTEST_GUILESS_MAIN(TestHub)
#include "test_hub.moc"
