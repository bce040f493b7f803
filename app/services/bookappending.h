// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/office/officeact.h"
#include "app/store/bookrepository.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <stop_token>

namespace app {

class OfficeDesk;

/// What is to stand at the end of a book. A book is a stream, and what is written a function of its prefix.
struct BookAppend {
    QString stream{};
    /// Contents in the blob store that the act speaks of: at the server before it.
    QList<QByteArray> cites{};
    /// Whether the book has it by now (an append whose reply was lost).
    std::function<Result<bool>()> isThere;
    /// The act for a book that ends so; may refuse.
    std::function<Result<ActBody>(const BookEnd&)> body;
    /// Runs in the transaction that stores the act, or that finds it there.
    std::function<Result<void>()> keep;
};

/// Appends at the server behind the last line that is known here, so that a place is never given twice; where there is
/// more by now, the tail is read and the act made again. Nothing is kept here before the server has it.
///
/// `book-clock-wrong` where this desk's clock was hours off when it spoke to the server last: the day, and the year of
/// the book, would be wrong; `book-closed` where the book is, also when somebody else closed it meanwhile;
/// `number-needs-server` where the server cannot be reached; `book-too-busy` where others were faster for a minute;
/// "cancelled" after a stop: what was appended all the same is there at the next call. Waits between its rounds; not
/// for the GUI's thread. Costs the same whatever the length of the book.
[[nodiscard]] Result<void> appendToBook(OfficeDesk& desk, const BookAppend& wanted, std::stop_token stop = {});

} // namespace app
