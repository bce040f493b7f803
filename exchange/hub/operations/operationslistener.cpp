// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/operations/operationslistener.h"

#include <microhttpd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <optional>

namespace hub {

namespace {

constexpr unsigned int mostConnections = 16;
constexpr unsigned int idleSeconds = 10;
constexpr size_t headerBytes = 8 * 1024;

/// "127.0.0.1:9400" as an address; std::nullopt where it is none, or not of this machine alone.
std::optional<sockaddr_storage> loopbackAddress(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool numeric = false;
    const quint16 port = text.mid(colon + 1).toUShort(&numeric);
    if (colon < 1 || !numeric) {
        return std::nullopt;
    }
    QByteArray host = text.left(colon).toLatin1();
    sockaddr_storage storage{};
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    if (inet_pton(AF_INET, host.constData(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        return (ntohl(v4->sin_addr.s_addr) >> 24U) == 127U ? std::optional(storage) : std::nullopt;
    }
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (host.startsWith('[') && host.endsWith(']')) {
        host = host.mid(1, host.size() - 2);
    }
    if (inet_pton(AF_INET6, host.constData(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        return IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr) ? std::optional(storage) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

class OperationsListener::Private {
public:
    static MHD_Result onRequest(void* user, MHD_Connection* connection, const char* path, const char* method,
                                const char*, const char*, size_t*, void** state) {
        static char seen;
        if (*state != &seen) {
            *state = &seen; // the head came; the answer is asked for by the next call
            return MHD_YES;
        }
        const auto* self = static_cast<const Private*>(user);
        std::optional<OperationsPage> page = OperationsPage{405, "text/plain", "GET alone\n"};
        if (qstrcmp(method, "GET") == 0 || qstrcmp(method, "HEAD") == 0) {
            page = self->pages(path);
        }
        if (!page) {
            page = OperationsPage{404, "text/plain", "there is no such page\n"};
        }
        MHD_Response* response = MHD_create_response_from_buffer(
            static_cast<size_t>(page->body.size()), const_cast<char*>(page->body.constData()), MHD_RESPMEM_MUST_COPY);
        if (!response) {
            return MHD_NO;
        }
        MHD_add_response_header(response, "Content-Type", page->type.constData());
        MHD_add_response_header(response, "Cache-Control", "no-store");
        const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned int>(page->status), response);
        MHD_destroy_response(response);
        return queued;
    }

    Pages pages;
    MHD_Daemon* daemon = nullptr;
};

OperationsListener::OperationsListener(Pages pages)
    : d(std::make_unique<Private>()) {
    d->pages = std::move(pages);
}

OperationsListener::~OperationsListener() {
    stop();
}

exchange::Result<void> OperationsListener::start(const QString& address) {
    std::optional<sockaddr_storage> where = loopbackAddress(address);
    if (where) {
        unsigned int flags = MHD_USE_INTERNAL_POLLING_THREAD;
        if (where->ss_family == AF_INET6) {
            flags |= MHD_USE_IPv6;
        }
        d->daemon = MHD_start_daemon(flags, 0, nullptr, nullptr, &Private::onRequest, d.get(), MHD_OPTION_SOCK_ADDR,
                                     reinterpret_cast<sockaddr*>(&*where), MHD_OPTION_CONNECTION_LIMIT, mostConnections,
                                     MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                     headerBytes, MHD_OPTION_END);
    }
    if (!d->daemon) {
        return exchange::fail("hub-operations-address", address);
    }
    return {};
}

quint16 OperationsListener::port() const {
    const MHD_DaemonInfo* info = d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    return info ? info->port : 0;
}

void OperationsListener::stop() {
    if (d->daemon) {
        MHD_stop_daemon(d->daemon);
        d->daemon = nullptr;
    }
}

} // namespace hub
