// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "app/domain/person.h"

#include <QDate>

namespace app {

class Transaction;

/// For whom and when a list is read.
struct ListReader {
    Person owner{};
    QDate today{}; ///< in Vietnam
};

/// A page of a query, after `after` where that is given; `limit` 0: all of it. Drafts are one page whatever the limit:
/// one person's are few.
[[nodiscard]] DocumentPage readPage(Transaction& transaction, const DocumentQuery& query, const ListReader& reader,
                                    int limit, const std::optional<ListPlace>& after = {});
/// How many, at most mostCounted + 1.
[[nodiscard]] int countOf(Transaction& transaction, DocumentQuery query, const ListReader& reader);
[[nodiscard]] QueryCounts countQuery(Transaction& transaction, const DocumentQuery& query, const ListReader& reader);

/// How many rows, at most mostCounted + 1: `from` is all of a statement after SELECT.
[[nodiscard]] int countUpToLimit(Transaction& transaction, const QString& from, const QVariantList& values = {});

} // namespace app
