// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/http.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

#include <curl/curl.h>

#include <mutex>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

void initialiseOnce() {
    // Process-wide state of libcurl itself: it must be made once, before the first handle.
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// By the text alone, before anything is resolved.
bool isLoopback(const QString& host) {
    static const QRegularExpression numbers(u"^127(\\.[0-9]{1,3}){3}$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || numbers.match(host).hasMatch();
}

/// What the callbacks of one transfer share.
struct Transfer {
    const HttpRequest* request = nullptr;
    CURL* handle = nullptr;
    HttpAnswer answer;
    qint64 sent = 0;
    qint64 received = 0;
    bool overflow = false;
    bool sinkFailed = false;
    bool stopped = false;
};

size_t onBody(char* data, size_t size, size_t count, void* user) {
    auto* transfer = static_cast<Transfer*>(user);
    const size_t length = size * count;
    const QByteArray bytes(data, static_cast<qsizetype>(length));
    long status = 0;
    curl_easy_getinfo(transfer->handle, CURLINFO_RESPONSE_CODE, &status);
    transfer->received += bytes.size();
    if (transfer->received > transfer->request->answerBytes) {
        transfer->overflow = true;
        return 0;
    }
    if (transfer->request->sink && status >= 200 && status < 300) {
        transfer->sinkFailed = !transfer->request->sink(bytes, static_cast<int>(status));
        return transfer->sinkFailed ? 0 : length;
    }
    transfer->answer.body += bytes;
    return length;
}

size_t onHeader(char* data, size_t size, size_t count, void* user) {
    auto* transfer = static_cast<Transfer*>(user);
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size * count)).trimmed();
    if (line.startsWith("HTTP/")) {
        transfer->answer.headers.clear(); // a "100 Continue" came before
        return size * count;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && transfer->answer.headers.size() < 64) {
        transfer->answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return size * count;
}

qint64 bodySize(const HttpRequest& request) {
    return request.body.size() + (request.bodyDevice ? request.bodyDevice->size() : 0) + request.bodyEnd.size();
}

/// Copies what of `piece`, which begins at `start` of the body, lies at `place`; 0 where nothing does.
qint64 copyPiece(const QByteArray& piece, qint64 start, qint64 place, char* buffer, qint64 room) {
    if (place < start || place >= start + piece.size()) {
        return 0;
    }
    const qint64 length = std::min(room, start + piece.size() - place);
    std::copy_n(piece.constData() + (place - start), length, buffer);
    return length;
}

size_t onRead(char* buffer, size_t size, size_t count, void* user) {
    auto* transfer = static_cast<Transfer*>(user);
    const HttpRequest& request = *transfer->request;
    const auto room = static_cast<qint64>(size * count);
    const qint64 deviceSize = request.bodyDevice ? request.bodyDevice->size() : 0;
    const qint64 inDevice = transfer->sent - request.body.size();
    qint64 length = 0;
    if (inDevice >= 0 && inDevice < deviceSize) {
        length = request.bodyDevice->seek(inDevice) ? request.bodyDevice->read(buffer, room) : -1;
        if (length <= 0) {
            return CURL_READFUNC_ABORT; // the file was cut or its disk is gone
        }
    } else {
        length = copyPiece(request.body, 0, transfer->sent, buffer, room) +
                 copyPiece(request.bodyEnd, request.body.size() + deviceSize, transfer->sent, buffer, room);
    }
    transfer->sent += length;
    return static_cast<size_t>(length);
}

/// libcurl asks for the body again where a reused connection turned out to be dead.
int onSeek(void* user, curl_off_t offset, int origin) {
    auto* transfer = static_cast<Transfer*>(user);
    if (origin != SEEK_SET || offset < 0 || offset > bodySize(*transfer->request)) {
        return CURL_SEEKFUNC_FAIL;
    }
    transfer->sent = offset;
    return CURL_SEEKFUNC_OK;
}

int onProgress(void* user, curl_off_t downTotal, curl_off_t down, curl_off_t upTotal, curl_off_t up) {
    auto* transfer = static_cast<Transfer*>(user);
    if (transfer->request->stop.stop_requested()) {
        transfer->stopped = true;
        return 1;
    }
    if (transfer->request->progress) {
        if (transfer->request->sink) {
            transfer->request->progress(down, downTotal);
        } else {
            transfer->request->progress(up, upTotal);
        }
    }
    return 0;
}

/// A Date header as seconds since 1970; nothing where it is missing or is none.
std::optional<qint64> secondsOfDate(const QByteArray& header) {
    const time_t seconds = header.isEmpty() ? -1 : curl_getdate(header.constData(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<qint64>(seconds);
}

Result<HttpAnswer> lineError(CURLcode code, const Transfer& transfer, const QString& words) {
    if (transfer.stopped) {
        return fail("cancelled", words);
    }
    if (transfer.sinkFailed) {
        return fail("download-not-written", words);
    }
    if (transfer.overflow) {
        return fail("answer-too-large", u"more than %1 bytes"_s.arg(transfer.request->answerBytes));
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return fail("server-slow", words);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return fail("server-unreachable", words);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return fail("server-untrusted", words);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return garbageAnswer(words);
    default:
        return fail("transfer-cut", words);
    }
}

} // namespace

std::unexpected<Error> garbageAnswer(const QString& why) {
    return fail("server-garbage", why);
}

class Http::Private {
public:
    QUrl baseUrl;
    QString caFile;
    ClientLimits limits;
    CURL* handle = nullptr;
    std::optional<qint64> clockOffset;
    qint64 stampShift = 0;
    qint64 retryAfter = 0;
};

Http::Http(QUrl baseUrl, QString caFile, ClientLimits limits)
    : d(std::make_unique<Private>()) {
    initialiseOnce();
    d->baseUrl = std::move(baseUrl);
    d->caFile = std::move(caFile);
    d->limits = limits;
    d->handle = curl_easy_init();
}

Http::~Http() {
    curl_easy_cleanup(d->handle);
}

Result<HttpAnswer> Http::perform(const HttpRequest& request) {
    const QString scheme = d->baseUrl.scheme();
    const QString host = d->baseUrl.host();
    const bool loopback = isLoopback(host);
    if (!d->handle || host.isEmpty() || (scheme != "https"_L1 && !(scheme == "http"_L1 && loopback))) {
        return fail("address-refused", d->baseUrl.toString(QUrl::RemoveUserInfo));
    }
    if (request.stop.stop_requested()) {
        Transfer none;
        none.stopped = true;
        return lineError(CURLE_ABORTED_BY_CALLBACK, none, u"cancelled before it began"_s);
    }

    d->retryAfter = 0;
    Transfer transfer;
    transfer.request = &request;
    CURL* handle = d->handle;
    transfer.handle = handle;
    curl_easy_reset(handle); // keeps the connections
    const QByteArray url = d->baseUrl
                               .adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                         QUrl::StripTrailingSlash | QUrl::RemoveUserInfo)
                               .toEncoded() +
                           request.pathAndQuery;
    curl_easy_setopt(handle, CURLOPT_URL, url.constData());
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, loopback ? "http,https" : "https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "congvan");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(d->limits.connectMilliseconds));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 64L);
    if (request.answerMilliseconds > 0) {
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.answerMilliseconds));
    } else {
        curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(d->limits.stalledSeconds));
    }
    const QByteArray caFile = QFile::encodeName(d->caFile);
    if (!caFile.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, caFile.constData());
    }
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, request.once ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);

    if (request.method == "HEAD") {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET") {
        curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.constData());
        curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bodySize(request)));
        curl_easy_setopt(handle, CURLOPT_READFUNCTION, onRead);
        curl_easy_setopt(handle, CURLOPT_READDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, onSeek);
        curl_easy_setopt(handle, CURLOPT_SEEKDATA, &transfer);
    }

    curl_slist* list = curl_slist_append(nullptr, "Expect:"); // the hub refuses by headers anyway; spare the round trip
    for (const QByteArray& header : request.headers) {
        list = curl_slist_append(list, header.constData());
    }
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
    char words[CURL_ERROR_SIZE] = {};
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words);
    const CURLcode code = curl_easy_perform(handle);
    curl_slist_free_all(list);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, nullptr);
    if (code != CURLE_OK) {
        const QString said = words[0] != 0 ? QString::fromUtf8(words) : QString::fromUtf8(curl_easy_strerror(code));
        return lineError(code, transfer, said);
    }
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    // RFC 9110 §8.6: an answer without a body need not say how long it is.
    const bool bodiless = status == 204 || status == 304 || request.method == "HEAD";
    if (!bodiless && !transfer.answer.headers.contains("content-length") &&
        !transfer.answer.headers.contains("transfer-encoding")) {
        // libcurl takes a line that ends amid the headers for the end of the answer.
        return lineError(CURLE_PARTIAL_FILE, transfer, u"the answer ended amid its headers"_s);
    }
    transfer.answer.status = static_cast<int>(status);
    if (const std::optional<qint64> theirs = secondsOfDate(transfer.answer.headers.value("date"))) {
        d->clockOffset = *theirs - QDateTime::currentSecsSinceEpoch();
    }
    // RFC 9110 §10.2.3; the form with a date is not used by servers that know their load.
    constexpr qint64 day = 24LL * 3600;
    d->retryAfter = std::clamp<qint64>(transfer.answer.headers.value("retry-after").toLongLong(), 0, day);
    return transfer.answer;
}

std::optional<qint64> Http::clockOffsetSeconds() const {
    return d->clockOffset;
}

qint64 Http::retryAfterSeconds() const {
    return d->retryAfter;
}

qint64 Http::stampShift() const {
    return d->stampShift;
}

bool Http::shiftStamp() {
    if (!d->clockOffset || *d->clockOffset == d->stampShift) {
        return false;
    }
    d->stampShift = *d->clockOffset;
    return true;
}

} // namespace exchange
