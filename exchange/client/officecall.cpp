// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/officecall.h"

#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

#include <QDateTime>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

void signRequest(HttpRequest& request, const HubAccount& account, qint64 shiftSeconds) {
    SignedRequest parts;
    parts.method = request.method;
    parts.pathAndQuery = request.pathAndQuery;
    parts.account = account.account.toLatin1();
    parts.timeStamp = QByteArray::number(QDateTime::currentSecsSinceEpoch() + shiftSeconds);
    parts.nonce = randomHex(16);
    parts.bodySha256 = sha256Hex(request.body);
    request.headers.append(QByteArray(accountHeader) + ": " + parts.account);
    request.headers.append(QByteArray(timeHeader) + ": " + parts.timeStamp);
    request.headers.append(QByteArray(nonceHeader) + ": " + parts.nonce);
    request.headers.append(QByteArray(bodyHashHeader) + ": " + parts.bodySha256);
    request.headers.append(QByteArray(signatureHeader) + ": " + signatureOf(parts, account.secret));
}

std::unexpected<Error> statusFailed(int httpStatus) {
    const QString status = u"HTTP status %1"_s.arg(httpStatus);
    // 429 without a code of ours: a server in front of the hub that counts requests.
    if (httpStatus >= 500 || httpStatus == 429) {
        return fail("server-error", status);
    }
    return fail("server-refused", status);
}

Result<OfficeAnswer> readAnswer(const HttpAnswer& answer) {
    const std::optional<QJsonObject> object = wire::object(answer.body);
    if (answer.status >= 200 && answer.status < 300) {
        if (!object && !answer.body.isEmpty()) {
            return garbageAnswer(u"the body of the answer is no JSON object"_s);
        }
        return OfficeAnswer{answer.status, answer.headers, object.value_or(QJsonObject())};
    }
    const QString code = object.value_or(QJsonObject()).value("code"_L1).toString();
    if (isHubCode(code)) {
        return std::unexpected(Error{code, object->value("detail"_L1).toString().left(2000)});
    }
    return statusFailed(answer.status);
}

Result<HttpAnswer> performRaw(Http& http, const HttpRequest& request, const HubAccount& account) {
    const auto once = [&]() -> Result<HttpAnswer> {
        HttpRequest copy = request;
        signRequest(copy, account, http.stampShift());
        Result<HttpAnswer> answer = http.perform(copy);
        if (answer && (answer->status < 200 || answer->status >= 300)) {
            const Result<OfficeAnswer> refused = readAnswer(*answer);
            return std::unexpected(refused.error());
        }
        return answer;
    };
    Result<HttpAnswer> answer = once();
    // libcurl repeats a request by itself where a kept connection turned out to be dead; where the hub had seen it
    // already, it takes the repetition for a replay. Every office call may be made twice, so it is signed anew.
    if (!answer && answer.error().code == "nonce-replayed"_L1) {
        answer = once();
    }
    if (!answer && answer.error().code == "clock-skew"_L1 && http.shiftStamp()) {
        answer = once();
    }
    return answer;
}

Result<OfficeAnswer> performSigned(Http& http, const HttpRequest& request, const HubAccount& account) {
    const Result<HttpAnswer> answer = performRaw(http, request, account);
    return answer ? readAnswer(*answer) : std::unexpected(answer.error());
}

QByteArray parameter(const char* name, const QString& value) {
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

QByteArray parameter(const char* name, qint64 value) {
    return QByteArray(name) + '=' + QByteArray::number(value);
}

} // namespace exchange
