// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/client/enrolment.h"

#include "exchange/client/officecall.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

namespace exchange {

using namespace Qt::Literals::StringLiterals;

Result<HubAccount> enrol(const QUrl& baseUrl, const QString& caFile, const QString& code, const CallOptions& options,
                         const ClientLimits& limits) {
    HubAccount account;
    account.baseUrl = baseUrl;
    account.caFile = caFile;
    account.secret = newSecret();

    HttpRequest request;
    request.method = "POST";
    request.pathAndQuery = "/office/v1/enrol";
    request.headers.append("Content-Type: application/json");
    request.body = wire::text({{u"code"_s, code.trimmed()}, {u"secret"_s, QString::fromLatin1(account.secret)}});
    request.answerMilliseconds = limits.answerMilliseconds;
    request.answerBytes = limits.answerBytes;
    request.stop = options.stop;
    Http http(baseUrl, caFile, limits);
    const Result<HttpAnswer> raw = http.perform(request);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    const Result<OfficeAnswer> answer = readAnswer(*raw);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    account.account = answer->object.value("account"_L1).toString();
    if (account.account.isEmpty()) {
        return garbageAnswer(u"enrolment without an account"_s);
    }
    return account;
}

Result<void> offerSecret(const HubAccount& account, const QByteArray& secret, const CallOptions& options,
                         const ClientLimits& limits) {
    HttpRequest request;
    request.method = "POST";
    request.pathAndQuery = "/office/v1/secret";
    request.headers.append("Content-Type: application/json");
    request.body = wire::text({{u"secret"_s, QString::fromLatin1(secret)}});
    request.answerMilliseconds = limits.answerMilliseconds;
    request.answerBytes = limits.answerBytes;
    request.stop = options.stop;
    Http http(account.baseUrl, account.caFile, limits);
    const Result<OfficeAnswer> answer = performSigned(http, request, account);
    return answer ? Result<void>() : std::unexpected(answer.error());
}

QByteArray newSecret() {
    return randomHex(32);
}

} // namespace exchange
