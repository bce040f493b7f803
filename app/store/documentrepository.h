// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// The rows of a folder, newest first, with one query; `filter`: words that number, subject and counterpart must
    /// hold (beginnings of words count), without regard to diacritics and đ. `today`: the day in Vietnam.
    [[nodiscard]] Result<QList<DocumentSummary>> list(Folder folder, const QString& filter, const QDate& today) const;
    [[nodiscard]] Result<FolderCounts> counts(const QDate& today) const;

    /// All but drafts, newest first.
    [[nodiscard]] Result<QList<DocumentSummary>> search(const QString& text, int limit = 200) const;

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

    /// Status packets that speak of a document that is not here (yet), newest first.
    [[nodiscard]] Result<QList<PacketFacts>> heldStatuses() const;

    /// Documents with a comment that names the owner, who has not looked since; newest first, at most 100.
    [[nodiscard]] Result<QList<DocumentId>> unreadMentions() const;

    /// The document was looked at, and its conversation as far as it is here.
    [[nodiscard]] Result<void> markRead(const DocumentId& id);

private:
    Database& m_database;
    const BlobStore& m_blobs;
    Person m_owner;
};

} // namespace app
