// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// Makes a folder's entries durable, so that a renamed file survives a power cut. Best effort: a file system that
/// cannot do it is no reason to refuse the work.
void syncFolder(const QString& folder);

/// Makes everything that was written to the file system of a folder durable, in one call for many files. Gives whether
/// it is: what would take the place of something else waits for that.
[[nodiscard]] bool syncFileSystem(const QString& folder);

} // namespace app
