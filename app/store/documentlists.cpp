// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentlists.h"

#include "app/domain/folding.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documenttext.h"
#include "app/store/draftlist.h"
#include "app/store/excerpt.h"
#include "app/store/summaryrows.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// A list this short is gone through document by document; of a longer one the index of words is read, newest first.
constexpr int fewDocuments = 2'000;
/// So many of the newest that have the words are put in another order than by time.
constexpr int mostSorted = 10'000;

/// What somebody has to do with, or follows; word by word the condition of the index document_in_work_by_due.
const QString inWork = u"d.folder IN ('to-direct', 'to-handle', 'following')"_s;

struct Condition {
    QString sql = u"1"_s;
    QVariantList values{};

    void add(const QString& term, const QVariantList& bound = {}) {
        sql += u" AND "_s + term;
        values += bound;
    }
};

void addFolder(Condition& condition, Folder folder, const ListReader& reader) {
    if (folder == Folder::Overdue) {
        condition.add(inWork + u" AND d.due_order < ?"_s, {reader.today.toString(Qt::ISODate)});
    } else {
        condition.add(u"d.folder = ?"_s, {folderKey(folder)});
    }
    if (folder == Folder::Drafts) {
        // A draft that was given back and lies here is shown once, as the draft.
        condition.add(u"d.author = ? AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.id = d.id)"_s,
                      {reader.owner.mailbox()});
    }
}

/// What a query asks of a document, but for words.
Condition conditionOf(const DocumentQuery& query, const ListReader& reader) {
    Condition condition;
    if (query.folder) {
        addFolder(condition, *query.folder, reader);
    }
    if (query.incoming) {
        condition.add(u"d.incoming = ?"_s, {*query.incoming ? 1 : 0});
    }
    if (query.from.isValid()) {
        condition.add(u"d.time >= ?"_s, {isoTime(vietnamDayBegin(query.from))});
    }
    if (query.to.isValid()) {
        condition.add(u"d.time < ?"_s, {isoTime(vietnamDayBegin(query.to.addDays(1)))});
    }
    if (query.dueBy.isValid()) {
        condition.add(inWork + u" AND d.due_order <= ?"_s, {query.dueBy.toString(Qt::ISODate)});
    }
    if (!query.sender.isEmpty()) {
        condition.add(u"d.issuer_id = ?"_s, {query.sender.text()});
    }
    if (query.kind) {
        condition.add(u"d.kind = ?"_s, {factsOf(*query.kind).key});
    }
    if (query.state) {
        condition.add(u"d.state = ?"_s, {stateKey(*query.state)});
    }
    if (!query.person.isEmpty()) {
        condition.add(u"EXISTS (SELECT 1 FROM history h WHERE h.by = ? AND h.document_id = d.id)"_s, {query.person});
    }
    if (query.unanswered) {
        condition.add(u"d.incoming = 1 AND d.state IN ('arrived', 'registered')"_s);
    }
    if (query.urgent) {
        condition.add(u"d.urgency > 0"_s);
    }
    if (query.application) {
        condition.add(u"d.application <> ''"_s);
    }
    if (query.trouble) {
        condition.add(u"d.trouble = 1"_s);
    }
    return condition;
}

/// The column that orders, and its direction.
struct OrderColumn {
    QString name{};
    bool isDescending = false;
};

OrderColumn columnOf(ListOrder order) {
    switch (order) {
    case ListOrder::Time:
        break;
    case ListOrder::DueDate:
        return {u"d.due_order"_s, false};
    case ListOrder::Counterpart:
        return {u"d.counterpart_order"_s, false};
    case ListOrder::Number:
        return {u"d.number_order"_s, true};
    case ListOrder::Urgency:
        return {u"d.urgency"_s, true};
    }
    return {u"d.time"_s, true};
}

