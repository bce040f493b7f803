// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/bookentry.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

bool isBefore(const BookEntry& entry, const BookClosing& closing) {
    return entry.sequence > 0 && entry.sequence < closing.sequence;
}

} // namespace

std::optional<BookClosing> closingOf(const QList<BookEntry>& entries, const QList<BookClosing>& closings) {
    for (const BookClosing& closing : closings) {
        int last = 0;
        for (const BookEntry& entry : entries) {
            last = !entry.flagged && isBefore(entry, closing) ? entry.number : last;
        }
        if (last == closing.lastNumber) {
            return closing;
        }
    }
    return std::nullopt;
}

void flagEntries(QList<BookEntry>& entries, const std::optional<BookClosing>& closing) {
    int expected = 1;
    for (BookEntry& entry : entries) {
        entry.flagged = entry.number != expected || (closing && !isBefore(entry, *closing));
        if (!entry.flagged) {
            ++expected;
        }
    }
}

QString numberDisplay(int number) {
    return number <= 0 ? QString() : u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

QString numberDisplay(int number, const QString& notation) {
    if (number <= 0) {
        return {};
    }
    return notation.isEmpty() ? numberDisplay(number) : numberDisplay(number) + u'/' + notation;
}

} // namespace app
