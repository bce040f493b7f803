// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hub {

/// Tells the service manager how the hub stands, in the form of sd_notify(3): "READY=1", "STOPPING=1", "WATCHDOG=1". A
/// datagram to the socket that NOTIFY_SOCKET names, a path or an abstract name. False where nobody asked for it or it
/// could not be sent; the hub goes on either way.
bool notifyService(const QByteArray& state);

/// How often "WATCHDOG=1" is due, in milliseconds: half of what WATCHDOG_USEC allows; 0 where no watchdog is set for
/// this process.
[[nodiscard]] int watchdogMilliseconds();

} // namespace hub
