// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/faultline.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace world {

namespace {

sockaddr_in loopback(quint16 port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool sendAll(int socket, const char* bytes, qint64 size) {
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, static_cast<size_t>(size), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes += sent;
        size -= sent;
    }
    return true;
}

/// Reads one whole request, so that closing does not throw the answer away.
void readRequest(int client) {
    QByteArray request;
    std::array<char, 16384> buffer{};
    qint64 wanted = -1;
    while (wanted < 0 || request.size() < wanted) {
        const ssize_t got = ::recv(client, buffer.data(), buffer.size(), 0);
        if (got <= 0) {
            return;
        }
        request.append(buffer.data(), got);
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (wanted < 0 && end >= 0) {
            const qsizetype field = request.toLower().indexOf("content-length:");
            wanted = end + 4;
            if (field >= 0 && field < end) {
                const qsizetype lineEnd = request.indexOf("\r\n", field);
                wanted += request.mid(field + 15, lineEnd - field - 15).trimmed().toLongLong();
            }
        }
    }
}

void answerAndClose(int client, const QByteArray& answer) {
    readRequest(client);
    sendAll(client, answer.constData(), answer.size());
    ::shutdown(client, SHUT_WR);
    std::array<char, 1024> buffer{};
    while (::recv(client, buffer.data(), buffer.size(), 0) > 0) {
    }
}

/// Carries bytes one way until a side ends or the fault strikes; then both sides end. Request lines are counted.
void pump(int from, int to, const Fault& fault, Fault::Kind cutting, bool loses, std::atomic<int>* requests = nullptr) {
    std::array<char, 16384> buffer{};
    qint64 count = 0;
    for (;;) {
        const ssize_t got = ::recv(from, buffer.data(), buffer.size(), 0);
        if (requests && got > 0) {
            *requests += static_cast<int>(QByteArrayView(buffer.data(), got).toByteArray().count(" HTTP/1.1\r\n"));
        }
        if (got <= 0 || loses) {
            break;
        }
        const bool cuts = fault.kind == cutting;
        const qint64 pass = cuts ? std::min<qint64>(got, fault.bytes - count) : got;
        count += pass;
        if (!sendAll(to, buffer.data(), pass) || (cuts && count >= fault.bytes)) {
            break;
        }
    }
    ::shutdown(from, SHUT_RDWR);
    ::shutdown(to, SHUT_RDWR);
}

/// Both ways at once: an answer that comes early is not held up by a request that is still being sent.
void carry(int client, int hub, const Fault& fault, std::atomic<int>& requests) {
    std::thread answers(
        [&] { pump(hub, client, fault, Fault::Kind::CutAnswer, fault.kind == Fault::Kind::LoseAnswer); });
    pump(client, hub, fault, Fault::Kind::CutRequest, false, &requests);
    answers.join();
}

} // namespace

FaultLine::FaultLine() {
    if (::pipe(m_wake) != 0) {
        qFatal("no pipe for the test's line");
    }
    listenAgain();
}

FaultLine::~FaultLine() {
    stopAccepting();
    endConnections();
    ::close(m_wake[0]);
    ::close(m_wake[1]);
}

void FaultLine::listenAgain() {
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = loopback(m_port); // the same port again after Down
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, any, &size) != 0) {
        qFatal("the test's line cannot listen");
    }
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptLoop(); });
}

void FaultLine::stopAccepting() {
    if (!m_acceptor.joinable()) {
        return;
    }
    [[maybe_unused]] const ssize_t woken = ::write(m_wake[1], "x", 1);
    m_acceptor.join();
    ::close(m_listener);
    m_listener = -1;
}

void FaultLine::endConnections() {
    std::list<Connection> ending;
    {
        const std::scoped_lock lock(m_mutex);
        for (const Connection& connection : m_connections) {
            if (connection.socket >= 0) {
                ::shutdown(connection.socket, SHUT_RDWR);
            }
        }
        ending.swap(m_connections); // its elements stay where they are
    }
    for (Connection& connection : ending) {
        connection.thread.join();
    }
}

void FaultLine::setTarget(quint16 port) {
    const std::scoped_lock lock(m_mutex);
    m_target = port;
}

void FaultLine::setFault(const Fault& fault) {
    {
        const std::scoped_lock lock(m_mutex);
        m_fault = fault;
    }
    stopAccepting();
    endConnections();
    if (fault.kind != Fault::Kind::Down) {
        listenAgain();
    }
}

void FaultLine::acceptLoop() {
    for (;;) {
        pollfd ends[2] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
        if (::poll(ends, 2, -1) < 0) {
            return;
        }
        if (ends[1].revents != 0) {
            char byte = 0;
            [[maybe_unused]] const ssize_t got = ::read(m_wake[0], &byte, 1);
            return;
        }
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) {
            continue;
        }
        const std::scoped_lock lock(m_mutex);
        Fault fault = m_fault;
        if (m_fault.times == 0) {
            fault = {};
        } else if (m_fault.times > 0) {
            --m_fault.times;
        }
        const quint16 target = m_target;
        m_connections.emplace_back();
        m_connections.back().socket = client;
        Connection* connection = &m_connections.back();
        connection->thread = std::thread([this, connection, client, fault, target] {
            serve(client, fault, target);
            const std::scoped_lock closing(m_mutex);
            ::close(client);
            connection->socket = -1;
        });
    }
}

void FaultLine::serve(int client, const Fault& fault, quint16 target) {
    switch (fault.kind) {
    case Fault::Kind::Down:
        break;
    case Fault::Kind::Silent: {
        std::array<char, 1024> buffer{};
        while (::recv(client, buffer.data(), buffer.size(), 0) > 0) {
        }
        break;
    }
    case Fault::Kind::Status500:
        answerAndClose(client,
                       "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\nConnection: close\r\n\r\noops");
        break;
    case Fault::Kind::Garbage:
        answerAndClose(client, "HTTP/1.1 200 OK\r\nContent-Length: 18\r\nConnection: close\r\n\r\n<html>hello</html>");
        break;
    case Fault::Kind::NotHttp:
        answerAndClose(client, "\x16\x03\x01\xff\xfe no words of ours\r\n\r\n");
        break;
    default: {
        const int hub = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(target);
        const int yes = 1;
        ::setsockopt(hub, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (::connect(hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            carry(client, hub, fault, m_requests);
        }
        ::close(hub);
        break;
    }
    }
}

} // namespace world
