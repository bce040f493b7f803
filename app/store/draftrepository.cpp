// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/draftrepository.h"

#include "app/domain/draftjson.h"
#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/draftlist.h"
#include "app/store/transaction.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> alreadySubmitted(const DocumentId& id) {
    return fail("draft-already-submitted", id.text());
}

} // namespace

DraftRepository::DraftRepository(Database& database)
    : m_database(database) {}

Result<void> DraftRepository::save(const Draft& draft) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        if (isOnItsWay(transaction, draft.id)) {
            return alreadySubmitted(draft.id);
        }
        Draft stored = draft;
        stored.savedAt = QDateTime::currentDateTimeUtc();
        stored.returnReason.clear();
        transaction.change(u"INSERT INTO draft (id, saved_at, draft) VALUES (?, ?, ?)"
                           " ON CONFLICT (id) DO UPDATE SET saved_at = excluded.saved_at, draft = excluded.draft"_s,
                           {draft.id.text(), isoTime(stored.savedAt),
                            QString::fromUtf8(QJsonDocument(toJson(stored)).toJson(QJsonDocument::Compact))});
        return {};
    });
}

Result<Draft> DraftRepository::load(const DocumentId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<Draft> {
        std::optional<Draft> draft = storedDraft(transaction, id);
        if (!draft) {
            return fail("draft-not-found", id.text());
        }
        return std::move(*draft);
    });
}

Result<QList<Draft>> DraftRepository::list() const {
    return m_database.read([](Transaction& transaction) -> Result<QList<Draft>> { return openDrafts(transaction); });
}

Result<void> DraftRepository::remove(const DocumentId& id) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        if (isOnItsWay(transaction, id)) {
            return alreadySubmitted(id);
        }
        transaction.change(u"DELETE FROM draft WHERE id = ?"_s, {id.text()});
        return {};
    });
}

} // namespace app
