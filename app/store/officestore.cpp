// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/officestore.h"

#include "app/domain/office/actcodec.h"
#include "app/domain/vietnamtime.h"
#include "app/store/messagerows.h"
#include "app/store/outboxrows.h"
#include "app/store/packetrows.h"
#include "app/store/projection.h"
#include "app/store/recallprojector.h"
#include "app/store/standingrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Writes the new state of an outbox item and derives what it shows.
void writeItem(Transaction& transaction, const exchange::OutboxItem& item, const Person& owner) {
    const std::optional<qint64> position = updateOutboxItem(transaction, item);
    if (!position) {
        return;
    }
    Projection projection(transaction, owner);
    if (item.kind == exchange::OutboxItem::Kind::Append) {
        projection.queuedChanged(*position);
    } else if (item.kind == exchange::OutboxItem::Kind::Send) {
        projection.packetChanged(item.sha256);
    }
}

/// False where the message was here already.
bool keepArrival(Transaction& transaction, const StoredArrival& arrival, const Person& owner) {
    // A deed that gives the desk a document which came to another one: what is known of its packet is not undone by it.
    const bool isGiven =
        arrival.facts && arrival.message.header.kind == u"office"_s && !packetFacts(transaction, arrival.facts->sha256);
    if (arrival.facts && (isGiven || arrival.message.header.kind != u"office"_s)) {
        keepPacketFacts(transaction, *arrival.facts);
    }
    const std::optional<qint64> row = insertMessage(transaction, arrival.message);
    if (!row) {
        return false;
    }
    const exchange::MessageHeader& header = arrival.message.header;
    std::optional<StoredAct> stored = actOf(arrival.message);
    if (stored && arrival.facts && arrival.facts->sha256 == stored->packetSha256) {
        stored->facts = std::make_shared<const PacketFacts>(*arrival.facts);
    }
    Projection(transaction, owner).addMessage(*row, header.kind, stored);
    if (stored && stored->facts && header.kind == u"edoc"_s && stored->packetFrom != owner.organ.text()) {
        planArrival(transaction, *stored->facts);
    } else if (isGiven) {
        planArrival(transaction, *arrival.facts);
    }
    for (const QByteArray& content : arrival.waiting) {
        beginWaiting(transaction, content, header.stream);
    }
    if (stored) {
        oweAfter(transaction, *stored, owner);
    }
    return true;
}

} // namespace

struct OfficeStore::Parts {
    Parts(const StoreOptions& options, std::unique_ptr<Database> opened)
        : owner(options.owner)
        , database(std::move(opened))
        , blobs(options.blobs)
        , messages(*database)
        , outbox(*database, blobs,
                 [person = owner](Transaction& transaction, const exchange::OutboxItem& item) {
                     writeItem(transaction, item, person);
                 })
        , documents(*database, blobs, owner)
        , acts(*database, owner)
        , drafts(*database)
        , books(*database)
        , trails(*database)
        , dossiers(*database, owner)
        , settings(*database)
        , audit(*database)
        , verdicts(*database)
        , directory(*database)
        , evidenceJobs(*database)
        , evidenceRenewals(*database)
        , arrivalJobs(*database, owner)
        , textJobs(*database)
        , work(*database)
        , standing(*database)
        , opinions(*database, owner)
        , duties(*database, owner)
        , meetings(*database, owner) {}

    Person owner;
    std::unique_ptr<Database> database;
    BlobStore blobs;
    MessageRepository messages;
    OutboxRepository outbox;
    DocumentRepository documents;
    ActRepository acts;
    DraftRepository drafts;
    BookRepository books;
    TrailRepository trails;
    DossierRepository dossiers;
    SettingsRepository settings;
    AuditRepository audit;
    VerdictRepository verdicts;
    DirectoryRepository directory;
    EvidenceJobs evidenceJobs;
    EvidenceRenewals evidenceRenewals;
    ArrivalJobs arrivalJobs;
    TextJobs textJobs;
    WorkRepository work;
    StandingRepository standing;
    OpinionRepository opinions;
    DutyRepository duties;
    MeetingRepository meetings;
};

