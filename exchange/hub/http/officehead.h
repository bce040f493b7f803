// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/calls.h"
#include "exchange/hub/http/dialect.h"
#include "exchange/hub/http/tus.h"
#include "exchange/protocol/requestsigning.h"

namespace hub {

/// The head of an office call, read and within limits; who signed it is not asked yet.
struct OfficeHead {
    RequestLine line;
    qint64 length = 0;               ///< of the body
    exchange::SignedRequest request; ///< not for calls that need no account
    QByteArray signature;
    TusHead tus; ///< of calls about uploads

    [[nodiscard]] bool needsAccount() const { return line.call != Call::Enrol && line.call != Call::UploadOptions; }
};

/// Reads a head. Pure: what it asks of `head` are values. "path-unknown", "length-required", "too-large",
/// "request-unsigned", and the codes of parseTusHead().
[[nodiscard]] Result<OfficeHead> readOfficeHead(const RequestHead& head, const HubLimits& limits);

} // namespace hub
