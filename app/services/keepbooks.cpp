// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/keepbooks.h"

#include "app/domain/applicationkind.h"
#include "app/domain/documentkind.h"
#include "app/domain/streams.h"
#include "app/services/bookappending.h"
#include "app/services/officedesk.h"
#include "app/services/reasons.h"
#include "app/services/streamtail.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// A book that a document can stand in; a name that was mistyped opens no new one.
bool isBookOfOffices(const BookName& book) {
    if (book.incoming) {
        return book.series.isEmpty() || applicationKind(book.series) != nullptr;
    }
    return std::ranges::any_of(documentKinds(),
                               [&](const KindFacts& facts) { return seriesKey(facts.kind) == book.series; });
}

} // namespace

KeepBooks::KeepBooks(OfficeDesk& desk)
    : m_desk(desk) {}

QString bookKeyOf(const QString& stream) {
    return stream.section(u'/', -1);
}

Result<void> checkNumberStands(const OfficeDesk& desk, const DocumentId& id) {
    const auto isVoid = desk.store().books().hasVoidNumber(id);
    if (!isVoid) {
        return std::unexpected(isVoid.error());
    }
    return *isVoid ? fail("number-void", id.text()) : Result<void>();
}

Result<QList<BookOverview>> KeepBooks::list(int year) const {
    return m_desk.store().books().overview(m_desk.organ().text(), year);
}

Result<QString> KeepBooks::checked(const QString& stream, const QString& reason) const {
    if (m_desk.person().role != Role::Clerk) {
        return fail("book-not-clerk", m_desk.person().mailbox());
    }
    const auto book = parseBookStream(stream);
    if (!book || book->organ != m_desk.organ() || !isBookOfOffices(*book)) {
        return fail("book-unknown", stream);
    }
    if (book->year > m_desk.today().year()) {
        return fail("book-year-not-begun", QString::number(book->year));
    }
    return checkedReason(reason);
}

Result<void> KeepBooks::close(const QString& stream, int lastNumber, const QString& reason, std::stop_token stop) {
    const auto words = checked(stream, reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    const QString by = m_desk.person().mailbox();
    return appendToBook(m_desk,
                        {.stream = stream,
                         .isThere = [&]() -> Result<bool> {
                             const auto end = m_desk.store().books().end(stream);
                             if (!end) {
                                 return std::unexpected(end.error());
                             }
                             return end->closing && end->closing->by == by && end->closing->reason == *words;
                         },
                         .body = [&](const BookEnd& end) -> Result<ActBody> {
                             if (end.next - 1 != lastNumber) {
                                 return fail("book-last-number-differs", QString::number(end.next - 1));
                             }
                             return acts::BookClosed{.lastNumber = lastNumber, .reason = *words};
                         },
                         .keep = [] { return Result<void>(); }},
                        std::move(stop));
}

Result<BookEntry> KeepBooks::line(const QString& stream, int number) const {
    const auto entries = m_desk.store().books().entries(stream);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const auto found = std::ranges::find_if(*entries, [&](const BookEntry& entry) {
        return entry.number == number && !entry.flagged && entry.sequence > 0;
    });
    return found == entries->end() ? fail("book-number-unknown", QString::number(number)) : Result<BookEntry>(*found);
}

Result<void> KeepBooks::checkSent(const BookEntry& line) const {
    const auto book = parseBookStream(line.stream);
    if (!line.document || (book && book->incoming)) {
        return {};
    }
    const auto document = m_desk.store().documents().detail(*line.document);
    const bool isOut = document && (!document->packetSha256.isEmpty() || !document->trail.isEmpty());
    return isOut ? fail("book-number-sent", line.document->text()) : Result<void>();
}

/// Who has the document and no book (its author, its signer, who deals with it) hears of it in its case.
Result<void> KeepBooks::tellCase(const acts::EntryVoided& voided) const {
    if (!voided.document) {
        return {};
    }
    const auto document = m_desk.store().documents().detail(*voided.document);
    if (!document || (document->summary.incoming && document->work.isEmpty())) {
        return {}; // nobody else has it
    }
    const auto told = m_desk.store().record(
        {.stream = m_desk.caseOf(*voided.document), .body = voided, .participants = {}, .cites = {}});
    return told ? Result<void>() : std::unexpected(told.error());
}

Result<void> KeepBooks::voidNumber(const QString& stream, int number, const QString& reason, std::stop_token stop) {
    const auto words = checked(stream, reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    // Another desk may have sent it since: its case is read to the end. Where that fails, the append says why.
    if (const auto known = line(stream, number); known && known->document) {
        const auto server = m_desk.connect();
        std::ignore = readStreamTail(m_desk.store(), *server, m_desk.caseOf(*known->document), stop);
    }
    bool isOurs = false; // it was ours that made it void
    acts::EntryVoided voided;
    return appendToBook(m_desk,
                        {.stream = stream,
                         .isThere = [&]() -> Result<bool> {
                             const auto entry = line(stream, number);
                             return entry && isOurs && entry->voided;
                         },
                         .body = [&](const BookEnd&) -> Result<ActBody> {
                             const auto entry = line(stream, number);
                             const auto free = entry ? checkSent(*entry) : std::unexpected(entry.error());
                             if (!free) {
                                 return std::unexpected(free.error());
                             }
                             if (entry->voided) {
                                 // Killed between book and case, or the server's answer was lost: told now.
                                 if (!isOurs && entry->document) {
                                     std::ignore = tellCase(
                                         {.number = number, .reason = entry->voidReason, .document = entry->document});
                                 }
                                 return fail("book-number-void", QString::number(number));
                             }
                             isOurs = true;
                             voided = {.number = number, .reason = *words, .document = entry->document};
                             return voided;
                         },
                         .keep = [&] { return tellCase(voided); }},
                        std::move(stop));
}

} // namespace app
