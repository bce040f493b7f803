// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documentreader.h"

#include "app/domain/actions.h"
#include "app/domain/vietnamtime.h"
#include "app/store/blobstore.h"
#include "app/store/documentrecord.h"
#include "app/store/draftlist.h"
#include "app/store/packedcolumn.h"
#include "app/store/standingrows.h"
#include "app/store/statusprojector.h"
#include "app/store/summaryrows.h"
#include "app/store/traileventjson.h"
#include "app/store/transaction.h"
#include "app/store/twinrows.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

void addLink(QList<DocumentLink>& links, const DocumentLink& link) {
    const bool isKnown = std::ranges::any_of(links, [&](const DocumentLink& known) {
        return known.kind == link.kind && known.document && known.document == link.document;
    });
    if (!isKnown) {
        links.append(link);
    }
}

QList<DocumentLink> readLinks(Transaction& transaction, const DocumentDetail& detail, const QString& matchKey) {
    QList<DocumentLink> links;
    Rows answered =
        transaction.query(u"SELECT d.id, COALESCE(d.number_display, l.number_display), d.subject FROM link l"
                          " LEFT JOIN document d ON d.id <> l.document_id AND (d.id = l.target_id"
                          " OR (l.packet_document_id <> '' AND d.packet_document_id = l.packet_document_id)"
                          " OR (l.match_key <> '' AND d.match_key = l.match_key))"
                          " WHERE l.document_id = ? AND l.kind = 'answers' ORDER BY l.position, d.id"_s,
                          {detail.summary.id.text()});
    while (answered.next()) {
        addLink(links, {.kind = DocumentLink::Kind::Answers,
                        .document = DocumentId::parse(answered.text(0)),
                        .number = answered.text(1),
                        .subject = answered.text(2)});
    }
    Rows answers = transaction.query(
        u"SELECT d.id, d.number_display, d.subject FROM link l JOIN document d ON d.id = l.document_id"
        " WHERE l.kind = 'answers' AND (l.target_id = ? OR (l.packet_document_id <> '' AND l.packet_document_id = ?)"
        " OR (l.match_key <> '' AND l.match_key = ?)) ORDER BY d.time, d.id"_s,
        {detail.summary.id.text(), detail.packetDocumentId, matchKey});
    while (answers.next()) {
        if (answers.text(0) != detail.summary.id.text()) {
            addLink(links, {.kind = DocumentLink::Kind::AnsweredBy,
                            .document = DocumentId::parse(answers.text(0)),
                            .number = answers.text(1),
                            .subject = answers.text(2)});
        }
    }
    return links;
}

/// What it replaces or updates, and what replaced or updated it: only its own issuer can say so.
void readRenewals(Transaction& transaction, const DocumentDetail& detail, QList<DocumentLink>& links) {
    const auto append = [&](Rows rows, bool isForward) {
        while (rows.next()) {
            const bool updates = rows.text(3) == linkKey(DocumentLink::Kind::Updates);
            const auto older = updates ? DocumentLink::Kind::Updates : DocumentLink::Kind::Replaces;
            const auto newer = updates ? DocumentLink::Kind::UpdatedBy : DocumentLink::Kind::ReplacedBy;
            addLink(links, {.kind = isForward ? older : newer,
                            .document = DocumentId::parse(rows.text(0)),
                            .number = rows.text(1),
                            .subject = rows.text(2)});
        }
    };
    const QString id = detail.summary.id.text();
    // The plus keeps the index of issuers out of it: by it, all that ever came from an office would be gone through.
    const QString same = u" ON d.id <> l.document_id AND d.incoming = o.incoming AND +d.issuer_id = +o.issuer_id AND"
                         " (d.id = l.target_id OR (l.packet_document_id <> ''"
                         " AND d.packet_document_id = l.packet_document_id AND NOT (d.time > o.time"
                         " AND d.id IN (SELECT n.document_id FROM change_note n WHERE n.kind = 'update'))))"_s;
    append(transaction.query(u"SELECT d.id, d.number_display, d.subject, l.kind FROM link l"
                             " JOIN document o ON o.id = l.document_id JOIN document d"_s +
                                 same +
                                 u" WHERE l.document_id = ? AND l.kind IN ('replaces', 'updates')"
                                 " ORDER BY l.position, d.time, d.id"_s,
                             {id}),
           true);
    append(transaction.query(u"SELECT o.id, o.number_display, o.subject, l.kind FROM link l"
                             " JOIN document o ON o.id = l.document_id JOIN document d"_s +
                                 same +
                                 u" WHERE d.id = ? AND l.kind IN ('replaces', 'updates')"
                                 " AND (l.target_id = ? OR l.packet_document_id = ?) ORDER BY o.time, o.id"_s,
                             {id, id, detail.packetDocumentId}),
           false);
}

