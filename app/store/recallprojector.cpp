// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/recallprojector.h"

#include "app/domain/documentview.h"
#include "app/domain/statusmap.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/packetrows.h"
#include "app/store/standingrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int typeWithdraw = 1;
constexpr int typeUpdate = 2;
constexpr int typeReplace = 3;

/// One note that is to be written.
struct Line {
    ChangeKind kind = ChangeKind::Withdraw;
    QString target{};
    QString matchKey{}; ///< only where there is no target
    bool asks = true;
    QString reason{};
    QString document{}; ///< id of what the packet brings; empty: nothing
};

bool isTakenOff(const PacketFacts& facts, const OrganId& ownOrgan) {
    return facts.change.removed.contains(ownOrgan);
}

/// An update that names no difference is taken for one of the content: better asked once too often.
bool isNewVersion(const PacketFacts& facts) {
    return facts.change.changesContent || (facts.change.added.isEmpty() && facts.change.removed.isEmpty());
}

/// The numbers of a document are unique within the office that issued it: the one that sent the packet.
QString keyOf(const QString& from, const QString& number, const QString& notation, const QDate& date) {
    return matchKey(OrganId::parse(from).value_or(OrganId()), number, notation, date);
}

QList<Line> replacements(const PacketFacts& facts, const OrganId& ownOrgan, const Line& line) {
    QList<Line> lines;
    for (const QString& target : replacedTargets(facts, ownOrgan)) {
        lines.append({.kind = ChangeKind::Replace,
                      .target = target,
                      .asks = false,
                      .reason = line.reason,
                      .document = line.document});
    }
    return lines;
}

QList<Line> linesOfDocument(const StoredAct& stored, const PacketFacts& facts, const OrganId& ownOrgan) {
    Line line{.target = targetOf(facts), .reason = facts.change.reason};
    if (line.target.isEmpty()) {
        line.matchKey = keyOf(stored.packetFrom, facts.number, facts.notation, facts.date);
    }
    if (facts.businessType == typeReplace) {
        line.document = documentOfPacket(stored.packetSha256).text();
        return replacements(facts, ownOrgan, line);
    }
    if (facts.businessType == typeUpdate && !isTakenOff(facts, ownOrgan)) {
        line.kind = ChangeKind::Update;
        line.asks = isNewVersion(facts);
        line.document = documentOfPacket(stored.packetSha256).text();
    } else if (facts.businessType != typeWithdraw && facts.businessType != typeUpdate) {
        return {};
    }
    return {line};
}

QList<Line> linesOf(const StoredAct& stored, const PacketFacts& facts, const OrganId& ownOrgan) {
    if (facts.kind == PacketFacts::Kind::Document) {
        return linesOfDocument(stored, facts, ownOrgan);
    }
    if (facts.kind != PacketFacts::Kind::Status || facts.statusCode != u"13"_s) {
        return {};
    }
    const DocumentReference& about = facts.about;
    Line line{.target = about.packetDocumentId, .reason = facts.statusText};
    if (line.target.isEmpty()) {
        line.matchKey = keyOf(stored.packetFrom, about.number, about.notation, about.date);
    }
    return {line};
}

QStringList documentKeys(Rows rows) {
    QStringList keys;
    while (rows.next()) {
        keys.append(u"doc:"_s + rows.text(0));
    }
    return keys;
}

bool isIncoming(const StoredAct& stored, const OrganId& ownOrgan) {
    return stored.messageKind != u"office"_s && stored.packetFrom != ownOrgan.text();
}

/// Whether a document that this packet renews is here. A later version is none.
bool hasBase(Transaction& transaction, const StoredAct& stored, const PacketFacts& facts) {
    const QString sha256 = QString::fromLatin1(stored.packetSha256);
    const QString received = isoTime(stored.time);
    const QString key = keyOf(stored.packetFrom, facts.number, facts.notation, facts.date);
    return transaction
        .value(u"SELECT 1 FROM document d WHERE d.incoming = 1 AND d.issuer_id = ? AND d.id <> ?"
               " AND ((d.packet_document_id <> '' AND d.packet_document_id = ?)"
               " OR (? = '' AND d.match_key <> '' AND d.match_key = ?))"
               " AND NOT EXISTS (SELECT 1 FROM change_note n WHERE n.document_id = d.id AND n.kind = 'update'"
               " AND (n.received > ? OR (n.received = ? AND n.packet_sha256 > ?))) LIMIT 1"_s,
               {stored.packetFrom, documentOfPacket(stored.packetSha256).text(), targetOf(facts), targetOf(facts), key,
                received, received, sha256})
        .isValid();
}

