// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/world/hubfixture.h"

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace world {

/// A TCP line to a server on loopback that breaks on demand. One thread accepts, one serves each connection.
class FaultLine {
public:
    FaultLine();
    ~FaultLine();
    FaultLine(const FaultLine&) = delete;
    FaultLine& operator=(const FaultLine&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    void setTarget(quint16 port);
    /// Ends every open connection; the fault hits those that come from now on.
    void setFault(const Fault& fault);
    /// How many requests were carried to the server so far.
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Connection {
        int socket = -1;
        std::thread thread;
    };

    void listenAgain();
    void acceptLoop();
    void stopAccepting();
    void endConnections();
    void serve(int client, const Fault& fault, quint16 target);

    std::atomic<int> m_requests = 0;
    std::mutex m_mutex;
    std::list<Connection> m_connections;
    Fault m_fault;
    quint16 m_target = 0;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::thread m_acceptor;
};

} // namespace world
