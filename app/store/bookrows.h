// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "app/domain/streams.h"

#include <QList>
#include <QVariantList>

namespace app {

class Transaction;

/// Lines of books by a condition ("stream = ?"), in order.
[[nodiscard]] QList<BookEntry> bookEntries(Transaction& transaction, const QString& condition,
                                           const QVariantList& values);

/// The greatest number of a book that counts; 0: none. The numbers that count come one after the other, so it is the
/// last.
[[nodiscard]] int lastNumber(Transaction& transaction, const QString& stream);

void insertBookEntry(Transaction& transaction, const BookName& book, int position, const BookEntry& entry);

} // namespace app
