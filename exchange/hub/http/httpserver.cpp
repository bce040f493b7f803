// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/httpserver.h"

#include "exchange/hub/core/clientaddress.h"
#include "exchange/hub/http/connections.h"
#include "exchange/hub/http/devicebody.h"
#include "exchange/hub/http/dialect.h"
#include "exchange/hub/http/openfiles.h"
#include "exchange/hub/http/tlscredentials.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

#include <QFile>

#include <microhttpd.h>

#include <chrono>
#include <mutex>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the HTTP library keeps for one request.
struct Request {
    QByteArray rawUri; ///< the request line as it came, before the library decodes it
    std::unique_ptr<Dialogue> dialogue;
    int socket = -1;
    bool begun = false;
    FinishedRequest record;
    std::chrono::steady_clock::time_point start;
};

} // namespace

class HttpServer::Private {
public:
    Private(HubCore& hubCore, Authenticator& theAuthenticator, LongPolls& longPolls, HttpOptions httpOptions)
        : core(hubCore)
        , authenticator(theAuthenticator)
        , polls(longPolls)
        , options(std::move(httpOptions))
        , connections(options.deadlines, static_cast<int>(options.connectionsPerAddress), options.trustedProxies) {}

    /// Called first of all: the request line as it came, before the library decodes it.
    static void* onUri(void* user, const char* uri, MHD_Connection*) {
        auto* server = static_cast<Private*>(user);
        const HubParts parts{server->core, server->authenticator, server->polls};
        auto* request =
            new Request{uri, dialogueFor(parts, uri), -1, false, {}, {}}; // the library's until onCompleted()
        request->record.time = QDateTime::currentDateTimeUtc();
        request->record.requestId = exchange::randomHex(8);
        request->start = std::chrono::steady_clock::now();
        return request;
    }

    static MHD_Result onRequest(void* user, MHD_Connection* connection, const char* url, const char* method,
                                const char* version, const char* body, size_t* bodySize, void** state);

    static void onConnection(void* user, MHD_Connection* connection, void** kept, MHD_ConnectionNotificationCode what);

    /// Those of new connections; null without TLS.
    std::shared_ptr<const TlsCredentials> credentialsNow() {
        const std::scoped_lock lock(credentialsMutex);
        return credentials;
    }

    void useCredentials(std::shared_ptr<const TlsCredentials> next) {
        const std::scoped_lock lock(credentialsMutex);
        credentials = std::move(next);
    }

    static void onCompleted(void* user, MHD_Connection*, void** state, MHD_RequestTerminationCode how) {
        const std::unique_ptr<Request> request(static_cast<Request*>(*state));
        *state = nullptr;
        auto* server = static_cast<Private*>(user);
        if (request && request->begun) {
            server->connections.requestOver(request->socket);
        }
        const RequestObserver& observer = server->options.onFinished;
        if (request && observer) {
            FinishedRequest& record = request->record;
            const DialogueNames names = request->dialogue->names();
            record.call = names.call;
            record.account = names.account;
            record.cut = how != MHD_REQUEST_TERMINATED_COMPLETED_OK;
            record.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - request->start).count();
            observer(record);
        }
    }

    HubCore& core;
    Authenticator& authenticator;
    LongPolls& polls;
    HttpOptions options;
    Connections connections;
    std::mutex credentialsMutex;
    std::shared_ptr<const TlsCredentials> credentials;
    MHD_Daemon* daemon = nullptr;
};

