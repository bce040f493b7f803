// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// One line of a book (sổ văn bản đi, sổ văn bản đến). A book is a stream; its number is a function of the lines
/// before.
struct BookEntry {
    QString stream{};
    qint64 sequence = 0; ///< place in the stream; 0 while it is only queued here
    int number = 0;
    QString notation{}; ///< outgoing; of the received document in the incoming book
    QDate date{};       ///< of issue, or of arrival
    std::optional<DocumentId> document{};
    QByteArray packetSha256{}; ///< incoming: the packet that was registered
    QString documentNumber{};  ///< incoming: number/notation of the received document
    QString counterpart{};     ///< incoming: who sent it; outgoing: empty
    QString subject{};
    QString by{};   ///< mailbox of who wrote the line
    QDateTime at{}; ///< UTC
    bool voided = false;
    QString voidReason{};
    bool flagged = false; ///< the number is not the one that the prefix gives: shown as an alert, never counted

    friend bool operator==(const BookEntry&, const BookEntry&) = default;
};

/// That a clerk closed a book (sổ): at which place of its stream, and with which number it ends.
struct BookClosing {
    qint64 sequence = 0;
    int lastNumber = 0; ///< 0: it has none
    QString reason{};
    QString by{};   ///< mailbox
    QDateTime at{}; ///< UTC

    friend bool operator==(const BookClosing&, const BookClosing&) = default;
};

/// Goes through a book's lines in order and flags those whose number is not the next one: one more than the last number
/// before that counts, 1 in an empty book. Voided lines keep their number, flagged ones do not count, and what comes
/// after the closing is flagged.
void flagEntries(QList<BookEntry>& entries, const std::optional<BookClosing>& closing = {});

/// The first closing that tells the last number that counted before it; the others are none. `closings` in the order of
/// the stream; the lines as flagEntries() left them.
[[nodiscard]] std::optional<BookClosing> closingOf(const QList<BookEntry>& entries, const QList<BookClosing>& closings);

/// "07/QĐ-SNV": below 10 with a leading zero (Nghị định 30, Phụ lục I). Empty for number 0.
[[nodiscard]] QString numberDisplay(int number, const QString& notation);
/// "07".
[[nodiscard]] QString numberDisplay(int number);

} // namespace app