QString orderBy(const OrderColumn& column) {
    return u" ORDER BY "_s + column.name + (column.isDescending ? u" DESC"_s : QString()) + u", d.time DESC, d.rowid"_s;
}

/// Only what comes after that place; the first term lets the index begin there.
void goOnAfter(Condition& condition, const OrderColumn& column, const ListPlace& place) {
    const QString beyond = column.isDescending ? u"<"_s : u">"_s;
    condition.add(column.name + u' ' + beyond + u"= ?"_s, {place.value});
    condition.add(u"("_s + column.name + u' ' + beyond + u" ? OR d.time < ? OR (d.time = ? AND d.rowid > ?))"_s,
                  {place.value, place.time, place.time, place.row});
}

/// The words of a query, within the days that it asks for: a range of the index of words.
Condition wordsOf(const DocumentQuery& query, const QString& match) {
    Condition condition{.sql = u"document_text MATCH ?"_s, .values = {match}};
    // A document may stand a little behind its moment; the documents' own times decide.
    if (query.from.isValid()) {
        condition.add(u"document_text.rowid >= ?"_s, {firstTextKey(vietnamDayBegin(query.from))});
    }
    if (query.to.isValid()) {
        condition.add(u"document_text.rowid < ?"_s, {firstTextKey(vietnamDayBegin(query.to.addDays(2)))});
    }
    return condition;
}

bool isFolderSmall(Transaction& transaction, const DocumentQuery& query, const ListReader& reader) {
    if (!query.folder) {
        return false;
    }
    Condition folder;
    addFolder(folder, *query.folder, reader);
    const int rows = transaction
                         .value(u"SELECT COUNT(*) FROM (SELECT 1 FROM document d WHERE "_s + folder.sql + u" LIMIT "_s +
                                    QString::number(fewDocuments + 1) + u')',
                                folder.values)
                         .toInt();
    return rows <= fewDocuments;
}

/// Documents in work up to a due day: a list that no index keeps in its other orders.
bool isOfWorkByDue(const DocumentQuery& query) {
    return query.folder == Folder::Overdue || (!query.folder && query.dueBy.isValid());
}

/// Which index leads to the rows of a list that is narrowed. SQLite can't know how many rows a chip leaves: few are
/// gathered and sorted, many are met soon where the list is gone through in its order.
QString leadingIndex(Transaction& transaction, const DocumentQuery& query, Condition& where) {
    if (isOfWorkByDue(query)) {
        return u" INDEXED BY document_in_work_by_due"_s;
    }
    if (!query.folder || (!query.urgent && !query.trouble && !query.application)) {
        return {};
    }
    const auto [index, chip] = query.trouble  ? std::pair(u"document_in_trouble"_s, u"d.trouble = 1"_s)
                               : query.urgent ? std::pair(u"document_that_is_urgent"_s, u"d.urgency > 0"_s)
                                              : std::pair(u"document_of_application"_s, u"d.application <> ''"_s);
    const auto left = transaction.value(u"SELECT COUNT(*) FROM (SELECT 1 FROM document d INDEXED BY "_s + index +
                                            u" WHERE d.folder = ? AND "_s + chip + u" LIMIT "_s +
                                            QString::number(fewDocuments + 1) + u')',
                                        {folderKey(*query.folder)});
    if (query.order == ListOrder::Time || left.toInt() <= fewDocuments) {
        return u" INDEXED BY "_s + index;
    }
    where.sql.replace(chip, u'+' + chip); // not by the index of the chip
    return {};
}

/// From which table the rows come, and under which condition: the part of a statement between FROM and ORDER BY.
struct Source {
    QString from{};
    Condition where{};
    bool isByWords = false; ///< the index of words leads: its places are the order
};

