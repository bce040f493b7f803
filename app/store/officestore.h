// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/office/officeact.h"
#include "app/domain/packetfacts.h"
#include "app/domain/person.h"
#include "app/store/actrepository.h"
#include "app/store/arrivaljobs.h"
#include "app/store/auditrepository.h"
#include "app/store/blobstore.h"
#include "app/store/bookrepository.h"
#include "app/store/database.h"
#include "app/store/directoryrepository.h"
#include "app/store/documentrepository.h"
#include "app/store/dossierrepository.h"
#include "app/store/draftrepository.h"
#include "app/store/evidencejobs.h"
#include "app/store/evidencerenewals.h"
#include "app/store/meetingrepository.h"
#include "app/store/messagerepository.h"
#include "app/store/opinionrepository.h"
#include "app/store/outboxrepository.h"
#include "app/store/settingsrepository.h"
#include "app/store/standingrepository.h"
#include "app/store/textjobs.h"
#include "app/store/trailrepository.h"
#include "app/store/verdictrepository.h"
#include "app/store/workrepository.h"
#include "exchange/protocol/message.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace app {

struct StoreOptions {
    DatabaseOptions database{};
    BlobOptions blobs{};
    Person owner{}; ///< whose profile it is
};

/// A deed to be written down: in which stream, who is to learn of it, and which stored contents it speaks of.
struct Deed {
    QString stream{};
    ActBody body{};
    QStringList participants{}; ///< mailboxes of the own office that take part from now on
    QList<QByteArray> cites{};  ///< hashes of contents in the blob store; uploaded before the act
};

/// A message that came from the server, with what is known about its packet and what was left at the server.
struct StoredArrival {
    exchange::Message message{};
    std::optional<PacketFacts> facts{};
    QList<QByteArray> waiting{};
};

/// Everything that one profile keeps. Messages, contents, outbox, drafts, settings and verdicts are kept; documents,
/// books, trails, links and dossiers are derived from them (and from acts that are only queued) and can be derived anew
/// at any time. May be called from any thread but the GUI's.
class OfficeStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<OfficeStore>> open(const StoreOptions& options);
    ~OfficeStore();
    OfficeStore(const OfficeStore&) = delete;
    OfficeStore& operator=(const OfficeStore&) = delete;

    /// Several changes in one transaction: whatever `work()` calls on this store and its repositories is committed
    /// together, or not at all when it returns an error. `work` returns a Result.
    template <typename Work>
    [[nodiscard]] auto together(Work&& work) -> std::invoke_result_t<Work> {
        return database().write([&](Transaction&) { return work(); });
    }

    /// Writes a deed down, shows it at once, and queues it for the server with its contents. Journal before act: when
    /// this returns it is committed.
    [[nodiscard]] Result<OfficeAct> record(const Deed& deed);

    /// Like record() for an act that was made before, for example one that is drawn at the server directly and could
    /// not be.
    [[nodiscard]] Result<void> record(const OfficeAct& act, const Deed& deed);

    /// What an act looks like on the wire, at the end of its stream as it is known here. For acts that are appended by
    /// the caller itself (drawing a number); nothing is stored.
    [[nodiscard]] Result<exchange::Append> appendFor(const OfficeAct& act, const Deed& deed) const;

    /// Stores a message that the server has: idempotent by (stream, sequence). For a packet, `facts` say what is in it.
    /// Also used after a direct append, with the receipt's header.
    [[nodiscard]] Result<void> accept(const exchange::Message& message, const std::optional<PacketFacts>& facts = {});

    /// Stores a page of messages in their order and moves the cursors: one commit, on the disk when this returns. Gives
    /// how many of them are new. `filesAreThere` (may be empty) is asked before the commit: it returns once the files
    /// of the page are on the disk, and where it fails nothing is stored.
    [[nodiscard]] Result<int> acceptPage(const QList<StoredArrival>& page, const QList<exchange::FeedCursor>& cursors,
                                         const std::function<Result<void>()>& filesAreThere = {});

    /// Stores bytes; returns their hash.
    [[nodiscard]] Result<QByteArray> putContent(const QByteArray& bytes);
    [[nodiscard]] Result<QByteArray> putContentFile(const QString& path);

    /// Takes a file that came from the server; checked against its hash.
    [[nodiscard]] Result<void> acceptContent(const QByteArray& sha256, const QString& path);
    /// Writes the state of an outbox item as the sync engine left it, and what follows from it for documents.
    [[nodiscard]] Result<void> updateOutbox(const exchange::OutboxItem& item);

    /// For whom the owner stands in on that day; where that changed their lists of work are derived anew. Gives whether
    /// it did.
    [[nodiscard]] Result<bool> refreshStanding(const QDate& today);

    /// Drops everything derived and derives it anew.
    [[nodiscard]] Result<void> rebuild();

    [[nodiscard]] const Person& owner() const;
    [[nodiscard]] Database& database();
    [[nodiscard]] BlobStore& blobs();
    [[nodiscard]] MessageRepository& messages();
    [[nodiscard]] OutboxRepository& outbox();
    [[nodiscard]] DocumentRepository& documents();
    [[nodiscard]] ActRepository& acts();
    [[nodiscard]] DraftRepository& drafts();
    [[nodiscard]] BookRepository& books();
    [[nodiscard]] TrailRepository& trails();
    [[nodiscard]] DossierRepository& dossiers();
    [[nodiscard]] SettingsRepository& settings();
    [[nodiscard]] AuditRepository& audit();
    [[nodiscard]] VerdictRepository& verdicts();
    [[nodiscard]] DirectoryRepository& directory();
    [[nodiscard]] EvidenceJobs& evidenceJobs();
    [[nodiscard]] EvidenceRenewals& evidenceRenewals();
    [[nodiscard]] ArrivalJobs& arrivalJobs();
    [[nodiscard]] TextJobs& textJobs();
    [[nodiscard]] WorkRepository& work();
    [[nodiscard]] StandingRepository& standing();
    [[nodiscard]] OpinionRepository& opinions();
    [[nodiscard]] MeetingRepository& meetings();

private:
    struct Parts;
    explicit OfficeStore(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace app