void owe(Transaction& transaction, const QString& packetSha256, const QString& deed, const QString& source,
         const QDateTime& at) {
    const QString code = reportedStatus(deed);
    if (!code.isEmpty() && !packetSha256.isEmpty()) {
        transaction.change(u"INSERT OR IGNORE INTO owed_status (packet_sha256, code, source, at) VALUES (?, ?, ?, ?)"_s,
                           {packetSha256, code, source, isoTime(at)});
    }
}

/// The incoming document that a deed of the office is about, and the word of the deed in the table.
std::pair<std::optional<DocumentId>, QString> reported(const ActBody& body) {
    if (const auto* sent = std::get_if<acts::Sent>(&body)) {
        return {sent->answers, u"answered"_s};
    }
    if (const auto* directed = std::get_if<acts::Directed>(&body)) {
        const bool gives = std::ranges::any_of(directed->directive.shares, [](const WorkShare& share) {
            return share.role == WorkRole::Lead || share.role == WorkRole::Support;
        });
        return {directed->document, gives ? u"assigned"_s : u"presented"_s};
    }
    return {documentOf(body), actKind(body)};
}

void oweForPacket(Transaction& transaction, const StoredAct& stored) {
    const QString id = documentOfPacket(stored.packetSha256).text();
    Rows rows = transaction.query(u"SELECT state, mark FROM document WHERE id = ?"_s, {id});
    if (rows.next() && rows.text(0) == stateKey(DocumentState::Arrived) &&
        rows.text(1) != markKey(ChangeMark::Update)) {
        owe(transaction, QString::fromLatin1(stored.packetSha256), u"arrived"_s, {}, stored.time);
    }
}

/// Whether it may be a deed of the work: in the document's own case, and in nobody's place without their delegation.
bool mayBeWork(Transaction& transaction, const StoredAct& stored, const DocumentId& document, const OrganId& ownOrgan) {
    const QString as = actedFor(stored.act.body);
    return stored.stream == caseStream(ownOrgan, document) &&
           (!isPersonOf(as, ownOrgan) || stoodIn(transaction, as, stored.act.by, stored.time));
}

void oweForAct(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan) {
    const auto [document, deed] = reported(stored.act.body);
    if (!document || reportedStatus(deed).isEmpty()) {
        return;
    }
    const bool isAnswer = std::holds_alternative<acts::Sent>(stored.act.body);
    if (!isAnswer && !mayBeWork(transaction, stored, *document, ownOrgan)) {
        return;
    }
    Rows rows = transaction.query(u"SELECT packet_sha256, state FROM document WHERE id = ? AND incoming = 1"_s,
                                  {document->text()});
    // Whoever has a share of the work may have finished that alone.
    const bool isPart = std::holds_alternative<acts::Finished>(stored.act.body);
    if (rows.next() && (!isPart || rows.text(1) == stateKey(DocumentState::Answered))) {
        owe(transaction, rows.text(0), deed, stored.act.id, stored.time);
    }
}

/// New versions that came before the document of this packet.
QStringList versionsOf(Transaction& transaction, const StoredAct& stored, const PacketFacts& facts) {
    return documentKeys(transaction.query(u"SELECT document_id FROM change_note WHERE kind = 'update'"
                                          " AND organ_id = ? AND ((target <> '' AND target = ?)"
                                          " OR (match_key <> '' AND match_key = ?))"_s,
                                          {stored.packetFrom, facts.packetDocumentId,
                                           keyOf(stored.packetFrom, facts.number, facts.notation, facts.date)}));
}

} // namespace

QString targetOf(const PacketFacts& facts) {
    return facts.change.target.isEmpty() ? facts.packetDocumentId : facts.change.target;
}

QStringList replacedTargets(const PacketFacts& facts, const OrganId& ownOrgan) {
    if (facts.businessType != typeReplace) {
        return {};
    }
    QStringList targets = facts.change.replaced;
    for (const QString& entry : facts.change.replacedForSome) {
        const qsizetype cut = entry.indexOf(u'\n');
        if (entry.mid(cut + 1) == ownOrgan.text()) {
            targets.append(entry.left(cut));
        }
    }
    targets.removeAll(QString());
    targets.removeDuplicates();
    return targets;
}

