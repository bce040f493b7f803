// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/services/signbatch.h"

namespace app::cli {

/// A place as the options and a list write it: `field=NAME`, `anchor=TEXT`, `at=PAGE,X,Y,W,H` (page from 1,
/// millimetres from the upper left corner). Code: batch-place-unreadable.
[[nodiscard]] Result<BatchPlace> readPlace(const QString& text);

/// The documents that the positional arguments and --list name, each with its place and its output in --output-dir. A
/// line of the list is a file and, after a tab, its own place; empty lines and those that begin with # say nothing.
/// Codes: batch-place-unreadable, batch-list-unreadable, option-missing.
[[nodiscard]] Result<QList<BatchItem>> batchItems(const Arguments& arguments);

} // namespace app::cli
