// SPDX-License-Identifier: GPL-3.0-or-later
// Finding documents: search, searches, searches forget, index.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

std::unexpected<Error> wordUnknown(const QString& word) {
    return fail("search-word-unknown", word);
}

/// Reads an option by the keys of the domain; leaves the value where the option is not given.
template <typename Value, typename Read>
Result<void> takeKey(const Arguments& arguments, const QString& name, Value& value, Read read) {
    if (!arguments.has(name)) {
        return {};
    }
    const auto known = read(arguments.value(name));
    if (!known) {
        return wordUnknown(arguments.value(name));
    }
    value = *known;
    return {};
}

Result<void> takeDay(const Arguments& arguments, const QString& name, QDate& day) {
    if (!arguments.has(name)) {
        return {};
    }
    const auto given = dateOption(arguments, name);
    if (!given) {
        return std::unexpected(given.error());
    }
    day = *given;
    return {};
}

Result<void> takeChoices(const Arguments& arguments, DocumentQuery& query) {
    for (const Result<void>& taken :
         {takeKey(arguments, u"in"_s, query.folder, folderFromKey),
          takeKey(arguments, u"kind"_s, query.kind, kindFromKey),
          takeKey(arguments, u"state"_s, query.state, stateFromKey),
          takeKey(arguments, u"order"_s, query.order, listOrderFromKey),
          takeKey(arguments, u"from-office"_s, query.sender, [](const QString& code) { return OrganId::parse(code); }),
          takeKey(arguments, u"book"_s, query.book,
                  [](const QString& key) { return isBookKey(key) ? std::optional(key) : std::nullopt; }),
          takeDay(arguments, u"from"_s, query.from), takeDay(arguments, u"to"_s, query.to),
          takeDay(arguments, u"due-by"_s, query.dueBy)}) {
        if (!taken) {
            return taken;
        }
    }
    return {};
}

/// What the options say, over a saved search where one is named.
Result<DocumentQuery> queryOf(OfficeSession& session, const Arguments& arguments) {
    DocumentQuery query;
    if (arguments.has(u"saved"_s)) {
        const auto saved = session.savedSearches().find(arguments.value(u"saved"_s));
        if (!saved) {
            return std::unexpected(saved.error());
        }
        query = *saved;
    }
    if (!arguments.positional.isEmpty()) {
        query.words = arguments.positional.join(u' ');
    }
    if (const auto taken = takeChoices(arguments, query); !taken) {
        return std::unexpected(taken.error());
    }
    if (arguments.has(u"incoming"_s) || arguments.has(u"outgoing"_s)) {
        query.incoming = arguments.has(u"incoming"_s);
    }
    if (arguments.has(u"person"_s)) {
        const QString name = arguments.value(u"person"_s);
        query.person = name.contains(u'/') ? name : session.profile().agency.id.text() + u'/' + name;
    }
    query.unanswered = query.unanswered || arguments.has(u"unanswered"_s);
    query.urgent = query.urgent || arguments.has(u"urgent"_s);
    query.application = query.application || arguments.has(u"application"_s);
    query.trouble = query.trouble || arguments.has(u"trouble"_s);
    return query;
}

Result<int> limitOf(const Arguments& arguments) {
    constexpr int usual = 100;
    bool isNumber = true;
    const int limit = arguments.has(u"limit"_s) ? arguments.value(u"limit"_s).toInt(&isNumber) : usual;
    return isNumber && limit >= 0 ? Result<int>(limit) : wordUnknown(arguments.value(u"limit"_s));
}

void printFound(Terminal& terminal, const DocumentPage& page, const QueryCounts& counts) {
    QJsonArray documents;
    for (const DocumentSummary& row : page.rows) {
        terminal.line(summaryLine(row, terminal.language()));
        QJsonObject object = toJson(row);
        if (!row.excerpt.isEmpty()) {
            terminal.line(u"    "_s + row.excerpt);
            object[u"excerpt"_s] = row.excerpt;
        }
        documents << object;
    }
    const bool isMore = counts.all > mostCounted || counts.isMore;
    const QString number = QString::number(qMin(counts.all, mostCounted)) + (isMore ? u"+"_s : QString());
    terminal.line(u"Found: %1"_s.arg(number), u"Tìm thấy: %1"_s.arg(number));
    terminal.object({{u"documents"_s, documents},
                     {u"count"_s, qMin(counts.all, mostCounted)},
                     {u"countIsMore"_s, isMore},
                     {u"more"_s, page.next.has_value()}});
}

