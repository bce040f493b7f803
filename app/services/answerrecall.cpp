// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/answerrecall.h"

#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/reasons.h"
#include "app/services/storepacket.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> nothingAsked(const QString& detail) {
    return fail("no-open-change", detail);
}

const ChangeOffer* openOffer(const DocumentDetail& document) {
    const ChangeFold fold{.offers = document.changes};
    const ChangeOffer* open = fold.open();
    if (!open) {
        return nullptr;
    }
    const auto same = std::ranges::find(document.changes, open->packetSha256, &ChangeOffer::packetSha256);
    return &*same;
}

/// An open update that a later answer makes pointless.
bool isStale(const ChangeOffer& offer, const ChangeOffer& answered) {
    return offer.kind == ChangeKind::Update && offer.state == ChangeOffer::State::Open &&
           offer.packetSha256 != answered.packetSha256 &&
           (answered.kind == ChangeKind::Withdraw || offer.received < answered.received);
}

} // namespace

AnswerRecall::AnswerRecall(OfficeDesk& desk)
    : m_desk(desk) {}

Result<AnswerRecall::Asked> AnswerRecall::asked(const DocumentId& id) const {
    auto document = m_desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (document->summary.mark == ChangeMark::Update) {
        const auto renewed = std::ranges::find(document->links, DocumentLink::Kind::Updates, &DocumentLink::kind);
        if (renewed == document->links.end() || !renewed->document) {
            return nothingAsked(id.text());
        }
        document = m_desk.store().documents().detail(*renewed->document);
        if (!document) {
            return std::unexpected(document.error());
        }
        const auto offer = std::ranges::find_if(document->changes, [&](const ChangeOffer& one) {
            return one.document == id && one.state == ChangeOffer::State::Open;
        });
        if (offer != document->changes.end()) {
            return Asked{.document = *document, .offer = *offer};
        }
    }
    const ChangeOffer* open = openOffer(*document);
    if (!open) {
        return nothingAsked(id.text());
    }
    return Asked{.document = *document, .offer = *open};
}

Result<RecallEffect> AnswerRecall::preview(const DocumentId& id) const {
    const auto found = asked(id);
    if (!found) {
        return std::unexpected(found.error());
    }
    const DocumentDetail& document = found->document;
    RecallEffect effect{.offer = found->offer,
                        .state = document.summary.state,
                        .arrivalNumber = document.summary.arrivalNumber,
                        .answers = {},
                        .dossiers = int(document.dossiers.size()),
                        .isAssigned = std::ranges::any_of(
                            document.history, [](const HistoryLine& line) { return line.kind == u"assigned"_s; })};
    for (const DocumentLink& link : document.links) {
        if (link.kind == DocumentLink::Kind::AnsweredBy) {
            effect.answers.append(link.number.isEmpty() ? link.subject : link.number);
        }
    }
    return effect;
}

Result<void> AnswerRecall::agree(const DocumentId& id, const QString& note) {
    const auto words = note.trimmed().isEmpty() ? Result<QString>(QString()) : checkedReason(note);
    return words ? answer(id, true, *words) : std::unexpected(words.error());
}

Result<void> AnswerRecall::refuse(const DocumentId& id, const QString& reason) {
    const auto words = checkedReason(reason);
    return words ? answer(id, false, *words) : std::unexpected(words.error());
}

Result<void> AnswerRecall::answer(const DocumentId& id, bool agreed, const QString& reason) {
    OfficeStore& store = m_desk.store();
    const auto allowed = m_desk.forAction(id, &Actions::canAnswerChange);
    if (!allowed) {
        return std::unexpected(allowed.error());
    }
    return store.together([&]() -> Result<void> {
        const auto found = asked(id);
        if (!found) {
            return std::unexpected(found.error());
        }
        const auto& [document, offer] = *found;
        const auto facts = store.documents().packetOf(document.summary.id);
        if (!facts) {
            return std::unexpected(facts.error());
        }
        const auto code = agreed ? exchange::StatusCode::ChangeAccepted : exchange::StatusCode::ChangeRefused;
        const auto packet = storePacket(m_desk, statusPacket(*facts, code, reason, m_desk.profile(), m_desk.now()));
        if (!packet) {
            return std::unexpected(packet.error());
        }
        for (const ChangeOffer& other : document.changes) {
            if (agreed && isStale(other, offer)) {
                if (auto closed = record(document, other, false, u"Đã có đề nghị mới hơn"_s); !closed) {
                    return closed;
                }
            }
        }
        if (auto recorded = record(document, offer, agreed, reason); !recorded) {
            return recorded;
        }
        return store.outbox().planPacket(*packet, u"status"_s);
    });
}

Result<void> AnswerRecall::record(const DocumentDetail& document, const ChangeOffer& offer, bool agreed,
                                  const QString& reason) {
    const DocumentId id = document.summary.id;
    const bool takesOver =
        offer.kind == ChangeKind::Update && agreed && document.summary.state == DocumentState::Registered;
    const auto act = m_desk.store().record(
        {.stream = m_desk.caseOf(id),
         .body = acts::ChangeAnswered{.document = id,
                                      .packetSha256 = offer.packetSha256,
                                      .change = offer.kind == ChangeKind::Update ? offer.document : std::nullopt,
                                      .agreed = agreed,
                                      .reason = reason,
                                      .number = takesOver ? document.summary.arrivalNumber : 0,
                                      .date = takesOver ? document.arrivalDate : QDate()},
         .participants = {m_desk.organ().mailbox()},
         .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace app
