// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/migrations.h"
#include "app/store/officestore.h"
#include "app/store/storageerrors.h"
#include "app/store/transaction.h"
#include "fakehub.h"
#include "storetools.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace app;

namespace {

const OrganId interior = *OrganId::parse(u"H99.02");
const OrganId finance = *OrganId::parse(u"H99.03");
const Person clerk{.organ = interior, .login = u"dung"_s, .name = u"Dung"_s, .role = Role::Clerk};

Deed returned(const QString& reason) {
    const DocumentId id = DocumentId::create();
    return {.stream = caseStream(interior, id),
            .body = acts::Returned{.document = id, .reason = reason},
            .participants = {u"H99.02"_s},
            .cites = {}};
}

} // namespace

/// What is kept, and that nothing is lost: schema, drafts, contents, outbox, a full disk, kills, redelivery.
class TestStore : public QObject {
    Q_OBJECT

    struct World {
        world::FakeHub hub;
        QHash<QByteArray, PacketFacts> packets;
        world::Desk desk{hub, packets, clerk, {u"H99.02/dung"_s, u"H99.02"_s}};
    };

private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void theSchemaIsTheOneOnPaper() {
        RawConnection raw(desk().options().database.file);
        const QStringList statements =
            raw.column(u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%_text_%'"
                       " AND name NOT LIKE 'sqlite_%' ORDER BY type, name"_s);
        const QString found = statements.join(u";\n"_s) + u";\n"_s;
        QFile golden(QStringLiteral(CONGVAN_TEST_DATA "/store/schema.sql"));
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(found, QString::fromUtf8(golden.readAll()));
        QCOMPARE(raw.column(u"PRAGMA user_version"_s), QStringList{QString::number(Database::newestSchema())});
    }

    void migrationsAreNumberedWithoutHoles() {
        int expected = 1;
        for (const Migration& migration : migrations()) {
            QCOMPARE(migration.number, expected++);
            QVERIFY(!migration.statements.isEmpty());
        }
        QVERIFY(expected > 2);
    }

    void anOlderStoreIsBroughtUp() {
        QTemporaryDir folder;
        StoreOptions options = desk().options();
        options.database.file = folder.filePath(u"cũ.sqlite"_s);
        options.blobs.folder = folder.filePath(u"objects"_s);
        {
            RawConnection raw(options.database.file);
            for (const QString& statement : migrations().first().statements) {
                QVERIFY2(raw.run(statement), qPrintable(statement));
            }
            QVERIFY(raw.run(u"INSERT INTO draft VALUES ('x', '2026-01-01T00:00:00.000Z', '{}')"_s));
            QVERIFY(raw.run(u"PRAGMA user_version = 1"_s));
        }
        const auto store = OfficeStore::open(options);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        RawConnection raw(options.database.file);
        QCOMPARE(raw.column(u"SELECT COUNT(*) FROM draft"_s), QStringList{u"1"_s});
        QCOMPARE(raw.column(u"PRAGMA user_version"_s), QStringList{QString::number(Database::newestSchema())});
    }

