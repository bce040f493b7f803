// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/bookentry.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

void flagEntries(QList<BookEntry>& entries) {
    int expected = 1;
    for (BookEntry& entry : entries) {
        entry.flagged = entry.number != expected;
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
