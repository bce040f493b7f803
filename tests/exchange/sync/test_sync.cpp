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
    explicit Desk(world::HubFixture& hub, const QString& account,
                  const exchange::ClientLimits& limits = world::HubFixture::limits())
        : client(hub.account(account), limits) {
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
    MemorySink sink{journal};
    exchange::SyncOptions options;
    QTemporaryDir spool;
    QDateTime now = QDateTime(QDate(2026, 3, 5), QTime(8, 0), Qt::UTC);
    QString died; ///< code with which a run ended early
};

/// A server that loses the line with each packet, can't say what it has, and asks to be left alone.
class DeafServer final : public exchange::ExchangeServer {
public:
    int sends = 0;
    qint64 retryAfter = 0;

    exchange::Result<exchange::AppendReceipt> append(const exchange::Append&, const exchange::CallOptions&) override {
        return lost();
    }
    exchange::Result<QList<exchange::FeedEntry>> feed(const QString&, qint64, int, int,
                                                      const exchange::CallOptions&) override {
        return QList<exchange::FeedEntry>();
    }
    exchange::Result<QList<exchange::Message>> messages(const QString&, qint64, int,
                                                        const exchange::CallOptions&) override {
        return lost();
    }
    exchange::Result<void> upload(const QString&, const QByteArray&, const exchange::CallOptions&) override {
        return lost();
    }
    exchange::Result<void> download(const QByteArray&, const QString&, const QString&,
                                    const exchange::CallOptions&) override {
        return lost();
    }
    exchange::Result<exchange::PacketReceipt> sendPacket(const QString&, const QString&, const QByteArray&,
                                                         const exchange::CallOptions&) override {
        ++sends;
        return lost();
    }
    exchange::Result<exchange::SentAnswer> findSent(const QByteArray&, const exchange::CallOptions&) override {
        return exchange::SentAnswer{};
    }
    exchange::Result<exchange::Directory> directory(qint64, const exchange::CallOptions&) override { return lost(); }
    exchange::Result<exchange::ServerStatus> status(const exchange::CallOptions&) override {
        return exchange::ServerStatus{};
    }
    qint64 retryAfterSeconds() const override { return retryAfter; }

private:
    static std::unexpected<exchange::Error> lost() { return std::unexpected(exchange::Error{u"transfer-cut"_s, {}}); }
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
        Desk officer(*m_hub, u"H99.01/officer"_s);
        Desk leader(*m_hub, u"H99.01/leader"_s);
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
        QCOMPARE(said, QStringList({u"ask for news"_s, u"upload item-2"_s, u"append item-1"_s}));
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
        Desk clerk(*m_hub, u"H99.01/clerk"_s, limits);
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v đường truyền"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        clerk.planFile(OutboxItem::Kind::Upload, path(u"gói.edxml"_s), sha256);
        exchange::Append log = append(u"case/H99.01/1"_s, 1, {u"H99.01"_s});
        log.cites = {sha256};
        clerk.planAppend(log);
        clerk.planFile(OutboxItem::Kind::Send, path(u"gói.edxml"_s), sha256);

