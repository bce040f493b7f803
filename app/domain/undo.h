// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace app {

/// The deed by which whoever did something undoes it once others may know of it. It stands in the history beside what
/// it undoes: nothing is ever taken out of the record.
enum class CounterAct {
    None,
    TakenBack,  ///< acts::TakenBack: a deed of the work while nobody acted on it, a comment at any time
    Returned,   ///< acts::Returned: a submission, while nobody initialled or signed
    Unfiled,    ///< acts::DossierUnfiled, while the dossier is open
    FiledAgain, ///< acts::DossierFiled, while the dossier is open
    EndedEarly, ///< acts::DelegationEnded
};

/// Whether and how an act is undone.
struct UndoRule {
    QLatin1StringView kind;    ///< of the act, see actKind()
    bool fromOutbox;           ///< it may be taken out of the outbox while the server has nothing of it
    CounterAct counter;        ///< after that
    QLatin1StringView instead; ///< code of the sentence that says what can be done where it can't be undone (any more)
};

/// The table, a row for each kind of act.
[[nodiscard]] std::span<const UndoRule> undoRules();
/// The row of a kind; of one that this version does not know: it can't be undone.
[[nodiscard]] const UndoRule& undoRuleOf(QStringView kind);

} // namespace app
