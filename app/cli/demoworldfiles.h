// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/demoworld.h"

#include <memory>

namespace app::cli {

/// congvan-hub beside the running program.
[[nodiscard]] QString hubProgram();

/// Makes a demo world and the small files that packaging/run reads: hub.port, start-profile and README.txt (who is who,
/// the demo PIN).
[[nodiscard]] Result<DemoWorld> createWorldFiles(const QString& folder, const QString& hub,
                                                 const DemoStepCallback& doing);

/// The world's exchange server, started unless it runs already (hub.pid): then the pointer is null.
[[nodiscard]] Result<std::unique_ptr<DemoHub>> startHubOf(const DemoWorld& world, const QString& hub);

/// A folder for an export that does not exist yet.
[[nodiscard]] QString freshExportFolder(const QString& worldFolder);

} // namespace app::cli
