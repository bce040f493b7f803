// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/deadlines.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <mutex>

struct sockaddr;

namespace hub {

/// A socket's other end as text, in its one way of writing; empty for what is neither IPv4 nor IPv6.
[[nodiscard]] QString addressText(const sockaddr* address);

/// The connections of a server: how many each address has, what each does and how long, how many requests run.
/// Thread-safe; calls are those of the HTTP library's threads.
class Connections {
public:
    Connections(DeadlineLimits limits, int mostPerAddress, QStringList trustedProxies);

    /// Whether one more connection of this address is taken. Networks of IPv6 count as one, trusted proxies not at all.
    [[nodiscard]] bool mayCome(const sockaddr* peer);
    void born(int socket, const sockaddr* peer);
    void gone(int socket);

    /// A request begins with headDone() and ends with requestOver(); see Deadlines.
    void headDone(int socket);
    void received(int socket, size_t bytes);
    void bodyDone(int socket);
    void sleeping(int socket);
    void requestOver(int socket);

    /// From now on each request is the last one of its connection.
    void stop();
    [[nodiscard]] bool isStopping();
    /// Returns when no request runs any more, or after so long.
    void waitUntilDone(std::chrono::milliseconds patience);

private:
    /// Under what a connection is counted; empty: it is not.
    [[nodiscard]] QString keyOf(const sockaddr* peer) const;

    Deadlines m_deadlines;
    const int m_mostPerAddress;
    const QStringList m_trustedProxies;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<int, QString> m_keys;   ///< by socket
    QHash<QString, int> m_counts; ///< by key
    int m_running = 0;
    bool m_stopping = false;
};

} // namespace hub
