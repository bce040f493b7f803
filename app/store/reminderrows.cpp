// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reminderrows.h"

#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/clerkrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

std::optional<Reminder> reminderOf(const StoredAct& stored, const OrganId& office) {
    const auto* act = std::get_if<acts::Reminded>(&stored.act.body);
    if (!act || stored.stream != caseStream(office, act->document) || act->step.days > mostReminderDays) {
        return std::nullopt;
    }
    return Reminder{.document = act->document,
                    .to = act->to,
                    .holder = act->holder,
                    .due = act->due,
                    .step = act->step,
                    .by = stored.act.by,
                    .at = stored.time};
}

void deriveReminders(Transaction& transaction, const QString& documentId, const OrganId& office) {
    transaction.change(u"DELETE FROM reminder WHERE document_id = ?"_s, {documentId});
    const std::optional<DocumentId> id = DocumentId::parse(documentId);
    if (!id) {
        return;
    }
    for (const StoredAct& stored : actsOf(transaction, reminderKey(*id))) {
        const std::optional<Reminder> told = reminderOf(stored, office);
        if (told && isOrWasClerks(transaction, stored)) {
            transaction.change(
                u"INSERT OR IGNORE INTO reminder (document_id, recipient, holder, due, stage, days, by, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {documentId, told->to, told->holder, told->due.toString(Qt::ISODate),
                 reminderStageKey(told->step.stage), told->step.days, told->by, isoTime(told->at)});
        }
    }
}

} // namespace app
