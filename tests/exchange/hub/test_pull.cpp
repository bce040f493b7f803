// SPDX-License-Identifier: GPL-3.0-or-later
// News in one request, packets in one request: the answer's bounds, its reader, waiting, and a clock that is off.
#include "exchange/hub/hubserver.h"
#include "exchange/protocol/bundle.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/hubfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::Literals::StringLiterals;
using exchange::PullAnswer;
using exchange::PullRequest;
using exchange::SentAnswer;
using samples::append;
using samples::writeFile;

namespace {

template <typename T>
QString codeOf(const exchange::Result<T>& result) {
    return result ? u"no error"_s : result.error().code;
}

exchange::ServerStatus status() {
    return {.version = u"1"_s,
            .time = QDateTime(QDate(2026, 11, 26), QTime(1, 2, 3), Qt::UTC),
            .account = u"H99.02/clerk"_s,
            .agency = u"H99.02"_s,
            .mailboxes = {u"H99.02"_s, u"H99.02/clerk"_s},
            .maximumContentBytes = 1000};
}

/// One message in two feeds, with its content.
PullAnswer sampleAnswer() {
    exchange::Message message;
    message.header = {.stream = u"packet/1"_s,
                      .sequence = 1,
                      .kind = u"edoc"_s,
                      .messageId = u"id"_s,
                      .author = u"H99.01/clerk"_s,
                      .authorAgency = u"H99.01"_s,
                      .time = status().time,
                      .payloadSha256 = exchange::sha256Hex("<packet/>"),
                      .attachedSha256 = {},
                      .previousHeaderSha256 = {}};
    message.payload = "<packet/>";
    message.cites = {exchange::sha256Hex("content\n")};
    message.header.attachedSha256 = exchange::attachedHash(message.cites, {});
    PullAnswer answer;
    answer.status = status();
    answer.directoryVersion = 7;
    answer.remaining = 3;
    answer.more = true;
    answer.entries = {{u"H99.02"_s, 4, u"packet/1"_s, 1}, {u"H99.02/clerk"_s, 9, u"packet/1"_s, 1}};
    answer.messages = {message};
    answer.contents = {{message.cites.first(), "content\n"}};
    return answer;
}

} // namespace

class TestPull : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QByteArray packetFile(const QString& name, const QString& subject) const {
        return writeFile(path(name), samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, subject));
    }

