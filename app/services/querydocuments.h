// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/documentid.h"
#include "app/domain/documentquery.h"
#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/folder.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// Reads for lists, panes and searches; never writes except the marks of what was read. Blocking; any thread but the
/// GUI's.
class QueryDocuments {
public:
    explicit QueryDocuments(OfficeDesk& desk);

    /// A page of what a query asks for, after `after` where that is given; `limit` 0: all of it.
    [[nodiscard]] Result<DocumentPage> page(const DocumentQuery& query, int limit,
                                            const std::optional<ListPlace>& after = {}) const;
    [[nodiscard]] Result<QueryCounts> count(const DocumentQuery& query) const;
    /// All documents of a folder, newest first; `filter` narrows by words in number, subject, the other office and the
    /// text, without regard to diacritics.
    [[nodiscard]] Result<QList<DocumentSummary>> list(Folder folder, const QString& filter = {}) const;
    [[nodiscard]] Result<FolderCounts> counts() const;
    /// What a search offers to choose from.
    [[nodiscard]] Result<SearchChoices> searchChoices() const;
    [[nodiscard]] Result<DocumentDetail> detail(const DocumentId& id) const;
    /// Finds a document by its id or the unambiguous beginning of it, or by its number as displayed.
    [[nodiscard]] Result<DocumentId> find(const QString& text) const;
    /// The path of stored bytes; read only. `content-missing` when they are not here yet.
    [[nodiscard]] Result<QString> content(const QByteArray& sha256) const;
    /// The PDF to show for a document: the newest revision of ours, or the main attachment of an incoming packet.
    [[nodiscard]] Result<QString> mainPdf(const DocumentId& id) const;
    /// A book of this office, in order. `incoming` false is the outgoing books of all series.
    [[nodiscard]] Result<QList<BookEntry>> book(int year, bool incoming) const;
    /// The incoming books of what is no official document.
    [[nodiscard]] Result<QList<BookEntry>> applicationBooks(int year) const;
    /// Documents with a comment that names the person, who has not looked since; newest first, at most 100.
    [[nodiscard]] Result<QList<DocumentId>> unreadMentions() const;
    [[nodiscard]] Result<void> markRead(const DocumentId& id);
    /// As if it had never been looked at: a mark of this desk alone.
    [[nodiscard]] Result<void> markUnread(const DocumentId& id);

private:
    OfficeDesk& m_desk;
};

} // namespace app
