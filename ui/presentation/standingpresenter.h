// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delegation.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/office.h"

namespace ui {

/// Who of the office is away or will be, as a person at a desk sees it.
struct StandingView {
    app::Person self{};
    QList<app::Person> people{};   ///< of the office
    QList<app::Delegation> open{}; ///< the first to begin first
    QDate today{};
};

/// Blocking; not in the GUI's thread.
[[nodiscard]] app::Result<StandingView> readStanding(Office& office);

/// The office without whoever reads it.
[[nodiscard]] QList<app::Person> othersOf(const StandingView& view);

/// "away until 05/12/2026, Lê Minh C stands in".
[[nodiscard]] QString absenceWords(const app::Delegation& absence, const QList<app::Person>& people,
                                   const Formatter& formatter);
/// What holds now for whoever reads it: that they are away, or for whom they stand in; empty: neither.
[[nodiscard]] QString standingInBrief(const StandingView& view, const Formatter& formatter);

/// One absence in a list.
struct StandingText {
    QString who;
    QString days;    ///< "24/11/2026 – 27/11/2026"
    QString standIn; ///< who stands in, or that nobody does
    QString words;
    bool holds = false;
    bool isPending = false;
    bool isOwn = false; ///< can be ended by whoever reads it
    QString id;

    friend bool operator==(const StandingText&, const StandingText&) = default;
};
[[nodiscard]] QList<StandingText> standingTexts(const StandingView& view, const Formatter& formatter);

} // namespace ui
