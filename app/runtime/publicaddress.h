// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sockaddr;

namespace app {

/// True for an IPv4 or IPv6 address of the public internet. False for this machine, private and link-local networks,
/// shared address space, multicast and reserved ranges (RFC 6890), also where IPv6 wraps such an IPv4 address, and for
/// every other family: what a certificate names must not lead into the office's own network.
[[nodiscard]] bool isPublicAddress(const sockaddr* address);

} // namespace app
