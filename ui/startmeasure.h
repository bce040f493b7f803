// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// Milliseconds since this process was started, as the system counts them (steps of 10 ms); since the first call where
/// the system does not tell.
[[nodiscard]] double millisecondsSinceStart();

} // namespace ui
