// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statusprojector.h"

#include "app/domain/packetfacts.h"
#include "app/domain/vietnamtime.h"
#include "app/store/packetrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QList<OrganRef> receiversOf(const ActBody& body) {
    if (const auto* sent = std::get_if<acts::Sent>(&body)) {
        return sent->receivers;
    }
    if (const auto* updated = std::get_if<acts::Updated>(&body)) {
        return updated->receivers;
    }
    if (const auto* recall = std::get_if<acts::RecallAsked>(&body)) {
        return recall->receivers;
    }
    return {};
}

/// Whether a status of this code shows that the packet of this act arrived: what answers a recall or a new version
/// shows that of it, any other shows that of the document.
bool proves(const QString& code, const ActBody& body) {
    const bool isAnswer = code == u"15"_s || code == u"16"_s;
    return std::holds_alternative<acts::RecallAsked>(body) ? isAnswer : true;
}

/// Sends whose outcome nobody knew: a receiver that speaks of the document has it.
QStringList settleUncertain(Transaction& transaction, const QString& document, const QString& organ,
                            const QString& code) {
    QList<std::pair<qint64, QByteArray>> uncertain;
    for (Rows rows =
             transaction.query(u"SELECT position, sha256 FROM outbox WHERE state = 'uncertain' AND kind = 'packet'"_s);
         rows.next();) {
        uncertain.append({rows.number(0), rows.word(1)});
    }
    QStringList keys;
    for (const auto& [position, sha256] : std::as_const(uncertain)) {
        const QString key = packetKey(sha256);
        const QList<StoredAct> acts = actsOf(transaction, key);
        const bool arrived = std::ranges::any_of(acts, [&](const StoredAct& stored) {
            const std::optional<DocumentId> about = documentOf(stored.act.body);
            return about && about->text() == document && proves(code, stored.act.body) &&
                   std::ranges::any_of(receiversOf(stored.act.body),
                                       [&](const OrganRef& receiver) { return receiver.id.text() == organ; });
        });
        if (arrived) {
            transaction.change(u"UPDATE outbox SET state = 'done', error_code = '', error_detail = ''"
                               " WHERE position = ?"_s,
                               {position});
            keys.append(key);
        }
    }
    return keys;
}

} // namespace

QStringList noteStatus(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan) {
    const std::optional<PacketFacts> facts = factsOf(transaction, stored);
    if (!facts || facts->kind != PacketFacts::Kind::Status || facts->from.id.text() != stored.packetFrom ||
        stored.packetFrom == ownOrgan.text() || facts->statusCode == u"13"_s) {
        return {}; // 13 speaks of a document that came to us: see noteChange()
    }
    const QString key = matchKey(facts->about);
    transaction.change(u"INSERT OR IGNORE INTO status_note (packet_sha256, organ_id, packet_document_id, match_key,"
                       " code, time, reason, person, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {QString::fromLatin1(stored.packetSha256), stored.packetFrom, facts->about.packetDocumentId, key,
                        facts->statusCode, isoTime(facts->statusTime.isValid() ? facts->statusTime : stored.time),
                        facts->statusText, facts->statusPerson, isoTime(stored.time)});
    QStringList documents;
    Rows rows = transaction.query(u"SELECT id FROM document WHERE incoming = 0"
                                  " AND ((packet_document_id <> '' AND packet_document_id = ?)"
                                  " OR (match_key <> '' AND match_key = ?))"_s,
                                  {facts->about.packetDocumentId, key});
    while (rows.next()) {
        documents.append(rows.text(0));
    }
    QStringList keys;
    for (const QString& document : std::as_const(documents)) {
        keys.append(u"doc:"_s + document);
        keys += settleUncertain(transaction, document, stored.packetFrom, facts->statusCode);
    }
    return keys;
}

namespace {

/// The packet's id decides; number, notation and date only where the status names no id.
Rows statusesAbout(Transaction& transaction, const QString& packetDocumentId, const QString& matchKey) {
    return transaction.query(u"SELECT organ_id, code, time, reason, person, received FROM status_note"
                             " WHERE (packet_document_id <> '' AND packet_document_id = ?)"
                             " OR (packet_document_id = '' AND match_key <> '' AND match_key = ?)"
                             " ORDER BY received, packet_sha256"_s,
                             {packetDocumentId, matchKey});
}

TrailEvent eventOf(const Rows& rows) {
    return {.code = rows.text(1), .time = parseIsoTime(rows.text(2)), .reason = rows.text(3), .person = rows.text(4)};
}

} // namespace

void applyStatuses(Transaction& transaction, const QString& packetDocumentId, const QString& matchKey,
                   const QList<OwnEvent>& ours, QList<TrailLine>& trail) {
    const auto apply = [&trail](const QString& organ, const TrailEvent& event) {
        const auto line = std::ranges::find_if(
            trail, [&](const TrailLine& candidate) { return candidate.receiver.id.text() == organ; });
        if (line != trail.end()) {
            applyEvent(*line, event);
        }
    };
    QList<OwnEvent> waiting = ours;
    std::ranges::stable_sort(waiting, {}, [](const OwnEvent& own) { return own.event.time; });
    Rows rows = statusesAbout(transaction, packetDocumentId, matchKey);
    while (rows.next()) {
        const QDateTime received = parseIsoTime(rows.text(5));
        while (!waiting.isEmpty() && waiting.first().event.time <= received) {
            const OwnEvent own = waiting.takeFirst();
            apply(own.receiver.text(), own.event);
        }
        apply(rows.text(0), eventOf(rows));
    }
    for (const OwnEvent& own : std::as_const(waiting)) {
        apply(own.receiver.text(), own.event);
    }
}

QList<StrangerStatus> strangerStatuses(Transaction& transaction, const QString& packetDocumentId,
                                       const QString& matchKey, const QList<TrailLine>& trail) {
    QList<StrangerStatus> strangers;
    Rows rows = statusesAbout(transaction, packetDocumentId, matchKey);
    while (rows.next()) {
        const QString organ = rows.text(0);
        const bool isReceiver =
            std::ranges::any_of(trail, [&](const TrailLine& line) { return line.receiver.id.text() == organ; });
        if (!isReceiver) {
            strangers.append(
                {.from = {.id = OrganId::parse(organ).value_or(OrganId()), .name = {}}, .event = eventOf(rows)});
        }
    }
    return strangers;
}

QList<TrailEvent> undeliveredStatuses(Transaction& transaction, const OrganId& issuer, const QString& packetDocumentId,
                                      const QString& ownMatchKey) {
    QList<TrailEvent> told;
    Rows rows = statusesAbout(transaction, packetDocumentId, ownMatchKey);
    while (rows.next()) {
        if (rows.text(0) == issuer.text()) {
            told.append(eventOf(rows));
        }
    }
    return told;
}

} // namespace app
