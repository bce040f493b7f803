// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/services/secretbook.h"

#include <QJsonObject>

namespace app::cli {

/// A line of a secret book, with all that it says.
[[nodiscard]] QJsonObject secretJson(const SecretRecord& record);
void printSecretLine(const Terminal& terminal, const SecretRecord& record);
void printSecretRecord(const Terminal& terminal, const SecretRecord& record);

[[nodiscard]] QJsonObject secretDeedJson(const SecretLine& line);
void printSecretDeed(const Terminal& terminal, const SecretLine& line);

} // namespace app::cli
