// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/domain/draft.h"
#include "app/services/querydirectory.h"

namespace app::cli {

/// The fields of a JSON file over those of `draft`; the id stays. Codes: `draft-file-unreadable`.
[[nodiscard]] Result<Draft> readDraftFile(const QString& path, const Draft& draft);

/// The fields that options of `draft new` and `import` name. Codes: `receiver-unknown`, `urgency-unknown`.
[[nodiscard]] Result<Draft> applyDraftOptions(const Arguments& arguments, QueryDirectory& directory, Draft draft);

/// What --kind and --urgency say, else `otherwise`. Codes: `kind-unknown`, `urgency-unknown`.
[[nodiscard]] Result<DocumentKind> kindOption(const Arguments& arguments, DocumentKind otherwise);
[[nodiscard]] Result<Urgency> urgencyOption(const Arguments& arguments, Urgency otherwise);
/// --secrecy. Code: `secrecy-unknown`.
[[nodiscard]] Result<Secrecy> secrecyOption(const Arguments& arguments, Secrecy otherwise);

} // namespace app::cli
