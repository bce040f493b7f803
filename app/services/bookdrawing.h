// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/error.h"
#include "app/domain/office/officeact.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// Draws the next number of a book. A book is a stream and the number a pure function of its prefix: the line is
/// appended at the server behind the last line that is known here, so a place is never given twice; where there is more
/// by now, the tail is read and the number computed again. A line that names this document already is the answer (a
/// draw whose reply was lost).
class BookDrawing {
public:
    explicit BookDrawing(OfficeDesk& desk);

    struct Request {
        QString stream;
        DocumentId document;
        /// Contents in the blob store that the line speaks of: at the server before it.
        QList<QByteArray> cites{};
        /// The line for a number; may refuse, given the date of the line before it (null: there is none).
        std::function<Result<ActBody>(int number, const QDate& latest)> line;
        /// Runs in the transaction that stores the drawn line; may be empty.
        std::function<Result<void>(const BookEntry&)> alongside;
    };

    /// Codes: those of appendToBook(), also for a book that was closed while the number was drawn; whoever draws has
    /// lost nothing then. `book-line-lost`. A line that was drawn though its reply was lost is the answer of the next
    /// call.
    [[nodiscard]] Result<BookEntry> draw(const Request& request, std::stop_token stop = {});

private:
    /// The document's line, where it has one by now.
    [[nodiscard]] Result<std::optional<BookEntry>> known(const Request& request) const;

    OfficeDesk& m_desk;
};

} // namespace app
