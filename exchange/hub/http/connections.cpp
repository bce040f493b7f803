// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/connections.h"

#include "exchange/hub/core/clientaddress.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>

namespace hub {

QString addressText(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address && address->sa_family == AF_INET) {
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    } else if (address && address->sa_family == AF_INET6) {
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
    }
    return canonicalAddress(text.data());
}

Connections::Connections(DeadlineLimits limits, int mostPerAddress, QStringList trustedProxies)
    : m_deadlines(limits)
    , m_mostPerAddress(mostPerAddress)
    , m_trustedProxies(std::move(trustedProxies)) {}

QString Connections::keyOf(const sockaddr* peer) const {
    const QString address = addressText(peer);
    return m_trustedProxies.contains(address) ? QString() : addressKey(address);
}

bool Connections::mayCome(const sockaddr* peer) {
    const QString key = keyOf(peer);
    const std::scoped_lock lock(m_mutex);
    return !m_stopping && (key.isEmpty() || m_counts.value(key) < m_mostPerAddress);
}

void Connections::born(int socket, const sockaddr* peer) {
    const QString key = keyOf(peer);
    {
        const std::scoped_lock lock(m_mutex);
        m_keys.insert(socket, key);
        ++m_counts[key];
    }
    m_deadlines.born(socket);
}

void Connections::gone(int socket) {
    m_deadlines.gone(socket);
    const std::scoped_lock lock(m_mutex);
    const auto count = m_counts.find(m_keys.take(socket));
    if (count != m_counts.end() && --*count <= 0) {
        m_counts.erase(count);
    }
}

void Connections::headDone(int socket) {
    {
        const std::scoped_lock lock(m_mutex);
        ++m_running;
    }
    m_deadlines.headDone(socket);
}

void Connections::received(int socket, size_t bytes) {
    m_deadlines.received(socket, bytes);
}

void Connections::bodyDone(int socket) {
    m_deadlines.bodyDone(socket);
}

void Connections::sleeping(int socket) {
    m_deadlines.sleeping(socket);
}

void Connections::requestOver(int socket) {
    m_deadlines.requestOver(socket);
    {
        const std::scoped_lock lock(m_mutex);
        --m_running;
    }
    m_changed.notify_all();
}

void Connections::stop() {
    const std::scoped_lock lock(m_mutex);
    m_stopping = true;
}

bool Connections::isStopping() {
    const std::scoped_lock lock(m_mutex);
    return m_stopping;
}

void Connections::waitUntilDone(std::chrono::milliseconds patience) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_running == 0; });
}

} // namespace hub
