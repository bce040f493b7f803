// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>

#include <optional>

namespace hub {

/// Keeps the removal of contents and backups of one data folder apart: backups share the lock, whoever removes holds it
/// alone. Of the kernel: a process that dies lets go. Movable.
class BackupLock {
public:
    /// Waits until nobody removes. "hub-backup-file-failed".
    [[nodiscard]] static exchange::Result<BackupLock> share(const QString& dataFolder);
    /// Does not wait: std::nullopt where a backup runs, or somebody else removes.
    [[nodiscard]] static exchange::Result<std::optional<BackupLock>> holdAlone(const QString& dataFolder);
    ~BackupLock();
    BackupLock(BackupLock&& other) noexcept;
    BackupLock& operator=(BackupLock&& other) noexcept;
    BackupLock(const BackupLock&) = delete;
    BackupLock& operator=(const BackupLock&) = delete;

private:
    explicit BackupLock(int descriptor)
        : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace hub
