// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app::cli {

/// The options of `sign` that are about files on disk.
[[nodiscard]] QList<Option> signFilesOptions();

/// Whether the command line is about files on disk and not about a document of the profile.
[[nodiscard]] bool namesFiles(const Arguments& arguments);

/// `sign FILE… --output-dir DIR`: many files, one PIN. Ends with 0 where all are signed, 1 where some are not, and the
/// exit code of the key's answer where that stopped the batch.
[[nodiscard]] Result<int> signFiles(Invocation& invocation);

} // namespace app::cli
