// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/documentlists.h"
#include "app/store/documentreader.h"
#include "app/store/meetingrepository.h"
#include "app/store/opinionrepository.h"
#include "app/store/packetrows.h"
#include "app/store/transaction.h"
#include "app/store/twinrows.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> notFound(const QString& text) {
    return fail("document-not-found", text);
}
std::unexpected<Error> packetUnknown(const QString& text) {
    return fail("packet-unknown", text);
}

/// The lists that one column tells.
void countFolders(Transaction& transaction, FolderCounts& counts) {
    const std::pair<Folder, int FolderCounts::*> lists[] = {
        {Folder::ToAccept, &FolderCounts::toAccept}, {Folder::ToDirect, &FolderCounts::toDirect},
        {Folder::ToHandle, &FolderCounts::toHandle}, {Folder::Following, &FolderCounts::following},
        {Folder::Done, &FolderCounts::done},         {Folder::ToSign, &FolderCounts::toSign},
        {Folder::ToIssue, &FolderCounts::toIssue},   {Folder::Issued, &FolderCounts::issued}};
    for (const auto& [folder, member] : lists) {
        counts.*member = countUpToLimit(transaction, u"FROM document WHERE folder = ?"_s, {folderKey(folder)});
    }
}

} // namespace

DocumentRepository::DocumentRepository(Database& database, const BlobStore& blobs, Person owner)
    : m_database(database)
    , m_blobs(blobs)
    , m_owner(std::move(owner)) {}

Result<DocumentPage> DocumentRepository::page(const DocumentQuery& query, const QDate& today, int limit,
                                              const std::optional<ListPlace>& after) const {
    return m_database.read([&](Transaction& transaction) -> Result<DocumentPage> {
        return readPage(transaction, query, {.owner = m_owner, .today = today}, limit, after);
    });
}

Result<QueryCounts> DocumentRepository::count(const DocumentQuery& query, const QDate& today) const {
    return m_database.read([&](Transaction& transaction) -> Result<QueryCounts> {
        return countQuery(transaction, query, {.owner = m_owner, .today = today});
    });
}

Result<FolderCounts> DocumentRepository::counts(const QDate& today) const {
    return m_database.read([&](Transaction& transaction) -> Result<FolderCounts> {
        FolderCounts counts;
        const ListReader reader{.owner = m_owner, .today = today};
        countFolders(transaction, counts);
        counts.overdue = countOf(transaction, {.folder = Folder::Overdue}, reader);
        counts.drafts = countOf(transaction, {.folder = Folder::Drafts}, reader);
        counts.dossiers = countUpToLimit(transaction, u"FROM dossier"_s);
        counts.books = transaction.value(u"SELECT COUNT(DISTINCT stream) FROM book_entry"_s).toInt();
        counts.opinions = countWaitingOpinions(transaction);
        counts.meetings = countWaitingMeetings(transaction, today);
        counts.unread = countUpToLimit(transaction, u"FROM document d WHERE d.folder = 'to-accept'"
                                                    " AND NOT EXISTS (SELECT 1 FROM read_mark r"
                                                    " WHERE r.document_id = d.id)"_s);
        return counts;
    });
}

Result<DocumentDetail> DocumentRepository::detail(const DocumentId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<DocumentDetail> {
        std::optional<DocumentDetail> detail = readDetail(transaction, id, m_blobs, m_owner);
        if (!detail) {
            return notFound(id.text());
        }
        return std::move(*detail);
    });
}

Result<DocumentSummary> DocumentRepository::summary(const DocumentId& id) const {
    const Result<DocumentDetail> whole = detail(id);
    return whole ? Result<DocumentSummary>(whole->summary) : std::unexpected(whole.error());
}

Result<DocumentId> DocumentRepository::find(const QString& text) const {
    return m_database.read([&](Transaction& transaction) -> Result<DocumentId> {
        const QString wanted = text.trimmed();
        QStringList ids;
        if (wanted.size() >= 4) {
            const QString from = wanted.toLower();
            const QString to = from + u'~';
            // The end of the range is the same beginning followed by a character that no UUID holds.
            Rows rows = transaction.query(u"SELECT id FROM document WHERE id >= ? AND id < ?"
                                          " UNION SELECT id FROM draft WHERE id >= ? AND id < ? LIMIT 2"_s,
                                          {from, to, from, to});
            while (rows.next()) {
                ids.append(rows.text(0));
            }
        }
        if (ids.isEmpty()) {
            Rows rows = transaction.query(u"SELECT id FROM document WHERE number_display = ? LIMIT 2"_s, {wanted});
            while (rows.next()) {
                ids.append(rows.text(0));
            }
        }
        if (ids.size() > 1) {
            return fail("document-ambiguous", wanted);
        }
        const std::optional<DocumentId> id = ids.isEmpty() ? std::nullopt : DocumentId::parse(ids.first());
        return id ? Result<DocumentId>(*id) : notFound(wanted);
    });
}

