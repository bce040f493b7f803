// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/office/officeact.h"
#include "app/store/bookrepository.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;

/// Use case of the clerk, and of nobody else: by Nghị định 30/2020 art. 6 (4) it is the office's văn thư who registers
/// documents and keeps the registers; a leader directs that work and has no part in the book itself, so what a leader
/// would write there counts nowhere. Closes the books of a year, and makes a number void that was drawn by mistake
/// (Nghị định 30/2020 art. 15: gaps are explained). Both are written at the server, behind everything that stands in
/// the book; nothing takes them back. Blocking; any thread but the GUI's. Also the codes of appendToBook(), with
/// `book-closed` for a book that is closed already.
class KeepBooks {
public:
    explicit KeepBooks(OfficeDesk& desk);

    /// The books of the office of that year that anything stands in.
    [[nodiscard]] Result<QList<BookOverview>> list(int year) const;
    /// From then on nothing can be entered. `lastNumber`: with which number the person saw it end (0: empty).
    /// `book-not-clerk`, `book-unknown`, `book-year-not-begun`, `reason-missing`; `book-last-number-differs` where it
    /// ends with another one, also because somebody was faster.
    [[nodiscard]] Result<void> close(const QString& stream, int lastNumber, const QString& reason,
                                     std::stop_token stop = {});
    /// The line says that it is void, and why; its number is never drawn again. The document keeps its trace: one
    /// of ours waits for another number, and is closed with the reason where it was sealed already; one that came in is
    /// closed. `book-number-unknown` where no line of the book that counts has
    /// it, `book-number-void` where it is void already, `book-number-sent` where the document went out under it.
    [[nodiscard]] Result<void> voidNumber(const QString& stream, int number, const QString& reason,
                                          std::stop_token stop = {});

private:
    /// The person may, the stream is a book of the office, the reason is one.
    [[nodiscard]] Result<QString> checked(const QString& stream, const QString& reason) const;
    [[nodiscard]] Result<BookEntry> line(const QString& stream, int number) const;
    [[nodiscard]] Result<void> checkSent(const BookEntry& line) const;
    [[nodiscard]] Result<void> tellCase(const acts::EntryVoided& voided) const;

    OfficeDesk& m_desk;
};

/// The name of a book on the command line: "2026-incoming", "2026-outgoing-vb".
[[nodiscard]] QString bookKeyOf(const QString& stream);

/// Before a document is sealed or sent: `number-void` where its number was made void.
[[nodiscard]] Result<void> checkNumberStands(const OfficeDesk& desk, const DocumentId& id);

} // namespace app