namespace {

const sockaddr* peerOf(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : nullptr;
}

int socketOf(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

/// All headers X-Forwarded-For as one list.
QByteArray forwardedFor(MHD_Connection* connection) {
    QByteArray all;
    const auto onHeader = [](void* user, MHD_ValueKind, const char* key, const char* value) {
        if (qstricmp(key, "X-Forwarded-For") == 0) {
            auto* list = static_cast<QByteArray*>(user);
            *list += (list->isEmpty() ? "" : ",") + QByteArray(value);
        }
        return MHD_YES;
    };
    MHD_get_connection_values(connection, MHD_HEADER_KIND, onHeader, &all);
    return all;
}

MHD_Result onAccept(void* user, const sockaddr* peer, socklen_t) {
    return static_cast<Connections*>(user)->mayCome(peer) ? MHD_YES : MHD_NO;
}

/// What is kept of a connection until it has gone.
struct KeptConnection {
    int socket = -1;
    std::shared_ptr<const TlsCredentials> credentials;
};

struct HeaderCount {
    const char* name;
    int count = 0;
};

int countHeader(MHD_Connection* connection, const char* name) {
    HeaderCount counted{name, 0};
    const auto onHeader = [](void* user, MHD_ValueKind, const char* key, const char*) {
        auto* counter = static_cast<HeaderCount*>(user);
        counter->count += qstricmp(counter->name, key) == 0 ? 1 : 0;
        return MHD_YES;
    };
    MHD_get_connection_values(connection, MHD_HEADER_KIND, onHeader, &counted);
    return counted.count;
}

MHD_Response* makeResponse(Answer& answer, FinishedRequest& record) {
    if (answer.status == 204) {
        return MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT); // RFC 9110 §15.3.5: no content
    }
    if (answer.device) {
        return deviceResponse(answer.device, answer.fileOffset, answer.fileLength, record.sent);
    }
    if (answer.filePath.isEmpty()) {
        const bool json = answer.bytes.isEmpty();
        const QByteArray body = json ? exchange::wire::text(answer.object) : answer.bytes;
        record.sent = body.size();
        if (json) {
            answer.headers.emplaceBack("Content-Type", "application/json");
        }
        return MHD_create_response_from_buffer(static_cast<size_t>(body.size()), const_cast<char*>(body.constData()),
                                               MHD_RESPMEM_MUST_COPY);
    }
    const int file = ::open(QFile::encodeName(answer.filePath).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        answer = errorAnswer(filesFailed(u"a content is missing"_s).error());
        return makeResponse(answer, record);
    }
    record.sent = answer.fileLength;
    return MHD_create_response_from_fd_at_offset64(static_cast<uint64_t>(answer.fileLength), file,
                                                   static_cast<uint64_t>(answer.fileOffset));
}

/// `last`: nothing more is taken on the connection.
MHD_Result queueAnswer(MHD_Connection* connection, Answer answer, FinishedRequest& record, bool last) {
    MHD_Response* response = makeResponse(answer, record);
    if (!response) {
        return MHD_NO;
    }
    record.status = answer.status;
    if (answer.status >= 400) {
        record.code = answer.object.value("code"_L1).toString();
    }
    MHD_add_response_header(response, "X-Request-Id", record.requestId.constData());
    MHD_add_response_header(response, "Cache-Control", "no-store");
    if (last) {
        MHD_add_response_header(response, "Connection", "close");
    }
    for (const auto& [name, value] : answer.headers) {
        MHD_add_response_header(response, name.constData(), value.constData());
    }
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned int>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
}

} // namespace

void HttpServer::Private::onConnection(void* user, MHD_Connection* connection, void** kept,
                                       MHD_ConnectionNotificationCode what) {
    auto* server = static_cast<Private*>(user);
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        *kept = new KeptConnection{socketOf(connection), server->credentialsNow()}; // ours until it has gone
        server->connections.born(static_cast<KeptConnection*>(*kept)->socket, peerOf(connection));
    } else if (*kept) {
        const std::unique_ptr<KeptConnection> gone(static_cast<KeptConnection*>(*kept));
        *kept = nullptr;
        server->connections.gone(gone->socket);
    }
}

