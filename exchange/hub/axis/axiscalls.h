// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/hubcore.h"
#include "exchange/hub/http/answer.h"
#include "exchange/protocol/axissigning.h"

#include <optional>

namespace hub {

/// The axis' own calls (spec §4.1), which the hub answers below "/axis/".
enum class AxisCall {
    RegisterAgency,
    DeleteAgency,
    AgenciesList,
    SynchronizeUnit,
    SendEdoc,
    ReceivedList,
    SentList,
    GetEdoc,
    DownloadEdoc,
    UpdateStatus,
    CountEdoc,
    CountStatus,
};

/// The call of a request line, and its name; std::nullopt where there is none.
[[nodiscard]] std::optional<AxisCall> axisCallOf(const QByteArray& method, const QByteArray& path);
[[nodiscard]] QByteArray axisCallName(AxisCall call);

/// Answers every call but sendEdoc from the core; parameters are what was signed, never a bare header.
[[nodiscard]] Answer answerAxisCall(HubCore& core, const Caller& caller, AxisCall call,
                                    const exchange::axis::SignedCall& parameters);

/// {"status": "OK", "ErrorCode": "0", …} with these members.
[[nodiscard]] Answer axisAnswer(const QJsonObject& members = {});

/// {"status": "FAIL"} with the number of the table (servererrors.h) and, as ErrorDesc, an error list (spec §2.10) that
/// has the hub's own code first. The HTTP status is that of the code.
[[nodiscard]] Answer axisError(const exchange::Error& error);

/// A moment that a list's parameter names; null where it is not there. "request-malformed" where it is none.
[[nodiscard]] Result<QDateTime> axisTime(const exchange::axis::SignedCall& parameters, QByteArrayView name);

} // namespace hub
