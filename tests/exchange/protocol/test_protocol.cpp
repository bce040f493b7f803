// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/packetnotice.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What client and hub share. The fixed values were computed by other programs: openssl dgst and Python's hashlib.
class TestProtocol : public QObject {
    Q_OBJECT

private:
    static exchange::Message sample() {
        exchange::Message message;
        message.payload = "<act/>";
        message.cites = {QByteArray("ab").repeated(32)};
        message.participants = {u"H99.01/lan"_s, u"H99.01"_s};
        message.header = {u"book/H99.01/2026"_s,
                          7,
                          u"office"_s,
                          u"7f0f3c1e-5a6e-4f4a-9d5c-1b1c9d6d1a11"_s,
                          u"H99.01/lan"_s,
                          u"H99.01"_s,
                          QDateTime::fromMSecsSinceEpoch(1764000000123, Qt::UTC),
                          exchange::sha256Hex(message.payload),
                          exchange::attachedHash(message.cites, message.participants),
                          QByteArray("cd").repeated(32)};
        return message;
    }

private slots:
    void signatureAgreesWithOpenssl() {
        exchange::SignedRequest request;
        request.method = "POST";
        request.pathAndQuery = "/office/v1/messages?x=%C4%91";
        request.account = "H99.01/lan";
        request.timeStamp = "1764000000";
        request.nonce = "00112233445566778899aabbccddeeff";
        request.bodySha256 = exchange::sha256Hex("{\"a\":1}");
        QCOMPARE(request.bodySha256, "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
        const QByteArray key = "5ec7e75ec7e75ec7e75ec7e75ec7e75e";
        QCOMPARE(exchange::signatureOf(request, key),
                 "ca0e3d97ea82656520a269724992c484ca105c8483c47b5343dd2f6ec291cd1d");
        request.nonce = "00112233445566778899aabbccddeefe";
        QVERIFY(exchange::signatureOf(request, key) !=
                "ca0e3d97ea82656520a269724992c484ca105c8483c47b5343dd2f6ec291cd1d");
    }

    void hashesAgreeWithPython() {
        const exchange::Message message = sample();
        QCOMPARE(message.header.payloadSha256, "e256a3b0d956bd62b06994447ffc1177c1362ed4de3e3a20fe21faa642aaf5a8");
        QCOMPARE(message.header.attachedSha256, "7c3a842a2974998fc48fb09cc702335346e74bc90bd5a37c5db46414cd453374");
        QCOMPARE(exchange::headerHash(message.header),
                 "5e2f27d5d9d6b22c07bbfb63a78f819efba18548a94fe223c109b66d88fa5a8a");
    }

    void everyFieldCountsInTheHeadersHash() {
        const exchange::MessageHeader right = sample().header;
        QList<exchange::MessageHeader> changed(11, right);
        changed[0].stream += u'x';
        changed[1].sequence += 1;
        changed[2].kind += u'x';
        changed[3].messageId += u'x';
        changed[4].author += u'x';
        changed[5].authorAgency += u'x';
        changed[6].time = changed[6].time.addMSecs(1);
        changed[7].payloadSha256[0] = '0';
        changed[8].attachedSha256[0] = '0';
        changed[9].previousHeaderSha256[0] = '0';
        changed[10].authorRole = u"clerk"_s;
        for (const exchange::MessageHeader& header : changed) {
            QVERIFY(exchange::headerHash(header) != exchange::headerHash(right));
        }
        // Moving text from one field to the next gives another hash too.
        exchange::MessageHeader moved = right;
        moved.author = u"H99.01/la"_s;
        moved.authorAgency = u"nH99.01"_s;
        QVERIFY(exchange::headerHash(moved) != exchange::headerHash(right));
    }

    void comparison() {
        QVERIFY(exchange::equalInConstantTime("abc", "abc"));
        QVERIFY(exchange::equalInConstantTime("", ""));
        QVERIFY(!exchange::equalInConstantTime("abc", "abd"));
        QVERIFY(!exchange::equalInConstantTime("abc", "ab"));
        QVERIFY(exchange::isSha256Hex(QByteArray(64, 'a')));
        QVERIFY(!exchange::isSha256Hex(QByteArray(64, 'A')));
        QVERIFY(!exchange::isSha256Hex(QByteArray(63, 'a')));
        QVERIFY(!exchange::isSha256Hex(QByteArray(62, 'a') + "/."));
        QCOMPARE(exchange::randomHex(16).size(), 32);
        QVERIFY(exchange::randomHex(16) != exchange::randomHex(16));
    }

    void messagesSurviveTheWire() {
        const exchange::Message message = sample();
        const auto object = exchange::wire::object(exchange::wire::text(exchange::wire::json(message)));
        QVERIFY(object.has_value());
        QCOMPARE(exchange::wire::message(*object), std::optional(message));
        exchange::Append append{message.header.stream, 3,  u"office"_s, message.header.messageId, message.payload,
                                message.cites,         {}, {}};
        QCOMPARE(exchange::wire::append(exchange::wire::json(append)), std::optional(append));
        exchange::AgencyEntry agency{u"H99.01"_s, u"Sở Mẫu"_s, u"UBND"_s,     QDate(2025, 7, 1),
                                     {},          u"H99.09"_s, message.cites, false};
        exchange::Directory directory{
            4, true, {agency}, {{u"H99.01/lan"_s, u"lan"_s, u"Lan"_s, u"clerk"_s, u""_s, u"vp"_s}}};
        QCOMPARE(exchange::wire::directory(exchange::wire::json(directory)), std::optional(directory));
    }

    void malformedJson_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("missing") << u"kind"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("another type") << u"kind"_s << QJsonValue(7);
        QTest::newRow("text for a number") << u"expectedSequence"_s << QJsonValue(u"7"_s);
        QTest::newRow("a fraction") << u"expectedSequence"_s << QJsonValue(1.5);
        QTest::newRow("negative") << u"expectedSequence"_s << QJsonValue(-1);
        QTest::newRow("too large") << u"expectedSequence"_s << QJsonValue(1e300);
        QTest::newRow("no base64") << u"payload"_s << QJsonValue(u"***"_s);
        QTest::newRow("no list") << u"cites"_s << QJsonValue(u"x"_s);
        QTest::newRow("numbers in a list") << u"participants"_s << QJsonValue(QJsonArray{1, 2});
    }