MHD_Result HttpServer::Private::onRequest(void* user, MHD_Connection* connection, const char*, const char* method,
                                          const char*, const char* body, size_t* bodySize, void** state) {
    auto* request = static_cast<Request*>(*state);
    auto* server = static_cast<Private*>(user);
    if (!request) {
        return MHD_NO;
    }
    Connections& connections = server->connections;
    if (!request->begun) {
        request->begun = true;
        request->socket = socketOf(connection);
        connections.headDone(request->socket);
        RequestHead head;
        head.method = method;
        head.rawUri = request->rawUri;
        head.address =
            askingAddress(addressText(peerOf(connection)), forwardedFor(connection), server->options.trustedProxies);
        request->record.address = head.address;
        head.header = [connection](const char* name) {
            return QByteArray(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
        };
        head.headerCount = [connection](const char* name) { return countHeader(connection, name); };
        std::optional<Answer> refused = request->dialogue->begin(std::move(head));
        if (!refused) {
            return MHD_YES;
        }
        connections.bodyDone(request->socket);
        return queueAnswer(connection, std::move(*refused), request->record, connections.isStopping());
    }
    if (*bodySize > 0) {
        request->record.received += static_cast<qint64>(*bodySize);
        connections.received(request->socket, *bodySize);
        request->dialogue->takeBody(body, *bodySize);
        *bodySize = 0;
        return MHD_YES;
    }
    connections.bodyDone(request->socket);
    const auto suspend = [&connections, request, connection] {
        connections.sleeping(request->socket);
        MHD_suspend_connection(connection);
    };
    std::optional<Answer> answer =
        request->dialogue->finish(suspend, [connection] { MHD_resume_connection(connection); });
    request->record.slept = request->record.slept || !answer;
    return answer ? queueAnswer(connection, std::move(*answer), request->record, connections.isStopping()) : MHD_YES;
}

namespace {

/// Asked by the TLS library in each handshake: the credentials with which the connection began.
int onHandshake(gnutls_session_t session, const gnutls_datum_t*, int, const gnutls_pk_algorithm_t*, int,
                gnutls_pcert_st** chain, unsigned int* count, gnutls_privkey_t* key) {
    auto* connection = static_cast<MHD_Connection*>(gnutls_session_get_ptr(session));
    const MHD_ConnectionInfo* info =
        connection ? MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT) : nullptr;
    const auto* kept = info ? static_cast<const KeptConnection*>(info->socket_context) : nullptr;
    if (!kept || !kept->credentials) {
        return -1;
    }
    kept->credentials->give(chain, count, key);
    return 0;
}

/// The address to listen on; std::nullopt where the text is no numeric address.
std::optional<sockaddr_storage> socketAddress(const QString& text, quint16 port, bool& loopback) {
    sockaddr_storage storage{};
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    if (inet_pton(AF_INET, text.toLatin1().constData(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        loopback = (ntohl(v4->sin_addr.s_addr) >> 24U) == 127U;
        return storage;
    }
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (inet_pton(AF_INET6, text.toLatin1().constData(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        loopback = IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr);
        return storage;
    }
    return std::nullopt;
}

} // namespace

HttpServer::HttpServer(HubCore& core, Authenticator& authenticator, LongPolls& polls, HttpOptions options)
    : d(std::make_unique<Private>(core, authenticator, polls, std::move(options))) {}

HttpServer::~HttpServer() {
    stop();
}

Result<void> HttpServer::start() {
    const HttpOptions& options = d->options;
    const QString address = options.address.isEmpty() ? u"127.0.0.1"_s : options.address;
    bool loopback = false;
    std::optional<sockaddr_storage> where = socketAddress(address, options.port, loopback);
    const bool tls = !options.certificateFile.isEmpty();
    if (!loopback && !tls) {
        return fail("hub-tls-needed", address);
    }
    if (const Result<void> loaded = tls ? reloadCertificate() : Result<void>(); !loaded) {
        return loaded;
    }
    unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    if (where && where->ss_family == AF_INET6) {
        flags |= MHD_USE_IPv6;
    }
    if (tls) {
        flags |= MHD_USE_TLS;
    }
    // GnuTLS allows TLS 1.0 and 1.1 by itself on some systems; RFC 8996 does not.
    QByteArray priorities("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2");
    MHD_OptionItem tlsOptions[] = {{MHD_OPTION_HTTPS_CERT_CALLBACK, 0, reinterpret_cast<void*>(&onHandshake)},
                                   {MHD_OPTION_HTTPS_PRIORITIES, 0, priorities.data()},
                                   {MHD_OPTION_END, 0, nullptr}};
    MHD_OptionItem noOptions[] = {{MHD_OPTION_END, 0, nullptr}};
    // A quarter of the files is for contents, the store and the library's own.
    const unsigned int connections = std::min(options.connections, openFilesAllowed() / 4 * 3);
    if (where) {
        d->daemon = MHD_start_daemon(
            flags, options.port, &onAccept, &d->connections, &Private::onRequest, d.get(), MHD_OPTION_SOCK_ADDR,
            reinterpret_cast<sockaddr*>(&*where), MHD_OPTION_URI_LOG_CALLBACK, &Private::onUri, d.get(),
            MHD_OPTION_NOTIFY_COMPLETED, &Private::onCompleted, d.get(), MHD_OPTION_NOTIFY_CONNECTION,
            &Private::onConnection, d.get(), MHD_OPTION_THREAD_POOL_SIZE, options.threads, MHD_OPTION_CONNECTION_LIMIT,
            connections, MHD_OPTION_CONNECTION_TIMEOUT, options.idleSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
            options.headerBytes, MHD_OPTION_ARRAY, tls ? tlsOptions : noOptions, MHD_OPTION_END);
    }
    if (!d->daemon) {
        return fail("hub-listen-failed", address + u" port "_s + QString::number(options.port));
    }
    return {};
}

Result<void> HttpServer::reloadCertificate() {
    if (d->options.certificateFile.isEmpty()) {
        return {};
    }
    auto next = TlsCredentials::load(d->options.certificateFile, d->options.keyFile);
    if (!next) {
        return std::unexpected(next.error());
    }
    d->useCredentials(std::move(*next));
    return {};
}

quint16 HttpServer::port() const {
    const MHD_DaemonInfo* info = d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    return info ? info->port : 0;
}

int HttpServer::connections() const {
    const MHD_DaemonInfo* info =
        d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS) : nullptr;
    return info ? static_cast<int>(info->num_connections) : 0;
}

void HttpServer::stop() {
    if (d->daemon) {
        // The port is given up first: whoever comes now is refused at once and goes elsewhere.
        d->connections.stop();
        const MHD_socket listening = MHD_quiesce_daemon(d->daemon);
        if (listening != MHD_INVALID_SOCKET) {
            ::shutdown(listening, SHUT_RDWR);
        }
        d->polls.end();
        d->connections.waitUntilDone(d->options.stopping);
        MHD_stop_daemon(d->daemon);
        if (listening != MHD_INVALID_SOCKET) {
            ::close(listening);
        }
        d->daemon = nullptr;
    }
}

} // namespace hub
