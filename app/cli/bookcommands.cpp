// SPDX-License-Identifier: GPL-3.0-or-later
// The books of a year: book list, book close, book void.
#include "app/cli/commands.h"
#include "app/cli/steps.h"
#include "app/domain/bookentry.h"
#include "app/domain/vietnamtime.h"
#include "app/services/keepbooks.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString streamOf(const OfficeSession& session, const QString& key) {
    return u"book/%1/%2"_s.arg(session.agency().id.text(), key);
}

QJsonObject bookJson(const BookOverview& book) {
    QJsonObject object{{u"book"_s, bookKeyOf(book.stream)},
                       {u"lastNumber"_s, book.lastNumber},
                       {u"voided"_s, book.voided},
                       {u"flagged"_s, book.flagged},
                       {u"closed"_s, book.closing.has_value()}};
    if (book.closing) {
        object[u"closedBy"_s] = book.closing->by;
        object[u"closedAt"_s] = isoTime(book.closing->at);
        object[u"reason"_s] = book.closing->reason;
    }
    return object;
}

Result<int> listBooks(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const int year = arguments.has(u"year"_s) ? arguments.value(u"year"_s).toInt() : vietnamToday().year();
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto books = session.keepBooks().list(year);
        if (!books) {
            return std::unexpected(books.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray array;
        for (const BookOverview& book : *books) {
            terminal.line(
                u"%1  last no. %2, %3 void"_s.arg(bookKeyOf(book.stream), -24).arg(book.lastNumber).arg(book.voided),
                u"%1  số cuối %2, hủy %3"_s.arg(bookKeyOf(book.stream), -24).arg(book.lastNumber).arg(book.voided));
            if (book.closing) {
                terminal.line(u"    closed %1 by %2: %3"_s.arg(timeDisplay(book.closing->at), book.closing->by,
                                                               book.closing->reason),
                              u"    đã khóa sổ %1, %2: %3"_s.arg(timeDisplay(book.closing->at), book.closing->by,
                                                                 book.closing->reason));
            }
            array << bookJson(book);
        }
        terminal.object({{u"books"_s, array}});
        return 0;
    });
}

Result<int> closeBook(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto key = invocation.positional(0);
    bool isNumber = false;
    const int last = arguments.value(u"last"_s).toInt(&isNumber);
    if (!key || !isNumber || last < 0) {
        return key ? fail("book-last-number-unreadable", arguments.value(u"last"_s)) : std::unexpected(key.error());
    }
    return onSession(invocation, [&](OfficeSession& session) {
        return ended(session.keepBooks().close(streamOf(session, *key), last, arguments.value(u"reason"_s)));
    });
}

Result<int> voidNumber(Invocation& invocation) {
    const auto key = invocation.positional(0);
    const auto number = key ? invocation.positional(1) : std::unexpected(key.error());
    if (!number) {
        return std::unexpected(number.error());
    }
    return onSession(invocation, [&](OfficeSession& session) {
        return ended(session.keepBooks().voidNumber(streamOf(session, *key), number->toInt(),
                                                    invocation.arguments().value(u"reason"_s)));
    });
}

} // namespace

QList<Command> bookCommands() {
    const Option reason{u"reason"_s, u"TEXT"_s, u"why; must be there"_s};
    return {
        {u"book list"_s,
         u"lists the books of a year, with the number at which each ends"_s,
         {},
         {{u"year"_s, u"YYYY"_s, u"the year (default: this one)"_s}},
         {},
         Needs::Core,
         listBooks},
        {u"book close"_s,
         u"closes a book for good: nothing is entered in it any more"_s,
         u"BOOK"_s,
         {{u"last"_s, u"NUMBER"_s, u"the number with which it ends, as it is seen now (0: empty)"_s}, reason},
         {},
         Needs::Core,
         closeBook},
        {u"book void"_s,
         u"makes a number void; it stays taken, and its line says why"_s,
         u"BOOK NUMBER"_s,
         {reason},
         {},
         Needs::Core,
         voidNumber},
    };
}

} // namespace app::cli
