// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statementcache.h"

namespace app {

namespace {

/// More sentences than the program has; lists of values of any length make new ones, and those are not kept.
constexpr size_t mostSentences = 400;
/// A sentence that is run while its own rows are read needs one statement more.
constexpr size_t mostOfOne = 3;

} // namespace

StatementCache::Lease StatementCache::take(const QSqlDatabase& connection, const QString& sql, bool& prepared) {
    std::unique_ptr<QSqlQuery> statement;
    prepared = true;
    const auto found = m_idle->find(sql);
    if (found != m_idle->end() && !found->second.empty()) {
        statement = std::move(found->second.back());
        found->second.pop_back();
    } else {
        statement = std::make_unique<QSqlQuery>(connection);
        statement->setForwardOnly(true);
        prepared = statement->prepare(sql);
    }
    if (!prepared) {
        return statement;
    }
    if (sql.startsWith(u"PRAGMA")) {
        return statement; // some of them work while they are compiled, not while they are run
    }
    const std::weak_ptr<Idle> home = m_idle;
    return {statement.release(), [home, sql](QSqlQuery* used) {
                std::unique_ptr<QSqlQuery> owned(used);
                owned->finish(); // an open reading would hold up the commit
                const auto idle = home.lock();
                if (!idle || (!idle->contains(sql) && idle->size() >= mostSentences)) {
                    return;
                }
                if (auto& kept = (*idle)[sql]; kept.size() < mostOfOne) {
                    kept.push_back(std::move(owned));
                }
            }};
}

} // namespace app
