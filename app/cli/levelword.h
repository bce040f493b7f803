// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/report/signaturereport.h"

#include <QString>

namespace app::cli {

/// The level that a word of the command line names. Code: `level-unknown`.
[[nodiscard]] Result<docsig::Level> levelNamed(const QString& word);

} // namespace app::cli
