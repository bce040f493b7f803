// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/services/keysource.h"
#include "docsig/keys/pin.h"

namespace app::cli {

/// The options by which a command takes a key and its PIN. A PIN is never an argument: other users can see those.
[[nodiscard]] QList<Option> keyOptions();

/// The PIN from --pin-file, --pin-env, standard input (--pin-stdin) or, without any, the terminal.
/// Codes: `pin-file-unreadable`, `pin-environment-empty`.
[[nodiscard]] Result<docsig::Pin> readPin(const Arguments& arguments, const QString& prompt);

/// The key that the options name, else `profileDefault`. Code: `key-not-named` where neither is there.
[[nodiscard]] Result<KeySource> chosenKey(const Arguments& arguments, const std::optional<KeySource>& profileDefault);

} // namespace app::cli
