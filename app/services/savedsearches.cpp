// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/savedsearches.h"

#include "app/domain/plaintext.h"
#include "app/services/officedesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString settingKey = u"saved-searches"_s;

std::unexpected<Error> unknownSearch(const QString& name) {
    return fail("search-unknown", name);
}

} // namespace

SavedSearches::SavedSearches(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<SavedSearch>> SavedSearches::all() const {
    const auto text = m_desk.store().settings().value(settingKey);
    if (!text) {
        return std::unexpected(text.error());
    }
    QList<SavedSearch> searches;
    for (const QJsonValue& value : QJsonDocument::fromJson(text->toUtf8()).array()) {
        // What a newer version kept and this one doesn't know is left where it is, and not offered.
        if (const auto query = queryFromText(value[u"query"_s].toString())) {
            searches.append({.name = value[u"name"_s].toString(), .query = *query});
        }
    }
    return searches;
}

Result<void> SavedSearches::write(const QList<SavedSearch>& searches) {
    const auto before = m_desk.store().settings().value(settingKey);
    if (!before) {
        return std::unexpected(before.error());
    }
    QJsonArray array;
    for (const QJsonValue& value : QJsonDocument::fromJson(before->toUtf8()).array()) {
        if (!queryFromText(value[u"query"_s].toString())) {
            array.append(value); // of a newer version
        }
    }
    for (const SavedSearch& search : searches) {
        array.append(QJsonObject{{u"name"_s, search.name}, {u"query"_s, queryText(search.query)}});
    }
    return m_desk.store().settings().set(settingKey,
                                         QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

Result<void> SavedSearches::keep(const SavedSearch& search) {
    const SavedSearch kept{.name = visibleText(search.name), .query = search.query};
    if (kept.name.isEmpty() || kept.name.size() > longestName) {
        return fail("search-name-missing", kept.name);
    }
    return m_desk.store().together([&]() -> Result<void> {
        auto searches = all();
        if (!searches) {
            return std::unexpected(searches.error());
        }
        searches->removeIf([&](const SavedSearch& one) { return one.name == kept.name; });
        if (searches->size() >= most) {
            return fail("search-too-many");
        }
        searches->append(kept);
        std::ranges::sort(*searches, [](const SavedSearch& one, const SavedSearch& other) {
            return QString::localeAwareCompare(one.name, other.name) < 0;
        });
        return write(*searches);
    });
}

Result<void> SavedSearches::forget(const QString& name) {
    return m_desk.store().together([&]() -> Result<void> {
        auto searches = all();
        if (!searches) {
            return std::unexpected(searches.error());
        }
        const qsizetype removed = searches->removeIf([&](const SavedSearch& one) { return one.name == name; });
        return removed > 0 ? write(*searches) : unknownSearch(name);
    });
}

Result<DocumentQuery> SavedSearches::find(const QString& name) const {
    const auto searches = all();
    if (!searches) {
        return std::unexpected(searches.error());
    }
    const auto found = std::ranges::find(*searches, name, &SavedSearch::name);
    return found == searches->end() ? Result<DocumentQuery>(unknownSearch(name)) : found->query;
}

} // namespace app