Source sourceOf(Transaction& transaction, const DocumentQuery& query, const ListReader& reader) {
    Source source{.from = u"document d"_s, .where = conditionOf(query, reader)};
    const QString match = matchExpression(query.words);
    if (match.isEmpty()) {
        if (!query.folder && !query.words.trimmed().isEmpty()) {
            source.where.add(u"0"_s); // signs alone are the words of no document
        }
        source.from += leadingIndex(transaction, query, source.where);
        return source;
    }
    if (isFolderSmall(transaction, query, reader)) {
        source.where.add(u"EXISTS (SELECT 1 FROM document_text WHERE document_text MATCH ? AND rowid = d.text_key)"_s,
                         {match});
        return source;
    }
    const Condition words = wordsOf(query, match);
    if (query.order == ListOrder::Time) {
        source.from = u"document_text CROSS JOIN document d ON d.text_key = document_text.rowid"_s;
        source.where.sql = words.sql + u" AND "_s + source.where.sql;
        source.where.values = words.values + source.where.values;
        source.isByWords = true;
        return source;
    }
    source.where.add(u"d.text_key IN (SELECT rowid FROM document_text WHERE "_s + words.sql +
                         u" ORDER BY rowid DESC LIMIT "_s + QString::number(mostSorted) + u')',
                     words.values);
    return source;
}

/// The rows of the page are chosen within the index, which holds all that the orders need; only they are read.
void orderFirst(Source& source, const QString& order, int limit) {
    source.where.sql = u"d.rowid IN (SELECT d.rowid FROM "_s + source.from + u" WHERE "_s + source.where.sql + order +
                       u" LIMIT "_s + QString::number(limit + 1) + u')';
    source.from = u"document d"_s;
}

void sortDrafts(QList<DocumentSummary>& rows, ListOrder order) {
    std::ranges::stable_sort(rows, std::greater{}, &DocumentSummary::time);
    if (order == ListOrder::DueDate) {
        std::ranges::stable_sort(rows, {}, [](const DocumentSummary& row) {
            return row.dueDate.isValid() ? row.dueDate : QDate(9999, 12, 31);
        });
    } else if (order == ListOrder::Counterpart) {
        std::ranges::stable_sort(rows, {}, [](const DocumentSummary& row) { return folded(row.counterpart); });
    } else if (order == ListOrder::Urgency) {
        std::ranges::stable_sort(rows, std::greater{}, &DocumentSummary::urgency);
    }
}

/// The same for drafts, which have no columns.
bool isWanted(const DocumentSummary& row, const DocumentQuery& query) {
    const bool trouble = row.state == DocumentState::Returned || row.state == DocumentState::Problem;
    return (!query.urgent || row.urgency != Urgency::Normal) && (!query.trouble || trouble) &&
           (!query.application || !row.application.isEmpty());
}

} // namespace

int countUpToLimit(Transaction& transaction, const QString& from, const QVariantList& values) {
    return transaction
        .value(u"SELECT COUNT(*) FROM (SELECT 1 "_s + from + u" LIMIT "_s + QString::number(mostCounted + 1) + u')',
               values)
        .toInt();
}

