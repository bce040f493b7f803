// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace support {

/// A small HTTP/1.1 server on a free port of 127.0.0.1, one request a connection: does what a test tells it, also
/// what a server should not do.
class LittleServer {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray contentType;
        QByteArray body;
    };

    struct Answer {
        int status = 200;
        QByteArray body{};
        QList<QByteArray> headers{}; ///< "Name: value"
        qint64 claimedLength = -1;   ///< Content-Length where it is a lie
        qint64 endless = 0;          ///< so many zero bytes follow, without a Content-Length
        bool silent = false;         ///< nothing is ever answered; the line stays open
    };

    using Handler = std::function<Answer(const Request& request)>;

    explicit LittleServer(Handler handler);
    ~LittleServer();
    LittleServer(const LittleServer&) = delete;
    LittleServer& operator=(const LittleServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:port" + path
    [[nodiscard]] QString url(const QString& path = {}) const;
    [[nodiscard]] QList<Request> requests() const;
    /// Waits until so many requests have come; false after ten seconds.
    [[nodiscard]] bool waitForRequests(qsizetype count) const;

private:
    void run(std::stop_token stop);
    void serve(int line, std::stop_token stop);

    Handler m_handler;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_wake[2] = {-1, -1}; ///< closed at the end: every wait sees it
    mutable std::mutex m_guard;
    mutable std::condition_variable m_came;
    QList<Request> m_requests;
    std::vector<std::jthread> m_lines;
    std::jthread m_thread;
};

} // namespace support
