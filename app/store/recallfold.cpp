// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/recallfold.h"

#include "app/store/actphrases.h"
#include "app/store/recallprojector.h"
#include "app/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

void settleChanges(const ChangeFold& fold, bool isVersion, DocumentSummary& summary) {
    if (summary.state == DocumentState::Refused) {
        return; // it went back already
    }
    const ChangeOffer* open = fold.open();
    if (fold.isWithdrawn) {
        summary.state = DocumentState::Withdrawn;
    } else if (isVersion) {
        summary.mark = ChangeMark::Update;
    } else if (open && open->kind == ChangeKind::Withdraw) {
        summary.mark = ChangeMark::RecallOffered;
    } else if (fold.isReplaced) {
        summary.mark = ChangeMark::Replaced;
        const bool isRenewed = std::ranges::any_of(fold.offers, [](const ChangeOffer& offer) {
            return offer.kind == ChangeKind::Update && offer.state == ChangeOffer::State::Agreed;
        });
        // Work that was begun stays where it is until somebody ends it, unless the new version took it over.
        if (summary.state == DocumentState::Arrived || (isRenewed && summary.state == DocumentState::Registered)) {
            summary.state = DocumentState::Replaced;
        }
    } else if (open) {
        summary.mark = ChangeMark::UpdateOffered;
    }
}

} // namespace

QList<std::pair<DocumentLink::Kind, DocumentReference>> renewedBy(const PacketFacts& facts, bool isVersion,
                                                                  const OrganId& ownOrgan) {
    QList<std::pair<DocumentLink::Kind, DocumentReference>> renewed;
    DocumentReference other;
    if (isVersion) {
        other.packetDocumentId = targetOf(facts);
        renewed.append({DocumentLink::Kind::Updates, other});
    }
    for (const QString& target : replacedTargets(facts, ownOrgan)) {
        other.packetDocumentId = target;
        renewed.append({DocumentLink::Kind::Replaces, other});
    }
    return renewed;
}

void applyChanges(Transaction& transaction, const PacketFacts& facts, const QList<ChangeAnswer>& answers,
                  bool isVersion, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    const ChangeFold fold =
        foldChanges(detail.issuer.id, changeNotes(transaction, facts, record.matchKey, detail.received), answers);
    detail.changes = fold.offers;
    detail.foreignChanges = fold.strangers;
    if (!fold.strangers.isEmpty()) {
        detail.packetFindings.append(u"change-foreign"_s);
    }
    for (const ChangeOffer& offer : fold.offers) {
        detail.history.append({.kind = changeKey(offer.kind) + u"-offered"_s,
                               .by = detail.issuer.id.text(),
                               .at = offer.received,
                               .detail = offer.reason,
                               .pending = false});
    }
    std::ranges::stable_sort(detail.history, [](const HistoryLine& one, const HistoryLine& other) {
        return std::pair(one.pending, one.at) < std::pair(other.pending, other.at);
    });
    settleChanges(fold, isVersion, detail.summary);
    record.dropped = record.dropped.isValid() ? record.dropped : fold.agreed;
}

void finishTrail(Transaction& transaction, const QList<OwnEvent>& ours, bool isSuperseded, DocumentRecord& record) {
    DocumentDetail& detail = record.detail;
    applyStatuses(transaction, detail.packetDocumentId, record.matchKey, ours, detail.trail);
    detail.receivers.clear();
    int taken = 0;
    int away = 0;
    for (const TrailLine& line : std::as_const(detail.trail)) {
        detail.receivers.append(line.receiver);
        taken += isTakenBack(line) ? 1 : 0;
        const bool isOut = !isTakenBack(line) && line.lastCode != u"cancelled"_s && line.lastCode != u"02"_s;
        away += isOut ? 1 : 0;
        if (line.lastCode == u"13"_s) {
            detail.summary.mark = ChangeMark::RecallAsked;
        }
    }
    detail.summary.counterpart = namesOf(detail.receivers);
    if (detail.summary.state == DocumentState::Sent && taken > 0 && away == 0) {
        detail.summary.state = DocumentState::Withdrawn;
    }
    if (isSuperseded) {
        detail.summary.mark = ChangeMark::Replaced;
    }
}

} // namespace app
