// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"

namespace ui {

/// All that the document pane shows about one document, read in one go on another thread. The parts that take time
/// (judging, opening for a signature) come in a second reading.
struct DocumentCase {
    app::DocumentDetail detail;
    QString pdfPath{}; ///< empty: nothing to show
    std::optional<app::Error> pdfProblem{};
    std::optional<app::IncomingVerdict> verdict{};      ///< of what came in
    std::optional<docsig::SignatureReport> ownReport{}; ///< of what is ours and signed
    std::optional<app::EvidenceJob> evidence{};         ///< what its signatures still wait for
    std::optional<app::SigningView> signing{};          ///< what the leader or the clerk is about to sign
    std::optional<app::Error> problem{};                ///< why the second reading failed
    std::optional<int> expectedArrival{};
    std::optional<app::DocumentNumber> expectedNumber{};
    std::optional<app::RecallEffect> asked{}; ///< what its sender wants of it, and what agreeing means
    QList<app::DossierSummary> dossiers{};
    QList<app::Person> people{}; ///< of the office, where somebody has a share of the work or said something
    app::Person self{};          ///< whoever reads it, with those for whom they stand in
    bool complete = false;       ///< the second reading is done
};

/// The quick reading: the store alone. `opens`: somebody opens it now, which is written down before it is shown.
[[nodiscard]] app::Result<DocumentCase> readCase(Office& office, const app::DocumentId& id, bool opens);
/// The slow one: workers and certificates. Changes no database but the stored verdict.
[[nodiscard]] DocumentCase completeCase(Office& office, DocumentCase known, std::stop_token stop);

} // namespace ui
