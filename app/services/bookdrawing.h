// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/error.h"
#include "app/domain/office/officeact.h"
#include "exchange/protocol/message.h"

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

    /// `book-clock-wrong` where this desk's clock was hours off when it spoke to the server last: the day, and the year
    /// of the book, would be wrong; `number-needs-server` where the server cannot be reached; `book-too-busy` where
    /// others were faster for a minute; "cancelled" after a stop: a line that was drawn all the same is the answer of
    /// the next call. Waits between its rounds; not for the GUI's thread. Costs the same whatever the length of the
    /// book.
    [[nodiscard]] Result<BookEntry> draw(const Request& request, std::stop_token stop = {});

private:
    /// The document's line, where it has one by now.
    [[nodiscard]] Result<std::optional<BookEntry>> known(const Request& request) const;
    /// Stores what was drawn, with what goes alongside.
    [[nodiscard]] Result<BookEntry> keep(const Request& request, const exchange::Message& drawn);
    [[nodiscard]] static Result<BookEntry> finish(const Request& request, const BookEntry& entry);

    OfficeDesk& m_desk;
};

} // namespace app
