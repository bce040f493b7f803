// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentrecord.h"

#include "app/domain/applicationkind.h"
#include "app/domain/folding.h"
#include "app/domain/plaintext.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documenttext.h"
#include "app/store/packedcolumn.h"
#include "app/store/traileventjson.h"
#include "app/store/transaction.h"
#include "app/store/workrecord.h"
#include "docsig/report/reportjson.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Where the document stood in the index of words until now; nothing where it is new.
struct KnownRow {
    std::optional<TextPlace> place{};
    QString time{};
};

KnownRow knownRow(Transaction& transaction, const DocumentId& id) {
    Rows rows = transaction.query(
        u"SELECT text_key, time, number_display, subject, counterpart FROM document WHERE id = ?"_s, {id.text()});
    if (!rows.next()) {
        return {};
    }
    return {.place = TextPlace{.key = rows.number(0), .words = columnWords(rows.text(2), rows.text(3), rows.text(4))},
            .time = rows.text(1)};
}

/// Whether SQLite gives a text back sign for sign: it has its own mind of halves of pairs, marks of byte order and
/// NULs.
bool comesBackAsItWent(const QString& text) {
    return std::ranges::all_of(text, [](QChar sign) {
        return !sign.isNull() && !sign.isSurrogate() && sign.unicode() != 0xFEFF && sign.unicode() < 0xFFF0;
    });
}

/// Where the document stands in the index of words now that its row is written. Its words are those that the table
/// gives: what is taken out one day must be what was put in.
TextPlace writtenPlace(Transaction& transaction, const DocumentSummary& summary, qint64 textKey) {
    if (comesBackAsItWent(summary.number) && comesBackAsItWent(summary.subject) &&
        comesBackAsItWent(summary.counterpart)) {
        return {.key = textKey, .words = columnWords(summary.number, summary.subject, summary.counterpart)};
    }
    return knownRow(transaction, summary.id).place.value_or(TextPlace{.key = textKey, .words = {}});
}

/// Numbers of one year in their order, the years in theirs.
qint64 numberOrder(const DocumentDetail& detail) {
    constexpr qint64 mostOfAYear = 10'000'000;
    const QDate date = detail.summary.incoming ? detail.arrivalDate : detail.date;
    const int own = detail.number > 0 ? detail.number : detail.summary.number.section(u'/', 0, 0).toInt();
    const qint64 number = detail.summary.arrivalNumber > 0 ? detail.summary.arrivalNumber : own;
    return (date.isValid() ? date.year() : 0) * mostOfAYear + qBound(qint64(0), number, mostOfAYear - 1);
}

QString dueOrder(const QDate& due) {
    return due.isValid() ? due.toString(Qt::ISODate) : u"~"_s; // behind every date
}

/// By name without diacritics; what is longer is not told apart.
QString counterpartOrder(const QString& name) {
    constexpr qsizetype enough = 60;
    return folded(name.left(enough));
}

/// Whether the document's files may be read for the search now: what goes out, when it has gone.
bool isToRead(const DocumentDetail& detail) {
    const DocumentState state = detail.summary.state;
    const bool settled = detail.summary.incoming ? state != DocumentState::Problem
                                                 : state == DocumentState::Sent || state == DocumentState::Withdrawn;
    return settled && detail.summary.secrecy == Secrecy::None && !detail.pdfSha256.isEmpty();
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
    summary.kindName = visibleText(facts.kindName);
    summary.application = facts.application();
    detail.applicationType = visibleText(facts.applicationType);
    detail.extras = facts.extras;
    if (const ApplicationKind* kind = applicationKind(summary.application)) {
        summary.kindName = kind->name; // never the form of an official document
    }
    summary.subject = visibleText(facts.subject);
    summary.urgency = facts.urgency;
    summary.dueDate = facts.dueDate;
    const QString name = visibleText(facts.from.name);
    summary.counterpart = name.isEmpty() ? from : name;
    summary.number = visibleText(facts.notation.isEmpty() ? facts.number : facts.number + u'/' + facts.notation);
    if (!summary.application.isEmpty() && summary.number.isEmpty()) {
        summary.number = visibleText(facts.packetDocumentId);
    }
    for (const QString& text : {facts.from.name, facts.subject, facts.number, facts.notation}) {
        if (hidesCharacters(text) && !detail.packetFindings.contains("packet-hidden-characters"_L1)) {
            detail.packetFindings.append(u"packet-hidden-characters"_s);
        }
    }
}

