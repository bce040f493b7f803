// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchchoicerows.h"

#include "app/domain/folding.h"
#include "app/store/transaction.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace app {

SearchChoices readSearchChoices(Transaction& transaction, const OrganId& own) {
    SearchChoices choices;
    // Steps from one value to the next greater one, where DISTINCT would walk through all of the index.
    Rows senders = transaction.query(
        u"WITH RECURSIVE one(id) AS (SELECT MIN(issuer_id) FROM document WHERE issuer_id > ''"
        " UNION ALL SELECT (SELECT MIN(issuer_id) FROM document WHERE issuer_id > one.id) FROM one WHERE id IS NOT "
        "NULL)"
        " SELECT id, (SELECT counterpart FROM document d WHERE d.issuer_id = one.id ORDER BY time DESC LIMIT 1)"
        " FROM one WHERE id IS NOT NULL AND id <> ? LIMIT ?"_s,
        {own.text(), SearchChoices::mostSenders});
    while (senders.next()) {
        if (const auto id = OrganId::parse(senders.text(0))) {
            choices.senders.append({.id = *id, .name = senders.text(1)});
        }
    }
    std::ranges::sort(choices.senders, {}, [](const SearchChoices::Sender& sender) {
        return std::pair(folded(sender.name), sender.id.text());
    });
    Rows books = transaction.query(
        u"WITH RECURSIVE one(name) AS (SELECT MIN(stream) FROM book_entry UNION ALL"
        " SELECT (SELECT MIN(stream) FROM book_entry WHERE stream > one.name) FROM one WHERE name IS NOT NULL)"
        " SELECT name FROM one WHERE name IS NOT NULL"_s);
    while (books.next()) {
        const auto book = parseBookStream(books.text(0));
        if (book && book->organ == own) {
            choices.books.append(*book);
        }
    }
    std::ranges::stable_sort(choices.books, std::greater(), &BookName::year);
    return choices;
}

} // namespace app
