// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The programs that this one starts.
struct Programs {
    QString verifyWorker;
    QString renderWorker;
    QString hub;          ///< congvan-hub: started for the demo world only
    QString scanReader{}; ///< tesseract of this system; empty where it has none

    /// Those beside the running program, or in ../libexec/congvan of it.
    [[nodiscard]] static Programs besideThisProgram();
};

} // namespace app
