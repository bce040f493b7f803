// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/taskfold.h"

#include "app/domain/applicationkind.h"
#include "app/domain/person.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

bool isOrWasLeaders(Transaction& transaction, const StoredAct& stored) {
    if (!stored.role.isEmpty()) {
        return stored.role == roleKey(Role::Leader);
    }
    const QString& mailbox = stored.act.by;
    // Who is not in the directory any more may have been one, and their tasks stay.
    return transaction
        .value(u"SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM person WHERE mailbox = ?)"
               " OR EXISTS (SELECT 1 FROM person WHERE mailbox = ? AND role = 'leader')"
               " OR EXISTS (SELECT 1 FROM rights_change WHERE mailbox = ? AND before_role = 'leader')"_s,
               {mailbox, mailbox, mailbox})
        .isValid();
}

bool showTask(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan, DocumentRecord& record) {
    const auto* act = std::get_if<acts::Directed>(&stored.act.body);
    DocumentDetail& detail = record.detail;
    DocumentSummary& summary = detail.summary;
    if (!act || !act->task || act->document != summary.id || documentOfTask(act->task->key) != summary.id ||
        act->task->by != stored.act.by || stored.stream != caseStream(ownOrgan, summary.id) ||
        stored.sequence > 1) { // whoever opened the case before it was there would have a say in it
        return false;
    }
    const TaskEntry task = tidied(*act->task);
    if (!faultOf(task).isEmpty() || !isOrWasLeaders(transaction, stored)) {
        return false;
    }
    const ApplicationKind* kind = applicationKind(taskApplication);
    detail.task = task;
    detail.issuer = {.id = ownOrgan, .name = {}};
    detail.author = task.by;
    detail.received = stored.time;
    detail.arrivalDate = vietnamDate(stored.time);
    summary.incoming = true;
    summary.state = DocumentState::Registered;
    summary.time = stored.time;
    summary.subject = task.text.simplified();
    summary.counterpart = task.subject;
    summary.application = taskApplication.toString();
    summary.kindName = kind ? kind->name : QString();
    summary.dueDate = task.due;
    return true;
}

} // namespace app
