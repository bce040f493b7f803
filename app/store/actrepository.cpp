// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/actrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/projection.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString untouchedAppend = u"kind = 'append' AND message_kind = 'office' AND state = 'planned' AND attempts = 0"
                                " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.message_id = outbox.message_id)"_s;

bool isUntouchedAct(Transaction& transaction, const QString& actId) {
    return transaction.value(u"SELECT 1 FROM outbox WHERE message_id = ? AND "_s + untouchedAppend, {actId}).isValid();
}

/// Contents that only this act wanted at the server stay here.
void forgetUploads(Transaction& transaction, const QString& cites) {
    for (const QString& cite : cites.split(u' ', Qt::SkipEmptyParts)) {
        transaction.change(u"DELETE FROM outbox WHERE kind = 'upload' AND sha256 = ? AND state = 'planned'"
                           " AND attempts = 0 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = 'append'"
                           " AND o.state NOT IN ('done', 'failed') AND instr(o.cites, ?) > 0)"_s,
                           {cite, cite});
    }
}

} // namespace

ActRepository::ActRepository(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<QList<KnownAct>> ActRepository::about(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<KnownAct>> {
        QList<StoredAct> acts = actsOf(transaction, documentKey(document));
        QList<KnownAct> known;
        for (StoredAct& act : acts) {
            const bool isQueued = act.sequence == 0 && act.messageKind == u"office"_s;
            const bool isUntouched = isQueued && isUntouchedAct(transaction, act.act.id);
            known.append({.stored = std::move(act), .isUntouched = isUntouched});
        }
        return known;
    });
}

Result<bool> ActRepository::takeOut(const QString& actId, const QDateTime& at) {
    return m_database.write([&](Transaction& transaction) -> Result<bool> {
        Rows rows = transaction.query(u"SELECT position, stream, cites, expected_sequence FROM outbox"
                                      " WHERE message_id = ? AND "_s +
                                          untouchedAppend,
                                      {actId});
        if (!rows.next()) {
            return false;
        }
        const qint64 position = rows.number(0);
        const QString stream = rows.text(1);
        const QString cites = rows.text(2);
        const qint64 place = rows.number(3);
        transaction.change(u"INSERT OR REPLACE INTO taken_out (message_id, stream, payload, taken_at)"
                           " SELECT message_id, stream, payload, ? FROM outbox WHERE position = ?"_s,
                           {isoTime(at), position});
        Projection(transaction, m_owner).takeOutQueued(position);
        // What was queued behind it moves up.
        transaction.change(u"UPDATE outbox SET expected_sequence = expected_sequence - 1, last_seen_head = ''"
                           " WHERE stream = ? AND kind = 'append' AND state = 'planned' AND position > ?"
                           " AND expected_sequence > ?"_s,
                           {stream, position, place});
        forgetUploads(transaction, cites);
        return true;
    });
}

} // namespace app