    void malformedJson() {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        exchange::Append append;
        append.kind = u"office"_s;
        QJsonObject object = exchange::wire::json(append);
        QVERIFY(exchange::wire::append(object).has_value());
        object.insert(field, value);
        QVERIFY(!exchange::wire::append(object).has_value());
    }

    void notices() {
        const exchange::PacketNotice notice{QByteArray(64, 'a'), 12, u"edoc"_s, u"H99.01"_s, {u"H99.02"_s, u"G1.2"_s}};
        QCOMPARE(exchange::readPacketNotice(exchange::packetNoticeXml(notice)).value(), notice);
        for (const QByteArray& wrong :
             {QByteArray(), QByteArray("<packet/>"), QByteArray("%PDF"),
              exchange::packetNoticeXml({QByteArray(63, 'a'), 12, u"edoc"_s, u"H99.01"_s, {u"H99.02"_s}}),
              exchange::packetNoticeXml({QByteArray(64, 'a'), 12, u"office"_s, u"H99.01"_s, {u"H99.02"_s}}),
              exchange::packetNoticeXml({QByteArray(64, 'a'), 12, u"edoc"_s, u"H99.01"_s, {}}),
              exchange::packetNoticeXml(notice).chopped(12)}) {
            const auto read = exchange::readPacketNotice(wrong);
            QCOMPARE(read ? u"read"_s : read.error().code, u"packet-notice-malformed"_s);
        }
    }

    void whatMayBeRetried() {
        for (const QString& code : {u"server-unreachable"_s, u"server-slow"_s, u"server-error"_s, u"server-garbage"_s,
                                    u"transfer-cut"_s, u"hub-store-failed"_s, u"too-many-failures"_s}) {
            QVERIFY2(exchange::mayRetry({code, {}}), qPrintable(code));
        }
        for (const QString& code : {u"auth-failed"_s, u"clock-skew"_s, u"not-permitted"_s, u"too-large"_s,
                                    u"unknown-receiver"_s, u"cancelled"_s, u"never heard of"_s, u""_s}) {
            QVERIFY2(!exchange::mayRetry({code, {}}), qPrintable(code));
        }
        QVERIFY(exchange::isOffline({u"server-unreachable"_s, {}}));
        QVERIFY(!exchange::isOffline({u"server-error"_s, {}}));
        QVERIFY(exchange::isHubCode(u"append-conflict"_s));
        QVERIFY(!exchange::isHubCode(u"server-slow"_s));
        QCOMPARE(exchange::httpStatusOf(u"append-conflict"_s), 409);
        QCOMPARE(exchange::httpStatusOf(u"never heard of"_s), 500);
    }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "test_protocol.moc"
