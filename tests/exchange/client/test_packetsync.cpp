// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/packetfolder.h"
#include "tests/exchange/client/fakepacketserver.h"
#include "tests/exchange/client/suites.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace exchange;
using namespace Qt::Literals::StringLiterals;
using In = IncomingPacket::State;
using Out = OutgoingPacket::State;

class TestPacketSync final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QDateTime m_now{QDate(2026, 3, 5), QTime(2, 15), Qt::UTC};

    PacketSyncOptions options() {
        PacketSyncOptions made;
        made.spoolFolder = m_folder.path();
        made.clock = [this] { return m_now; };
        made.random = [] { return 0.5; };
        return made;
    }
    static OutgoingPacket owed(const QString& id) {
        OutgoingPacket packet;
        packet.id = id;
        packet.path = u"/"_s + id;
        packet.packet.sha256 = sha256Hex(id.toUtf8());
        packet.packet.kind = u"edoc"_s;
        return packet;
    }
    /// Rounds, as a computer makes them that runs again after each death, until nothing is left to do.
    void live(PacketServer& server, samples::MemoryPacketJournal& journal, int rounds = 8) {
        for (int round = 0; round < rounds; ++round) {
            PacketSync sync(server, journal, journal, options());
            [[maybe_unused]] const auto result = sync.run();
            m_now = m_now.addSecs(3600);
        }
    }

