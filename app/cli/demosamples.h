// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/demoworld.h"
#include "app/runtime/programs.h"

namespace app::cli {

/// Plays office life in a fresh demo world, so that every folder of the desktop's first profile holds something:
/// packets that wait to be accepted (one urgent), a draft that waits for signature, one to number and seal, one issued
/// with its trail, a dossier. Everything is made by the services; the world's hub must run.
[[nodiscard]] Result<void> playSamples(const DemoWorld& world, const Programs& programs);

} // namespace app::cli