        m_hub->setFault({Fault::Kind(kind), 100, -1});
        const auto broken = clerk.sync();
        QCOMPARE(outcomes(broken).first(), u"again "_s + code);
        QVERIFY(!outcomes(broken).contains(u"done"_s));
        QVERIFY(broken.nextDue.has_value());
        QVERIFY(*broken.nextDue > clerk.now);
        // A server that does not answer is asked once, and that counts as no attempt of what waits.
        QCOMPARE(broken.offline, kind == int(Fault::Kind::Down) || kind == int(Fault::Kind::Silent));
        QCOMPARE(clerk.journal.item(u"item-1"_s).attempts, 0);
        for (const OutboxItem& item : clerk.journal.items) {
            QVERIFY(item.state != OutboxItem::State::Done && item.state != OutboxItem::State::Failed);
        }
        m_hub->setFault({});
        QVERIFY(!clerk.journal.item(u"item-1"_s).nextAttempt.isValid());
        Desk healed(*m_hub, u"H99.01/clerk"_s);
        healed.journal.items = clerk.journal.items;
        healed.now = clerk.now.addSecs(3600);
        const auto done = healed.sync();
        QCOMPARE(outcomes(done), QStringList({u"done"_s, u"done"_s, u"done"_s, u"done"_s}));
        for (const OutboxItem& item : healed.journal.items) {
            QCOMPARE(item.state, OutboxItem::State::Done);
        }
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
        QCOMPARE(m_hub->client(u"H99.01/clerk"_s)->messages(log.stream, 1, 10)->size(), 1);
        healed.sync(); // the own packet comes back by the feed, at the latest now
        QCOMPARE(healed.sink.accepted, 2);
    }

    void pagesAreStoredWholeAndInOrder() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        for (int place = 1; place <= 5; ++place) {
            QVERIFY(officer->append(append(u"case/H99.01/1"_s, place, {u"H99.01/leader"_s, u"H99.01/officer"_s})));
        }
        Desk leader(*m_hub, u"H99.01/leader"_s);
        leader.options.feedPage = 2; // pages too are gone through to the end
        leader.sink.failing = 1;
        QCOMPARE(outcomes(leader.sync()), QStringList(u"failed disk-full"_s));
        QVERIFY(leader.journal.cursors.isEmpty());
        QCOMPARE(leader.sink.accepted, 0);
        QCOMPARE(outcomes(leader.sync()), QStringList(u"done"_s));
        QCOMPARE(leader.sink.accepted, 5);
        QCOMPARE(leader.sink.pages, 3);
        QVERIFY(leader.journal.cursors.value(u"H99.01/leader"_s) > 0);
        // What came before a cursor that was lost is stored once.
        leader.journal.cursors.clear();
        QCOMPARE(leader.sync().messagesStored, 0);
        QCOMPARE(leader.sink.accepted, 5);
    }

    void oneMessageInTwoFeedsIsStoredOnce() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QVERIFY(officer->append(append(u"case/H99.01/1"_s, 1, {u"H99.01"_s, u"H99.01/clerk"_s, u"H99.01/officer"_s})));
        Desk clerk(*m_hub, u"H99.01/clerk"_s);
        QCOMPARE(clerk.sync().messagesStored, 1);
        QCOMPARE(clerk.journal.cursors.size(), 2);
    }

    void whoJoinsLaterGetsWhatLiesBefore() {
        const QString stream = u"case/H99.01/1"_s;
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QVERIFY(officer->append(append(stream, 1, {u"H99.01/officer"_s})));
        QVERIFY(officer->append(append(stream, 2)));
        QVERIFY(officer->append(append(stream, 3, {u"H99.01/leader"_s})));
        QVERIFY(officer->append(append(stream, 4)));
        Desk leader(*m_hub, u"H99.01/leader"_s);
        QCOMPARE(leader.sync().messagesStored, 4);
        QCOMPARE(leader.sink.streams.value(stream).size(), 4);
    }

    void whatWaitsToBeSentDoesNotWaitForALongHistory() {
        auto officer = m_hub->client(u"H99.01/officer"_s);
        for (int place = 1; place <= 4; ++place) {
            QVERIFY(officer->append(append(u"case/H99.01/1"_s, place, {u"H99.01/leader"_s, u"H99.01/officer"_s})));
        }
        Desk leader(*m_hub, u"H99.01/leader"_s);
        leader.options.feedPage = 1;
        leader.planAppend(append(u"case/H99.01/2"_s, 1, {u"H99.01/leader"_s}));
        const auto result = leader.sync();
        QCOMPARE(outcomes(result), QStringList({u"done"_s, u"done"_s}));
        QCOMPARE(result.steps.first().step.kind, SyncStep::Kind::Append);
        QCOMPARE(leader.sink.accepted, 5);
    }

    void aDearNetworkCarriesMessagesAndSmallContents() {
        const QByteArray large = writeFile(path(u"lớn.pdf"_s), QByteArray(300 * 1024, 'x'));
        const QByteArray small = writeFile(path(u"nhỏ.pdf"_s), "%PDF small");
        auto officer = m_hub->client(u"H99.01/officer"_s);
        QVERIFY(officer->upload(path(u"lớn.pdf"_s), large));
        QVERIFY(officer->upload(path(u"nhỏ.pdf"_s), small));
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01/leader"_s, u"H99.01/officer"_s});
        citing.cites = {large, small};
        QVERIFY(officer->append(citing));
        Desk leader(*m_hub, u"H99.01/leader"_s);
        leader.options.network = exchange::NetworkPolicy::Offline;
        exchange::SyncEngine still(leader.client, leader.journal, leader.sink, leader.options);
        QVERIFY(still.decide()->forbidden);
        QVERIFY(still.decide()->steps.isEmpty());

        leader.options.network = exchange::NetworkPolicy::Metered;
        leader.options.meteredBytes = 100 * 1024;
        QCOMPARE(leader.sync().messagesStored, 1);
        QVERIFY(leader.sink.contents.contains(small));
        QVERIFY(!leader.sink.contents.contains(large));
        QCOMPARE(leader.journal.waiting.size(), 1);
        QCOMPARE(leader.sync().contentsStored, 0); // still dear

        leader.options.network = exchange::NetworkPolicy::Online;
        QCOMPARE(outcomes(leader.sync()), QStringList({u"done"_s, u"done"_s}));
        QCOMPARE(leader.sink.contents.value(large).size(), 300 * 1024);
        QVERIFY(leader.journal.waiting.isEmpty());
        QCOMPARE(outcomes(leader.sync()), QStringList(u"done"_s));
    }

    void aPacketWhoseReceiptWasLostIsAskedForNotResent() {
        Desk clerk(*m_hub, u"H99.01/clerk"_s);
        const QByteArray packet = samples::documentPacket(u"H99.01"_s, {u"H99.02"_s}, u"V/v biên nhận"_s);
        const QByteArray sha256 = writeFile(path(u"gói.edxml"_s), packet);
        clerk.planFile(OutboxItem::Kind::Send, path(u"gói.edxml"_s), sha256);
        // The process dies after the server took the packet, before that was written down.
        clerk.journal.updatesUntilFailure = 1;
        clerk.sync();
        QCOMPARE(clerk.died, u"journal-died"_s);
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Started);
        QVERIFY(QFile::remove(path(u"gói.edxml"_s))); // so that a resend could not succeed

        exchange::SyncEngine engine(clerk.client, clerk.journal, clerk.sink, clerk.options);
        QCOMPARE(engine.decide()->steps.last().kind, SyncStep::Kind::AskSent);
        QCOMPARE(outcomes(clerk.sync()), QStringList({u"done"_s, u"done"_s}));
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Done);
        QCOMPARE(m_hub->client(u"H99.02/clerk"_s)->feed(u"H99.02"_s, 0, 10)->size(), 1);
    }

    void whatIsDoneIsWrittenDownBeforeItIsDone() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        officer.journal.updatesUntilFailure = 0;
        officer.sync();
        QCOMPARE(officer.died, u"journal-died"_s);
        QCOMPARE(m_hub->client(u"H99.01/officer"_s)->feed(u"H99.01/officer"_s, 0, 10)->size(), 0);
        officer.sync();
        QCOMPARE(officer.journal.states,
                 QList<OutboxItem::State>({OutboxItem::State::Started, OutboxItem::State::Done}));
    }

    void whatIsTakenOutWhileARunGoesOnIsLeftOut() {
        Desk one(*m_hub, u"H99.01/officer"_s);
        const QString stream = u"case/H99.01/taken-out"_s;
        for (int sequence = 1; sequence <= 3; ++sequence) {
            one.planAppend(append(stream, sequence, {}, "<n>" + QByteArray::number(sequence) + "</n>"));
        }
        one.options.rebase = [&](const exchange::Append& wanted, const QList<exchange::Message>&) {
            exchange::Append moved = wanted;
            moved.expectedSequence = one.sink.streamHead(stream)->sequence + 1;
            moved.lastSeenHead.clear();
            return std::optional(moved);
        };
        exchange::SyncEngine engine(one.client, one.journal, one.sink, one.options);
        const auto done = engine.run(*engine.decide(), [&](const exchange::SyncProgress& at) {
            if (at.step.itemId == u"item-2"_s) {
                one.journal.takenOut.insert(at.step.itemId); // just when it is about to go
            }
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().code));
        QCOMPARE(outcomes(*done), QStringList({u"done"_s, u"done"_s, u"not tried"_s, u"done"_s}));
        const auto kept = one.client.messages(stream, 1, 10);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 2); // nobody learns of it, and what came after goes on in its place
        QCOMPARE(kept->last().payload, QByteArray("<n>3</n>"));
    }

    void twoClerksGetTwoNumbers() {
        const QString book = u"book/H99.01/2026"_s;
        const auto numbered = [](const exchange::Append& wanted, const QList<exchange::Message>&) {
            return std::optional(wanted);
        };
        Desk one(*m_hub, u"H99.01/clerk"_s);
        Desk two(*m_hub, u"H99.01/clerk"_s);
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
        // The first one is quicker, just when the second is about to write.
        exchange::SyncEngine engine(two.client, two.journal, two.sink, two.options);
        const auto raced = engine.run(*engine.decide(), [&](const exchange::SyncProgress& at) {
            if (at.step.kind == SyncStep::Kind::Append && one.sink.accepted == 0) {
                QCOMPARE(outcomes(one.sync()), QStringList({u"done"_s, u"done"_s}));
            }
        });
        QCOMPARE(outcomes(*raced), QStringList({u"done"_s, u"done"_s}));
        QCOMPARE(tails, 1);
        QCOMPARE(two.sink.accepted, 2);
        QCOMPARE(two.sink.streams.value(book).last().payload, QByteArray("<number>2</number>"));
        QCOMPARE(two.sink.streams.value(book).last().header.messageId, two.journal.item(u"item-1"_s).append.messageId);
    }

    void aVoidDeedIsGivenBackToThePerson() {
        Desk one(*m_hub, u"H99.01/clerk"_s);
        Desk two(*m_hub, u"H99.01/clerk"_s);
        one.planAppend(append(u"book/H99.01/2026"_s, 1, {u"H99.01"_s}));
        two.planAppend(append(u"book/H99.01/2026"_s, 1, {u"H99.01"_s}));
        two.planAppend(append(u"book/H99.01/2026"_s, 2, {u"H99.01"_s}));
        one.sync();
        QCOMPARE(outcomes(two.sync()), QStringList({u"done"_s, u"failed append-superseded"_s, u"not tried"_s}));
        QCOMPARE(two.journal.item(u"item-1"_s).state, OutboxItem::State::Failed);
        QCOMPARE(two.journal.item(u"item-2"_s).state, OutboxItem::State::Planned);
        QCOMPARE(m_hub->client(u"H99.01/clerk"_s)->messages(u"book/H99.01/2026"_s, 1, 10)->size(), 1);
    }

    void aMessageNeverGoesWithoutItsContent() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
        const QByteArray sha256 = exchange::sha256Hex("gone");
        officer.planFile(OutboxItem::Kind::Upload, path(u"không còn"_s), sha256);
        exchange::Append citing = append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s});
        citing.cites = {sha256};
        officer.planAppend(citing);
        QCOMPARE(outcomes(officer.sync()),
                 QStringList({u"done"_s, u"failed upload-file-unreadable"_s, u"not tried"_s}));
        QCOMPARE(officer.journal.item(u"item-2"_s).attempts, 0);
    }

    void pausesGrowAndEnd() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        officer.options.firstDelayMilliseconds = 1000;
        officer.options.longestDelayMilliseconds = 6000;
        DeafServer deaf;
        exchange::SyncEngine engine(deaf, officer.journal, officer.sink, officer.options);
        QList<qint64> pauses;
        for (int i = 0; i < 5; ++i) {
            const auto result = engine.run(*engine.decide());
            QVERIFY(!result->offline);
            const QDateTime due = officer.journal.item(u"item-1"_s).nextAttempt;
            QCOMPARE(result->nextDue, std::optional(due));
            pauses.append(officer.now.msecsTo(due));
            QCOMPARE(engine.decide()->steps.size(), 1); // too early for the item
            officer.now = due;
        }
        // Doubled each time, never over the longest, spread by a quarter (random 0.5 of a half).
        QCOMPARE(pauses, QList<qint64>({1250, 2500, 5000, 7500, 7500}));
        QCOMPARE(officer.journal.item(u"item-1"_s).attempts, 5);
        QCOMPARE(outcomes(officer.sync()), QStringList({u"done"_s, u"done"_s}));
    }

    void askingForNewsHasGrowingPauses() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
        officer.options.firstDelayMilliseconds = 1000;
        m_hub->setFault({Fault::Kind::Status500});
        QCOMPARE(officer.now.msecsTo(*officer.sync().nextDue), 1250);
        officer.options.earlierPullFailures = 2;
        QCOMPARE(officer.now.msecsTo(*officer.sync().nextDue), 5000);
    }

    void tryingEndsButDaysWithoutANetworkDoNotCount() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
        officer.planAppend(append(u"case/H99.01/1"_s, 1, {u"H99.01/officer"_s}));
        officer.options.longestTryingMilliseconds = 60LL * 60 * 1000;
        m_hub->setFault({Fault::Kind::Down});
        for (int day = 0; day < 10; ++day) {
            QVERIFY(officer.sync().offline);
            officer.now = officer.now.addDays(1);
        }
        QCOMPARE(officer.journal.item(u"item-1"_s).attempts, 0);
        DeafServer deaf;
        exchange::SyncEngine engine(deaf, officer.journal, officer.sink, officer.options);
        qint64 tried = 0;
        while (officer.journal.item(u"item-1"_s).state == OutboxItem::State::Planned) {
            QVERIFY(engine.run(*engine.decide()).has_value());
            const QDateTime due = officer.journal.item(u"item-1"_s).nextAttempt;
            tried += due.isValid() ? officer.now.msecsTo(due) : 0;
            officer.now = due;
            QVERIFY(tried < 4 * officer.options.longestTryingMilliseconds);
        }
        QCOMPARE(officer.journal.item(u"item-1"_s).state, OutboxItem::State::Failed);
        QCOMPARE(officer.journal.item(u"item-1"_s).error.code, u"sync-gave-up"_s);
        QVERIFY(tried >= officer.options.longestTryingMilliseconds);
    }

    void aServerThatCannotBeAskedLeavesItToAPerson() {
        Desk clerk(*m_hub, u"H99.01/clerk"_s);
        clerk.planFile(OutboxItem::Kind::Send, path(u"gói.edxml"_s), exchange::sha256Hex("packet"));
        DeafServer deaf;
        deaf.retryAfter = 600;
        exchange::SyncEngine engine(deaf, clerk.journal, clerk.sink, clerk.options);
        QCOMPARE(outcomes(*engine.run(*engine.decide())), QStringList({u"done"_s, u"again transfer-cut"_s}));
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Uncertain);
        // Not before the server is willing again.
        QVERIFY(clerk.now.secsTo(clerk.journal.item(u"item-1"_s).nextAttempt) >= 600);
        clerk.now = clerk.now.addDays(1);
        QCOMPARE(outcomes(*engine.run(*engine.decide())), QStringList({u"done"_s, u"failed sync-cannot-tell"_s}));
        QCOMPARE(clerk.journal.item(u"item-1"_s).state, OutboxItem::State::Uncertain);
        clerk.now = clerk.now.addDays(1);
        QCOMPARE(engine.decide()->steps.size(), 1); // no run tries it by itself
        QCOMPARE(deaf.sends, 1);
    }

    void aCancelledRunStopsAndResumes() {
        Desk officer(*m_hub, u"H99.01/officer"_s);
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
        Desk reader(*m_hub, u"H99.01/officer"_s);
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
        QCOMPARE(outcomes(reader.sync()), QStringList({u"failed stream-chain-broken"_s, u"failed stream-forked"_s}));
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "test_sync.moc"
