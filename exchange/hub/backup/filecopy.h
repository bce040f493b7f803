// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

namespace hub {

/// A file that was put somewhere else: what its bytes are.
struct CopiedFile {
    QByteArray sha256;
    qint64 size = 0;
};

/// Copies a file, flushed to the disk, and hashes what was written on the way. The target must not exist.
/// "hub-backup-file-failed".
[[nodiscard]] exchange::Result<CopiedFile> copyFile(const QString& from, const QString& to);
/// The same without a second copy of the bytes where both are on one disk and the file is never written again: a hard
/// link. Its bytes are read and hashed all the same.
[[nodiscard]] exchange::Result<CopiedFile> linkFile(const QString& from, const QString& to);
/// Hashes a file that is there, and flushes it to the disk. "hub-backup-file-failed".
[[nodiscard]] exchange::Result<CopiedFile> hashFile(const QString& path);
/// Writes a small file, flushed. "hub-backup-file-failed".
[[nodiscard]] exchange::Result<CopiedFile> writeFile(const QString& path, const QByteArray& bytes);
/// Flushes a folder's list of names.
[[nodiscard]] exchange::Result<void> flushFolder(const QString& folder);

/// The same of a folder and all folders in it.
[[nodiscard]] exchange::Result<void> flushFolders(const QString& folder);

/// Raises "hub-backup-file-failed".
[[nodiscard]] std::unexpected<exchange::Error> backupFileFailed(const QString& why);

} // namespace hub
