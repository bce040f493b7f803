// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace support {

/// A listening socket on a free port of 127.0.0.1; whoever asked closes it.
struct LoopbackListener {
    int socket = -1;
    quint16 port = 0;
};

/// Ends the test program where there is no port.
[[nodiscard]] inline LoopbackListener listenOnLoopback() {
    LoopbackListener listener{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener.socket, plain, size) != 0 || ::listen(listener.socket, 16) != 0 ||
        ::getsockname(listener.socket, plain, &size) != 0) {
        qFatal("no port");
    }
    listener.port = ntohs(address.sin_port);
    return listener;
}

} // namespace support
