// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/office/officeact.h"
#include "app/domain/streams.h"

#include <QList>
#include <QString>
#include <QVariantList>

#include <optional>

namespace app {

class Transaction;
struct StoredAct;

/// Lines of books by a condition ("stream = ?"), in order.
[[nodiscard]] QList<BookEntry> bookEntries(Transaction& transaction, const QString& condition,
                                           const QVariantList& values);

/// The greatest number of a book that counts; 0: none. The numbers that count come one after the other, so it is the
/// last.
[[nodiscard]] int lastNumber(Transaction& transaction, const QString& stream);

/// That the book was closed; nothing where it is open.
[[nodiscard]] std::optional<BookClosing> bookClosing(Transaction& transaction, const QString& stream);
void insertBookClosing(Transaction& transaction, const QString& stream, const BookClosing& closing);

/// Whether whoever says in a book that a line is void or the book closed may: a clerk of its office when the server
/// took it. Where the server told no role: who is one by the directory that is here, or was; somebody whom that does
/// not know (yet, or any more) came past the server's rights.
[[nodiscard]] bool keepsBooks(Transaction& transaction, const StoredAct& stored, const OrganId& organ);

/// Whether what an act voids is the line of that document, and void. After the books were derived.
[[nodiscard]] bool isVoidLine(Transaction& transaction, const QString& stream, const acts::EntryVoided& act,
                              const DocumentId& document);

/// Whether a book that is here has a void line of that number for that document.
[[nodiscard]] bool hasVoidLine(Transaction& transaction, const DocumentId& document, int number);
/// Whether a book that is here has a line of that document, void or not.
[[nodiscard]] bool standsInBook(Transaction& transaction, const DocumentId& document);

void insertBookEntry(Transaction& transaction, const BookName& book, int position, const BookEntry& entry);

} // namespace app
