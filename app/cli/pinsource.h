// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/services/keysource.h"
#include "docsig/keys/pin.h"

namespace app::cli {

/// The options by which a command takes a key and its PIN. A PIN is never an argument: other users can see those.
[[nodiscard]] QList<Option> keyOptions();

/// Those of the PIN alone; a passphrase is taken in the same ways.
[[nodiscard]] QList<Option> pinOptions(const QString& what);

/// A passphrase that is set: from --PREFIXpin-file, --PREFIXpin-env, or asked twice on the terminal (from standard
/// input once where --PREFIXpin-stdin says so). Codes as readPin(), and `secret-passphrase-differs`.
[[nodiscard]] Result<docsig::Pin> readNewPassphrase(const Arguments& arguments, const QString& prompt,
                                                    const QString& prefix = {});

/// The PIN from --pin-file, --pin-env, standard input (--pin-stdin) or, without any, the terminal.
/// Codes: `pin-file-unreadable`, `pin-environment-empty`.
[[nodiscard]] Result<docsig::Pin> readPin(const Arguments& arguments, const QString& prompt);

/// The key that the options name, else `profileDefault`. Code: `key-not-named` where neither is there.
[[nodiscard]] Result<KeySource> chosenKey(const Arguments& arguments, const std::optional<KeySource>& profileDefault);

} // namespace app::cli