DocumentPage readPage(Transaction& transaction, const DocumentQuery& query, const ListReader& reader, int limit,
                      const std::optional<ListPlace>& after) {
    if (query.folder == Folder::Dossiers || query.folder == Folder::Books || query.folder == Folder::Statistics ||
        query.folder == Folder::Opinions || query.folder == Folder::Meetings) {
        return {};
    }
    const OrderColumn column = columnOf(query.order);
    Source source = sourceOf(transaction, query, reader);
    if (after && source.isByWords) {
        source.where.add(u"document_text.rowid < ?"_s, {after->textKey});
    } else if (after) {
        goOnAfter(source.where, column, *after);
    }
    const bool isDrafts = query.folder == Folder::Drafts;
    const bool isLimited = limit > 0 && !isDrafts;
    if (isLimited && !source.isByWords && isOfWorkByDue(query)) {
        orderFirst(source, orderBy(column), limit);
    }
    QString sql = u"SELECT "_s + summaryColumns() + u", d.rowid, d.text_key, "_s + column.name + u" FROM "_s +
                  source.from + summaryJoins() + u"WHERE "_s + source.where.sql +
                  (source.isByWords ? u" ORDER BY document_text.rowid DESC"_s : orderBy(column));
    if (isLimited) {
        sql += u" LIMIT "_s + QString::number(limit + 1);
    }
    DocumentPage page;
    ListPlace last;
    for (Rows rows = transaction.query(sql, source.where.values); rows.next();) {
        if (isLimited && page.rows.size() == limit) {
            page.next = last;
            break;
        }
        page.rows.append(readSummary(rows));
        last = {.value = rows.text(summaryColumnCount + 2),
                .time = rows.text(9),
                .row = rows.number(summaryColumnCount),
                .textKey = rows.number(summaryColumnCount + 1)};
    }
    if (isDrafts) {
        page.rows += draftSummaries(transaction, query.words);
        page.rows.removeIf([&](const DocumentSummary& row) { return !isWanted(row, query); });
        sortDrafts(page.rows, query.order);
    } else if (!matchExpression(query.words).isEmpty()) {
        addExcerpts(transaction, query.words, page.rows);
    }
    return page;
}

namespace {

/// Of a search, in one go through what has the words: the newest of them, so that a common word costs no more.
QueryCounts countFound(Transaction& transaction, const DocumentQuery& query, const ListReader& reader) {
    const Condition words = wordsOf(query, matchExpression(query.words));
    const Condition others = conditionOf(query, reader);
    const int held = countUpToLimit(transaction, u"FROM document_text WHERE "_s + words.sql, words.values);
    const bool isPlain =
        others.values.isEmpty() && !query.unanswered && !query.urgent && !query.trouble && !query.application;
    QueryCounts counts{.all = isPlain ? held : 0, .isMore = held > mostCounted};
    Rows rows = transaction.query(
        u"SELECT COUNT(*), SUM(d.urgency > 0), SUM(d.trouble), SUM(d.application <> '') FROM (SELECT rowid AS key"
        " FROM document_text WHERE "_s +
            words.sql + u" ORDER BY rowid DESC LIMIT "_s + QString::number(mostCounted + 1) +
            u") CROSS JOIN document d ON d.text_key = key WHERE "_s + others.sql,
        words.values + others.values);
    if (rows.next()) {
        counts.all = qMax(counts.all, static_cast<int>(rows.number(0)));
        counts.urgent = static_cast<int>(rows.number(1));
        counts.trouble = static_cast<int>(rows.number(2));
        counts.application = static_cast<int>(rows.number(3));
    }
    return counts;
}

} // namespace

int countOf(Transaction& transaction, DocumentQuery query, const ListReader& reader) {
    const bool isByDue = query.folder == Folder::Overdue || query.dueBy.isValid();
    query.order = isByDue ? ListOrder::DueDate : ListOrder::Time;
    if (query.folder == Folder::Drafts) {
        return static_cast<int>(readPage(transaction, query, reader, 0).rows.size());
    }
    const Source source = sourceOf(transaction, query, reader);
    return countUpToLimit(transaction, u"FROM "_s + source.from + u" WHERE "_s + source.where.sql, source.where.values);
}

QueryCounts countQuery(Transaction& transaction, const DocumentQuery& query, const ListReader& reader) {
    if (!matchExpression(query.words).isEmpty() && !isFolderSmall(transaction, query, reader)) {
        return countFound(transaction, query, reader);
    }
    DocumentQuery urgent = query;
    urgent.urgent = true;
    DocumentQuery trouble = query;
    trouble.trouble = true;
    DocumentQuery application = query;
    application.application = true;
    return {.all = countOf(transaction, query, reader),
            .urgent = countOf(transaction, urgent, reader),
            .trouble = countOf(transaction, trouble, reader),
            .application = countOf(transaction, application, reader)};
}

} // namespace app
