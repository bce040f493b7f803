// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/deadlines.h"

#include <sys/socket.h>

#include <algorithm>

namespace hub {

namespace {

using Milliseconds = DeadlineLimits::Milliseconds;

/// Often enough that nobody gets half as long again as the shortest limit allows, and no more often than needed.
Milliseconds pauseFor(const DeadlineLimits& limits) {
    const Milliseconds shortest = std::min({limits.head, limits.between, limits.grace, limits.whole});
    return std::clamp(shortest / 4, Milliseconds(5), Milliseconds(1000));
}

} // namespace

Deadlines::Deadlines(DeadlineLimits limits)
    : m_limits(limits)
    , m_pause(pauseFor(limits))
    , m_thread([this] { loop(); }) {}

Deadlines::~Deadlines() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    m_ending.notify_all();
    m_thread.join();
}

void Deadlines::born(int socket) {
    const std::scoped_lock lock(m_mutex);
    Connection connection;
    connection.since = std::chrono::steady_clock::now();
    m_connections.insert_or_assign(socket, connection);
}

void Deadlines::headDone(int socket) {
    enter(socket, Doing::Body);
}

void Deadlines::received(int socket, size_t bytes) {
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_connections.find(socket); found != m_connections.end()) {
        found->second.bytes += static_cast<qint64>(bytes);
    }
}

void Deadlines::bodyDone(int socket) {
    enter(socket, Doing::Answer);
}

void Deadlines::sleeping(int socket) {
    enter(socket, Doing::Sleep);
}

void Deadlines::requestOver(int socket) {
    enter(socket, Doing::LaterHead);
}

void Deadlines::gone(int socket) {
    const std::scoped_lock lock(m_mutex);
    m_connections.erase(socket);
}

void Deadlines::enter(int socket, Doing doing) {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_connections.find(socket);
    if (found == m_connections.end()) {
        return;
    }
    Connection& connection = found->second;
    const TimePoint now = std::chrono::steady_clock::now();
    if (doing == Doing::Body || connection.doing == Doing::Sleep) {
        connection.began = now;
        connection.bytes = 0;
    }
    connection.since = now;
    connection.doing = doing;
}

bool Deadlines::isLate(const Connection& connection, TimePoint now) const {
    const auto time = now - connection.since;
    switch (connection.doing) {
    case Doing::FirstHead:
        return time > m_limits.head;
    case Doing::LaterHead:
        return time > m_limits.between;
    case Doing::Body: {
        const double counted = std::chrono::duration<double>(time - m_limits.grace).count();
        const bool slow = counted > 0 && static_cast<double>(connection.bytes) <
                                             counted * static_cast<double>(m_limits.bytesPerSecond);
        return slow || now - connection.began > m_limits.whole;
    }
    case Doing::Answer:
        return now - connection.began > m_limits.whole;
    case Doing::Sleep:
        break;
    }
    return false;
}

void Deadlines::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        m_ending.wait_for(lock, m_pause);
        const TimePoint now = std::chrono::steady_clock::now();
        for (auto& [socket, connection] : m_connections) {
            if (!connection.shut && isLate(connection, now)) {
                connection.shut = true;
                ::shutdown(socket, SHUT_RDWR);
            }
        }
    }
}

} // namespace hub
