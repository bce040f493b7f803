// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

#include <QDateTime>
#include <QJsonObject>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// What no decent client sends, byte by byte.
namespace raw {

/// A raw TCP connection to a port of loopback.
class Line {
public:
    explicit Line(int port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<quint16>(port));
        m_good = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Line() {
        if (m_socket >= 0) {
            ::close(m_socket);
        }
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    [[nodiscard]] bool isOpen() const { return m_good; }
    [[nodiscard]] int socket() const { return m_socket; }
    bool send(const QByteArray& bytes) const {
        return m_good && ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    /// Everything until the other side closes the connection.
    QByteArray readToEnd() const {
        QByteArray all;
        std::array<char, 4096> buffer{};
        for (;;) {
            const ssize_t got = ::recv(m_socket, buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                return all;
            }
            all.append(buffer.data(), got);
        }
    }

private:
    int m_socket = -1;
    bool m_good = false;
};

struct Call {
    QByteArray method = "GET";
    QByteArray path = "/office/v1/status";
    QByteArray body = {};
    QByteArray signedPath = {};
    QByteArray signedBody = {};
    QByteArray signedMethod = {};
    QByteArray nonce = exchange::randomHex(16);
    QByteArray extra = {}; ///< more header lines, each with its line end
    qint64 clockOffset = 0;
    bool keepAlive = false;
};

/// A request as text, signed over what the call says was signed.
inline QByteArray requestText(const exchange::HubAccount& account, const Call& call) {
    exchange::SignedRequest parts;
    parts.method = call.signedMethod.isNull() ? call.method : call.signedMethod;
    parts.pathAndQuery = call.signedPath.isNull() ? call.path : call.signedPath;
    parts.account = account.account.toLatin1();
    parts.timeStamp = QByteArray::number(QDateTime::currentSecsSinceEpoch() + call.clockOffset);
    parts.nonce = call.nonce;
    parts.bodySha256 = exchange::sha256Hex(call.signedBody.isNull() ? call.body : call.signedBody);
    return call.method + ' ' + call.path + " HTTP/1.1\r\nHost: hub\r\n" +
           (call.keepAlive ? "" : "Connection: close\r\n") + call.extra +
           "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n" + exchange::accountHeader + ": " +
           parts.account + "\r\n" + exchange::timeHeader + ": " + parts.timeStamp + "\r\n" + exchange::nonceHeader +
           ": " + parts.nonce + "\r\n" + exchange::bodyHashHeader + ": " + parts.bodySha256 + "\r\n" +
           exchange::signatureHeader + ": " + exchange::signatureOf(parts, account.secret) + "\r\n\r\n" + call.body;
}

/// An answer, taken apart.
struct Answer {
    int status = 0;
    QByteArray head;
    QByteArray body;

    /// A header's value; null where there is none.
    [[nodiscard]] QByteArray header(const QByteArray& name) const {
        for (const QByteArray& line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':')) {
                return line.mid(name.size() + 1).trimmed();
            }
        }
        return {};
    }
    /// The code of an error; the status where it carries none.
    [[nodiscard]] QString code() const {
        const auto object = exchange::wire::object(body);
        const QString text = object.value_or(QJsonObject()).value(QStringLiteral("code")).toString();
        return text.isEmpty() ? QString::number(status) : text;
    }
};

inline Answer parseAnswer(const QByteArray& text) {
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
        return {};
    }
    return {text.mid(9, 3).toInt(), text.left(end), text.mid(end + 4)};
}

/// Sends a whole request on a line of its own and reads the answer.
inline Answer ask(int port, const QByteArray& text) {
    const Line line(port);
    return line.send(text) ? parseAnswer(line.readToEnd()) : Answer();
}

} // namespace raw
