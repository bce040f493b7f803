// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace docsig::worker {

/// What the kernel keeps from this process for the rest of its life.
struct Confinement {
    bool calls = false; ///< seccomp: no network, no other process, no new program, no file opened for writing
    bool files = false; ///< no file is read but those below the named folders
    QString lacking;    ///< technical English: what the kernel did not give

    [[nodiscard]] bool isWhole() const { return calls && files; }
};

/// Shuts the calling process off before it reads a foreign byte: no socket, no exec, no fork, no signal to others, no
/// executable memory, nothing opened but for reading below `readableFolders` (folders that are not there are passed
/// over). Without folders nothing can be opened at all. What is open stays open. To be called once, while the process
/// has one thread; threads that it starts later inherit everything. Uses seccomp and, where folders are named,
/// Landlock; a kernel that lacks one of them gives what it has, and the answer says so.
[[nodiscard]] Confinement enterSandbox(const QStringList& readableFolders);

} // namespace docsig::worker
