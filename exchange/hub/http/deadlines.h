// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace hub {

/// How long a connection may take for what it does. The HTTP library's own time-out is about silence alone: one byte
/// now and then would hold a connection for ever.
struct DeadlineLimits {
    using Milliseconds = std::chrono::milliseconds;
    Milliseconds head{10'000};    ///< from the connection to the end of the first head, TLS included
    Milliseconds between{30'000}; ///< from the end of a request to the end of the next head
    Milliseconds grace{10'000};   ///< how long a body may come as slowly as it likes
    qint64 bytesPerSecond = 1024; ///< a body's least mean speed after that
    Milliseconds whole{900'000};  ///< one request from its head to the end of its answer, while it does not sleep
};

/// Watches what every connection of a server does and shuts the sockets of those that take too long; the HTTP library
/// then finds them closed and frees what is its own. Has a thread of its own; every call is thread-safe and short.
class Deadlines {
public:
    explicit Deadlines(DeadlineLimits limits);
    ~Deadlines();
    Deadlines(const Deadlines&) = delete;
    Deadlines& operator=(const Deadlines&) = delete;

    /// A new connection. Its socket stays open at least until gone() has returned.
    void born(int socket);
    /// A request's head was read; its body may come.
    void headDone(int socket);
    void received(int socket, size_t bytes);
    /// The body is there; from now on the server or the reader of the answer takes the time.
    void bodyDone(int socket);
    /// The request waits for news, as long as it likes; bodyDone() ends it.
    void sleeping(int socket);
    /// The request is over; another may follow on the connection.
    void requestOver(int socket);
    void gone(int socket);

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    enum class Doing { FirstHead, LaterHead, Body, Answer, Sleep };
    struct Connection {
        Doing doing = Doing::FirstHead;
        TimePoint since;  ///< it does what it does
        TimePoint began;  ///< the request, or its last waking up
        qint64 bytes = 0; ///< of the body
        bool shut = false;
    };

    void loop();
    void enter(int socket, Doing doing);
    [[nodiscard]] bool isLate(const Connection& connection, TimePoint now) const;

    const DeadlineLimits m_limits;
    const DeadlineLimits::Milliseconds m_pause; ///< between two looks at all connections
    std::mutex m_mutex;
    std::condition_variable m_ending;
    std::unordered_map<int, Connection> m_connections;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace hub
