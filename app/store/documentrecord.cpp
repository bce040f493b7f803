// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentrecord.h"

#include "app/domain/folding.h"
#include "app/domain/vietnamtime.h"
#include "app/store/traileventjson.h"
#include "app/store/transaction.h"
#include "docsig/report/reportjson.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// `row` is the document's; what is new has no text yet.
void writeText(Transaction& transaction, const DocumentRecord& record, qint64 row, bool isNew) {
    const QStringList texts{folded(record.detail.summary.number), folded(record.detail.summary.subject),
                            folded(record.detail.summary.counterpart)};
    if (!isNew) {
        Rows old =
            transaction.query(u"SELECT number, subject, counterpart FROM document_text WHERE rowid = ?"_s, {row});
        if (old.next() && QStringList{old.text(0), old.text(1), old.text(2)} == texts) {
            return;
        }
        transaction.change(u"DELETE FROM document_text WHERE rowid = ?"_s, {row});
    }
    transaction.change(u"INSERT INTO document_text (rowid, number, subject, counterpart) VALUES (?, ?, ?, ?)"_s,
                       {row, texts.at(0), texts.at(1), texts.at(2)});
}

void clearParts(Transaction& transaction, const QString& id) {
    for (const QString& table : {u"link"_s, u"history"_s, u"trail_line"_s}) {
        transaction.change(u"DELETE FROM "_s + table + u" WHERE document_id = ?"_s, {id});
    }
}

void writeParts(Transaction& transaction, const DocumentRecord& record) {
    const QString id = record.detail.summary.id.text();
    int position = 0;
    const auto write = [&](DocumentLink::Kind kind, const DocumentReference& other) {
        transaction.change(
            u"INSERT INTO link (document_id, position, target_id, packet_document_id, match_key, number_display, kind)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {id, position++, other.local ? other.local->text() : QString(), other.packetDocumentId, matchKey(other),
             other.number.isEmpty() ? QString() : other.number + u'/' + other.notation, linkKey(kind)});
    };
    for (const DocumentReference& answered : record.answers) {
        write(DocumentLink::Kind::Answers, answered);
    }
    for (const auto& [kind, other] : record.renewed) {
        write(kind, other);
    }
    position = 0;
    for (const HistoryLine& line : record.detail.history) {
        transaction.change(
            u"INSERT INTO history (document_id, position, kind, by, at, detail, pending, acted_for)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {id, position++, line.kind, line.by, isoTime(line.at), line.detail, line.pending ? 1 : 0, line.as});
    }
    position = 0;
    for (const TrailLine& line : record.detail.trail) {
        transaction.change(u"INSERT INTO trail_line (document_id, position, organ_id, name, last_code, time, reason,"
                           " history) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {id, position++, line.receiver.id.text(), line.receiver.name, line.lastCode,
                            isoTime(line.time), line.reason, trailEventsText(line.history)});
    }
}

} // namespace

void showArrival(const PacketFacts& facts, const QString& from, DocumentDetail& detail) {
    DocumentSummary& summary = detail.summary;
    summary.state = DocumentState::Arrived;
    detail.issuer.name = facts.from.name;
    detail.packetDocumentId = facts.packetDocumentId;
    detail.numberText = facts.number;
    detail.notation = facts.notation;
    detail.date = facts.date;
    detail.dateText = facts.dateText;
    detail.placeName = facts.placeName;
    detail.kind = kindFromName(facts.kindName).value_or(DocumentKind::Imported);
    detail.signer = facts.signer;
    detail.receivers = facts.receivers;
    detail.recipients = facts.recipients;
    detail.contents = facts.contents;
    detail.packetSignature = facts.signature;
    detail.packetFindings = facts.findings;
    for (const ContentRef& content : facts.contents) {
        if (content.role == ContentRef::Role::Main && detail.pdfSha256.isEmpty()) {
            detail.pdfSha256 = content.sha256;
        }
    }
    summary.kindName = facts.kindName;
    summary.subject = facts.subject;
    summary.urgency = facts.urgency;
    summary.dueDate = facts.dueDate;
    summary.counterpart = facts.from.name.isEmpty() ? from : facts.from.name;
    summary.number = facts.notation.isEmpty() ? facts.number : facts.number + u'/' + facts.notation;
}

