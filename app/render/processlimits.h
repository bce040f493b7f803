// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace app::render {

/// What the worker forbids itself before it reads the first byte: no core file, no growing file, few open files.
void forbidSideEffects();

/// The most address space from now on. Sanitizer builds need terabytes of it and go without.
void limitAddressSpace(qint64 bytes);

/// The processor time that the next request may use; the kernel ends the worker then.
void limitProcessorTime(int seconds);

} // namespace app::render
