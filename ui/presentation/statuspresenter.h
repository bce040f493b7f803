// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/syncstate.h"
#include "app/services/syncoffice.h"
#include "ui/presentation/formatter.h"
#include "ui/presentation/tone.h"

#include <QString>

namespace ui {

/// The left half of the status bar.
struct StatusText {
    Tone tone = Tone::Neutral; ///< of the dot
    QString connection;
    QString queue; ///< empty: nothing waits
};

[[nodiscard]] StatusText statusOf(const app::SyncState& state, const Formatter& formatter);
/// What a run of the sync is doing, for the card: "Receiving messages".
[[nodiscard]] QString stageWords(const QString& stage);
/// The same with how far it is, in items and in bytes: "Downloading files · 1 of 3 · 2 MB of 40 MB".
[[nodiscard]] QString progressWords(const app::WorkProgress& at, const Formatter& formatter);
/// One sentence about a finished run.
[[nodiscard]] QString summaryWords(const app::SyncSummary& summary, const Formatter& formatter);

} // namespace ui
