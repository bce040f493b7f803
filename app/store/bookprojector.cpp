// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bookprojector.h"

#include "app/store/bookrows.h"
#include "app/store/paperfold.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The line that an act makes in this book; nothing where it makes none there.
std::optional<BookEntry> entryOf(const BookName& book, const StoredAct& stored) {
    BookEntry entry{.stream = stored.stream, .sequence = stored.sequence, .by = stored.act.by, .at = stored.time};
    if (const auto* drawn = std::get_if<acts::NumberDrawn>(&stored.act.body); drawn && !book.incoming) {
        entry.number = drawn->number;
        entry.notation = drawn->notation;
        entry.date = drawn->date;
        entry.document = drawn->document;
        entry.subject = drawn->subject;
        return entry;
    }
    if (const auto* registered = std::get_if<acts::Registered>(&stored.act.body); registered && book.incoming) {
        entry.number = registered->number;
        entry.date = registered->date;
        entry.document = registered->document;
        entry.packetSha256 = registered->packetSha256;
        entry.documentNumber = registered->documentNumber;
        entry.counterpart = registered->sender;
        entry.subject = registered->subject;
        return entry;
    }
    return std::nullopt;
}

/// Whether they kept the books when they said it. Where the server told no role: also who wrote a line of this one
/// before that counts, for what a clerk did stays done at desks that were set up after they got another post.
bool keptBook(Transaction& transaction, const BookName& book, const StoredAct& stored,
              const QList<BookEntry>& entries) {
    const auto isEarlier = [&](const BookEntry& entry) {
        return !entry.flagged && entry.by == stored.act.by && entry.sequence > 0 && entry.sequence < stored.sequence;
    };
    return keepsBooks(transaction, stored, book.organ) ||
           (stored.role.isEmpty() && std::ranges::any_of(entries, isEarlier));
}

/// What clerks said about the end of the book, in the order of its stream. What is only queued closes nothing: whether
/// it tells the last number is decided at the server.
QList<BookClosing> closingsIn(Transaction& transaction, const BookName& book, const QList<StoredAct>& acts,
                              const QList<BookEntry>& entries) {
    QList<BookClosing> closings;
    for (const StoredAct& stored : acts) {
        const auto* act = std::get_if<acts::BookClosed>(&stored.act.body);
        if (act && stored.sequence > 0 && keptBook(transaction, book, stored, entries)) {
            closings.append({.sequence = stored.sequence,
                             .lastNumber = act->lastNumber,
                             .reason = act->reason,
                             .by = stored.act.by,
                             .at = stored.time});
        }
    }
    std::ranges::stable_sort(closings, {}, &BookClosing::sequence);
    return closings;
}

/// A line is void from the moment on that says so; a number that comes later is another line.
void voidLine(const acts::EntryVoided& voiding, qint64 sequence, QList<BookEntry>& entries) {
    for (BookEntry& entry : entries) {
        const bool isEarlier = sequence == 0 || (entry.sequence > 0 && entry.sequence < sequence);
        if (isEarlier && entry.number == voiding.number && !entry.flagged && !entry.voided) {
            entry.voided = true;
            entry.voidReason = voiding.reason;
        }
    }
}

} // namespace

void deriveBook(Transaction& transaction, const QString& stream) {
    transaction.change(u"DELETE FROM book_entry WHERE stream = ?"_s, {stream});
    transaction.change(u"DELETE FROM book_closing WHERE stream = ?"_s, {stream});
    const std::optional<BookName> book = parseBookStream(stream);
    if (!book) {
        return;
    }
    const QList<StoredAct> acts = actsOf(transaction, bookKey(stream));
    QList<BookEntry> entries;
    for (const StoredAct& stored : acts) {
        if (const std::optional<BookEntry> entry = entryOf(*book, stored)) {
            entries.append(*entry);
        }
    }
    // Within one stream the place counts, not the clock.
    std::ranges::stable_sort(entries, [](const BookEntry& one, const BookEntry& other) {
        return one.sequence > 0 && (other.sequence == 0 || one.sequence < other.sequence);
    });
    flagEntries(entries);
    const std::optional<BookClosing> closing = closingOf(entries, closingsIn(transaction, *book, acts, entries));
    if (closing) {
        flagEntries(entries, closing);
        insertBookClosing(transaction, stream, *closing);
    }
    for (const StoredAct& stored : acts) {
        const auto* voiding = std::get_if<acts::EntryVoided>(&stored.act.body);
        const bool isInTime = !closing || (stored.sequence > 0 && stored.sequence < closing->sequence);
        if (voiding && isInTime && keptBook(transaction, *book, stored, entries)) {
            voidLine(*voiding, stored.sequence, entries);
        }
    }
    for (const StoredAct& stored : acts) {
        if (const auto* correction = std::get_if<acts::PaperCorrected>(&stored.act.body)) {
            for (BookEntry& entry : entries) {
                correctLine(*correction, entry);
            }
        }
    }
    int position = 0;
    for (const BookEntry& entry : std::as_const(entries)) {
        insertBookEntry(transaction, *book, position++, entry);
    }
}

bool appendBookEntry(Transaction& transaction, const QString& stream, const StoredAct& stored) {
    const std::optional<BookName> book = parseBookStream(stream);
    std::optional<BookEntry> entry = book ? entryOf(*book, stored) : std::nullopt;
    if (!entry || stored.sequence == 0 || bookClosing(transaction, stream)) {
        return false;
    }
    Rows last = transaction.query(
        u"SELECT position, sequence FROM book_entry WHERE stream = ? ORDER BY position DESC LIMIT 1"_s, {stream});
    int position = 0;
    if (last.next()) {
        // Lines that are only queued stand last: the new one belongs before them.
        if (last.number(1) == 0 || last.number(1) >= stored.sequence) {
            return false;
        }
        position = static_cast<int>(last.number(0)) + 1;
    }
    entry->flagged = entry->number != lastNumber(transaction, stream) + 1;
    insertBookEntry(transaction, *book, position, *entry);
    return true;
}

} // namespace app
