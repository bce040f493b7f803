// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"

#include <QByteArray>
#include <QDateTime>

namespace support {

/// An RFC 3161 token (DER) over a SHA-256 digest, made at that time by that key. Empty on failure.
[[nodiscard]] QByteArray stamp(const docsig::DemoKey& stamper, const QByteArray& sha256, const QDateTime& time);

/// What an authority may do wrongly.
enum class StampFault { None, Refused, OtherNonce, OtherImprint, BrokenSignature };

/// The TimeStampResp (DER) to a TimeStampReq: SHA-256, 384 and 512 are stamped, anything else is refused as RFC 3161
/// wants it. Empty where the request is none.
[[nodiscard]] QByteArray timeStampAnswer(const docsig::DemoKey& stamper, const QByteArray& request,
                                         const QDateTime& time, StampFault fault = StampFault::None);

} // namespace support
