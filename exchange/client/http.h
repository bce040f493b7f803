// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/hubclient.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace exchange {

/// One HTTP request. A large body comes from a device.
struct HttpRequest {
    QByteArray method = "GET";
    QByteArray pathAndQuery;   ///< percent-encoded, begins with '/'
    QList<QByteArray> headers; ///< "Name: value"
    QByteArray body;
    QIODevice* bodyDevice = nullptr; ///< its bytes, from the first on, follow `body`; open, random access, not owned
    QByteArray bodyEnd;              ///< and these follow the device's
    /// Must not reach the server twice. libcurl repeats a request by itself where a kept connection ends without a byte
    /// of an answer, which the server may have done after it took the whole body: such a request gets a new connection.
    bool once = false;
    qint64 answerMilliseconds = 0; ///< 0: no limit on the whole (transfers have the stall limit)
    qint64 answerBytes = 0;        ///< most that is taken of the answer's body
    /// Where set, the body of a 2xx answer goes here instead of memory. False: stop, the file cannot be written.
    std::function<bool(const QByteArray& bytes, int status)> sink;
    std::function<void(qint64 done, qint64 total)> progress;
    std::stop_token stop;
};

struct HttpAnswer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// The error "server-garbage": an answer that is none of ours.
[[nodiscard]] std::unexpected<Error> garbageAnswer(const QString& why);

/// A thin, blocking HTTP client over one libcurl handle (connections are reused). No redirect, no proxy, http and https
/// alone, plain http to loopback alone. Every way in which a line can fail becomes one error code.
class Http {
public:
    Http(QUrl baseUrl, QString caFile, ClientLimits limits);
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;

    /// An answer of any status; the caller looks at it. Errors are those of the line.
    [[nodiscard]] Result<HttpAnswer> perform(const HttpRequest& request);

    /// The server's clock minus this machine's, by the Date header (RFC 9110 §6.6.1) of the last answer that had one.
    [[nodiscard]] std::optional<qint64> clockOffsetSeconds() const;

    /// Retry-After of the last answer, in seconds, at most a day; 0 where there was none.
    [[nodiscard]] qint64 retryAfterSeconds() const;

    /// By how much this machine's time is shifted in what is signed; 0 until shiftStamp().
    [[nodiscard]] qint64 stampShift() const;
    /// Shifts by the measured offset from now on. False where that changes nothing.
    bool shiftStamp();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace exchange
