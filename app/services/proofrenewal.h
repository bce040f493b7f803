// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/evidencerenewals.h"
#include "docsig/report/signaturereport.h"

#include <optional>

namespace app {

/// When a proof that ends at `ends` is to be renewed: `daysBefore` earlier; where that day has passed already, half way
/// to the end, but not sooner than tomorrow, so that an authority whose own certificate ends soon is not asked without
/// end. Pure.
[[nodiscard]] QDateTime renewalDue(const QDateTime& ends, const QDateTime& now, int daysBefore);

/// The renewal that a judged document needs; nothing where there is no archive time stamp (EN 319 142-1 §5.4.3,
/// docsig::newestStampEnds).
[[nodiscard]] std::optional<EvidenceRenewal>
renewalOf(const DocumentId& document, const docsig::SignatureReport& report, const QDateTime& now, int daysBefore);

} // namespace app
