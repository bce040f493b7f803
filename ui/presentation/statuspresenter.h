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
/// One sentence about a finished run.
[[nodiscard]] QString summaryWords(const app::SyncSummary& summary, const Formatter& formatter);

} // namespace ui
