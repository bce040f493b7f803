// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/undo.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView signatureStays = "undo-signature-stays"_L1;
constexpr QLatin1StringView numberStays = "undo-number-stays"_L1;
constexpr QLatin1StringView recallInstead = "undo-recall-instead"_L1;
constexpr QLatin1StringView senderKnows = "undo-sender-knows"_L1;
constexpr QLatin1StringView writeAnew = "undo-write-anew"_L1;
constexpr QLatin1StringView actedOn = "undo-acted-on"_L1;
constexpr QLatin1StringView recordStays = "undo-record-stays"_L1;
constexpr QLatin1StringView dossierStays = "undo-dossier-stays"_L1;

constexpr std::array<UndoRule, 61> rules{{
    {"submitted"_L1, true, CounterAct::Returned, actedOn},
    {"returned"_L1, true, CounterAct::None, writeAnew},
    {"initialled"_L1, false, CounterAct::None, signatureStays},
    {"signed"_L1, false, CounterAct::None, signatureStays},
    {"number-drawn"_L1, false, CounterAct::None, numberStays},
    {"number-assigned"_L1, false, CounterAct::None, numberStays},
    {"sealed"_L1, false, CounterAct::None, signatureStays},
    {"evidence-added"_L1, false, CounterAct::None, recordStays},
    {"sent"_L1, false, CounterAct::None, recallInstead},
    {"registered"_L1, false, CounterAct::None, numberStays},
    // Its status waits in the outbox beside it, and may be on its way already.
    {"refused"_L1, false, CounterAct::None, senderKnows},
    {"entry-voided"_L1, false, CounterAct::None, numberStays},
    {"book-closed"_L1, false, CounterAct::None, recordStays},
    {"linked"_L1, true, CounterAct::None, recordStays},
    {"dossier-opened"_L1, true, CounterAct::None, dossierStays},
    {"dossier-filed"_L1, true, CounterAct::Unfiled, dossierStays},
    {"dossier-unfiled"_L1, true, CounterAct::FiledAgain, dossierStays},
    {"dossier-closed"_L1, true, CounterAct::None, dossierStays},
    {"seal-pinned"_L1, true, CounterAct::None, recordStays},
    {"assigned"_L1, true, CounterAct::TakenBack, actedOn},
    // The sender hears of these by a status, which nothing takes back.
    {"progressed"_L1, true, CounterAct::None, senderKnows},
    {"finished"_L1, true, CounterAct::None, senderKnows},
    {"recall-asked"_L1, false, CounterAct::None, recallInstead},
    {"change-agreed"_L1, false, CounterAct::None, senderKnows},
    {"change-refused"_L1, false, CounterAct::None, senderKnows},
    {"updated"_L1, false, CounterAct::None, recallInstead},
    {"superseded"_L1, false, CounterAct::None, recallInstead},
    {"directed"_L1, true, CounterAct::TakenBack, actedOn},
    {"work-given-back"_L1, true, CounterAct::TakenBack, actedOn},
    {"time-asked"_L1, true, CounterAct::TakenBack, actedOn},
    {"time-granted"_L1, true, CounterAct::TakenBack, actedOn},
    {"time-refused"_L1, true, CounterAct::TakenBack, actedOn},
    {"audit-anchored"_L1, false, CounterAct::None, recordStays},
    {"commented"_L1, true, CounterAct::TakenBack, writeAnew},
    {"taken-back"_L1, true, CounterAct::None, writeAnew},
    {"delegated"_L1, false, CounterAct::EndedEarly, writeAnew},
    {"delegation-ended"_L1, false, CounterAct::None, writeAnew},
    {"rights-confirmed"_L1, false, CounterAct::None, recordStays},
    {"unit-named"_L1, false, CounterAct::None, writeAnew}, // the newer name counts
    {"standing-shared"_L1, false, CounterAct::None, recordStays},
    {"stand-in-brought"_L1, false, CounterAct::None, recordStays},
    // Who was asked has it; it is closed with a reason, and an answer is followed by another one.
    {"opinion-asked"_L1, false, CounterAct::None, recordStays},
    {"opinion-shared"_L1, false, CounterAct::None, recordStays},
    {"opinion-answered"_L1, false, CounterAct::None, writeAnew},
    {"opinion-closed"_L1, false, CounterAct::None, recordStays},
    {"paper-corrected"_L1, false, CounterAct::None, writeAnew}, // corrected once more, with a reason
    {"opinion-sent"_L1, false, CounterAct::None, recordStays},
    {"opinion-recorded"_L1, false, CounterAct::None, writeAnew}, // the newer one counts
    {"lease-taken"_L1, false, CounterAct::None, recordStays},
    {"lease-left"_L1, false, CounterAct::None, recordStays},
    {"reminder-days-set"_L1, false, CounterAct::None, writeAnew},
    {"reminded"_L1, false, CounterAct::None, recordStays},
    // Those invited know of it; the plan is changed, the meeting cancelled with a reason, an answer given anew.
    {"meeting-planned"_L1, false, CounterAct::None, recordStays},
    {"meeting-left"_L1, false, CounterAct::None, recordStays},
    {"meeting-cancelled"_L1, false, CounterAct::None, recordStays},
    {"meeting-answered"_L1, false, CounterAct::None, writeAnew},
    {"meeting-noted"_L1, false, CounterAct::None, writeAnew},
    {"meeting-proposed"_L1, false, CounterAct::None, writeAnew},
    {"meeting-concluded"_L1, false, CounterAct::None, recordStays},
    {"meeting-paper-named"_L1, false, CounterAct::None, recordStays},
    {""_L1, false, CounterAct::None, recordStays}, // of any other kind
}};

} // namespace

std::span<const UndoRule> undoRules() {
    return std::span(rules).first(rules.size() - 1);
}

const UndoRule& undoRuleOf(QStringView kind) {
    const auto found = std::ranges::find_if(rules, [&](const UndoRule& rule) { return rule.kind == kind; });
    return found == rules.end() ? rules.back() : *found;
}

} // namespace app
