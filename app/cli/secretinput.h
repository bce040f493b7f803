// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/domain/secretentry.h"

#include <QJsonObject>

namespace app::cli {

/// The options that a command of the secret books had once, or that somebody expects: known, so that they can be
/// refused with a sentence that says where their values belong; not in the help.
[[nodiscard]] QList<Option> refusedSecretOptions();

/// Refuses what would say on the command line what stands in a secret book: the argument at `place` must be "-".
/// Code: `secret-on-command-line`, which names the option and never its value.
[[nodiscard]] Result<void> checkSecretArguments(const Arguments& arguments, qsizetype place);

/// The JSON object on standard input (at most 64 KiB), to its end; after the first line where --pin-stdin takes that.
/// Code: `secret-input-unreadable`.
[[nodiscard]] Result<QJsonObject> readSecretInput();

/// The fields over those of `entry`; an empty text or null empties one. Names are those of `secret show --json`;
/// "reason" is left out. Code: `secret-input-wrong` with the name of a field that is unknown or of another type.
[[nodiscard]] Result<SecretEntry> withSecretFields(SecretEntry entry, const QJsonObject& fields);

} // namespace app::cli
