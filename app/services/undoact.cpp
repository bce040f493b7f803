// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/undoact.h"

#include "app/domain/streams.h"
#include "app/domain/undo.h"
#include "app/services/officedesk.h"
#include "app/store/actphrases.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// In the record it stands in the office's language, as every reason does.
const QString withdrawnBySubmitter = u"Người trình rút lại"_s;

/// What builds on nothing and on which nothing builds.
bool standsAlone(const QString& kind) {
    constexpr std::array alone{"commented"_L1, "taken-back"_L1, "evidence-added"_L1, "stand-in-brought"_L1,
                               "reminded"_L1};
    return std::ranges::find(alone, kind) != alone.end();
}

QString actKindOf(const KnownAct& known) {
    return actKind(known.stored.act.body);
}

/// Whether something in the same stream came after it and builds on it.
bool isBuiltOn(const QList<KnownAct>& acts, qsizetype at) {
    const KnownAct& known = acts.at(at);
    if (std::holds_alternative<acts::Commented>(known.stored.act.body)) {
        return false;
    }
    for (qsizetype later = at + 1; later < acts.size(); ++later) {
        const bool isOther = documentOf(acts.at(later).stored.act.body) != documentOf(known.stored.act.body);
        if (!isOther && acts.at(later).stored.stream == known.stored.stream &&
            !standsAlone(actKindOf(acts.at(later)))) {
            return true;
        }
    }
    return false;
}

bool wasTakenBack(const QList<KnownAct>& acts, const KnownAct& known) {
    return std::ranges::any_of(acts, [&](const KnownAct& other) {
        const auto* back = std::get_if<acts::TakenBack>(&other.stored.act.body);
        return back && back->act == known.stored.act.id && other.stored.act.by == known.stored.act.by;
    });
}

/// The dossier into which, or out of which, an act put the document, and whether it changed what is in it now.
struct Filing {
    bool isOpen = false;
    bool stands = false;
};

Filing filingOf(const OfficeDesk& desk, const DocumentDetail& document, const KnownAct& known) {
    const std::optional<DossierId> id = dossierOf(known.stored.act.body);
    if (!id) {
        return {};
    }
    const auto dossier = desk.store().dossiers().detail(*id);
    if (!dossier) {
        return {};
    }
    const bool isIn = document.dossiers.contains(*id);
    const bool filed = std::holds_alternative<acts::DossierFiled>(known.stored.act.body);
    return {.isOpen = !dossier->summary.isClosed(), .stands = filed == isIn};
}

/// Whether the counter-act of its kind would count now.
bool canCounter(const OfficeDesk& desk, const DocumentDetail& document, const KnownAct& known, bool isBuilt) {
    const DocumentState state = document.summary.state;
    switch (undoRuleOf(actKindOf(known)).counter) {
    case CounterAct::TakenBack:
        return std::holds_alternative<acts::Commented>(known.stored.act.body) ||
               document.reversible == known.stored.act.id;
    case CounterAct::Returned:
        return !isBuilt && (state == DocumentState::WaitingForSignature || state == DocumentState::WaitingForInitial);
    case CounterAct::Unfiled:
    case CounterAct::FiledAgain:
        return filingOf(desk, document, known).isOpen;
    case CounterAct::EndedEarly: // where people say that they are away
    case CounterAct::None:
        break;
    }
    return false;
}

UndoOffer offerOf(const OfficeDesk& desk, const DocumentDetail& document, const QList<KnownAct>& acts, qsizetype at) {
    const KnownAct& known = acts.at(at);
    const UndoRule& rule = undoRuleOf(actKindOf(known));
    const bool isBuilt = isBuiltOn(acts, at);
    UndoOffer offer{.act = known.stored.act.id,
                    .kind = actKindOf(known),
                    .at = known.stored.time,
                    .detail = phraseOf(known.stored.act.body)};
    const bool isFiling = rule.counter == CounterAct::Unfiled || rule.counter == CounterAct::FiledAgain;
    if (rule.fromOutbox && known.isUntouched && !isBuilt && (!isFiling || filingOf(desk, document, known).isOpen)) {
        offer.way = UndoOffer::Way::Outbox;
    } else if (canCounter(desk, document, known, isBuilt)) {
        offer.way = UndoOffer::Way::Counter;
    } else {
        offer.instead = rule.instead;
    }
    return offer;
}