    void storesThatCannotBeOpenedSayWhy() {
        QTemporaryDir folder;
        DatabaseOptions options;
        options.file = folder.filePath(u"mới.sqlite"_s);
        {
            RawConnection raw(options.file);
            QVERIFY(raw.run(u"PRAGMA user_version = 999"_s));
        }
        QCOMPARE(Database::open(options).error().code, u"store-too-new"_s);
        options.file = folder.filePath(u"hỏng.sqlite"_s);
        QFile garbage(options.file);
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray("not a database ").repeated(1000));
        garbage.close();
        QCOMPARE(Database::open(options).error().code, u"store-damaged"_s);
        QVERIFY(garbage.open(QIODevice::ReadOnly));
        QCOMPARE(garbage.readAll(), QByteArray("not a database ").repeated(1000));
        options.file = folder.filePath(u"không/có/kho.sqlite"_s);
        QCOMPARE(Database::open(options).error().code, u"store-cannot-open"_s);
    }

    void theStoreIsWrittenDurably() {
        RawConnection raw(desk().options().database.file);
        QCOMPARE(raw.column(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
        const auto synchronous = desk().store().database().write(
            [](Transaction& transaction) -> Result<int> { return transaction.value(u"PRAGMA synchronous"_s).toInt(); });
        QCOMPARE(*synchronous, 2);
        const auto refetchable = desk().store().database().writeRefetchable(
            [](Transaction& transaction) -> Result<int> { return transaction.value(u"PRAGMA synchronous"_s).toInt(); });
        QCOMPARE(*refetchable, 1);
        const auto again = desk().store().database().write(
            [](Transaction& transaction) -> Result<int> { return transaction.value(u"PRAGMA synchronous"_s).toInt(); });
        QCOMPARE(*again, 2);
    }

    void draftsAreKept() {
        DraftRepository& drafts = desk().store().drafts();
        Draft draft;
        draft.subject = u"Về việc một"_s;
        draft.receivers = {{.id = finance, .name = u"Sở Tài chính"_s}};
        QVERIFY(drafts.save(draft));
        draft.subject = u"Về việc hai"_s;
        QVERIFY(drafts.save(draft));
        desk().reopen();
        Draft loaded = *desk().store().drafts().load(draft.id);
        QVERIFY(loaded.savedAt.isValid());
        loaded.savedAt = {};
        QCOMPARE(loaded, draft);
        QCOMPARE(desk().store().drafts().list()->size(), 1);
        const auto rows = listed(Folder::Drafts, u"viec ha"_s);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().counterpart, u"Sở Tài chính"_s);
        QCOMPARE(desk().store().documents().detail(draft.id)->summary.subject, u"Về việc hai"_s);
        QVERIFY(desk().store().drafts().remove(draft.id));
        QCOMPARE(desk().store().drafts().load(draft.id).error().code, u"draft-not-found"_s);
        QVERIFY(desk().store().drafts().remove(draft.id));
    }

    void piecesAreAllOrNothing() {
        SettingsRepository& settings = desk().store().settings();
        const auto failed = desk().store().together([&]() -> Result<void> {
            if (const Result<void> set = settings.set(u"a"_s, u"1"_s); !set) {
                return set;
            }
            // Inside it is seen, outside not.
            if (*settings.value(u"a"_s) != u"1"_s) {
                return diskFull(u"not seen"_s);
            }
            return std::unexpected(desk().store().documents().detail(DocumentId::create()).error());
        });
        QCOMPARE(failed.error().code, u"document-not-found"_s);
        QCOMPARE(*settings.value(u"a"_s, u"none"_s), u"none"_s);

        const auto partly = desk().store().together([&]() -> Result<void> {
            (void)settings.set(u"a"_s, u"2"_s);
            const auto inner = desk().store().together([&]() -> Result<void> {
                (void)settings.set(u"b"_s, u"2"_s);
                return diskFull(u"inner"_s);
            });
            return inner ? diskFull(u"no error"_s) : Result<void>();
        });
        QVERIFY(partly.has_value());
        QCOMPARE(*settings.value(u"a"_s), u"2"_s);
        QCOMPARE(*settings.value(u"b"_s, u"none"_s), u"none"_s);

        const auto wrong = desk().store().database().write([](Transaction& transaction) -> Result<void> {
            transaction.change(u"INSERT INTO setting (key, value) VALUES ('c', '1')"_s);
            transaction.change(u"INSERT INTO no_such_table VALUES (1)"_s);
            transaction.change(u"INSERT INTO setting (key, value) VALUES ('d', '1')"_s);
            return {};
        });
        QCOMPARE(wrong.error().code, u"store-failed"_s);
        QCOMPARE(*settings.value(u"c"_s, u"none"_s), u"none"_s);

        const auto readOnly = desk().store().database().read([](Transaction& transaction) -> Result<void> {
            transaction.change(u"INSERT INTO setting (key, value) VALUES ('e', '1')"_s);
            return {};
        });
        QVERIFY(!readOnly.has_value());
    }

    void contentsAreKeptByTheirHash() {
        OfficeStore& store = desk().store();
        const QByteArray bytes = QByteArray("nội dung ").repeated(100'000);
        const QByteArray sha256 = *store.putContent(bytes);
        QCOMPARE(sha256, exchange::sha256Hex(bytes));
        QCOMPARE(*store.putContent(bytes), sha256);
        QCOMPARE(*store.blobs().bytes(sha256), bytes);
        const QString path = *store.blobs().path(sha256);
        QCOMPARE(*store.putContentFile(path), sha256);
        QCOMPARE(store.putContentFile(path + u"x"_s).error().code, u"content-unreadable"_s);
        QCOMPARE(store.blobs().path(QByteArray(64, 'a')).error().code, u"content-missing"_s);
        QCOMPARE(store.blobs().path("../../x").error().code, u"content-missing"_s);
        QCOMPARE(store.acceptContent(QByteArray(64, 'a'), path).error().code, u"content-hash-differs"_s);
        QVERIFY(!store.blobs().has(QByteArray(64, 'a')));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("N");
        file.close();
        QCOMPARE(store.blobs().bytes(sha256).error().code, u"content-damaged"_s);
        Deed deed = returned(u"x"_s);
        deed.cites = {QByteArray(64, 'a')};
        QCOMPARE(store.record(deed).error().code, u"content-missing"_s);
        QCOMPARE(store.outbox().open()->size(), 0);
    }

    void aFullDiskWhileBytesAreWrittenLosesNothing() {
        QTemporaryDir folder;
        BlobOptions options;
        options.folder = folder.filePath(u"objects"_s);
        qint64 room = 1000;
        options.throughDevice = [&room](QFileDevice& file) -> std::unique_ptr<QIODevice> {
            return std::make_unique<FullDevice>(file, room);
        };
        BlobStore blobs(options);
        const QByteArray bytes(5000, 'x');
        QCOMPARE(blobs.put(bytes).error().code, u"disk-full"_s);
        QVERIFY(!blobs.has(exchange::sha256Hex(bytes)));
        QDirIterator left(options.folder, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!left.hasNext());
        room = 10'000;
        QCOMPARE(*blobs.put(bytes), exchange::sha256Hex(bytes));
        QCOMPARE(*blobs.bytes(exchange::sha256Hex(bytes)), bytes);
    }

    void aFullDiskWhileTheDatabaseGrowsLosesNothing() {
        int recorded = 0;
        for (; recorded < 3; ++recorded) {
            QVERIFY(desk().store().record(returned(u"trước"_s)));
        }
        RawConnection raw(desk().options().database.file);
        const int pages = raw.column(u"PRAGMA page_count"_s).first().toInt();
        desk().reopen(pages + 12);
        Error error;
        while (error.code.isEmpty() && recorded < 1000) {
            const auto done = desk().store().record(returned(QString(4000, u'đ')));
            if (done) {
                ++recorded;
            } else {
                error = done.error();
            }
        }
        QCOMPARE(error.code, u"disk-full"_s);
        QCOMPARE(desk().store().outbox().open()->size(), recorded);
        const QByteArray packet = "packet";
        m_world->packets.insert(exchange::sha256Hex(packet), incomingFacts(QString(9000, u'đ')));
        m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        QVERIFY(!desk().fetch());
        QCOMPARE(*desk().store().messages().count(), 0);
        desk().reopen();
        QCOMPARE(desk().store().outbox().open()->size(), recorded);
        QVERIFY(desk().store().record(returned(u"sau"_s)));
        QVERIFY(desk().fetch());
        QCOMPARE(*desk().store().messages().count(), 1);
        QCOMPARE(desk().store().verdicts().pending()->size(), 1);
    }

    /// The files as a kill leaves them: whatever was committed is there, and nothing half.
    void aKillLosesNothingThatWasWritten() {
        const Deed deed = returned(u"đã ghi"_s);
        QVERIFY(desk().store().record(deed));
        QTemporaryDir copy;
        const auto result = desk().store().together([&]() -> Result<void> {
            (void)desk().store().record(returned(u"chưa ghi"_s));
            const QDir folder(desk().folder());
            for (const QString& name : folder.entryList(QDir::Files)) {
                if (!QFile::copy(folder.filePath(name), copy.filePath(name))) {
                    return diskFull(name);
                }
            }
            return {};
        });
        QVERIFY(result.has_value());
        StoreOptions options = desk().options();
        options.database.file = copy.filePath(QFileInfo(options.database.file).fileName());
        const auto store = OfficeStore::open(options);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        const auto open = (*store)->outbox().open();
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().append.stream, deed.stream);
        QCOMPARE(desk().store().outbox().open()->size(), 2);
    }

    void aKillBetweenStoringAndAcknowledgingIsHarmless() {
        const QByteArray packet = "một gói";
        m_world->packets.insert(exchange::sha256Hex(packet), incomingFacts(u"Về việc"_s));
        m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        QVERIFY(desk().fetch(false));
        desk().reopen();
        const QStringList before = world::derivedRows(desk().store());
        QVERIFY(desk().fetch());
        QVERIFY(desk().fetch());
        QCOMPARE(*desk().store().messages().count(), 1);
        QCOMPARE(desk().store().verdicts().pending()->size(), 1);
        QCOMPARE(world::derivedRows(desk().store()), before);
        QCOMPARE(desk().journal().feeds()->last().cursor, 1);
        QVERIFY(desk().sink().acceptPage({}, {{u"H99.02"_s, 0}}));
        QCOMPARE(desk().journal().feeds()->last().cursor, 1);
    }

    void anIntakeThatFailsStopsTheFeedUntilItIsMended() {
        const QByteArray packet = "một gói";
        m_world->packets.insert(exchange::sha256Hex(packet), incomingFacts(u"Về việc"_s));
        m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        desk().intake().error = Error(u"disk-full"_s, {});
        QVERIFY(!desk().fetch());
        QCOMPARE(*desk().store().messages().count(), 0);
        desk().intake().error = {};
        QVERIFY(desk().fetch());
        QCOMPARE(*desk().store().messages().count(), 1);
    }

    void whatIsQueuedIsSentOnce() {
        m_world->hub.isDown = true;
        const QByteArray pdf = *desk().store().putContent("pdf");
        const DocumentId id = DocumentId::create();
        const Deed deed{.stream = caseStream(interior, id),
                        .body = acts::Sealed{.document = id, .pdfSha256 = pdf, .sealName = {}},
                        .participants = {u"H99.02"_s},
                        .cites = {pdf}};
        QVERIFY(desk().store().record(deed));
        QVERIFY(desk().store().record(deed));
        const auto items = desk().journal().outbox();
        QCOMPARE(items->size(), 3);
        QCOMPARE(items->at(0).kind, exchange::OutboxItem::Kind::Upload);
        QVERIFY(QFileInfo::exists(items->at(0).path));
        QCOMPARE(items->at(1).append.expectedSequence, 1);
        QCOMPARE(items->at(2).append.expectedSequence, 2);
        QVERIFY(!desk().sync());
        QCOMPARE(desk().store().outbox().state()->queued, 3);

        // The answers are lost on the way: the same acts are sent again and stand in the stream once.
        m_world->hub.isDown = false;
        m_world->hub.losesAnswers = true;
        QVERIFY(desk().sync());
        QCOMPARE(m_world->hub.all().size(), 2);
        m_world->hub.losesAnswers = false;
        QVERIFY(desk().sync());
        QCOMPARE(m_world->hub.all().size(), 2);
        QCOMPARE(desk().store().outbox().state()->queued, 0);
        QCOMPARE(*desk().store().messages().count(), 2);
    }

    void aTakenPlaceMovesTheActAndVoidsTheNumber() {
        const DocumentId id = DocumentId::create();
        const QString book = outgoingBookStream(interior, 2026, u"cv"_s);
        const auto drawn = [](const DocumentId& document, int number) {
            return acts::NumberDrawn{.document = document,
                                     .number = number,
                                     .notation = u"SNV"_s,
                                     .date = QDate(2026, 11, 23),
                                     .subject = {}};
        };
        world::Desk other(m_world->hub, m_world->packets, {.organ = interior, .login = u"giang"_s, .role = Role::Clerk},
                          {u"H99.02"_s});
        for (const Deed& deed : {Deed{.stream = caseStream(interior, id),
                                      .body = acts::Returned{.document = id, .reason = u"một"_s},
                                      .participants = {u"H99.02"_s},
                                      .cites = {}},
                                 Deed{.stream = book,
                                      .body = drawn(DocumentId::create(), 1),
                                      .participants = {u"H99.02"_s},
                                      .cites = {}}}) {
            QVERIFY(other.store().record(deed));
            QVERIFY(desk().store().record(deed));
        }
        QCOMPARE(desk().store().books().entries(book)->size(), 1);
        QVERIFY(other.sync());
        QVERIFY(desk().sync());
        QCOMPARE(desk().store().outbox().failed()->size(), 1);
        QCOMPARE(desk().store().outbox().failed()->first().error.code, u"append-superseded"_s);
        const auto entries = desk().store().books().entries(book);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().by, u"H99.02/giang"_s);
        QCOMPARE(desk().store().messages().stream(caseStream(interior, id))->size(), 2);
        const QStringList before = world::derivedRows(desk().store());
        QVERIFY(desk().store().rebuild());
        QCOMPARE(world::derivedRows(desk().store()), before);
    }

    void aPersonSettlesWhatIsUncertain() {
        const QByteArray packet = *desk().store().putContent("packet");
        QVERIFY(desk().store().outbox().planPacket(packet, u"edoc"_s));
        QVERIFY(desk().store().outbox().planPacket(packet, u"edoc"_s));
        QCOMPARE(desk().store().outbox().open()->size(), 1);
        exchange::OutboxItem item = desk().store().outbox().open()->first();
        item.state = exchange::OutboxItem::State::Failed;
        item.attempts = 1;
        item.error = {.code = u"unknown-receiver"_s, .detail = u"H99.77"_s};
        QVERIFY(desk().journal().update(item));
        QCOMPARE(desk().store().outbox().failed()->first(), item);
        QVERIFY(desk().store().outbox().retry(item.id));
        // It may be there: it is asked for before it is sent again.
        QCOMPARE(desk().store().outbox().open()->first().state, exchange::OutboxItem::State::Uncertain);
        QCOMPARE(desk().store().outbox().state()->uncertain, 1);
        QVERIFY(desk().store().outbox().settle(item.id));
        QCOMPARE(desk().store().outbox().open()->size(), 0);
        QCOMPARE(desk().store().outbox().retry(u"x"_s).error().code, u"outbox-item-unknown"_s);
    }

    void theSyncStateIsRemembered() {
        OutboxRepository& outbox = desk().store().outbox();
        QCOMPARE(outbox.state()->reach, SyncState::Reach::Unknown);
        const QDateTime at = parseIsoTime(u"2026-11-23T02:00:00.000Z");
        QVERIFY(outbox.noteSync(SyncState::Reach::Online, at, {}));
        QVERIFY(outbox.noteSync(SyncState::Reach::Offline, at.addSecs(60), Error(u"server-unreachable"_s, u"x"_s)));
        const SyncState state = *outbox.state();
        QCOMPARE(state.reach, SyncState::Reach::Offline);
        QCOMPARE(state.lastSync, at);
        QCOMPARE(state.lastError.code, u"server-unreachable"_s);
    }

    void verdictsAreKeptAndOwed() {
        const QByteArray packet = "một gói";
        m_world->packets.insert(exchange::sha256Hex(packet), incomingFacts(u"Về việc"_s));
        m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
        QVERIFY(desk().fetch());
        VerdictRepository& verdicts = desk().store().verdicts();
        const DocumentId id = verdicts.pending()->first();
        for (int attempt = 0; attempt < VerdictRepository::mostAttempts; ++attempt) {
            QCOMPARE(verdicts.pending()->size(), 1);
            QVERIFY(verdicts.noteFailure(id, Error(u"worker-died"_s, {})));
        }
        QCOMPARE(verdicts.pending()->size(), 0);
        QVERIFY(verdicts.planAgain(id));
        QCOMPARE(verdicts.pending()->size(), 1);
        StoredVerdict verdict{.document = id};
        verdict.facts = {.verdict = docsig::Verdict::Invalid,
                         .signatures = 2,
                         .signerName = u"Trần Văn Bình"_s,
                         .sealName = u"SỞ TÀI CHÍNH"_s,
                         .worstFinding = u"number-differs"_s,
                         .judgedAt = parseIsoTime(u"2026-11-23T02:00:00.000Z")};
        verdict.report.verdict = docsig::Verdict::Valid;
        verdict.report.documentSha256 = QByteArray(64, 'a');
        verdict.sender.judgement = docsig::Judgement::Invalid;
        QVERIFY(verdicts.store(verdict));
        QCOMPARE(verdicts.pending()->size(), 0);
        const auto found = verdicts.find(id);
        QVERIFY(found->has_value());
        QCOMPARE((*found)->facts, verdict.facts);
        QCOMPARE((*found)->report, verdict.report);
        QCOMPARE((*found)->sender, verdict.sender);
        QCOMPARE(desk().store().documents().detail(id)->summary.verdict, std::optional(verdict.facts));
        QVERIFY(desk().store().rebuild());
        QCOMPARE(desk().store().documents().detail(id)->summary.verdict, std::optional(verdict.facts));
        QVERIFY(!verdicts.find(DocumentId::create())->has_value());
    }

    void theDirectoryIsKept() {
        DirectoryRepository& directory = desk().store().directory();
        exchange::Directory changes;
        changes.version = 7;
        exchange::AgencyEntry agency;
        agency.organId = u"H99.03"_s;
        agency.name = u"Sở Tài chính tỉnh Mẫu"_s;
        agency.validTo = QDate(2026, 6, 30);
        agency.sealCertificateSha256 = {QByteArray(64, 'a'), QByteArray(64, 'b')};
        exchange::AgencyEntry bad;
        bad.organId = u"../x"_s;
        changes.agencies = {agency, bad};
        exchange::PersonEntry own{.mailbox = u"H99.02/an"_s,
                                  .login = u"an"_s,
                                  .name = u"An"_s,
                                  .role = u"leader"_s,
                                  .title = u"GIÁM ĐỐC"_s,
                                  .unit = {}};
        exchange::PersonEntry foreign = own;
        foreign.mailbox = u"H99.03/an"_s;
        changes.people = {own, foreign};
        QVERIFY(directory.merge(changes, interior));
        QCOMPARE(*directory.version(), 7);
        QCOMPARE(directory.agencies()->size(), 1);
        QCOMPARE(directory.agencies(u"tai CHINH"_s)->size(), 1);
        QCOMPARE(directory.agencies(u"h99"_s)->size(), 1);
        QCOMPARE(directory.agencies(u"noi vu"_s)->size(), 0);
        const Agency found = **directory.agency(finance);
        QCOMPARE(found.sealCertificateSha256, agency.sealCertificateSha256);
        QVERIFY(found.isOpen(QDate(2026, 6, 30)));
        QVERIFY(!found.isOpen(QDate(2026, 7, 1)));
        QCOMPARE(directory.people()->size(), 1);
        QCOMPARE((*directory.person(u"H99.02/an"_s))->role, Role::Leader);
        QVERIFY(!directory.agency(interior)->has_value());
    }

    void manyReadWhileOneWrites() {
        std::atomic<bool> ending = false;
        std::atomic<int> reads = 0;
        std::vector<std::thread> threads;
        for (int count = 0; count < 4; ++count) {
            threads.emplace_back([&] {
                do {
                    const auto open = desk().store().outbox().open();
                    const auto state = desk().store().outbox().state();
                    if (!open || !state) {
                        qFatal("a reader failed");
                    }
                    ++reads;
                } while (!ending);
            });
        }
        for (int count = 0; count < 20; ++count) {
            QVERIFY(desk().store().record(returned(u"x"_s)));
        }
        ending = true;
        for (std::thread& thread : threads) {
            thread.join();
        }
        QVERIFY(reads >= 4);
        QCOMPARE(desk().store().outbox().open()->size(), 20);
    }

    void everyFolderHasItsIndex() {
        RawConnection raw(desk().options().database.file);
        QSqlQuery query(QSqlDatabase::database(u"raw"_s));
        // Of each order and each chip: read off an index, nothing sorted.
        const std::pair<QString, QString> plans[] = {
            {u"ORDER BY d.time DESC, d.rowid"_s, u"document_by_folder"_s},
            {u"ORDER BY d.due_order, d.time DESC, d.rowid"_s, u"document_by_due"_s},
            {u"ORDER BY d.counterpart_order, d.time DESC, d.rowid"_s, u"document_by_counterpart"_s},
            {u"ORDER BY d.number_order DESC, d.time DESC, d.rowid"_s, u"document_by_number_order"_s},
            {u"ORDER BY d.urgency DESC, d.time DESC, d.rowid"_s, u"document_by_urgency"_s}};
        for (const auto& [order, index] : plans) {
            QVERIFY(query.exec(u"EXPLAIN QUERY PLAN SELECT * FROM document d WHERE d.folder = 'done' "_s + order));
            QVERIFY(query.next());
            QVERIFY2(query.value(3).toString().contains(index), qPrintable(query.value(3).toString()));
            QVERIFY2(!query.next(), "it is sorted");
        }
        QVERIFY(query.exec(u"EXPLAIN QUERY PLAN SELECT * FROM document d WHERE d.folder IN ('to-handle', 'following')"
                           " AND d.due_order < '2026-11-23'"_s));
        QVERIFY(query.next());
        QVERIFY2(query.value(3).toString().contains(u"document_by_due"_s), qPrintable(query.value(3).toString()));
    }

    void aThousandDocumentsAreListed() {
        for (int count = 0; count < 1000; ++count) {
            const QByteArray packet = "packet " + QByteArray::number(count);
            const QByteArray sha256 = exchange::sha256Hex(packet);
            const exchange::Message message = m_world->hub.sendPacket(packet, u"edoc"_s, finance.text(), {u"H99.02"_s});
            PacketFacts facts = incomingFacts(u"Về việc thứ %1"_s.arg(count));
            facts.sha256 = sha256;
            QVERIFY(desk().store().accept(message, facts));
        }
        QElapsedTimer timer;
        timer.start();
        const auto list = listed(Folder::ToAccept);
        const qint64 listing = timer.nsecsElapsed();
        QCOMPARE(list->size(), 1000);
        QCOMPARE(list->first().subject, u"Về việc thứ 999"_s);
        timer.start();
        QCOMPARE(listed(Folder::ToAccept, u"thu 77"_s)->size(), 11);
        const qint64 filtering = timer.nsecsElapsed();
        timer.start();
        QVERIFY(desk().store().rebuild());
        qInfo("list %.1f ms, filter %.1f ms, rebuild %.0f ms", static_cast<double>(listing) / 1e6,
              static_cast<double>(filtering) / 1e6, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }

private:
    world::Desk& desk() { return m_world->desk; }

    std::optional<QList<DocumentSummary>> listed(Folder folder, const QString& words = {}) {
        const auto page = desk().store().documents().page({.words = words, .folder = folder}, QDate(2026, 11, 23), 0);
        return page ? std::optional(page->rows) : std::nullopt;
    }

    static PacketFacts incomingFacts(const QString& subject) {
        PacketFacts facts;
        facts.kind = PacketFacts::Kind::Document;
        facts.from = {.id = finance, .name = u"Sở Tài chính"_s};
        facts.number = u"12"_s;
        facts.notation = u"STC-NS"_s;
        facts.kindName = u"Công văn"_s;
        facts.subject = subject;
        return facts;
    }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestStore)
#include "test_store.moc"
