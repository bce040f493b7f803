// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/documentreader.h"
#include "app/store/draftlist.h"
#include "app/store/packetrows.h"
#include "app/store/summaryrows.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> notFound(const QString& text) {
    return fail("document-not-found", text);
}
std::unexpected<Error> packetUnknown(const QString& text) {
    return fail("packet-unknown", text);
}

/// Rows of the derived documents, newest first.
QList<DocumentSummary> summaries(Transaction& transaction, const QString& condition, QVariantList values,
                                 const QString& filter, int limit) {
    QString sql = summarySelect() + u"WHERE "_s + condition;
    if (const QString match = matchExpression(filter); !match.isEmpty()) {
        sql += u" AND d.rowid IN (SELECT rowid FROM document_text WHERE document_text MATCH ?)"_s;
        values.append(match);
    }
    sql += u" ORDER BY d.time DESC, d.id"_s;
    if (limit > 0) {
        sql += u" LIMIT "_s + QString::number(limit);
    }
    QList<DocumentSummary> list;
    for (Rows rows = transaction.query(sql, values); rows.next();) {
        list.append(readSummary(rows));
    }
    return list;
}

} // namespace

DocumentRepository::DocumentRepository(Database& database, const BlobStore& blobs, Person owner)
    : m_database(database)
    , m_blobs(blobs)
    , m_owner(std::move(owner)) {}

Result<QList<DocumentSummary>> DocumentRepository::list(Folder folder, const QString& filter,
                                                        const QDate& today) const {
    using List = QList<DocumentSummary>;
    return m_database.read([&](Transaction& transaction) -> Result<List> {
        switch (folder) {
        case Folder::Dossiers:
        case Folder::Books:
            return List();
        case Folder::Overdue:
            return summaries(
                transaction,
                u"d.folder IN ('to-direct', 'to-handle', 'following') AND d.due_date <> '' AND d.due_date < ?"_s,
                {today.toString(Qt::ISODate)}, filter, 0);
        case Folder::Drafts: {
            // A draft that was given back and lies here is shown once, as the draft.
            List list = draftSummaries(transaction, filter);
            list.append(summaries(transaction,
                                  u"d.folder = 'drafts' AND d.author = ?"
                                  " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.id = d.id)"_s,
                                  {m_owner.mailbox()}, filter, 0));
            std::ranges::stable_sort(list, std::greater{}, &DocumentSummary::time);
            return list;
        }
        default:
            return summaries(transaction, u"d.folder = ?"_s, {folderKey(folder)}, filter, 0);
        }
    });
}

Result<FolderCounts> DocumentRepository::counts(const QDate& today) const {
    return m_database.read([&](Transaction& transaction) -> Result<FolderCounts> {
        FolderCounts counts;
        Rows rows = transaction.query(u"SELECT folder, COUNT(*) FROM document GROUP BY folder"_s);
        while (rows.next()) {
            const int number = static_cast<int>(rows.number(1));
            switch (folderFromKey(rows.text(0)).value_or(Folder::Books)) {
            case Folder::ToAccept:
                counts.toAccept = number;
                break;
            case Folder::ToDirect:
                counts.toDirect = number;
                break;
            case Folder::ToHandle:
                counts.toHandle = number;
                break;
            case Folder::Following:
                counts.following = number;
                break;
            case Folder::Done:
                counts.done = number;
                break;
            case Folder::ToSign:
                counts.toSign = number;
                break;
            case Folder::ToIssue:
                counts.toIssue = number;
                break;
            case Folder::Issued:
                counts.issued = number;
                break;
            default:
                break;
            }
        }
        counts.overdue =
            transaction
                .value(u"SELECT COUNT(*) FROM document WHERE folder IN ('to-direct', 'to-handle', 'following')"
                       " AND due_date <> '' AND due_date < ?"_s,
                       {today.toString(Qt::ISODate)})
                .toInt();
        counts.drafts = transaction
                            .value(u"SELECT (SELECT COUNT(*) FROM draft LEFT JOIN document d ON d.id = draft.id"
                                   " WHERE d.id IS NULL OR d.state = 'returned')"
                                   " + (SELECT COUNT(*) FROM document d WHERE d.folder = 'drafts' AND d.author = ?"
                                   " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.id = d.id))"_s,
                                   {m_owner.mailbox()})
                            .toInt();
        counts.dossiers = transaction.value(u"SELECT COUNT(*) FROM dossier"_s).toInt();
        counts.books = transaction.value(u"SELECT COUNT(DISTINCT stream) FROM book_entry"_s).toInt();
        counts.unread = transaction
                            .value(u"SELECT COUNT(*) FROM document d WHERE d.folder = 'to-accept'"
                                   " AND NOT EXISTS (SELECT 1 FROM read_mark r WHERE r.document_id = d.id)"_s)
                            .toInt();
        return counts;
    });
}

Result<QList<DocumentSummary>> DocumentRepository::search(const QString& text, int limit) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DocumentSummary>> {
        if (matchExpression(text).isEmpty()) {
            return QList<DocumentSummary>();
        }
        return summaries(transaction, u"1"_s, {}, text, limit);
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

} // namespace app