Result<int> search(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        const auto query = queryOf(session, arguments);
        if (!query) {
            return std::unexpected(query.error());
        }
        if (query->isEmpty()) {
            return fail("search-empty");
        }
        const auto limit = limitOf(arguments);
        if (!limit) {
            return std::unexpected(limit.error());
        }
        if (arguments.has(u"save"_s)) {
            const auto kept = session.savedSearches().keep({.name = arguments.value(u"save"_s), .query = *query});
            if (!kept) {
                return std::unexpected(kept.error());
            }
        }
        const auto page = session.queryDocuments().page(*query, *limit);
        const auto counts = session.queryDocuments().count(*query);
        if (!page || !counts) {
            return std::unexpected(page ? counts.error() : page.error());
        }
        printFound(invocation.terminal(), *page, *counts);
        return 0;
    });
}

Result<int> listSearches(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto searches = session.savedSearches().all();
        if (!searches) {
            return std::unexpected(searches.error());
        }
        QJsonArray array;
        for (const SavedSearch& saved : *searches) {
            invocation.terminal().line(saved.name + u'\t' + queryText(saved.query));
            array << QJsonObject{{u"name"_s, saved.name}, {u"query"_s, queryText(saved.query)}};
        }
        invocation.terminal().object({{u"searches"_s, array}});
        return 0;
    });
}

Result<int> forgetSearch(Invocation& invocation) {
    const auto name = invocation.positional(0);
    if (!name) {
        return std::unexpected(name.error());
    }
    return onSession(invocation, [&](OfficeSession& session) { return ended(session.savedSearches().forget(*name)); });
}

Result<int> readTexts(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        constexpr int atOnce = 100;
        int read = 0;
        auto owed = session.readTexts().owed();
        // What fails goes behind the others and is left after some tries; of scans a round reads few.
        const int most = owed ? (*owed + 1) * (TextJobs::mostAttempts + 1) : 0;
        for (int round = 0; owed && *owed > 0 && round < most; ++round) {
            const auto done = session.readTexts().readPending(atOnce);
            if (!done) {
                return std::unexpected(done.error());
            }
            read += *done;
            owed = session.readTexts().owed();
        }
        if (!owed) {
            return std::unexpected(owed.error());
        }
        invocation.terminal().line(u"read %1, left %2"_s.arg(read).arg(*owed),
                                   u"đã đọc %1, còn %2"_s.arg(read).arg(*owed));
        invocation.terminal().object({{u"read"_s, read}, {u"left"_s, *owed}});
        return *owed == 0 ? 0 : 75;
    });
}

QList<Option> searchOptions() {
    return {{u"in"_s, u"LIST"_s, u"only this list: to-accept, to-handle, done, issued, …"_s},
            {u"incoming"_s, {}, u"only what came in"_s},
            {u"outgoing"_s, {}, u"only what this office issued"_s},
            {u"from"_s, u"YYYY-MM-DD"_s, u"from this day on (of arrival or sending, in Vietnam)"_s},
            {u"to"_s, u"YYYY-MM-DD"_s, u"up to this day"_s},
            {u"due-by"_s, u"YYYY-MM-DD"_s, u"being worked on and due on this day or before"_s},
            {u"from-office"_s, u"CODE"_s, u"issued by the office of this code"_s},
            {u"book"_s, u"BOOK"_s, u"with a line in this book: 2026-incoming, 2026-outgoing-cv, …"_s},
            {u"kind"_s, u"KIND"_s, u"of this kind: cong-van, quyet-dinh, …"_s},
            {u"state"_s, u"STATE"_s, u"in this state: arrived, registered, answered, sent, …"_s},
            {u"person"_s, u"WHOM"_s, u"this person did something with it (login or mailbox)"_s},
            {u"unanswered"_s, {}, u"came in and is not answered or ended"_s},
            {u"urgent"_s, {}, u"with an urgency"_s},
            {u"application"_s, {}, u"one-stop dossiers and other kinds beside official documents"_s},
            {u"trouble"_s, {}, u"can't be read, was given back, or its signatures are not simply valid"_s},
            {u"order"_s, u"ORDER"_s, u"time, due, counterpart, number or urgency"_s},
            {u"limit"_s, u"N"_s, u"so many at most (default 100; 0: all)"_s},
            {u"save"_s, u"NAME"_s, u"keeps the search under this name"_s},
            {u"saved"_s, u"NAME"_s, u"begins with the search kept under this name"_s}};
}

} // namespace

QList<Command> searchCommands() {
    return {
        {u"search"_s,
         u"finds documents by words of number, subject, office and text, with or without diacritics"_s,
         u"[WORDS…]"_s,
         searchOptions(),
         {},
         Needs::Core,
         search},
        {u"searches"_s, u"lists the searches that are kept"_s, {}, {}, {}, Needs::Core, listSearches},
        {u"searches forget"_s, u"takes a kept search out"_s, u"NAME"_s, {}, {}, Needs::Core, forgetSearch},
        {u"index"_s,
         u"reads the text of documents that came in or went out, for the search"_s,
         {},
         {},
         u"75 some could not be read yet"_s,
         Needs::Core,
         readTexts},
    };
}

} // namespace app::cli
