// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/client/http.h"

#include <QJsonObject>

namespace exchange {

/// A hub's answer: its HTTP status, its headers and its JSON body (empty object for a body without JSON).
struct OfficeAnswer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers;
    QJsonObject object;
};

/// Signs a request for an account with a fresh nonce and this machine's time, shifted by so many seconds, and adds the
/// five headers.
void signRequest(HttpRequest& request, const HubAccount& account, qint64 shiftSeconds = 0);

/// Makes an error of everything that is not 2xx; of a 2xx answer it reads the JSON object. A code that the hub sends is
/// taken over only if it is one of the hub's own (isHubCode()).
[[nodiscard]] Result<OfficeAnswer> readAnswer(const HttpAnswer& answer);

/// What an HTTP status other than 2xx says by itself: "server-error" from 500 on, else "server-refused".
[[nodiscard]] std::unexpected<Error> statusFailed(int httpStatus);

/// Signs and performs: an answer of 2xx as it came. Where the hub finds this machine's clock off, the request is signed
/// once more by the hub's clock, which its answer showed; the line keeps to that then.
[[nodiscard]] Result<HttpAnswer> performRaw(Http& http, const HttpRequest& request, const HubAccount& account);

/// performRaw() and reading the JSON: one whole office call.
[[nodiscard]] Result<OfficeAnswer> performSigned(Http& http, const HttpRequest& request, const HubAccount& account);

/// "name=value" with the value percent-encoded.
[[nodiscard]] QByteArray parameter(const char* name, const QString& value);
[[nodiscard]] QByteArray parameter(const char* name, qint64 value);

} // namespace exchange
