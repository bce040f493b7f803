// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/http/answer.h"

#include <QUrlQuery>

#include <functional>
#include <optional>

namespace hub {

class Authenticator;

/// The office calls, by method and path.
enum class Call {
    Enrol,
    OfferSecret, ///< the account gets another secret
    Append,
    Messages,
    Feed,
    Pull,
    UploadOptions, ///< what of tus is understood; needs no account
    BeginUpload,
    UploadPlace,
    UploadPart,
    EndUpload, ///< the upload is given up
    Content,
    PostPacket,
    FindPacket,
    Directory,
    Status,
};

/// The name of a call in logs and metrics.
[[nodiscard]] QByteArray nameOf(Call call);

/// A request line that was understood.
struct RequestLine {
    Call call = Call::Status;
    QByteArray argument; ///< the last part of the path, of calls that have one
    QUrlQuery query;
};

/// "path-unknown" where there is no such call.
[[nodiscard]] Result<RequestLine> parseRequestLine(const QByteArray& method, const QByteArray& rawUri);

/// The most bytes that a call's body may have.
[[nodiscard]] qint64 bodyLimit(Call call, const HubLimits& limits);

/// A whole number of the query; the default where it is missing, -1 where it is none.
[[nodiscard]] qint64 numberOf(const QUrlQuery& query, const QString& name, qint64 missing);

/// Whether the call is one of tus 1.0 (http/tus.h).
[[nodiscard]] bool isUploadCall(Call call);

/// Answers every call whose body is small (all but those of uploads) from the core. `header` gives the value of a
/// header, empty where there is none.
[[nodiscard]] Answer answerCall(HubCore& core, const Caller& caller, const RequestLine& line, const QByteArray& body,
                                const std::function<QByteArray(const char* name)>& header);

/// Gives the caller another secret, good once it was used.
[[nodiscard]] Answer answerSecret(Authenticator& authenticator, const Caller& caller, const QByteArray& body);

/// The one call that needs no account.
[[nodiscard]] Answer answerEnrol(Authenticator& authenticator, const QByteArray& body, const QString& address);

} // namespace hub
