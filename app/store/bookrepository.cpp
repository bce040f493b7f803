// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bookrepository.h"

#include "app/store/bookrows.h"
#include "app/store/database.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

BookRepository::BookRepository(Database& database)
    : m_database(database) {}

Result<QList<BookEntry>> BookRepository::entries(const QString& stream) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<BookEntry>> {
        return bookEntries(transaction, u"stream = ?"_s, {stream});
    });
}

Result<QList<BookEntry>> BookRepository::year(const QString& organId, int year, bool incoming) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<BookEntry>> {
        return bookEntries(transaction,
                           u"organ_id = ? AND year = ? AND incoming = ? AND stream NOT LIKE '%-incoming-_%'"_s,
                           {organId, year, incoming ? 1 : 0});
    });
}

Result<QList<BookEntry>> BookRepository::applications(const QString& organId, int year) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<BookEntry>> {
        return bookEntries(transaction, u"organ_id = ? AND year = ? AND incoming = 1 AND stream LIKE '%-incoming-_%'"_s,
                           {organId, year});
    });
}

Result<BookEnd> BookRepository::end(const QString& stream) const {
    return m_database.read([&](Transaction& transaction) -> Result<BookEnd> {
        BookEnd end;
        end.next = lastNumber(transaction, stream) + 1;
        const QVariant date = transaction.value(u"SELECT date FROM book_entry WHERE stream = ? AND flagged = 0"
                                                " AND voided = 0 ORDER BY position DESC LIMIT 1"_s,
                                                {stream});
        end.latestDate = QDate::fromString(date.toString(), Qt::ISODate);
        return end;
    });
}

Result<std::optional<BookEntry>> BookRepository::lineOf(const QString& stream, const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<BookEntry>> {
        const QList<BookEntry> found = bookEntries(
            transaction, u"document_id = ? AND stream = ? AND voided = 0 AND flagged = 0 AND sequence > 0"_s,
            {document.text(), stream});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<std::optional<BookEntry>> BookRepository::entryOf(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<BookEntry>> {
        const QList<BookEntry> found =
            bookEntries(transaction, u"document_id = ? AND voided = 0 AND flagged = 0"_s, {document.text()});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

} // namespace app
