// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/syncengine.h"
#include "tests/exchange/sync/memory.h"
#include "tests/world/hubfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using exchange::OutboxItem;
using exchange::StepResult;
using exchange::SyncStep;
using samples::append;
using samples::MemoryJournal;
using samples::MemorySink;
using samples::writeFile;
using world::Fault;

namespace {

/// One computer of one person: journal, sink and engine.
struct Desk {
    explicit Desk(world::HubFixture& hub, const QString& account, const QStringList& mailboxes,
                  const exchange::ClientLimits& limits = world::HubFixture::limits())
        : client(hub.account(account), limits) {
        for (const QString& mailbox : mailboxes) {
            journal.cursors.insert(mailbox, 0);
        }
        options.spoolFolder = spool.path();
        options.clock = [this] { return now; };
        options.random = [] { return 0.5; };
    }

    exchange::SyncResult sync(std::stop_token stop = {}) {
        exchange::SyncEngine engine(client, journal, sink, options);
        const auto plan = engine.decide();
        if (!plan) {
            qFatal("no plan");
        }
        const auto done = engine.run(*plan, {}, std::move(stop));
        if (!done) {
            died = done.error().code;
            return {};
        }
        return *done;
    }

    OutboxItem plan(OutboxItem item) {
        item.id = u"item-%1"_s.arg(journal.items.size() + 1);
        journal.items.append(item);
        return item;
    }
    OutboxItem planAppend(const exchange::Append& planned) {
        OutboxItem item;
        item.kind = OutboxItem::Kind::Append;
        item.append = planned;
        return plan(item);
    }
    OutboxItem planFile(OutboxItem::Kind kind, const QString& path, const QByteArray& sha256) {
        OutboxItem item;
        item.kind = kind;
        item.path = path;
        item.sha256 = sha256;
        item.packetKind = u"edoc"_s;
        return plan(item);
    }

    exchange::HubClient client;
    MemoryJournal journal;
    MemorySink sink;
    exchange::SyncOptions options;
    QTemporaryDir spool;
    QDateTime now = QDateTime(QDate(2026, 3, 5), QTime(8, 0), Qt::UTC);
    QString died; ///< code with which a run ended early
};

QStringList outcomes(const exchange::SyncResult& result) {
    static const QStringList words{u"done"_s, u"again"_s, u"failed"_s, u"not tried"_s};
    QStringList list;
    for (const StepResult& step : result.steps) {
        list.append(words.at(int(step.outcome)) + (step.error.code.isEmpty() ? u""_s : u" "_s + step.error.code));
    }
    return list;
}

} // namespace

