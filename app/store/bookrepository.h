// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/error.h"

#include <QList>
#include <QString>

#include <optional>

namespace app {

class Database;

/// Where a book ends, as far as this store knows: what its next line is a function of.
struct BookEnd {
    int next = 1;                         ///< the number of the next line
    QDate latestDate;                     ///< of the last line that counts; null: there is none
    std::optional<BookClosing> closing{}; ///< nothing: it is open

    friend bool operator==(const BookEnd&, const BookEnd&) = default;
};

/// A book of the office, and how far it goes.
struct BookOverview {
    QString stream{};
    int lastNumber = 0; ///< that counts; 0: none
    int voided = 0;
    int flagged = 0;
    std::optional<BookClosing> closing{};

    friend bool operator==(const BookOverview&, const BookOverview&) = default;
};

/// Reads the books (sổ văn bản). Lines are derived from the books' streams.
class BookRepository {
public:
    explicit BookRepository(Database& database);

    /// A book's lines in the order of its stream; lines that are only queued come last.
    [[nodiscard]] Result<QList<BookEntry>> entries(const QString& stream) const;
    /// All books of a year: incoming, or outgoing of every series.
    [[nodiscard]] Result<QList<BookEntry>> year(const QString& organId, int year, bool incoming) const;
    /// The incoming books of what is no official document, of a year.
    [[nodiscard]] Result<QList<BookEntry>> applications(const QString& organId, int year) const;
    /// Costs the same whatever the length of the book.
    [[nodiscard]] Result<BookEnd> end(const QString& stream) const;
    /// The document's line in this book that the server has and that counts; nothing: it has none.
    [[nodiscard]] Result<std::optional<BookEntry>> lineOf(const QString& stream, const DocumentId& document) const;
    /// The line of a document in any outgoing book, or in the incoming one; nothing: it has none.
    [[nodiscard]] Result<std::optional<BookEntry>> entryOf(const DocumentId& document) const;

    /// The books of a year that anything stands in, or that were closed empty.
    [[nodiscard]] Result<QList<BookOverview>> overview(const QString& organId, int year) const;
    /// Whether the document's number in an outgoing book was made void, and it has no other one.
    [[nodiscard]] Result<bool> hasVoidNumber(const DocumentId& document) const;

private:
    Database& m_database;
};

} // namespace app
