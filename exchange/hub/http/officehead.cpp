// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/officehead.h"

#include "exchange/hub/http/headerfields.h"
#include "exchange/protocol/errorkind.h"

namespace hub {

using exchange::fail;
using exchange::tooLarge;
using namespace Qt::Literals::StringLiterals;

namespace {

/// tus: a client that can send GET and POST alone names the method that it means in a header. That is the method then,
/// of the signature too.
QByteArray methodOf(const RequestHead& head) {
    const QByteArray meant = head.header("X-HTTP-Method-Override");
    const bool counts = head.method == "POST" && head.rawUri.startsWith("/office/v1/uploads/");
    return counts && !meant.isEmpty() ? meant : head.method;
}

} // namespace

Result<OfficeHead> readOfficeHead(const RequestHead& head, const HubLimits& limits) {
    const QByteArray method = methodOf(head);
    const Result<RequestLine> line = parseRequestLine(method, head.rawUri);
    if (!line) {
        return std::unexpected(line.error());
    }
    OfficeHead read;
    read.line = *line;
    const qint64 limit = bodyLimit(line->call, limits);
    const QByteArray lengthText = head.header("Content-Length");
    const std::optional<qint64> length = parseWholeNumber(lengthText);
    const bool missing = !length && (limit > 0 || !lengthText.isEmpty());
    if (!head.header("Transfer-Encoding").isEmpty() || missing) {
        return lengthRequired();
    }
    read.length = length.value_or(0);
    if (read.length > limit) {
        return tooLarge(u"a body of %1 bytes; this call takes %2"_s.arg(read.length).arg(limit));
    }
    if (isUploadCall(line->call) && line->call != Call::UploadOptions) {
        Result<TusHead> tus = parseTusHead(head.header);
        if (!tus) {
            return std::unexpected(tus.error());
        }
        read.tus = std::move(*tus);
    }
    if (!read.needsAccount()) {
        return read;
    }
    read.request.method = method;
    read.request.pathAndQuery = head.rawUri;
    read.request.account = head.header(exchange::accountHeader);
    read.request.timeStamp = head.header(exchange::timeHeader);
    read.request.nonce = head.header(exchange::nonceHeader);
    read.request.bodySha256 = head.header(exchange::bodyHashHeader);
    read.signature = head.header(exchange::signatureHeader);
    if (read.request.account.isEmpty() || read.signature.isEmpty()) {
        return fail("request-unsigned");
    }
    return read;
}

} // namespace hub
