// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/error.h"
#include "app/domain/office/officeact.h"

#include <functional>

namespace app {

class OfficeDesk;

/// Draws the next number of a book. A book is a stream and the number a pure function of its prefix: the line is
/// appended at the server with the expected sequence, so a place is never given twice; where another clerk was faster,
/// the tail is read and the number computed again. A line that names this document already is the answer (a draw whose
/// reply was lost).
class BookDrawing {
public:
    explicit BookDrawing(OfficeDesk& desk);

    struct Request {
        QString stream;
        DocumentId document;
        /// The line for a number; may refuse, given the lines before it.
        std::function<Result<ActBody>(int number, const QList<BookEntry>& prefix)> line;
        /// Runs in the transaction that stores the drawn line; may be empty.
        std::function<Result<void>(const BookEntry&)> alongside;
    };

    /// `number-needs-server` where the server cannot be reached; `book-too-busy` where others were faster for a
    /// minute. Waits between its rounds; not for the GUI's thread.
    [[nodiscard]] Result<BookEntry> draw(const Request& request);

private:
    OfficeDesk& m_desk;
};

} // namespace app
