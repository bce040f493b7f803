// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/summaryrows.h"

#include "app/domain/folding.h"
#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"
#include "app/store/verdictwords.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// How far it was reminded of the work on a document that is open still, with the last day that was told; 0: not at
/// all.
const QString remindedColumn =
    u"(SELECT COALESCE(MAX(CASE n.stage WHEN 'before' THEN 1 WHEN 'after' THEN 2 ELSE 3 END), 0) FROM reminder n"
    " WHERE n.document_id = d.id AND d.state = 'registered' AND EXISTS (SELECT 1 FROM work_share s"
    " WHERE s.document_id = d.id AND s.holder = n.holder AND s.role <> 'inform' AND s.state IN ('open', 'working')"
    " AND CASE WHEN s.due <> '' THEN s.due ELSE d.due_date END = n.due))"_s;

} // namespace

const QString& summaryColumns() {
    static const QString columns =
        u"d.id, d.folder, d.state, d.incoming, d.counterpart, d.subject, d.number_display, d.kind_name,"
        " d.urgency, d.time, d.due_date, d.arrival_number, d.problem_code, d.problem_detail, d.pending, v.verdict,"
        " v.signatures, v.signer_name, v.seal_name, v.worst_finding, v.judged_at, r.document_id IS NULL, d.mark,"
        " d.mentioned > COALESCE(r.mention, ''), d.application, d.paper, "_s +
        remindedColumn;
    return columns;
}

const QString& summaryJoins() {
    static const QString joins = u" LEFT JOIN verdict v ON v.document_id = d.id"
                                 " LEFT JOIN read_mark r ON r.document_id = d.id "_s;
    return joins;
}

const QString& summarySelect() {
    static const QString select = u"SELECT "_s + summaryColumns() + u" FROM document d"_s + summaryJoins();
    return select;
}

DocumentSummary readSummary(const Rows& rows) {
    DocumentSummary summary{.id = DocumentId::parse(rows.text(0)).value_or(DocumentId::ofName("unreadable"))};
    summary.folder = folderFromKey(rows.text(1)).value_or(Folder::Done);
    summary.state = stateFromKey(rows.text(2)).value_or(DocumentState::Problem);
    summary.incoming = rows.flag(3);
    summary.counterpart = rows.text(4);
    summary.subject = rows.text(5);
    summary.number = rows.text(6);
    summary.kindName = rows.text(7);
    summary.urgency = urgencyFromPriority(static_cast<int>(rows.number(8)));
    summary.time = parseIsoTime(rows.text(9));
    summary.dueDate = QDate::fromString(rows.text(10), Qt::ISODate);
    summary.arrivalNumber = static_cast<int>(rows.number(11));
    summary.problem = Error(rows.text(12), rows.text(13));
    summary.pending = rows.flag(14);
    if (const QString word = rows.text(15); !word.isEmpty()) {
        summary.verdict = VerdictFacts{.verdict = verdictFromWord(word),
                                       .signatures = static_cast<int>(rows.number(16)),
                                       .signerName = rows.text(17),
                                       .sealName = rows.text(18),
                                       .worstFinding = rows.text(19),
                                       .judgedAt = parseIsoTime(rows.text(20))};
    }
    summary.unread = summary.incoming && rows.flag(21);
    summary.mark = markFromKey(rows.text(22));
    summary.mentioned = rows.flag(23);
    summary.application = rows.text(24);
    summary.paper = rows.flag(25);
    if (const qint64 stage = rows.number(26); stage > 0) {
        summary.reminded = static_cast<ReminderStage>(stage - 1);
    }
    return summary;
}

QString matchExpression(const QString& text) {
    QStringList terms;
    for (const QString& word : searchWords(text)) {
        terms.append(u'"' + word + u"\"*"_s);
    }
    return terms.join(u" AND "_s);
}

} // namespace app
