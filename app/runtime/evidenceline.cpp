// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/evidenceline.h"

#include "app/runtime/publicaddress.h"

#include <curl/curl.h>

#include <memory>
#include <mutex>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

template <auto Function>
struct Freeing {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Function(handle);
    }
};

using Easy = std::unique_ptr<CURL, Freeing<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freeing<curl_multi_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Freeing<curl_slist_free_all>>;

void initialiseOnce() {
    // Process-wide state of libcurl itself: it must be made once, before the first handle.
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// What the callbacks of one call share.
struct Transfer {
    const EvidenceCall& call;
    QByteArray answer{};
    bool overflow = false;
    bool leadsInside = false;
};

size_t onBody(char* data, size_t size, size_t count, void* user) {
    auto* transfer = static_cast<Transfer*>(user);
    const auto length = static_cast<qsizetype>(size * count);
    if (transfer->answer.size() + length > transfer->call.answerBytes) {
        transfer->overflow = true;
        return 0;
    }
    transfer->answer.append(data, length);
    return size * count;
}

/// Asked with every address to which the name was resolved, just before it is connected to: what a name server says
/// between two questions changes nothing.
curl_socket_t onSocket(void* user, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto* transfer = static_cast<Transfer*>(user);
    if (!transfer->call.privateAllowed && !isPublicAddress(&address->addr)) {
        transfer->leadsInside = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void prepare(CURL* handle, const EvidenceCall& call, Transfer& transfer, const curl_slist* headers, char* words) {
    const QByteArray url = call.address.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    curl_easy_setopt(handle, CURLOPT_URL, url.constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "congvan");
    // A name that is being resolved when the call is cancelled is not waited for.
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.connectMilliseconds));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(call.totalMilliseconds));
    if (call.stalledSeconds > 0) {
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(call.stalledSeconds));
    }
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(call.answerBytes));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, onSocket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words);
    if (!call.body.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, call.body.constData());
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    }
}

/// Drives the transfer to its end; nothing where it was told to stop.
std::optional<CURLcode> drive(CURLM* multi, std::stop_token stop) {
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    int running = 1;
    while (running > 0) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (curl_multi_perform(multi, &running) != CURLM_OK) {
            return CURLE_FAILED_INIT;
        }
        if (running > 0) {
            curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
        }
    }
    int left = 0;
    const CURLMsg* message = curl_multi_info_read(multi, &left);
    return message != nullptr && message->msg == CURLMSG_DONE ? message->data.result : CURLE_FAILED_INIT;
}

std::unexpected<Error> lineError(CURLcode code, const Transfer& transfer, const QString& words) {
    if (transfer.leadsInside) {
        return fail("evidence-address-private", transfer.call.address.host());
    }
    if (transfer.overflow || code == CURLE_FILESIZE_EXCEEDED) {
        return fail("evidence-too-large", u"more than %1 bytes"_s.arg(transfer.call.answerBytes));
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return fail("evidence-timed-out", words);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return fail("evidence-offline", words);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return fail("evidence-line-untrusted", words);
    default:
        return fail("evidence-cut", words);
    }
}

} // namespace

Result<QByteArray> askForEvidence(const EvidenceCall& call, std::stop_token stop) {
    initialiseOnce();
    Transfer transfer{.call = call};
    char words[CURL_ERROR_SIZE] = {};
    const Headers headers(
        curl_slist_append(curl_slist_append(nullptr, ("Content-Type: " + call.contentType).constData()), "Expect:"));
    const Multi multi(curl_multi_init());
    const Easy easy(curl_easy_init());
    std::optional<CURLcode> code = CURLE_FAILED_INIT;
    if (multi && easy) {
        prepare(easy.get(), call, transfer, headers.get(), words);
        curl_multi_add_handle(multi.get(), easy.get());
        code = drive(multi.get(), stop);
        curl_multi_remove_handle(multi.get(), easy.get());
    }
    if (!code) {
        return fail("evidence-cancelled", call.address.host());
    }
    if (*code != CURLE_OK) {
        return lineError(*code, transfer,
                         words[0] != 0 ? QString::fromUtf8(words) : QString::fromUtf8(curl_easy_strerror(*code)));
    }
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) {
        return fail("evidence-http-status", u"%1 from %2"_s.arg(status).arg(call.address.host()));
    }
    return std::move(transfer.answer);
}

} // namespace app