Result<PacketFacts> DocumentRepository::packet(const QByteArray& packetSha256) const {
    return m_database.read([&](Transaction& transaction) -> Result<PacketFacts> {
        std::optional<PacketFacts> facts = packetFacts(transaction, packetSha256);
        return facts ? Result<PacketFacts>(std::move(*facts)) : packetUnknown(QString::fromLatin1(packetSha256));
    });
}

Result<PacketFacts> DocumentRepository::packetOf(const DocumentId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<PacketFacts> {
        const QByteArray sha256 =
            transaction.value(u"SELECT packet_sha256 FROM document WHERE id = ?"_s, {id.text()}).toString().toLatin1();
        return packet(sha256);
    });
}

Result<QList<DocumentLink>> DocumentRepository::twinsOf(const PaperEntry& entry) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DocumentLink>> {
        return twinRows(transaction, {.self = documentOfPaper(entry.key).text(),
                                      .issuer = entry.sender,
                                      .packetDocumentId = {},
                                      .number = entry.number,
                                      .notation = entry.notation,
                                      .date = entry.date});
    });
}

Result<QList<DocumentId>> DocumentRepository::matching(const DocumentReference& reference) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DocumentId>> {
        QList<DocumentId> found;
        Rows rows = transaction.query(u"SELECT id FROM document WHERE (packet_document_id <> '' AND"
                                      " packet_document_id = ?) OR (match_key <> '' AND match_key = ?) ORDER BY time"_s,
                                      {reference.packetDocumentId, matchKey(reference)});
        while (rows.next()) {
            if (const std::optional<DocumentId> id = DocumentId::parse(rows.text(0))) {
                found.append(*id);
            }
        }
        return found;
    });
}

Result<QList<PacketFacts>> DocumentRepository::heldStatuses() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<PacketFacts>> {
        QList<QByteArray> held;
        Rows rows =
            transaction.query(u"SELECT s.packet_sha256 FROM status_note s WHERE NOT EXISTS (SELECT 1 FROM document d"
                              " WHERE (d.incoming = 0 OR d.issuer_id = s.organ_id)"
                              " AND ((d.packet_document_id <> '' AND d.packet_document_id = s.packet_document_id)"
                              " OR (s.packet_document_id = '' AND d.match_key <> '' AND d.match_key = s.match_key)))"
                              " ORDER BY s.received DESC, s.packet_sha256"_s);
        while (rows.next()) {
            held.append(rows.word(0));
        }
        QList<PacketFacts> statuses;
        for (const QByteArray& sha256 : std::as_const(held)) {
            if (std::optional<PacketFacts> facts = packetFacts(transaction, sha256)) {
                statuses.append(std::move(*facts));
            }
        }
        return statuses;
    });
}

Result<QList<DocumentId>> DocumentRepository::unreadMentions() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DocumentId>> {
        QList<DocumentId> found;
        Rows rows = transaction.query(u"SELECT d.id FROM document d LEFT JOIN read_mark r ON r.document_id = d.id"
                                      " WHERE d.mentioned <> '' AND d.mentioned > COALESCE(r.mention, '')"
                                      " ORDER BY d.mentioned DESC, d.id LIMIT 100"_s);
        while (rows.next()) {
            if (const std::optional<DocumentId> id = DocumentId::parse(rows.text(0))) {
                found.append(*id);
            }
        }
        return found;
    });
}

Result<void> DocumentRepository::markRead(const DocumentId& id) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        // What is read of a conversation is what was there, whatever this computer's clock says.
        transaction.change(u"INSERT INTO read_mark (document_id, read_at, mention) VALUES (?, ?,"
                           " COALESCE((SELECT mentioned FROM document WHERE id = ?), ''))"
                           " ON CONFLICT (document_id) DO UPDATE SET mention = excluded.mention"_s,
                           {id.text(), isoTime(QDateTime::currentDateTimeUtc()), id.text()});
        return {};
    });
}

Result<void> DocumentRepository::markUnread(const DocumentId& id) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"DELETE FROM read_mark WHERE document_id = ?"_s, {id.text()});
        return {};
    });
}

} // namespace app
