// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"
#include "app/domain/error.h"
#include "app/layout/officialpage.h"
#include "docsig/pades/flowfields.h"

namespace app {

/// The page model of a draft. `kind-not-laid-out` for the kinds that come as imported PDFs only.
[[nodiscard]] Result<OfficialDocument> officialPage(const Draft& draft);

[[nodiscard]] docsig::PagePlace pagePlace(const PageBox& box);
[[nodiscard]] FlowPlaces flowPlaces(const Places& places);

/// Places for an imported PDF that names none: number top left and date top right of the first page, signature and seal
/// bottom right of the last (Nghị định 30, zones of ô 3, 4, 7c, 8), on A4.
[[nodiscard]] FlowPlaces usualPlaces(int pages);

} // namespace app
