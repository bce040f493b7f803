// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/operations/servicenotifier.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace hub {

bool notifyService(const QByteArray& state) {
    const QByteArray name = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (name.size() < 2 || static_cast<size_t>(name.size()) >= sizeof address.sun_path ||
        (name.front() != '/' && name.front() != '@')) {
        return false;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    if (name.front() == '@') {
        address.sun_path[0] = '\0'; // an abstract name
    }
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
        return false;
    }
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
    const ssize_t sent = ::sendto(descriptor, state.constData(), static_cast<size_t>(state.size()), MSG_NOSIGNAL,
                                  reinterpret_cast<const sockaddr*>(&address), length);
    ::close(descriptor);
    return sent == static_cast<ssize_t>(state.size());
}

int watchdogMilliseconds() {
    const QByteArray process = qgetenv("WATCHDOG_PID");
    if (!process.isEmpty() && process != QByteArray::number(static_cast<qint64>(::getpid()))) {
        return 0;
    }
    const qint64 microseconds = qgetenv("WATCHDOG_USEC").toLongLong();
    return static_cast<int>(std::clamp<qint64>(microseconds / 2000, 0, 3'600'000));
}

} // namespace hub
