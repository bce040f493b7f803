// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace docsig::worker {

/// Lets this thread, and those it starts, read below these folders and touch no other path; false where the kernel has
/// no Landlock. Private to docsig/worker.
[[nodiscard]] bool allowOnlyReadingBelow(const QStringList& folders);

} // namespace docsig::worker
