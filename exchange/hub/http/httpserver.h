// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/http/deadlines.h"
#include "exchange/hub/http/finishedrequest.h"
#include "exchange/hub/http/longpolls.h"

#include <QStringList>

#include <memory>

namespace hub {

struct HttpOptions {
    QString address;                          ///< numeric; empty: 127.0.0.1. Other than loopback only with TLS
    quint16 port = 0;                         ///< 0: a free one
    QString certificateFile;                  ///< PEM chain; with keyFile: TLS
    QString keyFile;                          ///< PEM
    unsigned int threads = 16;                ///< each may wait for the disk; commits that wait together share a flush
    unsigned int connections = 3000;          ///< fewer where this process may not open so many files
    unsigned int connectionsPerAddress = 400; ///< or per network of 64 bits; not for trusted proxies
    unsigned int idleSeconds = 20;            ///< a connection that says nothing for so long is closed
    DeadlineLimits deadlines;
    std::chrono::milliseconds stopping{20'000}; ///< how long running requests may take when the server stops
    QStringList trustedProxies;                 ///< numeric addresses whose X-Forwarded-For is believed
    size_t headerBytes = 32 * 1024;             ///< memory of one connection: request line and headers must fit
    RequestObserver onFinished;                 ///< told of every request that is over; may be empty
};

/// HTTP over libmicrohttpd. Headers are authenticated before a body is read; a part of an upload streams into its file;
/// every other body is small and bounded.
class HttpServer {
public:
    /// References must outlive the server.
    HttpServer(HubCore& core, Authenticator& authenticator, LongPolls& polls, HttpOptions options);
    /// Stops.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// "hub-listen-failed", "hub-tls-needed", "hub-tls-unreadable".
    [[nodiscard]] Result<void> start();
    /// Reads certificate and key again, for connections that come from now on. "hub-tls-unreadable": the ones in use
    /// stay. Thread-safe; does nothing without TLS.
    [[nodiscard]] Result<void> reloadCertificate();
    [[nodiscard]] quint16 port() const;
    /// Open connections, the waiting ones too.
    [[nodiscard]] int connections() const;
    /// Wakes waiting requests, takes no new connections and returns when the running requests have ended, or have had
    /// the time that they get. The long polls end with it.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hub