private slots:
    void init() { m_now = QDateTime(QDate(2026, 3, 5), QTime(2, 15), Qt::UTC); }

    void aRound() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một", m_now.addDays(-6));
        server.wait(u"A-2"_s, u"edoc"_s, "hỏng", m_now.addSecs(-5));
        server.wait(u"S-1"_s, u"status"_s, "trạng thái");
        journal.unusable.insert("hỏng");
        journal.out = {owed(u"x"_s), owed(u"y"_s)};
        PacketSync sync(server, journal, journal, options());
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(result->listed, 3);
        QCOMPARE(result->stored, 2);
        QCOMPARE(result->unusable, 1);
        QCOMPARE(result->acknowledged, 3);
        QCOMPARE(result->sent, 2);
        QCOMPARE(result->failures.size(), 0);
        QCOMPARE(result->clockOffsetSeconds, std::optional<qint64>(90));
        QCOMPARE(server.waiting.at(0).taken, u"done"_s);
        QCOMPARE(server.waiting.at(1).taken, u"fail"_s);
        QCOMPARE(journal.out.at(1).docId, u"D-2"_s);
        QCOMPARE(journal.out.at(1).packet.triedSince, m_now);
        // Nothing is done twice, and nothing new costs two lists.
        server.calls = 0;
        const auto again = sync.run();
        QVERIFY(again);
        QCOMPARE(server.calls, 2);
        QCOMPARE(again->stored + again->sent + again->acknowledged, 0);
    }

    void theSameDocIdTwiceIsOneDocument() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        server.wait(u"A-1"_s, u"edoc"_s, "một"); // listed twice
        server.wait(u"B-7"_s, u"edoc"_s, "một"); // the same bytes under another number
        live(server, journal, 2);
        QCOMPARE(journal.in.size(), 2);
        QCOMPARE(journal.stored, (QMap<QByteArray, int>{{"một", 1}}));
        QCOMPARE(server.waiting.at(2).taken, u"done"_s);
    }

    void deathAnywhereLosesAndDoublesNothing_data() {
        QTest::addColumn<bool>("behind");
        QTest::addColumn<bool>("canBeAsked");
        for (const bool behind : {false, true}) {
            for (const bool asked : {false, true}) {
                QTest::addRow("%s, %s", behind ? "behind the commit" : "before it", asked ? "asked" : "cannot be asked")
                    << behind << asked;
            }
        }
    }

    void deathAnywhereLosesAndDoublesNothing() {
        QFETCH(bool, behind);
        QFETCH(bool, canBeAsked);
        int deaths = 0;
        for (int call = 0;; ++call) {
            samples::FakePacketServer server;
            samples::MemoryPacketJournal journal;
            server.answer = canBeAsked ? Known::Yes : Known::CannotTell;
            server.wait(u"A-1"_s, u"edoc"_s, "một");
            server.wait(u"A-2"_s, u"edoc"_s, "hai");
            server.wait(u"S-1"_s, u"status"_s, "trạng thái");
            journal.out = {owed(u"x"_s), owed(u"y"_s)};
            journal.callsUntilDeath = call;
            journal.diesBehind = behind;
            live(server, journal);
            const bool died = journal.callsUntilDeath < 0;
            deaths += died ? 1 : 0;
            QCOMPARE(journal.stored, (QMap<QByteArray, int>{{"hai", 1}, {"một", 1}, {"trạng thái", 1}}));
            for (const auto& one : server.waiting) {
                QCOMPARE(one.taken, u"done"_s);
            }
            int uncertain = 0;
            for (const OutgoingPacket& packet : journal.out) {
                QVERIFY(server.sent.value(packet.packet.sha256) <= 1);
                uncertain += packet.state == Out::Uncertain ? 1 : 0;
                QVERIFY(packet.state == Out::Done || (!canBeAsked && packet.state == Out::Uncertain));
                QVERIFY(packet.state != Out::Done || server.sent.value(packet.packet.sha256) == 1);
            }
            QVERIFY(uncertain <= 1);
            if (!died) {
                break;
            }
        }
        QVERIFY2(deaths >= 15, qPrintable(QString::number(deaths)));
    }

    void aLostAnswerIsAskedForOrUncertain_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<bool>("canBeAsked");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("times");
        const auto row = [](const char* name, const QString& code, bool taken, bool asked, Out state, int times) {
            QTest::newRow(name) << code << taken << asked << static_cast<int>(state) << times;
        };
        row("cut, it has it", u"transfer-cut"_s, true, true, Out::Done, 1);
        row("cut, it has it not", u"transfer-cut"_s, false, true, Out::Done, 1);
        row("slow, it has it", u"server-slow"_s, true, true, Out::Done, 1);
        row("500, it has it", u"server-error"_s, true, true, Out::Done, 1);
        row("page, it has it", u"server-garbage"_s, true, true, Out::Done, 1);
        row("cancelled, it has it", u"cancelled"_s, true, true, Out::Done, 1);
        row("answer too large, it has it", u"answer-too-large"_s, true, true, Out::Done, 1);
        row("cut, cannot be asked", u"transfer-cut"_s, true, false, Out::Uncertain, 1);
        row("cancelled, cannot be asked", u"cancelled"_s, false, false, Out::Uncertain, 0);
        row("nobody there, cannot be asked", u"server-unreachable"_s, false, false, Out::Done, 1);
        row("it says it failed, cannot be asked", u"axis-server-failed"_s, false, false, Out::Done, 1);
        row("it says it failed, it has it", u"axis-server-failed"_s, true, true, Out::Done, 1);
        row("it says it failed reading, it has it", u"axis-processing-failed"_s, true, true, Out::Done, 1);
        row("a number nobody knows, cannot be asked", u"axis-refused"_s, true, false, Out::Uncertain, 1);
        row("unknown receiver", u"axis-receiver-unknown"_s, false, true, Out::Failed, 0);
        row("wrong secret", u"axis-secret-wrong"_s, false, false, Out::Failed, 0);
        row("too large", u"too-large"_s, false, false, Out::Failed, 0);
    }

    void aLostAnswerIsAskedForOrUncertain() {
        QFETCH(QString, code);
        QFETCH(bool, taken);
        QFETCH(bool, canBeAsked);
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.answer = canBeAsked ? Known::Yes : Known::CannotTell;
        server.sendError = {code, {}};
        server.takesBeforeError = taken;
        journal.out = {owed(u"x"_s)};
        live(server, journal, 1);
        server.sendError = {};
        live(server, journal, 3);
        QTEST(static_cast<int>(journal.out.at(0).state), "state");
        QTEST(server.sent.value(journal.out.at(0).packet.sha256), "times");
    }

    void tryingEnds() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.sendError = {u"axis-server-failed"_s, u"20"_s};
        server.fetchError = {u"axis-processing-failed"_s, {}};
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        journal.out = {owed(u"x"_s)};
        PacketSync sync(server, journal, journal, options());
        const QDateTime begin = m_now;
        QList<qint64> pauses;
        // What the server did while it failed is not known: in the end a person looks.
        while (journal.out.at(0).state != Out::Uncertain && pauses.size() < 1000) {
            const auto result = sync.run();
            QVERIFY(result);
            if (result->nextDue) {
                pauses.append(m_now.msecsTo(*result->nextDue));
                m_now = *result->nextDue;
            }
        }
        QVERIFY(begin.daysTo(m_now) >= 7); // a server may be ill over a weekend
        QVERIFY(begin.daysTo(m_now) < 10);
        QCOMPARE(pauses.first(), 37'500);                               // 30 s and a quarter of them
        QCOMPARE(*std::ranges::max_element(pauses), 3'600'000 * 5 / 4); // an hour and a quarter of it
        QCOMPARE(journal.out.at(0).error.code, u"packet-sync-gave-up"_s);
        QCOMPARE(journal.in.at(0).state, In::Failed);
        QCOMPARE(journal.in.at(0).error.code, u"packet-sync-gave-up"_s);
        // Not before its time.
        server.calls = 0;
        QVERIFY(sync.run());
        QCOMPARE(server.calls, 2);
    }

    void onlyAServersFinalWordEndsTheFetching_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("final");
        QTest::newRow("cut") << u"transfer-cut"_s << false;
        QTest::newRow("its fault") << u"axis-server-failed"_s << false;
        QTest::newRow("busy") << u"too-fast"_s << false;
        QTest::newRow("wrong secret") << u"axis-secret-wrong"_s << false;
        QTest::newRow("disk full") << u"packet-file-unwritable"_s << false;
        QTest::newRow("a page") << u"server-refused"_s << false;
        QTest::newRow("refused") << u"axis-file-bad"_s << true;
        QTest::newRow("not there any more") << u"content-unknown"_s << true;
        QTest::newRow("its files apart") << u"packet-attachments-apart"_s << true;
    }

    void onlyAServersFinalWordEndsTheFetching() {
        QFETCH(QString, code);
        QFETCH(bool, final);
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        server.fetchError = {code, {}};
        const QDateTime end = m_now.addDays(5);
        bool told = false;
        while (m_now < end) {
            PacketSync sync(server, journal, journal, options());
            const auto result = sync.run();
            QVERIFY(result);
            for (const auto& failure : result->failures) {
                told = told || (failure.id == u"A-1"_s && failure.error.code == code);
            }
            m_now = m_now.addSecs(3600);
        }
        QVERIFY(told);
        QCOMPARE(journal.in.at(0).state, final ? In::Failed : In::Listed);
        server.fetchError = {};
        live(server, journal, 2);
        QCOMPARE(journal.stored.value("một"), final ? 0 : 1);
    }

    void aServerThatAsksForAPauseGetsIt() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        server.wait(u"A-2"_s, u"edoc"_s, "hai");
        server.fetchError = {u"too-fast"_s, {}};
        server.retryAfter = 900;
        journal.out = {owed(u"x"_s)};
        PacketSync sync(server, journal, journal, options());
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(server.calls, 3); // two lists and one packet: the rest waits, too
        QVERIFY(m_now.secsTo(journal.in.at(0).nextAttempt) >= 900);
        QCOMPARE(journal.in.at(1).attempts, 0);
        QVERIFY(m_now.secsTo(result->nextDue.value_or(m_now)) >= 900);
        // A list that is refused so is asked for again no sooner, either.
        server.down = {u"too-fast"_s, {}};
        server.calls = 0;
        const auto again = sync.run();
        QVERIFY(again);
        QCOMPARE(server.calls, 1);
        QVERIFY(m_now.secsTo(again->nextDue.value_or(m_now)) >= 900);
    }

    void aWeekWithoutALine() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        live(server, journal, 1);
        const QDateTime cut = m_now;
        server.down = {u"server-unreachable"_s, {}};
        for (int item = 0; item < 500; ++item) {
            journal.out.append(owed(QString::number(item)));
        }
        server.wait(u"A-1"_s, u"edoc"_s, "trong lúc mất mạng", cut.addDays(1));
        live(server, journal, 7 * 24);
        for (const OutgoingPacket& packet : journal.out) {
            QCOMPARE(packet.attempts, 0);
        }
        server.down = {};
        server.windows.clear();
        PacketSync sync(server, journal, journal, options());
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(result->sent, 500);
        QCOMPARE(result->stored, 1); // its day is inside, though no round of that day could ask
        QVERIFY(server.windows.at(0).first <= cut.addSecs(-48 * 3600 + 3600));
        for (const OutgoingPacket& packet : journal.out) {
            QCOMPARE(server.sent.value(packet.packet.sha256), 1);
        }
    }

    void windowsOverlap() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        live(server, journal, 1);
        // Dated before the end of the list that did not have it: the server was late.
        server.wait(u"A-1"_s, u"edoc"_s, "muộn", m_now.addSecs(-3700));
        live(server, journal, 1);
        QCOMPARE(journal.stored.value("muộn"), 1);
        // A clock that is set back makes no window that begins in the future.
        m_now = m_now.addDays(-30);
        live(server, journal, 1);
        QVERIFY(server.windows.last().first < server.windows.last().second);
    }

    void listsThatAreCutHideNothing() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.page = 2;
        for (int day = 0; day < 6; ++day) {
            server.wait(QString::number(day), u"edoc"_s, QByteArray::number(day), m_now.addDays(-6 + day));
        }
        PacketSyncOptions made = options();
        made.pageSize = 2;
        made.lookBackDays = 10;
        PacketSync sync(server, journal, journal, made);
        for (int round = 0; round < 4; ++round) {
            QVERIFY(sync.run());
            m_now = m_now.addSecs(300);
        }
        QCOMPARE(journal.stored.size(), 6);
        // And once nothing is hidden any more, the window moves on.
        server.windows.clear();
        QVERIFY(sync.run());
        QVERIFY(server.windows.at(0).first > m_now.addDays(-3));
    }

    void aStopEndsTheRound() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        std::stop_source stop;
        stop.request_stop();
        PacketSync sync(server, journal, journal, options());
        const auto result = sync.run(stop.get_token());
        QVERIFY(result);
        QVERIFY(result->cancelled);
        QCOMPARE(server.calls, 0);
        QCOMPARE(sync.run()->stored, 1);
    }

    void aRefusedLoginDoesNothing() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.loginError = {u"axis-secret-wrong"_s, {}};
        journal.out = {owed(u"x"_s)};
        PacketSync sync(server, journal, journal, options());
        const auto result = sync.run();
        QVERIFY(result);
        QCOMPARE(result->failures.size(), 1);
        QCOMPARE(result->failures.at(0).error.code, u"axis-secret-wrong"_s);
        QCOMPARE(server.calls, 0);
        QCOMPARE(journal.out.at(0).state, Out::Planned);
    }

    void whatIsStoredStaysWhenTheWordIsRefused() {
        samples::FakePacketServer server;
        samples::MemoryPacketJournal journal;
        server.wait(u"A-1"_s, u"edoc"_s, "một");
        journal.in = {{server.waiting.at(0).packet, In::Stored, 0, {}, {}}};
        server.down = {u"axis-refused"_s, {}};
        live(server, journal, 1);
        QCOMPARE(journal.in.at(0).state, In::Done);
        QCOMPARE(journal.in.at(0).error.code, u"axis-refused"_s);
    }

    void aFolderRemembers() {
        const QTemporaryDir home;
        const QString folder = home.filePath(u"sổ"_s);
        const QString file = home.filePath(u"gói.edxml"_s);
        const QByteArray bytes = samples::documentPacket(u"H99.01"_s, {u"G99.02"_s, u"G99.02"_s}, u"V/v thử"_s);
        samples::writeFile(file, bytes);
        samples::FakePacketServer server;
        server.wait(u"A-1"_s, u"edoc"_s, bytes);
        server.wait(u"A-2"_s, u"edoc"_s, bytes); // the same bytes
        server.wait(u"A-3"_s, u"edoc"_s, "hỏng");
        server.sendError = {u"transfer-cut"_s, {}};
        server.takesBeforeError = true;
        QString id;
        for (int round = 0; round < 3; ++round) {
            // Closed and opened again, as by one call of the command line after the other.
            auto opened = PacketFolder::open(folder, [this] { return m_now; });
            QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code));
            PacketFolder& packets = **opened;
            QCOMPARE(PacketFolder::open(folder).error().code, u"packet-folder-busy"_s);
            id = packets.plan(file).value_or(QString());
            QCOMPARE(packets.plan(file), Result<QString>(id));
            PacketSyncOptions made = options();
            made.spoolFolder = packets.spoolFolder();
            PacketSync sync(server, packets, packets, made);
            const auto result = sync.run();
            QVERIFY(result);
            QCOMPARE(result->stored, round == 0 ? 2 : 0);
            QCOMPARE(result->unusable, round == 0 ? 1 : 0);
            const OutgoingPacket packet = packets.planned(id);
            QCOMPARE(packet.state, round == 0 ? Out::Started : Out::Done);
            QCOMPARE(packet.packet.notation, u"07/SM-VP"_s);
            QCOMPARE(packet.packet.to, QStringList{u"G99.02"_s});
            QCOMPARE(packet.packet.triedSince, QDateTime(QDate(2026, 3, 5), QTime(2, 15), Qt::UTC));
            QCOMPARE(QDir(packets.inFolder()).entryList(QDir::Files).size(), 2);
            QCOMPARE(QDir(packets.spoolFolder()).entryList(QDir::Files), QStringList());
            m_now = m_now.addSecs(3600);
        }
        QCOMPARE(server.sent.value(id.toLatin1()), 1);
        samples::writeFile(folder + u"/journal.json"_s, "{\"version\":1,\"in\":[");
        QCOMPARE(PacketFolder::open(folder).error().code, u"packet-journal-unreadable"_s);
    }

    void deathBetweenFilesLosesNothing() {
        // What a folder leaves where a process dies: the file is there and the journal does not know it.
        const QTemporaryDir home;
        samples::FakePacketServer server;
        const QByteArray bytes = samples::documentPacket(u"G99.02"_s, {u"H99.01"_s}, u"một"_s);
        server.wait(u"A-1"_s, u"edoc"_s, bytes);
        {
            auto folder = PacketFolder::open(home.path());
            QVERIFY(folder);
            const QString spooled = home.filePath(u"spool/x"_s);
            samples::writeFile(spooled, bytes);
            QCOMPARE((*folder)->accept({}, spooled), Result<PacketSink::Stored>(PacketSink::Stored::Good));
        }
        auto folder = PacketFolder::open(home.path());
        QVERIFY(folder);
        PacketSyncOptions made = options();
        made.spoolFolder = (*folder)->spoolFolder();
        PacketSync sync(server, **folder, **folder, made);
        QCOMPARE(sync.run()->acknowledged, 1);
        QCOMPARE(QDir((*folder)->inFolder()).entryList(QDir::Files).size(), 1);
    }
};

int runTestPacketSync(int argc, char** argv) {
    TestPacketSync test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_packetsync.moc"
