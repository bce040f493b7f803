// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/littleserver.h"

#include "tests/support/loopbacklistener.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {

/// False at the end of the line or of the server.
bool readable(int line, int wake) {
    pollfd waits[2] = {{line, POLLIN, 0}, {wake, POLLIN, 0}};
    return ::poll(waits, 2, -1) > 0 && (waits[1].revents & (POLLIN | POLLHUP)) == 0;
}

bool sendAll(int line, const QByteArray& bytes) {
    qint64 sent = 0;
    while (sent < bytes.size()) {
        const auto done =
            ::send(line, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (done <= 0) {
            return false;
        }
        sent += done;
    }
    return true;
}

QByteArray headerOf(const QByteArray& head, const QByteArray& name) {
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':')) {
            return line.mid(name.size() + 1).trimmed();
        }
    }
    return {};
}

} // namespace

LittleServer::LittleServer(Handler handler)
    : m_handler(std::move(handler)) {
    const LoopbackListener listener = listenOnLoopback();
    m_listener = listener.socket;
    m_port = listener.port;
    if (::pipe(m_wake) != 0) {
        qFatal("no pipe");
    }
    m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

LittleServer::~LittleServer() {
    m_thread.request_stop();
    ::close(m_wake[1]);
    m_thread.join();
    m_lines.clear();
    ::close(m_wake[0]);
    ::close(m_listener);
}

QString LittleServer::url(const QString& path) const {
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path);
}

QList<LittleServer::Request> LittleServer::requests() const {
    const std::lock_guard lock(m_guard);
    return m_requests;
}

bool LittleServer::waitForRequests(qsizetype count) const {
    std::unique_lock lock(m_guard);
    return m_came.wait_for(lock, std::chrono::seconds(10), [&] { return m_requests.size() >= count; });
}

void LittleServer::run(std::stop_token stop) {
    while (readable(m_listener, m_wake[0])) {
        const int line = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (line >= 0) {
            m_lines.emplace_back([this, line, stop] { serve(line, stop); });
        }
    }
}

void LittleServer::serve(int line, std::stop_token /*stop*/) {
    QByteArray bytes;
    Request request;
    qsizetype end = -1;
    while (readable(line, m_wake[0])) {
        char part[65536];
        const auto count = ::recv(line, part, sizeof part, 0);
        if (count <= 0) {
            break;
        }
        bytes.append(part, count);
        end = bytes.indexOf("\r\n\r\n");
        if (end >= 0 && bytes.size() >= end + 4 + headerOf(bytes.left(end), "content-length").toLongLong()) {
            break;
        }
    }
    if (end < 0) {
        ::close(line);
        return;
    }
    const QList<QByteArray> words = bytes.left(bytes.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    request.contentType = headerOf(bytes.left(end), "content-type");
    request.body = bytes.mid(end + 4);
    {
        const std::lock_guard lock(m_guard);
        m_requests.append(request);
    }
    m_came.notify_all();
    const Answer answer = m_handler(request);
    if (answer.silent) {
        std::ignore = readable(line, m_wake[0]); // until the other side or this server goes
        ::close(line);
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\nConnection: close\r\n";
    if (answer.endless == 0) {
        const qint64 length = answer.claimedLength >= 0 ? answer.claimedLength : answer.body.size();
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    for (const QByteArray& header : answer.headers) {
        head += header + "\r\n";
    }
    bool open = sendAll(line, head + "\r\n" + answer.body);
    for (qint64 left = answer.endless; left > 0 && open; left -= 65536) {
        open = sendAll(line, QByteArray(65536, '\0'));
    }
    ::close(line);
}

} // namespace support
