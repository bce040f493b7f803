// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/workrecord.h"

#include "app/domain/vietnamtime.h"
#include "app/domain/workstatistics.h"
#include "app/store/documentrecord.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

void writeShares(Transaction& transaction, const QString& id, const QList<WorkLine>& lines) {
    int position = 0;
    for (const WorkLine& line : lines) {
        transaction.change(
            u"INSERT INTO work_share (document_id, position, holder, role, state, stays, given, due, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {id, position++, line.to, workRoleKey(line.role), workStateKey(line.state), staysWith(line) ? 1 : 0,
             vietnamDate(line.at).toString(Qt::ISODate), line.dueDate.toString(Qt::ISODate), line.note});
    }
}

} // namespace

void writeWork(Transaction& transaction, const DocumentRecord& record) {
    const DocumentDetail& detail = record.detail;
    const std::optional<RegisteredWork> work = registeredWork(detail, record.ended, record.dropped);
    if (!work) {
        return;
    }
    const QString id = detail.summary.id.text();
    // A task comes of a meeting as a document comes of an office.
    const QString sender = detail.task ? detail.task->meeting.text() : detail.issuer.id.text();
    transaction.change(
        u"INSERT INTO registered_work (registered, document_id, due, ended, course, lead, sender_id, sender_name,"
        " kind_name, issued, dropped, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {work->registered.toString(Qt::ISODate), id, work->due.toString(Qt::ISODate), work->ended.toString(Qt::ISODate),
         courseKey(work->course), work->lead, sender.isEmpty() ? detail.summary.counterpart : sender,
         detail.summary.counterpart, detail.summary.kindName, detail.date.toString(Qt::ISODate),
         work->dropped.toString(Qt::ISODate), workSubjectKey(work->subject)});
    writeShares(transaction, id, detail.work);
}

void removeWork(Transaction& transaction, const DocumentId& id) {
    transaction.change(u"DELETE FROM registered_work WHERE document_id = ?"_s, {id.text()});
    transaction.change(u"DELETE FROM work_share WHERE document_id = ?"_s, {id.text()});
}

} // namespace app
