// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hub {

/// Lets this process open as many files as the system allows it (RLIMIT_NOFILE, up to the hard limit): every connection
/// is one. Where that is refused it stays as it was.
void raiseOpenFiles();

/// How many files this process may have open.
[[nodiscard]] unsigned int openFilesAllowed();

} // namespace hub
