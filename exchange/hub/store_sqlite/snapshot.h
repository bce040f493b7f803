// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

namespace hub {

/// Writes what a store's file holds at this moment into a new file, while others read and write: a reading transaction
/// of its own, no waiting writer. "hub-snapshot-failed".
[[nodiscard]] exchange::Result<void> snapshotInto(const QString& storeFile, const QString& target);

/// SQLite's own check of a file. "hub-store-damaged".
[[nodiscard]] exchange::Result<void> checkStoreFile(const QString& storeFile);

} // namespace hub