OfficeStore::OfficeStore(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}

OfficeStore::~OfficeStore() = default;

Result<std::unique_ptr<OfficeStore>> OfficeStore::open(const StoreOptions& options) {
    Result<std::unique_ptr<Database>> database = Database::open(options.database);
    if (!database) {
        return std::unexpected(database.error());
    }
    std::unique_ptr<OfficeStore> store(new OfficeStore(std::make_unique<Parts>(options, std::move(*database))));
    const Result<QString> derived = store->settings().value(u"projection-version"_s);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    if (derived->toInt() != Projection::version) {
        if (const Result<void> rebuilt = store->rebuild(); !rebuilt) {
            return std::unexpected(rebuilt.error());
        }
    }
    return store;
}

Result<OfficeAct> OfficeStore::record(const Deed& deed) {
    OfficeAct act = makeAct(m_parts->owner.mailbox(), deed.body);
    const Result<void> recorded = record(act, deed);
    return recorded ? Result<OfficeAct>(std::move(act)) : std::unexpected(recorded.error());
}

Result<void> OfficeStore::record(const OfficeAct& act, const Deed& deed) {
    for (const QByteArray& cited : deed.cites) {
        if (Result<void> here = blobs().mustHave(cited); !here) {
            return here;
        }
    }
    return database().write([&](Transaction& transaction) -> Result<void> {
        for (const QByteArray& cited : deed.cites) {
            planUploadOnce(transaction, cited);
        }
        const Result<exchange::Append> append = appendFor(act, deed);
        if (!append) {
            return std::unexpected(append.error());
        }
        exchange::OutboxItem item;
        item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        item.kind = exchange::OutboxItem::Kind::Append;
        item.append = *append;
        const qint64 position = insertOutboxItem(transaction, item);
        Projection(transaction, m_parts->owner).addQueued(position);
        return {};
    });
}

Result<exchange::Append> OfficeStore::appendFor(const OfficeAct& act, const Deed& deed) const {
    return m_parts->database->read([&](Transaction& transaction) -> Result<exchange::Append> {
        const exchange::StreamHead head = streamHeadOf(transaction, deed.stream);
        const int queued = transaction
                               .value(u"SELECT COUNT(*) FROM outbox WHERE stream = ? AND kind = 'append'"
                                      " AND state <> 'failed' AND NOT EXISTS"
                                      " (SELECT 1 FROM message m WHERE m.message_id = outbox.message_id)"_s,
                                      {deed.stream})
                               .toInt();
        return exchange::Append{.stream = deed.stream,
                                .expectedSequence = head.sequence + queued + 1,
                                .kind = u"office"_s,
                                .messageId = act.id,
                                .payload = writeAct(act),
                                .cites = deed.cites,
                                .participants = deed.participants,
                                .lastSeenHead = queued == 0 ? head.hash : QByteArray()};
    });
}

Result<void> OfficeStore::accept(const exchange::Message& message, const std::optional<PacketFacts>& facts) {
    return database().writeRefetchable([&](Transaction& transaction) -> Result<void> {
        (void)keepArrival(transaction, {.message = message, .facts = facts}, m_parts->owner);
        return {};
    });
}

Result<int> OfficeStore::acceptPage(const QList<StoredArrival>& page, const QList<exchange::FeedCursor>& cursors,
                                    const std::function<Result<void>()>& filesAreThere) {
    return database().write([&](Transaction& transaction) -> Result<int> {
        int stored = 0;
        for (const StoredArrival& arrival : page) {
            stored += keepArrival(transaction, arrival, m_parts->owner) ? 1 : 0;
        }
        for (const exchange::FeedCursor& cursor : cursors) {
            transaction.change(u"INSERT INTO feed_cursor (mailbox, cursor) VALUES (?, ?)"
                               " ON CONFLICT (mailbox) DO UPDATE SET cursor = max(cursor, excluded.cursor)"_s,
                               {cursor.mailbox, cursor.cursor});
        }
        const Result<void> there = filesAreThere ? filesAreThere() : Result<void>();
        return there ? Result<int>(stored) : std::unexpected(there.error());
    });
}