void writeRecord(Transaction& transaction, const DocumentRecord& record) {
    const DocumentDetail& detail = record.detail;
    const DocumentSummary& summary = detail.summary;
    const KnownRow known = knownRow(transaction, summary.id);
    const QString time = isoTime(summary.time);
    const qint64 textKey =
        known.place && known.time == time ? known.place->key : freeTextKey(transaction, summary.id, summary.time);
    transaction.change(
        u"INSERT INTO document (id, folder, state, incoming, counterpart, subject, number_display, kind, kind_name,"
        " urgency, time, due_date, arrival_number, problem_code, problem_detail, pending, issuer_id, author,"
        " packet_document_id, match_key, packet_sha256, detail, mark, text_key, due_order, counterpart_order,"
        " number_order, mentioned, application, paper, trouble)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ? OR EXISTS (SELECT 1 FROM verdict WHERE document_id = ? AND verdict <> 'valid'))"
        " ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, state = excluded.state,"
        " incoming = excluded.incoming, counterpart = excluded.counterpart, subject = excluded.subject,"
        " number_display = excluded.number_display, kind = excluded.kind, kind_name = excluded.kind_name,"
        " urgency = excluded.urgency, time = excluded.time, due_date = excluded.due_date,"
        " arrival_number = excluded.arrival_number, problem_code = excluded.problem_code,"
        " problem_detail = excluded.problem_detail, pending = excluded.pending, issuer_id = excluded.issuer_id,"
        " author = excluded.author, packet_document_id = excluded.packet_document_id,"
        " match_key = excluded.match_key, packet_sha256 = excluded.packet_sha256, detail = excluded.detail,"
        " mark = excluded.mark, text_key = excluded.text_key, due_order = excluded.due_order,"
        " counterpart_order = excluded.counterpart_order, number_order = excluded.number_order,"
        " mentioned = excluded.mentioned, application = excluded.application, paper = excluded.paper,"
        " trouble = excluded.trouble"_s,
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
         time,
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
         keptJson(detailJson(detail)),
         markKey(summary.mark),
         textKey,
         dueOrder(summary.dueDate),
         counterpartOrder(summary.counterpart),
         numberOrder(detail),
         isoTime(record.mentioned),
         summary.application,
         summary.paper ? 1 : 0,
         summary.state == DocumentState::Problem || summary.state == DocumentState::Returned ? 1 : 0,
         summary.incoming ? summary.id.text() : QString()});
    moveText(transaction, summary.id, known.place, writtenPlace(transaction, summary, textKey));
    if (isToRead(detail)) {
        planText(transaction, summary.id, textSource(detail.contents));
    }
    if (known.place) {
        clearParts(transaction, summary.id.text());
        removeWork(transaction, summary.id);
    }
    writeParts(transaction, record);
    writeWork(transaction, record);
}

void removeRecord(Transaction& transaction, const DocumentId& id) {
    moveText(transaction, id, knownRow(transaction, id).place, {});
    transaction.change(u"DELETE FROM document WHERE id = ?"_s, {id.text()});
    clearParts(transaction, id.text());
    removeWork(transaction, id);
}

QString documentRowName(const DocumentId& id) {
    return u"document "_s + id.text();
}

QString textSource(const QList<ContentRef>& contents) {
    QStringList hashes;
    for (const ContentRef& content : contents) {
        if (content.role == ContentRef::Role::Main || content.role == ContentRef::Role::Attachment) {
            hashes.append(QString::fromLatin1(content.sha256.left(16)));
        }
    }
    return hashes.join(u' ');
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
