// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace hub {

/// A folder that one process has for itself. A lock of the kernel on the folder, not a file in it: it goes with the
/// process that dies, and stays where somebody empties the folder meanwhile. Movable.
class FolderLock {
public:
    /// Does not wait: std::nullopt where somebody else has it, or there is no such folder.
    [[nodiscard]] static std::optional<FolderLock> take(const QString& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace hub