Result<QByteArray> OfficeStore::putContent(const QByteArray& bytes) {
    return blobs().put(bytes);
}

Result<QByteArray> OfficeStore::putContentFile(const QString& path) {
    return blobs().putFile(path);
}

Result<void> OfficeStore::acceptContent(const QByteArray& sha256, const QString& path) {
    if (const Result<void> stored = blobs().putFile(path, sha256); !stored) {
        return stored;
    }
    return database().writeRefetchable([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"INSERT OR IGNORE INTO server_content (sha256, added_at) VALUES (?, ?)"_s,
                           {QString::fromLatin1(sha256), isoTime(QDateTime::currentDateTimeUtc())});
        endWaiting(transaction, sha256);
        return {};
    });
}

Result<void> OfficeStore::updateOutbox(const exchange::OutboxItem& item) {
    return database().write([&](Transaction& transaction) -> Result<void> {
        const bool begins =
            item.kind != exchange::OutboxItem::Kind::Upload && item.state == exchange::OutboxItem::State::Started;
        if (begins && !isInOutbox(transaction, item.id)) {
            return fail("outbox-item-taken-out", item.id); // a person took it back meanwhile: it must not go out
        }
        writeItem(transaction, item, m_parts->owner);
        return {};
    });
}

Result<bool> OfficeStore::refreshStanding(const QDate& today) {
    const auto changed = database().read([&](Transaction& transaction) -> Result<bool> {
        return standsForOn(transaction, m_parts->owner.mailbox(), today) != standsForNow(transaction);
    });
    if (!changed || !*changed) {
        return changed;
    }
    return database().write([&](Transaction& transaction) -> Result<bool> {
        Projection(transaction, m_parts->owner).lookAtStanding(today);
        return true;
    });
}

Result<void> OfficeStore::rebuild() {
    return database().write([&](Transaction& transaction) -> Result<void> {
        packOlderFacts(transaction);
        Projection(transaction, m_parts->owner).rebuild();
        return {};
    });
}

const Person& OfficeStore::owner() const {
    return m_parts->owner;
}
Database& OfficeStore::database() {
    return *m_parts->database;
}
BlobStore& OfficeStore::blobs() {
    return m_parts->blobs;
}
MessageRepository& OfficeStore::messages() {
    return m_parts->messages;
}
OutboxRepository& OfficeStore::outbox() {
    return m_parts->outbox;
}
DocumentRepository& OfficeStore::documents() {
    return m_parts->documents;
}
ActRepository& OfficeStore::acts() {
    return m_parts->acts;
}
DraftRepository& OfficeStore::drafts() {
    return m_parts->drafts;
}
BookRepository& OfficeStore::books() {
    return m_parts->books;
}
TrailRepository& OfficeStore::trails() {
    return m_parts->trails;
}
DossierRepository& OfficeStore::dossiers() {
    return m_parts->dossiers;
}
SettingsRepository& OfficeStore::settings() {
    return m_parts->settings;
}
AuditRepository& OfficeStore::audit() {
    return m_parts->audit;
}
VerdictRepository& OfficeStore::verdicts() {
    return m_parts->verdicts;
}
DirectoryRepository& OfficeStore::directory() {
    return m_parts->directory;
}
EvidenceJobs& OfficeStore::evidenceJobs() {
    return m_parts->evidenceJobs;
}
EvidenceRenewals& OfficeStore::evidenceRenewals() {
    return m_parts->evidenceRenewals;
}
ArrivalJobs& OfficeStore::arrivalJobs() {
    return m_parts->arrivalJobs;
}
StandingRepository& OfficeStore::standing() {
    return m_parts->standing;
}
OpinionRepository& OfficeStore::opinions() {
    return m_parts->opinions;
}
DutyRepository& OfficeStore::duties() {
    return m_parts->duties;
}

MeetingRepository& OfficeStore::meetings() {
    return m_parts->meetings;
}

WorkRepository& OfficeStore::work() {
    return m_parts->work;
}

TextJobs& OfficeStore::textJobs() {
    return m_parts->textJobs;
}

} // namespace app
