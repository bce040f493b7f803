// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace exchange {

/// A folder or file that one process has for itself. A lock of the kernel on what is open, not a file whose being there
/// means something: it goes with the process that dies, at whatever instruction. Movable.
class ProcessLock {
public:
    /// Does not wait: std::nullopt where somebody else has it. A folder must be there, and its lock stays where
    /// somebody empties it meanwhile; a file is made where it is missing, holds the number of the process, and is never
    /// removed.
    [[nodiscard]] static std::optional<ProcessLock> take(const QString& path);
    /// The process that took that file last; 0: not known.
    [[nodiscard]] static qint64 holderOf(const QString& file);

    ~ProcessLock();
    ProcessLock(ProcessLock&& other) noexcept;
    ProcessLock& operator=(ProcessLock&& other) noexcept;
    ProcessLock(const ProcessLock&) = delete;
    ProcessLock& operator=(const ProcessLock&) = delete;

private:
    explicit ProcessLock(int descriptor)
        : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace exchange
