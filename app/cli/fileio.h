// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <QByteArray>
#include <QDate>

namespace app::cli {

/// All of a file, at most 256 MiB. Code: `input-unreadable`.
[[nodiscard]] Result<QByteArray> readInput(const QString& path);

/// Writes a file whole or not at all. Code: `output-not-written`.
[[nodiscard]] Result<void> writeOutput(const QString& path, const QByteArray& bytes);

/// The day that an option names (YYYY-MM-DD), else today in Vietnam. Code: `date-unreadable`.
[[nodiscard]] Result<QDate> dateOption(const Arguments& arguments, const QString& name);

} // namespace app::cli