/// What of a person's own could be undone: not what is undone already, nor what the program writes by itself.
bool isOwnDeed(const OfficeDesk& desk, const DocumentDetail& document, const QList<KnownAct>& acts, qsizetype at) {
    const KnownAct& known = acts.at(at);
    if (known.stored.messageKind != u"office"_s || known.stored.act.by != desk.person().mailbox() ||
        wasTakenBack(acts, known)) {
        return false;
    }
    const CounterAct counter = undoRuleOf(actKindOf(known)).counter;
    if (counter == CounterAct::Unfiled || counter == CounterAct::FiledAgain) {
        return filingOf(desk, document, known).stands && !isBuiltOn(acts, at);
    }
    constexpr std::array byTheProgram{"evidence-added"_L1, "stand-in-brought"_L1, "reminded"_L1};
    return std::ranges::find(byTheProgram, actKindOf(known)) == byTheProgram.end();
}

} // namespace

UndoAct::UndoAct(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<UndoOffer>> UndoAct::list(const DocumentId& id) const {
    const auto document = m_desk.store().documents().detail(id);
    const auto acts = m_desk.store().acts().about(id);
    if (!document || !acts) {
        return std::unexpected(document ? acts.error() : document.error());
    }
    QList<UndoOffer> offers;
    for (qsizetype at = acts->size() - 1; at >= 0; --at) {
        if (isOwnDeed(m_desk, *document, *acts, at)) {
            offers.append(offerOf(m_desk, *document, *acts, at));
        }
    }
    return offers;
}

Result<UndoOffer> UndoAct::undo(const DocumentId& id, const QString& act) {
    OfficeStore& store = m_desk.store();
    return store.together([&]() -> Result<UndoOffer> {
        const auto offers = list(id);
        if (!offers) {
            return std::unexpected(offers.error());
        }
        const auto offer = std::ranges::find_if(
            *offers, [&](const UndoOffer& one) { return act.isEmpty() || one.act.startsWith(act); });
        if (offer == offers->end()) {
            return fail("undo-nothing", act.isEmpty() ? id.text() : act);
        }
        if (offer->way == UndoOffer::Way::None) {
            return std::unexpected(Error(offer->instead, offer->kind));
        }
        if (offer->way == UndoOffer::Way::Outbox) {
            const auto out = store.acts().takeOut(offer->act, m_desk.now());
            if (!out) {
                return std::unexpected(out.error());
            }
            return *out ? Result<UndoOffer>(*offer) : fail("undo-just-left", offer->kind);
        }
        const auto document = store.documents().detail(id);
        const auto acts = store.acts().about(id);
        if (!document || !acts) {
            return std::unexpected(document ? acts.error() : document.error());
        }
        const auto known =
            std::ranges::find_if(*acts, [&](const KnownAct& one) { return one.stored.act.id == offer->act; });
        const auto done = counter(*document, *known);
        return done ? Result<UndoOffer>(*offer) : std::unexpected(done.error());
    });
}

Result<void> UndoAct::counter(const DocumentDetail& document, const KnownAct& known) {
    const DocumentId id = document.summary.id;
    Deed deed{.stream = known.stored.stream, .body = {}, .participants = {}, .cites = {}};
    switch (undoRuleOf(actKindOf(known)).counter) {
    case CounterAct::TakenBack:
        deed.body = acts::TakenBack{.document = id, .act = known.stored.act.id};
        break;
    case CounterAct::Returned:
        deed.body = acts::Returned{.document = id, .reason = withdrawnBySubmitter};
        break;
    case CounterAct::Unfiled:
        deed.body = acts::DossierUnfiled{.dossier = *dossierOf(known.stored.act.body), .document = id};
        break;
    case CounterAct::FiledAgain:
        deed.body = acts::DossierFiled{.dossier = *dossierOf(known.stored.act.body), .document = id};
        break;
    case CounterAct::EndedEarly:
    case CounterAct::None:
        return std::unexpected(Error(undoRuleOf(actKindOf(known)).instead, actKindOf(known)));
    }
    const auto act = m_desk.store().record(deed);
    return act ? Result<void>() : std::unexpected(act.error());
}

} // namespace app
