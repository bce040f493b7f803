// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/packetfacts.h"
#include "app/domain/person.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace app {

class Database;
class BlobStore;

/// Reads the documents that the projection derived, and the drafts among them. Any thread but the GUI's.
class DocumentRepository {
public:
    DocumentRepository(Database& database, const BlobStore& blobs, Person owner);

    /// A page of what a query asks for, after `after` where that is given; `limit` 0: all of it. `today`: the day in
    /// Vietnam. Words are compared without regard to diacritics and đ.
    [[nodiscard]] Result<DocumentPage> page(const DocumentQuery& query, const QDate& today, int limit,
                                            const std::optional<ListPlace>& after = {}) const;
    [[nodiscard]] Result<QueryCounts> count(const DocumentQuery& query, const QDate& today) const;
    /// Of each list, at most mostCounted + 1.
    [[nodiscard]] Result<FolderCounts> counts(const QDate& today) const;
    [[nodiscard]] Result<SearchChoices> searchChoices() const;

    /// document-not-found.
    [[nodiscard]] Result<DocumentDetail> detail(const DocumentId& id) const;
    [[nodiscard]] Result<DocumentSummary> summary(const DocumentId& id) const;

    /// By the beginning of an id (at least 4 characters) or a number as displayed; several: document-ambiguous.
    [[nodiscard]] Result<DocumentId> find(const QString& text) const;

    /// What the packet of an incoming document said; packet-unknown where it is no such document.
    [[nodiscard]] Result<PacketFacts> packet(const QByteArray& packetSha256) const;
    [[nodiscard]] Result<PacketFacts> packetOf(const DocumentId& id) const;

    /// Documents that another office's reference may mean (spec §3.4: by packet id, else by match key).
    [[nodiscard]] Result<QList<DocumentId>> matching(const DocumentReference& reference) const;

    /// Documents that came in and seem to be the one that is about to be entered (twinRows).
    [[nodiscard]] Result<QList<DocumentLink>> twinsOf(const PaperEntry& entry) const;

    /// Status packets that speak of a document that is not here (yet), newest first.
    [[nodiscard]] Result<QList<PacketFacts>> heldStatuses() const;

    /// Documents with a comment that names the owner, who has not looked since; newest first, at most 100.
    [[nodiscard]] Result<QList<DocumentId>> unreadMentions() const;

    /// The document was looked at, and its conversation as far as it is here.
    [[nodiscard]] Result<void> markRead(const DocumentId& id);
    /// As if it had never been looked at.
    [[nodiscard]] Result<void> markUnread(const DocumentId& id);

private:
    Database& m_database;
    const BlobStore& m_blobs;
    Person m_owner;
};

} // namespace app
