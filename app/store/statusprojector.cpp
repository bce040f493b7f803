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

QStringList noteStatus(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan) {
    const std::optional<PacketFacts> facts = packetFacts(transaction, stored.packetSha256);
    if (!facts || facts->kind != PacketFacts::Kind::Status || facts->from.id.text() != stored.packetFrom ||
        stored.packetFrom == ownOrgan.text()) {
        return {};
    }
    const QString key = matchKey(facts->about);
    transaction.change(u"INSERT OR IGNORE INTO status_note (packet_sha256, organ_id, packet_document_id, match_key,"
                       " code, time, reason, person, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {QString::fromLatin1(stored.packetSha256), stored.packetFrom, facts->about.packetDocumentId, key,
                        facts->statusCode, isoTime(facts->statusTime.isValid() ? facts->statusTime : stored.time),
                        facts->statusText, facts->statusPerson, isoTime(stored.time)});
    QStringList keys;
    Rows rows = transaction.query(u"SELECT id FROM document WHERE incoming = 0"
                                  " AND ((packet_document_id <> '' AND packet_document_id = ?)"
                                  " OR (match_key <> '' AND match_key = ?))"_s,
                                  {facts->about.packetDocumentId, key});
    while (rows.next()) {
        keys.append(u"doc:"_s + rows.text(0));
    }
    return keys;
}

void applyStatuses(Transaction& transaction, const QString& packetDocumentId, const QString& matchKey,
                   QList<TrailLine>& trail) {
    // The packet's id decides; number, notation and date only where the status names no id.
    Rows rows = transaction.query(u"SELECT organ_id, code, time, reason, person FROM status_note"
                                  " WHERE (packet_document_id <> '' AND packet_document_id = ?)"
                                  " OR (packet_document_id = '' AND match_key <> '' AND match_key = ?)"
                                  " ORDER BY received, packet_sha256"_s,
                                  {packetDocumentId, matchKey});
    while (rows.next()) {
        const auto line = std::ranges::find_if(trail, [organ = rows.text(0)](const TrailLine& candidate) {
            return candidate.receiver.id.text() == organ;
        });
        if (line != trail.end()) {
            applyEvent(*line, {.code = rows.text(1),
                               .time = parseIsoTime(rows.text(2)),
                               .reason = rows.text(3),
                               .person = rows.text(4)});
        }
    }
}

} // namespace app