/// Sync against a real hub on a line that breaks; journal and sink are the test's.
class TestSync : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<world::HubFixture> m_hub;
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void init() {
        m_hub = std::make_unique<world::HubFixture>();
        m_hub->addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
        m_hub->addOffice(u"H99.02"_s, u"Sở Thử"_s);
    }

    void cleanup() { m_hub.reset(); }

    void contentsGoBeforeTheMessagesThatCiteThem() {
        Desk officer(*m_hub, u"H99.01/officer"_s, {u"H99.01/officer"_s});
        Desk leader(*m_hub, u"H99.01/leader"_s, {u"H99.01/leader"_s});
        const QByteArray sha256 = writeFile(path(u"dự thảo.pdf"_s), "%PDF the draft");
        exchange::Append submit = append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s, u"H99.01/leader"_s});
        submit.cites = {sha256};
        officer.planAppend(submit); // planned before its content: the engine still uploads first
        officer.planFile(OutboxItem::Kind::Upload, path(u"dự thảo.pdf"_s), sha256);

        exchange::SyncEngine engine(officer.client, officer.journal, officer.sink, officer.options);
        const auto plan = engine.decide();
        QStringList said;
        for (const SyncStep& step : plan->steps) {
            said.append(exchange::describe(step));
        }
        QCOMPARE(said,
                 QStringList({u"upload item-2"_s, u"append item-1"_s, u"read the feed of H99.01/officer after 0"_s}));
        const auto result = engine.run(*plan);
        QCOMPARE(outcomes(*result), QStringList({u"done"_s, u"done"_s, u"done"_s}));
        QCOMPARE(officer.journal.item(u"item-1"_s).receipt->header.sequence, 1);
        QCOMPARE(officer.sink.accepted, 1);

        const auto read = leader.sync();
        QCOMPARE(read.messagesStored, 1);
        QCOMPARE(read.contentsStored, 1);
        QCOMPARE(leader.sink.contents.value(sha256), QByteArray("%PDF the draft"));
        QCOMPARE(leader.sink.streams.value(submit.stream).first().header,
                 officer.sink.streams.value(submit.stream).first().header);
        QVERIFY(QDir(leader.spool.path()).isEmpty());
        // A second run finds nothing, and asks for nothing twice.
        QCOMPARE(leader.sync().messagesStored, 0);
        QCOMPARE(leader.sink.accepted, 1);
    }

    void everyBrokenLineHasItsCodeAndLosesNothing_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("down") << int(Fault::Kind::Down) << u"server-unreachable"_s;
        QTest::newRow("silent") << int(Fault::Kind::Silent) << u"server-slow"_s;
        QTest::newRow("500") << int(Fault::Kind::Status500) << u"server-error"_s;
        QTest::newRow("garbage") << int(Fault::Kind::Garbage) << u"server-garbage"_s;
        QTest::newRow("cut request") << int(Fault::Kind::CutRequest) << u"transfer-cut"_s;
        QTest::newRow("cut answer") << int(Fault::Kind::CutAnswer) << u"transfer-cut"_s;
        QTest::newRow("lost answer") << int(Fault::Kind::LoseAnswer) << u"transfer-cut"_s;
    }

    void everyBrokenLineHasItsCodeAndLosesNothing() {
        QFETCH(int, kind);
        QFETCH(QString, code);
        exchange::ClientLimits limits = world::HubFixture::limits();
        limits.answerMilliseconds = kind == int(Fault::Kind::Silent) ? 300 : limits.answerMilliseconds;
        Desk clerk(*m_hub, u"H99.01/clerk"_s, {u"H99.01"_s}, limits);
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v đường truyền"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        clerk.planFile(OutboxItem::Kind::Upload, path(u"gói.edxml"_s), sha256);
        exchange::Append log = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        log.cites = {sha256};
        clerk.planAppend(log);
        clerk.planFile(OutboxItem::Kind::Packet, path(u"gói.edxml"_s), sha256);

        m_hub->setFault({Fault::Kind(kind), 100, -1});
        const auto broken = clerk.sync();
        QCOMPARE(outcomes(broken).first(), u"again "_s + code);
        QVERIFY(!outcomes(broken).contains(u"done"_s));
        QVERIFY(broken.nextDue.has_value());
        QVERIFY(*broken.nextDue > clerk.now);
        for (const OutboxItem& item : clerk.journal.items) {
            QVERIFY(item.state != OutboxItem::State::Done && item.state != OutboxItem::State::Failed);
        }
        // Before its time nothing of it is tried again.
        m_hub->setFault({});
        QCOMPARE(clerk.journal.item(u"item-1"_s).nextAttempt > clerk.now, true);
        Desk healed(*m_hub, u"H99.01/clerk"_s, {u"H99.01"_s});
        healed.journal.items = clerk.journal.items;
        healed.now = clerk.now.addSecs(3600);
        const auto done = healed.sync();
        QCOMPARE(outcomes(done), QStringList({u"done"_s, u"done"_s, u"done"_s, u"done"_s}));
        for (const OutboxItem& item : healed.journal.items) {
            QCOMPARE(item.state, OutboxItem::State::Done);
        }
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
        QCOMPARE(m_hub->client(u"H99.01/clerk"_s)->messages(log.stream, 1, 10)->size(), 1);
        QCOMPARE(healed.sink.accepted, 2);
    }

    void aRunThatDiedBeforeItAcknowledgedStoresNothingTwice() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        for (int place = 1; place <= 3; ++place) {
            QVERIFY(officer->append(append(u"case/H99.01/1"_s, place, {u"H99.01/leader"_s, u"H99.01/officer"_s})));
        }
        Desk leader(*m_hub, u"H99.01/leader"_s, {u"H99.01/leader"_s});
        leader.journal.failingCursors = 1;
        leader.options.feedPage = 1; // pages too are gone through to the end
        leader.options.messagePage = 1;
        QCOMPARE(outcomes(leader.sync()), QStringList(u"failed journal-died"_s));
        QCOMPARE(leader.journal.cursors.value(u"H99.01/leader"_s), 0);
        QVERIFY(leader.sink.accepted >= 1);
        QCOMPARE(outcomes(leader.sync()), QStringList(u"done"_s));
        QCOMPARE(leader.sink.accepted, 3);
        QVERIFY(leader.journal.cursors.value(u"H99.01/leader"_s) > 0);
    }

    void aFullDiskStopsTheFeedAndNothingIsAcknowledged() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QVERIFY(officer->append(append(u"case/H99.01/1"_s, 1, {u"H99.01/leader"_s})));
        QVERIFY(m_hub->client(u"H99.01/officer"_s)->append(append(u"case/H99.01/2"_s, 1, {u"H99.01/leader"_s})));
        Desk leader(*m_hub, u"H99.01/leader"_s, {u"H99.01/leader"_s});
        leader.sink.failing = 1;
        QCOMPARE(outcomes(leader.sync()), QStringList(u"failed disk-full"_s));
        QCOMPARE(leader.journal.cursors.value(u"H99.01/leader"_s), 0);
        QCOMPARE(leader.sync().messagesStored, 2);
    }

    void aPacketWhoseReceiptWasLostIsAskedForNotResent() {
        Desk clerk(*m_hub, u"H99.01/clerk"_s, {});
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v biên nhận"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        clerk.planFile(OutboxItem::Kind::Packet, path(u"gói.edxml"_s), sha256);
        // The process dies after the server took the packet, before that was written down.
        clerk.journal.updatesUntilFailure = 1;
        clerk.sync();
        QCOMPARE(clerk.died, u"journal-died"_s);
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Started);
        QVERIFY(QFile::remove(path(u"gói.edxml"_s))); // so that a resend could not succeed

        exchange::SyncEngine engine(clerk.client, clerk.journal, clerk.sink, clerk.options);
        QCOMPARE(engine.decide()->steps.first().kind, SyncStep::Kind::AskSent);
        QCOMPARE(outcomes(clerk.sync()), QStringList(u"done"_s));
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Done);
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
    }

    void whatIsDoneIsWrittenDownBeforeItIsDone() {
        Desk officer(*m_hub, u"H99.01/officer"_s, {});
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        officer.journal.updatesUntilFailure = 0;
        officer.sync();
        QCOMPARE(officer.died, u"journal-died"_s);
        QCOMPARE(m_hub->client(u"H99.01/officer"_s)->feed(u"H99.01/officer"_s, 0, 10)->size(), 0);
        officer.sync();
        QCOMPARE(officer.journal.states,
                 QList<OutboxItem::State>({OutboxItem::State::Started, OutboxItem::State::Done}));
    }

    void twoClerksGetTwoNumbers() {
        const QString book = u"book/H99.01/2026"_s;
        const auto numbered = [](const exchange::Append& wanted, const QList<exchange::Message>&) {
            return std::optional(wanted);
        };
        Desk one(*m_hub, u"H99.01/clerk"_s, {});
        Desk two(*m_hub, u"H99.01/clerk"_s, {});
        // Both saw an empty book and want number 1.
        for (Desk* desk : {&one, &two}) {
            desk->planAppend(append(book, 1, {u"H99.01"_s}, "<number>1</number>"));
            desk->options.rebase = numbered;
        }
        int tails = 0;
        two.options.rebase = [&](const exchange::Append& wanted, const QList<exchange::Message>& tail) {
            exchange::Append rebuilt = wanted;
            rebuilt.expectedSequence = tail.last().header.sequence + 1;
            rebuilt.payload = "<number>" + QByteArray::number(rebuilt.expectedSequence) + "</number>";
            rebuilt.messageId = u"another"_s; // the engine keeps the first
            tails += int(tail.size());
            return std::optional(rebuilt);
        };
        QCOMPARE(outcomes(one.sync()), QStringList(u"done"_s));
        QCOMPARE(outcomes(two.sync()), QStringList(u"done"_s));
        QCOMPARE(tails, 1);
        QCOMPARE(two.sink.accepted, 2);
        QCOMPARE(two.sink.streams.value(book).last().payload, QByteArray("<number>2</number>"));
        QCOMPARE(two.sink.streams.value(book).last().header.messageId, two.journal.item(u"item-1"_s).append.messageId);
    }

    void aVoidDeedIsGivenBackToThePerson() {
        Desk one(*m_hub, u"H99.01/clerk"_s, {});
        Desk two(*m_hub, u"H99.01/clerk"_s, {});
        one.planAppend(append(u"book/H99.01/2026"_s, 1, {u"H99.01"_s}));
        two.planAppend(append(u"book/H99.01/2026"_s, 1, {u"H99.01"_s}));
        two.planAppend(append(u"book/H99.01/2026"_s, 2, {u"H99.01"_s}));
        one.sync();
        QCOMPARE(outcomes(two.sync()), QStringList({u"failed append-superseded"_s, u"not tried"_s}));
        QCOMPARE(two.journal.item(u"item-1"_s).state, OutboxItem::State::Failed);
        QCOMPARE(two.journal.item(u"item-2"_s).state, OutboxItem::State::Planned);
        QCOMPARE(m_hub->client(u"H99.01/clerk"_s)->messages(u"book/H99.01/2026"_s, 1, 10)->size(), 1);
    }

    void aMessageNeverGoesWithoutItsContent() {
        Desk officer(*m_hub, u"H99.01/officer"_s, {});
        const QByteArray sha256 = exchange::sha256Hex("gone");
        officer.planFile(OutboxItem::Kind::Upload, path(u"không còn"_s), sha256);
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s});
        citing.cites = {sha256};
        officer.planAppend(citing);
        QCOMPARE(outcomes(officer.sync()), QStringList({u"failed upload-file-unreadable"_s, u"not tried"_s}));
        QCOMPARE(officer.journal.item(u"item-2"_s).attempts, 0);
    }

    void pausesGrowAndEnd() {
        exchange::ClientLimits limits = world::HubFixture::limits();
        Desk officer(*m_hub, u"H99.01/officer"_s, {}, limits);
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        officer.options.firstDelayMilliseconds = 1000;
        officer.options.longestDelayMilliseconds = 6000;
        m_hub->setFault({Fault::Kind::Down});
        QList<qint64> pauses;
        for (int i = 0; i < 5; ++i) {
            const auto result = officer.sync();
            QVERIFY(result.offline);
            const QDateTime due = officer.journal.item(u"item-1"_s).nextAttempt;
            QCOMPARE(result.nextDue, std::optional(due));
            pauses.append(officer.now.msecsTo(due));
            QVERIFY(officer.sync().steps.isEmpty()); // too early
            officer.now = due;
        }
        // Doubled each time, never over the longest, spread by a quarter (random 0.5 of a half).
        QCOMPARE(pauses, QList<qint64>({1250, 2500, 5000, 7500, 7500}));
        QCOMPARE(officer.journal.item(u"item-1"_s).attempts, 5);
        m_hub->setFault({});
        QCOMPARE(outcomes(officer.sync()), QStringList(u"done"_s));
    }

    void aCancelledRunStopsAndResumes() {
        Desk officer(*m_hub, u"H99.01/officer"_s, {u"H99.01/officer"_s});
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        std::stop_source source;
        source.request_stop();
        const auto cancelled = officer.sync(source.get_token());
        QVERIFY(cancelled.cancelled);
        QCOMPARE(outcomes(cancelled), QStringList({u"not tried"_s, u"not tried"_s}));
        QCOMPARE(outcomes(officer.sync()), QStringList({u"done"_s, u"done"_s}));
    }

    void aForgedChainIsNotStored() {
        const QString stream = u"case/H99.01/1"_s;
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QVERIFY(officer->append(append(stream, 1, {u"H99.01/officer"_s})));
        QVERIFY(officer->append(append(stream, 2)));
        Desk reader(*m_hub, u"H99.01/officer"_s, {u"H99.01/officer"_s});
        // This computer saw another first message than the server shows now.
        exchange::Message other = officer->messages(stream, 1, 1)->first();
        other.header.author = u"H99.01/leader"_s;
        reader.sink.streams[stream].append(other);
        QCOMPARE(outcomes(reader.sync()), QStringList(u"failed stream-chain-broken"_s));
        QCOMPARE(reader.sink.accepted, 0);
        // And it writes nothing onto a stream that forked.
        reader.planAppend(append(stream, 2));
        reader.journal.cursors.clear();
        exchange::Append late = append(stream, 3);
        late.lastSeenHead = exchange::headerHash(other.header);
        reader.journal.items.last().append = late;
        QCOMPARE(outcomes(reader.sync()), QStringList(u"failed stream-forked"_s));
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "test_sync.moc"
