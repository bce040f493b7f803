// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/querydocuments.h"

#include "app/services/officedesk.h"

namespace app {

QueryDocuments::QueryDocuments(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<DocumentSummary>> QueryDocuments::list(Folder folder, const QString& filter) const {
    auto whole = page({.words = filter, .folder = folder}, 0);
    return whole ? Result<QList<DocumentSummary>>(std::move(whole->rows)) : std::unexpected(whole.error());
}

Result<DocumentPage> QueryDocuments::page(const DocumentQuery& query, int limit,
                                          const std::optional<ListPlace>& after) const {
    return m_desk.store().documents().page(query, m_desk.today(), limit, after);
}

Result<QueryCounts> QueryDocuments::count(const DocumentQuery& query) const {
    return m_desk.store().documents().count(query, m_desk.today());
}

Result<FolderCounts> QueryDocuments::counts() const {
    return m_desk.store().documents().counts(m_desk.today());
}

Result<DocumentDetail> QueryDocuments::detail(const DocumentId& id) const {
    return m_desk.store().documents().detail(id);
}

Result<DocumentId> QueryDocuments::find(const QString& text) const {
    return m_desk.store().documents().find(text);
}

Result<QString> QueryDocuments::content(const QByteArray& sha256) const {
    return m_desk.store().blobs().path(sha256);
}

Result<QString> QueryDocuments::mainPdf(const DocumentId& id) const {
    const auto document = detail(id);
    return document ? content(document->pdfSha256) : std::unexpected(document.error());
}

Result<QList<BookEntry>> QueryDocuments::book(int year, bool incoming) const {
    return m_desk.store().books().year(m_desk.organ().text(), year, incoming);
}

Result<QList<BookEntry>> QueryDocuments::applicationBooks(int year) const {
    return m_desk.store().books().applications(m_desk.organ().text(), year);
}

Result<SearchChoices> QueryDocuments::searchChoices() const {
    return m_desk.store().documents().searchChoices();
}

Result<QList<DocumentId>> QueryDocuments::unreadMentions() const {
    return m_desk.store().documents().unreadMentions();
}

Result<void> QueryDocuments::markRead(const DocumentId& id) {
    return m_desk.store().documents().markRead(id);
}

Result<void> QueryDocuments::markUnread(const DocumentId& id) {
    return m_desk.store().documents().markUnread(id);
}

} // namespace app