QStringList noteChange(Transaction& transaction, const StoredAct& stored, const OrganId& ownOrgan) {
    const std::optional<PacketFacts> facts = isIncoming(stored, ownOrgan) ? factsOf(transaction, stored) : std::nullopt;
    if (!facts) {
        return {};
    }
    QStringList keys;
    if (facts->kind == PacketFacts::Kind::Document) {
        keys = versionsOf(transaction, stored, *facts);
    }
    for (const Line& line : linesOf(stored, *facts, ownOrgan)) {
        if (line.target.isEmpty() && line.matchKey.isEmpty()) {
            continue;
        }
        transaction.change(u"INSERT OR IGNORE INTO change_note (packet_sha256, target, match_key, organ_id, kind, asks,"
                           " reason, received, document_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {QString::fromLatin1(stored.packetSha256), line.target, line.matchKey, stored.packetFrom,
                            changeKey(line.kind), line.asks ? 1 : 0, line.reason, isoTime(stored.time), line.document});
        keys += documentKeys(transaction.query(u"SELECT id FROM document WHERE incoming = 1"
                                               " AND ((packet_document_id <> '' AND packet_document_id = ?)"
                                               " OR (match_key <> '' AND match_key = ?))"_s,
                                               {line.target, line.matchKey}));
    }
    return keys;
}

QList<ChangeNote> changeNotes(Transaction& transaction, const PacketFacts& facts, const QString& matchKey,
                              const QDateTime& received) {
    const bool isVersion = facts.businessType == typeUpdate;
    const std::pair own{received, facts.sha256};
    QList<ChangeNote> notes;
    Rows rows = transaction.query(u"SELECT packet_sha256, kind, organ_id, reason, received, asks, document_id"
                                  " FROM change_note WHERE (target <> '' AND target = ?)"
                                  " OR (target = '' AND match_key <> '' AND match_key = ?)"_s,
                                  {facts.packetDocumentId, matchKey});
    while (rows.next()) {
        ChangeNote note{.packetSha256 = rows.word(0),
                        .kind = changeFromKey(rows.text(1)).value_or(ChangeKind::Withdraw),
                        .from = OrganId::parse(rows.text(2)).value_or(OrganId()),
                        .reason = rows.text(3),
                        .received = parseIsoTime(rows.text(4)),
                        .asks = rows.flag(5),
                        .document = DocumentId::parse(rows.text(6))};
        const bool isOfEarlier = isVersion && std::pair(note.received, note.packetSha256) < own;
        if (note.packetSha256 != facts.sha256 && !isOfEarlier) {
            notes.append(std::move(note));
        }
    }
    return notes;
}

Arrival arrivalOf(Transaction& transaction, const StoredAct& stored, const PacketFacts& facts,
                  const OrganId& ownOrgan) {
    if (facts.kind != PacketFacts::Kind::Document) {
        return Arrival::Document; // shown as a problem
    }
    const QList<Line> lines = linesOfDocument(stored, facts, ownOrgan);
    if (lines.isEmpty() || facts.businessType == typeReplace) {
        return Arrival::Document;
    }
    const Line& line = lines.first();
    if (line.target.isEmpty() && line.matchKey.isEmpty()) {
        return Arrival::Document; // it names nothing: a person has to look at it
    }
    if (line.kind == ChangeKind::Withdraw) {
        return Arrival::Nothing;
    }
    if (!hasBase(transaction, stored, facts)) {
        return Arrival::Document;
    }
    return line.asks ? Arrival::Update : Arrival::Nothing;
}

QStringList versionDocuments(Transaction& transaction) {
    QStringList ids;
    Rows rows = transaction.query(
        u"SELECT document_id FROM change_note WHERE kind = 'update' ORDER BY received, packet_sha256"_s);
    while (rows.next()) {
        ids.append(rows.text(0));
    }
    return ids;
}

void oweAfter(Transaction& transaction, const StoredAct& stored, const Person& owner) {
    if (owner.role != Role::Clerk) {
        return;
    }
    if (stored.messageKind == u"office"_s) {
        oweForAct(transaction, stored, owner.organ);
    } else if (stored.messageKind == u"edoc"_s && isIncoming(stored, owner.organ)) {
        oweForPacket(transaction, stored);
    }
}

void oweAfterReading(Transaction& transaction, const QByteArray& packetSha256, const Person& owner) {
    const QVariant row = transaction.value(u"SELECT id FROM message WHERE stream = ? ORDER BY sequence LIMIT 1"_s,
                                           {packetStream(packetSha256)});
    if (const auto stored = row.isValid() ? storedMessage(transaction, row.toLongLong()) : std::nullopt) {
        oweAfter(transaction, *stored, owner);
    }
}

} // namespace app