void writeRecord(Transaction& transaction, const DocumentRecord& record) {
    const DocumentDetail& detail = record.detail;
    const DocumentSummary& summary = detail.summary;
    const QVariant known = transaction.value(u"SELECT rowid FROM document WHERE id = ?"_s, {summary.id.text()});
    transaction.change(
        u"INSERT INTO document (id, folder, state, incoming, counterpart, subject, number_display, kind, kind_name,"
        " urgency, time, due_date, arrival_number, problem_code, problem_detail, pending, issuer_id, author,"
        " packet_document_id, match_key, packet_sha256, detail, mark, mentioned)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, state = excluded.state,"
        " incoming = excluded.incoming, counterpart = excluded.counterpart, subject = excluded.subject,"
        " number_display = excluded.number_display, kind = excluded.kind, kind_name = excluded.kind_name,"
        " urgency = excluded.urgency, time = excluded.time, due_date = excluded.due_date,"
        " arrival_number = excluded.arrival_number, problem_code = excluded.problem_code,"
        " problem_detail = excluded.problem_detail, pending = excluded.pending, issuer_id = excluded.issuer_id,"
        " author = excluded.author, packet_document_id = excluded.packet_document_id,"
        " match_key = excluded.match_key, packet_sha256 = excluded.packet_sha256, detail = excluded.detail, mark = "
        "excluded.mark,"
        " mentioned = excluded.mentioned"_s,
        {summary.id.text(),
         folderKey(summary.folder),
         stateKey(summary.state),
         summary.incoming ? 1 : 0,
         summary.counterpart,
         summary.subject,
         summary.number,
         factsOf(detail.kind).key,
         summary.kindName,
         static_cast<int>(summary.urgency),
         isoTime(summary.time),
         summary.dueDate.toString(Qt::ISODate),
         summary.arrivalNumber,
         summary.problem.code,
         summary.problem.detail,
         summary.pending ? 1 : 0,
         detail.issuer.id.text(),
         detail.author,
         detail.packetDocumentId,
         record.matchKey,
         QString::fromLatin1(detail.packetSha256),
         QString::fromUtf8(QJsonDocument(detailJson(detail)).toJson(QJsonDocument::Compact)),
         markKey(summary.mark),
         isoTime(record.mentioned)});
    const bool isNew = !known.isValid();
    writeText(transaction, record, isNew ? transaction.lastRow() : known.toLongLong(), isNew);
    if (!isNew) {
        clearParts(transaction, summary.id.text());
    }
    writeParts(transaction, record);
}

void removeRecord(Transaction& transaction, const DocumentId& id) {
    transaction.change(u"DELETE FROM document_text WHERE rowid = (SELECT rowid FROM document WHERE id = ?)"_s,
                       {id.text()});
    transaction.change(u"DELETE FROM document WHERE id = ?"_s, {id.text()});
    clearParts(transaction, id.text());
}

void addEvidenceCopy(DocumentDetail& detail) {
    const auto main = std::ranges::find(detail.contents, ContentRef::Role::Main, &ContentRef::role);
    QString name = main == detail.contents.end() ? QString() : main->name;
    if (name.endsWith(".pdf"_L1, Qt::CaseInsensitive)) {
        name.chop(4);
    }
    detail.contents.append({.sha256 = detail.evidenceSha256,
                            .name = name + u'.' + docsig::word(detail.evidenceLevel) + u".pdf"_s,
                            .mediaType = u"application/pdf"_s,
                            .role = ContentRef::Role::Evidence});
}

} // namespace app
