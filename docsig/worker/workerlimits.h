// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace docsig::worker {

/// Called in a fresh child between fork and exec, so it does only what is safe there: the document becomes standard
/// input, every other inherited file is closed at exec, and memory, processor time, file size and core dumps are
/// limited. The memory limit is left out in sanitizer builds, whose shadow memory is larger than any limit.
void enterCage(int document, qint64 memoryBytes, int cpuSeconds);

/// An anonymous file in memory with these bytes, open for reading from its beginning; -1 where the system gives none.
/// The caller closes it. Documents never touch the disk on their way to the worker.
[[nodiscard]] int memoryFile(const char* bytes, qint64 size);

void closeFile(int descriptor);

} // namespace docsig::worker
