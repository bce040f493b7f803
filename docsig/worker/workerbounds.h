// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace docsig {

/// What one worker may use.
struct WorkerLimits {
    qint64 memoryBytes = 2LL << 30; ///< address space; not applied in sanitizer builds
    int cpuSeconds = 20;
    int wallMilliseconds = 30'000;
};

} // namespace docsig
