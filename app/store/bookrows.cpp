// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bookrows.h"

#include "app/domain/comment.h"
#include "app/domain/person.h"
#include "app/domain/vietnamtime.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

QList<BookEntry> bookEntries(Transaction& transaction, const QString& condition, const QVariantList& values) {
    QList<BookEntry> entries;
    Rows rows = transaction.query(u"SELECT stream, sequence, number, notation, date, document_id, packet_sha256,"
                                  " document_number, counterpart, subject, by, at, voided, void_reason, flagged"
                                  " FROM book_entry WHERE "_s +
                                      condition + u" ORDER BY stream, position"_s,
                                  values);
    while (rows.next()) {
        entries.append({.stream = rows.text(0),
                        .sequence = rows.number(1),
                        .number = static_cast<int>(rows.number(2)),
                        .notation = rows.text(3),
                        .date = QDate::fromString(rows.text(4), Qt::ISODate),
                        .document = DocumentId::parse(rows.text(5)),
                        .packetSha256 = rows.word(6),
                        .documentNumber = rows.text(7),
                        .counterpart = rows.text(8),
                        .subject = rows.text(9),
                        .by = rows.text(10),
                        .at = parseIsoTime(rows.text(11)),
                        .voided = rows.flag(12),
                        .voidReason = rows.text(13),
                        .flagged = rows.flag(14)});
    }
    return entries;
}

int lastNumber(Transaction& transaction, const QString& stream) {
    return transaction
        .value(u"SELECT number FROM book_entry WHERE stream = ? AND flagged = 0 ORDER BY position DESC LIMIT 1"_s,
               {stream})
        .toInt();
}

std::optional<BookClosing> bookClosing(Transaction& transaction, const QString& stream) {
    Rows rows = transaction.query(u"SELECT sequence, last_number, reason, by, at FROM book_closing WHERE stream = ?"_s,
                                  {stream});
    if (!rows.next()) {
        return std::nullopt;
    }
    return BookClosing{.sequence = rows.number(0),
                       .lastNumber = static_cast<int>(rows.number(1)),
                       .reason = rows.text(2),
                       .by = rows.text(3),
                       .at = parseIsoTime(rows.text(4))};
}

void insertBookClosing(Transaction& transaction, const QString& stream, const BookClosing& closing) {
    transaction.change(
        u"INSERT INTO book_closing (stream, sequence, last_number, reason, by, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {stream, closing.sequence, closing.lastNumber, closing.reason, closing.by, isoTime(closing.at)});
}

bool keepsBooks(Transaction& transaction, const StoredAct& stored, const OrganId& organ) {
    const QString& mailbox = stored.act.by;
    if (!isPersonOf(mailbox, organ)) {
        return false;
    }
    if (!stored.role.isEmpty()) {
        return stored.role == roleKey(Role::Clerk);
    }
    Rows rows = transaction.query(u"SELECT role FROM person WHERE mailbox = ?"
                                  " UNION SELECT before_role FROM rights_change WHERE mailbox = ?"_s,
                                  {mailbox, mailbox});
    bool isKnown = false;
    while (rows.next()) {
        if (rows.text(0) == roleKey(Role::Clerk)) {
            return true;
        }
        isKnown = true;
    }
    return !isKnown;
}

bool isVoidLine(Transaction& transaction, const QString& stream, const acts::EntryVoided& act,
                const DocumentId& document) {
    return transaction
        .value(u"SELECT 1 FROM book_entry WHERE stream = ? AND number = ? AND document_id = ? AND voided = 1"_s,
               {stream, act.number, document.text()})
        .isValid();
}

bool hasVoidLine(Transaction& transaction, const DocumentId& document, int number) {
    return transaction
        .value(u"SELECT 1 FROM book_entry WHERE document_id = ? AND number = ? AND voided = 1 LIMIT 1"_s,
               {document.text(), number})
        .isValid();
}

bool standsInBook(Transaction& transaction, const DocumentId& document) {
    return transaction.value(u"SELECT 1 FROM book_entry WHERE document_id = ? LIMIT 1"_s, {document.text()}).isValid();
}

void insertBookEntry(Transaction& transaction, const BookName& book, int position, const BookEntry& entry) {
    transaction.change(
        u"INSERT INTO book_entry (stream, position, sequence, organ_id, year, incoming, number, notation,"
        " date, document_id, packet_sha256, document_number, counterpart, subject, by, at, voided,"
        " void_reason, flagged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.stream, position, entry.sequence, book.organ.text(), book.year, book.incoming ? 1 : 0, entry.number,
         entry.notation, entry.date.toString(Qt::ISODate), entry.document ? entry.document->text() : QString(),
         QString::fromLatin1(entry.packetSha256), entry.documentNumber, entry.counterpart, entry.subject, entry.by,
         isoTime(entry.at), entry.voided ? 1 : 0, entry.voidReason, entry.flagged ? 1 : 0});
}

} // namespace app