private slots:
    void init() {
        m_hub = std::make_unique<world::HubFixture>();
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }
    void cleanup() { m_hub.reset(); }

    void aBundleComesBackAsItWas() {
        const PullAnswer answer = sampleAnswer();
        QCOMPARE(exchange::readBundle(exchange::writeBundle(answer)), std::optional(answer));
        const PullRequest request{.cursors = {{u"H99.02"_s, 4}},
                                  .directoryVersion = 7,
                                  .limit = 3,
                                  .inlineBytes = 5,
                                  .largestInline = 6,
                                  .waitSeconds = 8,
                                  .counts = true};
        QCOMPARE(exchange::readPullRequest(exchange::writePullRequest(request)), std::optional(request));
    }

    void oddBundlesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = exchange::writeBundle(sampleAnswer());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no line end") << good.left(good.indexOf('\n'));
        QTest::newRow("cut in the content") << good.chopped(1);
        QTest::newRow("bytes behind") << good + 'x';
        QTest::newRow("content twice") << good + good.mid(good.indexOf('\n') + 1);
        QTest::newRow("another content") << QByteArray(good).replace("content\n", "contenT\n");
        QTest::newRow("size with a sign") << QByteArray(good).replace(" 8\ncontent", " +8\ncontent");
        QTest::newRow("size with a zero before") << QByteArray(good).replace(" 8\ncontent", " 08\ncontent");
        QTest::newRow("size that overflows")
            << QByteArray(good).replace(" 8\ncontent", " 9999999999999999999\ncontent");
        QTest::newRow("status missing") << QByteArray(good).replace("\"status\"", "\"statuz\"");
        QTest::newRow("cursor zero") << QByteArray(good).replace("\"cursor\":4", "\"cursor\":0");
        QTest::newRow("payload of another hash")
            << QByteArray(good).replace(QByteArray("<packet/>").toBase64(), QByteArray("<pocket/>").toBase64());
        QTest::newRow("entry without message") << QByteArray(good).replace(
            "\"cursor\":4,\"mailbox\":\"H99.02\",\"sequence\":1", "\"cursor\":4,\"mailbox\":\"H99.02\",\"sequence\":2");
        PullAnswer backwards = sampleAnswer();
        backwards.entries[1].mailbox = u"H99.02"_s;
        std::swap(backwards.entries[0], backwards.entries[1]);
        QTest::newRow("feed goes backwards") << exchange::writeBundle(backwards);
        PullAnswer uncited = sampleAnswer();
        uncited.contents = {{exchange::sha256Hex("other"), "other"}};
        QTest::newRow("content that nobody cites") << exchange::writeBundle(uncited);
        PullAnswer doubled = sampleAnswer();
        doubled.messages.append(doubled.messages.first());
        QTest::newRow("message twice") << exchange::writeBundle(doubled);
    }

    void oddBundlesAreRefused() {
        QFETCH(QByteArray, bytes);
        QVERIFY(!exchange::readBundle(bytes).has_value());
    }

    void bundlesAboveALimitAreRefused() {
        const QByteArray good = exchange::writeBundle(sampleAnswer());
        for (const exchange::BundleLimits& limits :
             {exchange::BundleLimits{.headBytes = 100}, exchange::BundleLimits{.entries = 1},
              exchange::BundleLimits{.contents = 0}, exchange::BundleLimits{.contentBytes = 7}}) {
            QVERIFY(!exchange::readBundle(good, limits).has_value());
        }
    }

    void everythingNewComesInOneRequest() {
        const QByteArray sha256 = packetFile(u"gói.edxml"_s, u"Về việc"_s);
        auto sender = m_hub->client(u"H99.01/clerk"_s);
        const int before = m_hub->requests();
        QVERIFY(sender->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256));
        QCOMPARE(m_hub->requests(), before + 1); // and a small packet goes in one
        QVERIFY(m_hub->client(u"H99.02/officer"_s)
                    ->append(append(u"case/H99.02/1"_s, 1, {u"H99.02"_s, u"H99.02/clerk"_s, u"H99.02/officer"_s})));

        auto clerk = m_hub->client(u"H99.02/clerk"_s);
        const int asked = m_hub->requests();
        const auto answer = clerk->pull({});
        QVERIFY2(answer.has_value(), qPrintable(codeOf(answer)));
        QCOMPARE(m_hub->requests(), asked + 1);
        QCOMPARE(answer->status.account, u"H99.02/clerk"_s);
        QVERIFY(answer->directoryVersion > 0);
        QCOMPARE(answer->entries.size(), 3); // the act is in both feeds
        QCOMPARE(answer->messages.size(), 2);
        QCOMPARE(answer->contents.size(), 1);
        QCOMPARE(answer->contents.first().sha256, sha256);
        QVERIFY(!answer->more);

        PullRequest next;
        next.directoryVersion = clerk->directory(0)->version;
        for (const auto& entry : answer->entries) {
            next.cursors.removeIf([&](const exchange::FeedCursor& cursor) { return cursor.mailbox == entry.mailbox; });
            next.cursors.append({entry.mailbox, entry.cursor});
        }
        const auto nothing = clerk->pull(next);
        QVERIFY(nothing->entries.isEmpty());
        QVERIFY(nothing->messages.isEmpty());
        QCOMPARE(nothing->directoryVersion, next.directoryVersion);
    }

    void answersAreBounded() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QList<QByteArray> hashes;
        for (int number = 0; number < 4; ++number) {
            const QString file = path(u"nội dung %1"_s.arg(number));
            hashes.append(writeFile(file, QByteArray(40'000, static_cast<char>('a' + number))));
            QVERIFY(officer->upload(file, hashes.last()));
            exchange::Append citing =
                append(u"case/H99.01/%1"_s.arg(number), 1, {u"H99.01/leader"_s, u"H99.01/officer"_s});
            citing.cites = {hashes.last()};
            QVERIFY(officer->append(citing));
        }
        auto leader = m_hub->client(u"H99.01/leader"_s);
        // By bytes of contents: two fit.
        auto answer = leader->pull({.cursors = {}, .inlineBytes = 100'000, .counts = true});
        QCOMPARE(answer->entries.size(), 2);
        QCOMPARE(answer->contents.size(), 2);
        QVERIFY(answer->more);
        QCOMPARE(answer->remaining, 2);
        // A first content that is too large for the answer does not stop the feed; it is fetched by itself.
        answer = leader->pull({.cursors = {}, .inlineBytes = 1'000});
        QCOMPARE(answer->entries.size(), 1);
        QVERIFY(answer->contents.isEmpty());
        QVERIFY(answer->more);
        // By number.
        answer = leader->pull({.cursors = {}, .limit = 3});
        QCOMPARE(answer->entries.size(), 3);
        QVERIFY(answer->more);
        // Large ones never come along.
        answer = leader->pull({.cursors = {}, .largestInline = 39'999});
        QCOMPARE(answer->entries.size(), 4);
        QVERIFY(answer->contents.isEmpty());
        QVERIFY(!answer->more);
        // Nor what the asking account itself has brought.
        answer = officer->pull({});
        QCOMPARE(answer->entries.size(), 4);
        QVERIFY(answer->contents.isEmpty());
        // A foreign feed is not given, whatever cursor is named.
        answer = leader->pull({.cursors = {{u"H99.02"_s, 0}}});
        for (const auto& entry : answer->entries) {
            QCOMPARE(entry.mailbox, u"H99.01/leader"_s);
        }
    }

    void aPullWaitsForNewsInAnyFeed() {
        auto clerk = m_hub->client(u"H99.02/clerk"_s);
        const PullRequest waiting{.cursors = {}, .directoryVersion = clerk->directory(0)->version, .waitSeconds = 15};
        auto later = std::async(std::launch::async, [&] { return clerk->pull(waiting); });
        QCOMPARE(later.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
        QVERIFY(m_hub->client(u"H99.02/officer"_s)
                    ->append(append(u"case/H99.02/1"_s, 1, {u"H99.02/clerk"_s, u"H99.02/officer"_s})));
        QCOMPARE(later.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        QCOMPARE(later.get()->entries.size(), 1);
    }

    void packetsInOneRequestKeepEveryRule() {
        auto clerk = m_hub->client(u"H99.01/clerk"_s);
        const QByteArray sha256 = packetFile(u"gói.edxml"_s, u"Một lần"_s);
        QCOMPARE(clerk->findSent(sha256)->known, SentAnswer::Known::HasNot);
        const auto first = clerk->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256);
        QVERIFY2(first.has_value(), qPrintable(codeOf(first)));
        QCOMPARE(*clerk->sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256), *first);
        QCOMPARE(clerk->findSent(sha256)->receipt, std::optional(*first));
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
        // In parts the same packet is the same packet.
        exchange::ClientLimits parts = world::HubFixture::limits();
        parts.wholePacketBytes = 0;
        exchange::HubClient inParts(m_hub->account(u"H99.01/clerk"_s), parts);
        QCOMPARE(*inParts.sendPacket(path(u"gói.edxml"_s), u"edoc"_s, sha256), *first);

        const QByteArray foreign =
            writeFile(path(u"lạ.edxml"_s), samples::documentPacket(u"H99.02"_s, {u"H99.01"_s}, u"V/v"_s));
        QCOMPARE(codeOf(clerk->sendPacket(path(u"lạ.edxml"_s), u"edoc"_s, foreign)), u"sender-foreign"_s);
        QCOMPARE(codeOf(clerk->sendPacket(path(u"gói.edxml"_s), u"status"_s, packetFile(u"gói.edxml"_s, u"Hai"_s))),
                 u"packet-kind-wrong"_s);
        QCOMPARE(codeOf(clerk->sendPacket(path(u"không có"_s), u"edoc"_s, foreign)), u"upload-file-unreadable"_s);
        // A line that breaks after the hub took it: asked for, not sent twice.
        const QByteArray lost = packetFile(u"mất.edxml"_s, u"Biên nhận mất"_s);
        m_hub->setFault({world::Fault::Kind::LoseAnswer, 0, -1});
        QCOMPARE(codeOf(clerk->sendPacket(path(u"mất.edxml"_s), u"edoc"_s, lost)), u"transfer-cut"_s);
        m_hub->setFault({});
        QCOMPARE(clerk->findSent(lost)->known, SentAnswer::Known::Has);
    }

    void aClockThatIsOffIsMeasuredAndGotRound() {
        hub::HubOptions options;
        const qint64 ahead = 3 * 3600;
        options.clock = [] { return QDateTime::currentDateTimeUtc().addSecs(ahead); };
        world::HubFixture early(options);
        early.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        auto clerk = early.client(u"H99.01/clerk"_s);
        const int before = early.requests();
        const auto first = clerk->status();
        QVERIFY2(first.has_value(), qPrintable(codeOf(first)));
        QCOMPARE(early.requests(), before + 2); // refused once, signed by the hub's clock then
        QVERIFY(clerk->status().has_value());
        QCOMPARE(early.requests(), before + 3); // and kept to it
    }
};

QTEST_GUILESS_MAIN(TestPull)
#include "test_pull.moc"
