// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The worker programs that a session starts. Empty paths are looked for beside the running program.
struct Programs {
    QString verifyWorker;
    QString renderWorker;

    /// The two workers beside the running program, or in ../libexec/congvan of it.
    [[nodiscard]] static Programs besideThisProgram();
};

} // namespace app