/// What came in twice.
void readTwins(Transaction& transaction, const DocumentDetail& detail, QList<DocumentLink>& links) {
    if (!detail.summary.incoming) {
        return;
    }
    for (const DocumentLink& twin : twinRows(transaction, twinSought(detail))) {
        const bool isLinked =
            std::ranges::any_of(links, [&](const DocumentLink& link) { return link.document == twin.document; });
        if (!isLinked) {
            links.append(twin);
        }
    }
}

QList<HistoryLine> readHistory(Transaction& transaction, const DocumentId& id) {
    QList<HistoryLine> history;
    Rows rows = transaction.query(
        u"SELECT kind, by, at, detail, pending, acted_for FROM history WHERE document_id = ? ORDER BY position"_s,
        {id.text()});
    while (rows.next()) {
        history.append({.kind = rows.text(0),
                        .by = rows.text(1),
                        .as = rows.text(5),
                        .at = parseIsoTime(rows.text(2)),
                        .detail = rows.text(3),
                        .pending = rows.flag(4)});
    }
    return history;
}

} // namespace

QList<TrailLine> readTrail(Transaction& transaction, const DocumentId& id) {
    QList<TrailLine> trail;
    Rows rows = transaction.query(u"SELECT organ_id, name, last_code, time, reason, history FROM trail_line"
                                  " WHERE document_id = ? ORDER BY position"_s,
                                  {id.text()});
    while (rows.next()) {
        trail.append({.receiver = {.id = OrganId::parse(rows.text(0)).value_or(OrganId()), .name = rows.text(1)},
                      .lastCode = rows.text(2),
                      .words = trailWords(rows.text(2)),
                      .time = parseIsoTime(rows.text(3)),
                      .reason = rows.text(4),
                      .history = trailEventsFrom(rows.text(5))});
    }
    return trail;
}

std::optional<DocumentDetail> readDetail(Transaction& transaction, const DocumentId& id, const BlobStore& blobs,
                                         Person owner) {
    owner.standsFor = standsForNow(transaction);
    DocumentDetail detail{.summary = {.id = id}};
    Rows rows = transaction.query(summarySelect() + u"WHERE d.id = ?"_s, {id.text()});
    if (!rows.next()) {
        std::optional<DocumentDetail> draft = draftDetail(transaction, id, owner);
        if (draft) {
            draft->actions = actionsFor(*draft, owner);
        }
        return draft;
    }
    detail.summary = readSummary(rows);
    Rows more = transaction.query(
        u"SELECT kind, author, packet_document_id, packet_sha256, match_key, detail FROM document WHERE id = ?"_s,
        {id.text()});
    if (!more.next()) {
        return std::nullopt;
    }
    detail.kind = kindFromKey(more.text(0)).value_or(DocumentKind::Imported);
    detail.author = more.text(1);
    detail.packetDocumentId = more.text(2);
    detail.packetSha256 = more.word(3);
    readDetailJson(readKeptJson(transaction, more.value(5), documentRowName(id)), detail);
    for (ContentRef& content : detail.contents) {
        content.here = blobs.has(content.sha256);
        if (content.here && content.size == 0) {
            content.size = blobs.size(content.sha256);
        }
    }
    detail.links = readLinks(transaction, detail, more.text(4));
    readRenewals(transaction, detail, detail.links);
    readTwins(transaction, detail, detail.links);
    detail.history = readHistory(transaction, id);
    detail.trail = readTrail(transaction, id);
    if (!detail.trail.isEmpty()) {
        detail.strangers = strangerStatuses(transaction, detail.packetDocumentId, more.text(4), detail.trail);
        if (!detail.strangers.isEmpty()) {
            detail.packetFindings.append(u"status-foreign"_s);
        }
    }
    if (detail.summary.incoming && !detail.paper && !detail.task) {
        detail.undelivered =
            undeliveredStatuses(transaction, detail.issuer.id, detail.packetDocumentId,
                                matchKey(owner.organ, detail.numberText, detail.notation, detail.date));
        if (!detail.undelivered.isEmpty()) {
            detail.packetFindings.append(u"status-undelivered"_s);
        }
    }
    Rows dossiers = transaction.query(
        u"SELECT dossier_id FROM dossier_item WHERE document_id = ? ORDER BY dossier_id"_s, {id.text()});
    while (dossiers.next()) {
        if (const std::optional<DossierId> dossier = DossierId::parse(dossiers.text(0))) {
            detail.dossiers.append(*dossier);
        }
    }
    detail.actions = actionsFor(detail, owner);
    return detail;
}

} // namespace app
