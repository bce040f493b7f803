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
        end.closing = bookClosing(transaction, stream);
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

Result<QList<BookOverview>> BookRepository::overview(const QString& organId, int year) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<BookOverview>> {
        QList<BookOverview> books;
        const QString name = u"book/%1/%2-"_s.arg(organId).arg(year);
        Rows rows = transaction.query(
            u"SELECT stream, MAX(CASE WHEN flagged THEN 0 ELSE number END), SUM(voided), SUM(flagged) FROM book_entry"
            " WHERE organ_id = ? AND year = ? GROUP BY stream UNION ALL SELECT stream, 0, 0, 0 FROM book_closing c"
            " WHERE substr(stream, 1, ?) = ? AND NOT EXISTS (SELECT 1 FROM book_entry e WHERE e.stream = c.stream)"
            " ORDER BY 1"_s,
            {organId, year, name.size(), name});
        while (rows.next()) {
            books.append({.stream = rows.text(0),
                          .lastNumber = static_cast<int>(rows.number(1)),
                          .voided = static_cast<int>(rows.number(2)),
                          .flagged = static_cast<int>(rows.number(3)),
                          .closing = bookClosing(transaction, rows.text(0))});
        }
        return books;
    });
}

Result<bool> BookRepository::hasVoidNumber(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<bool> {
        return transaction
            .value(u"SELECT 1 FROM book_entry v WHERE document_id = ? AND incoming = 0 AND voided = 1 AND NOT EXISTS"
                   " (SELECT 1 FROM book_entry e WHERE e.document_id = v.document_id AND e.incoming = 0"
                   " AND e.voided = 0 AND e.flagged = 0) LIMIT 1"_s,
                   {document.text()})
            .isValid();
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
